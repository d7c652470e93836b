using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Zhongshu.Platform.Requests;

/// What programs send, read as strictly as what people type.
internal static class SentJson
{
    public static void Read(JsonSerializerOptions json)
    {
        // A program that sends null where something must stand is told so, before anything reads it.
        json.RespectNullableAnnotations = true;
        json.Converters.Add(new MeantText());
        json.TypeInfoResolver = (json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(AskForAll);
    }

    /// The description of the interface knows of no converter.
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext of, CancellationToken cancel)
    {
        if (of.JsonTypeInfo.Type == typeof(string) && schema.Type is null) schema.Type = JsonSchemaType.String;
        return Task.CompletedTask;
    }

    /// What is left out of a record, at whatever depth, is no more there than null is; and neither is a row of a list that is null.
    private static void AskForAll(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false, ParameterType.IsValueType: false }) property.IsRequired = true;
        if (type.Kind == JsonTypeInfoKind.Enumerable && type.ElementType is { IsValueType: false } row && row != typeof(string)) type.OnDeserialized = NoneMissing;
        var texts = type.Properties.Where(p => p.Get is not null && p.AttributeProvider is PropertyInfo asked && AreTexts(asked)).ToList();
        if (texts.Count > 0) type.OnDeserialized = record => texts.ForEach(p => NoneMissing(p.Get!(record)));
    }

    /// Some lists say that a text in them may be null.
    private static bool AreTexts(PropertyInfo asked) =>
        asked.PropertyType.IsAssignableTo(typeof(IEnumerable<string>)) && new NullabilityInfoContext().Create(asked) is { GenericTypeArguments: [{ ReadState: NullabilityState.NotNull }] };

    private static void NoneMissing(object? rows)
    {
        if (rows is IEnumerable<object?> all && all.Contains(null)) throw new JsonException("A row of the list is null.");
    }

    private sealed class MeantText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? PlainText.Meant(reader.GetString()) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}

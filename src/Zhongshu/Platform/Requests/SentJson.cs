using System.Text.Json;
using System.Text.Json.Serialization;
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
    }

    /// The description of the interface knows of no converter.
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext of, CancellationToken cancel)
    {
        if (of.JsonTypeInfo.Type == typeof(string) && schema.Type is null) schema.Type = JsonSchemaType.String;
        return Task.CompletedTask;
    }

    private sealed class MeantText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? PlainText.Meant(reader.GetString()) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}

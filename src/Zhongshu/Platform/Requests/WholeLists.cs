using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Zhongshu.Platform.Requests;

/// A list that a program sends holds no null where an entry must stand. The serializer reads the annotations of properties but not those of a list's entries; so it is said here, before anything reads it.
internal static class WholeLists
{
    public static void Refuse(JsonTypeInfo type)
    {
        if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { IsValueType: false } element } && element != typeof(string))
            After(type, list => Whole(list as System.Collections.IEnumerable));
        if (type.Kind != JsonTypeInfoKind.Object) return;
        // A list of words may hold null where its property says so.
        var words = type.Type.GetProperties().Where(IsWords).ToList();
        if (words.Count > 0) After(type, read => words.ForEach(p => Whole(p.GetValue(read) as System.Collections.IEnumerable)));
    }

    private static bool IsWords(PropertyInfo property) =>
        property.CanRead && property.GetIndexParameters().Length == 0 && typeof(IEnumerable<string>).IsAssignableFrom(property.PropertyType) && property.PropertyType != typeof(string)
        && new NullabilityInfoContext().Create(property) is var known && (known.ElementType ?? known.GenericTypeArguments.FirstOrDefault())?.ReadState == NullabilityState.NotNull;

    private static void After(JsonTypeInfo type, Action<object> also)
    {
        var read = type.OnDeserialized;
        type.OnDeserialized = value =>
        {
            read?.Invoke(value);
            also(value);
        };
    }

    private static void Whole(System.Collections.IEnumerable? list)
    {
        foreach (var entry in list ?? Array.Empty<object>())
            if (entry is null) throw new JsonException("A list holds null.");
    }
}

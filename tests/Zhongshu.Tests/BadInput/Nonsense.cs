using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Zhongshu.Tests.BadInput;

/// Bodies of the shape that an endpoint expects, with nothing sensible in any field.
internal static class Nonsense
{
    public static IEnumerable<string> Of(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is not { } type || type.Namespace?.StartsWith("Zhongshu", StringComparison.Ordinal) != true) return [];
        var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.GetIndexParameters().Length == 0).ToList();
        return
        [
            Body(properties, _ => null),
            Body(properties, p => Value(p.PropertyType, new string('关', 10_000), "9999-12-31", long.MaxValue)),
            Body(properties, p => Value(p.PropertyType, "no-such-code", "0001-01-01", -1)),
        ];
    }

    private static string Body(IEnumerable<PropertyInfo> properties, Func<PropertyInfo, JsonNode?> value)
    {
        var body = new JsonObject();
        foreach (var property in properties) body[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = value(property);
        return body.ToJsonString();
    }

    private static JsonNode? Value(Type of, string text, string day, long number)
    {
        var type = Nullable.GetUnderlyingType(of) ?? of;
        if (type == typeof(string)) return text;
        if (type == typeof(bool)) return true;
        if (type == typeof(DateOnly)) return day;
        if (type == typeof(DateTimeOffset)) return day + "T00:00:00+08:00";
        if (type == typeof(int)) return (int)Math.Clamp(number, int.MinValue, int.MaxValue);
        if (type == typeof(long)) return number;
        if (type == typeof(decimal) || type == typeof(double)) return number;
        if (type.IsEnum) return 99;
        return type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? type.Name.Contains("Dictionary", StringComparison.Ordinal) ? new JsonObject() : new JsonArray() : null;
    }
}

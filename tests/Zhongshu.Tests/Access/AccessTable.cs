using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Platform.Access;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Access;

/// access-table.txt: every endpoint of the house and who may use it.
/// A line is "METHOD /route: who"; who is "anyone" (strangers too), "signed-in", "nobody", or logins of the demonstration office.
internal static class AccessTable
{
    public static IReadOnlyDictionary<string, string> Read() =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Access", "access-table.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1].Trim(), StringComparer.Ordinal);

    /// The endpoints of the running host but for static files, which are open to anyone.
    public static IReadOnlyList<(string Method, RouteEndpoint Endpoint)> Endpoints(TestOffice office) =>
        [.. office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => !IsStaticFile(e))
            .SelectMany(e => MethodsOf(e).Select(m => (m, e)))
            .OrderBy(e => e.e.RoutePattern.RawText, StringComparer.Ordinal).ThenBy(e => e.m, StringComparer.Ordinal)];

    public static string NameOf((string Method, RouteEndpoint Endpoint) endpoint) => $"{endpoint.Method} {Path_(endpoint.Endpoint)}";

    /// A path that the route answers to, with small numbers and words for its parameters.
    public static string PathOf(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            _ => "1",
        }))));

    public static bool IsStaticFile(Microsoft.AspNetCore.Http.Endpoint endpoint) =>
        endpoint.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor")
        // The framework's own fallback for files that appear while developing; it states nothing, so the house refuses it.
        || endpoint is RouteEndpoint { RoutePattern.RawText: "{**path:file}" };

    public static bool SaysWhoMay(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<RequiresAttribute>() is not null || endpoint.Metadata.GetMetadata<OpenToStrangersAttribute>() is not null;

    private static string Path_(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"];
}

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Zhongshu.Platform.Access;

namespace Zhongshu.Shell.Problems;

/// Writes a designed page that no route leads to.
internal static class ProblemAnswer
{
    public static Task WriteAsync(HttpContext http, int status, string? message = null, string? trace = null) => WriteAsync<ProblemPage>(http, status, new(StringComparer.Ordinal)
    {
        [nameof(ProblemPage.Status)] = status,
        [nameof(ProblemPage.Message)] = message,
        [nameof(ProblemPage.Trace)] = trace,
    });

    public static Task SessionEndedAsync(HttpContext http) => WriteAsync<SessionEndedPage>(http, StatusCodes.Status401Unauthorized, new(StringComparer.Ordinal)
    {
        [nameof(SessionEndedPage.To)] = http.Request.Path + http.Request.QueryString,
        [nameof(SessionEndedPage.Kept)] = http.RequestServices.GetRequiredService<KeptForm>().Seal(PostedFields.Of(http)),
    });

    /// In a scope of its own: the request's own renderer may be the one that failed, and it begins only once.
    private static async Task WriteAsync<TPage>(HttpContext http, int status, Dictionary<string, object?> parameters) where TPage : IComponent
    {
        var before = http.RequestServices;
        await using var scope = before.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = before.GetRequiredService<CurrentActor>().Actor;
        http.RequestServices = scope.ServiceProvider;
        // The request's own renderer may have set it already, and the second one adds it.
        http.Response.Headers.Remove("blazor-enhanced-nav");
        try
        {
            await new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true }.ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = before;
        }
    }
}

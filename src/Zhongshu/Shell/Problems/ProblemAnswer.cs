using Microsoft.AspNetCore.Http.HttpResults;

namespace Zhongshu.Shell.Problems;

/// Writes a designed page for a status that no page of the house answers itself.
internal static class ProblemAnswer
{
    public static Task WriteAsync(HttpContext http, int status, string? message = null, string? trace = null)
    {
        http.Response.StatusCode = status;
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ProblemPage.Status)] = status,
            [nameof(ProblemPage.Message)] = message,
            [nameof(ProblemPage.Trace)] = trace,
        };
        return new RazorComponentResult<ProblemPage>(parameters) { StatusCode = status, PreventStreamingRendering = true }.ExecuteAsync(http);
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Shell.Problems;

/// A short form that posts to a route and was refused is answered with itself: the reason, and what was typed, to be mended and sent again.
internal static class RefusedForm
{
    /// The fields to be shown with their labels; the others travel along unseen. Back is the page that the form came from.
    public static IResult With(HttpContext http, Refusal refusal, string back, params (string Name, string Label)[] shown) => new RazorComponentResult<RefusedFormPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [nameof(RefusedFormPage.Message)] = refusal.Message,
        [nameof(RefusedFormPage.To)] = http.Request.Path + http.Request.QueryString,
        [nameof(RefusedFormPage.Back)] = back,
        [nameof(RefusedFormPage.Fields)] = PostedFields.Of(http),
        [nameof(RefusedFormPage.Labels)] = shown.ToDictionary(s => s.Name, s => s.Label, StringComparer.Ordinal),
    })
    { PreventStreamingRendering = true };
}

using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Defects.Lessons;

internal static class LessonRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Post(routes, "share", (long id, HttpContext http, KeepLesson keep, CancellationToken cancel) => AnswerAsync(id, http, (_, c) => keep.ShareAsync(id, c), "已共享，全室可以查到。", cancel));
        Post(routes, "application", (long id, HttpContext http, KeepLesson keep, CancellationToken cancel) => AnswerAsync(id, http, (words, c) => keep.ApplyAsync(id, words, c), "已登记转化应用情况。", cancel));
        Post(routes, "raising", (long id, HttpContext http, KeepLesson keep, CancellationToken cancel) => AnswerAsync(id, http, (words, c) => keep.RaiseAsync(id, words, c), "已申报，办公室研究后会告诉您结果。", cancel));
        Post(routes, "decision", (long id, HttpContext http, KeepLesson keep, CancellationToken cancel) => AnswerAsync(id, http, (words, c) => keep.DecideAsync(id, words, c), "已登记结果，申报人会收到通知。", cancel));
    }

    private static void Post(IEndpointRouteBuilder routes, string act, Delegate handler) =>
        routes.MapPost($"/lessons/{{id:long}}/{act}", handler).Requires(DefectsModule.Register).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task AnswerAsync(long id, HttpContext http, Func<string, CancellationToken, Task<Outcome<Done>>> act, string told, CancellationToken cancel)
    {
        var done = await act((await http.Request.ReadFormAsync(cancel))["words"].ToString().Trim(), cancel);
        http.Tell(done.Refusal?.Message ?? told, done.Succeeded ? "success" : "danger");
        http.Response.Redirect(done.Refusal?.Kind == RefusalKind.NotFound ? "/lessons" : string.Create(CultureInfo.InvariantCulture, $"/lessons/{id}"));
    }
}

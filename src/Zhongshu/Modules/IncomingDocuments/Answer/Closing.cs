using Microsoft.EntityFrameworkCore;
using Zhongshu.Flow;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.IncomingDocuments.Answer;

/// 办结: the result in words, and the sender answered or for a stated reason not.
internal static class Closing
{
    public const int LongestResult = 2000;

    /// Whether this answer would close the document.
    public static bool Ends(StepAnswer answer) =>
        (answer.StepId == "closing-review" && answer.Verb is "approve" or "complete") || (answer.Verb == "jump" && answer.To == FlowDefinition.End);

    public static async Task<Refusal?> TakeAsync(Office office, IncomingDocument document, StepAnswer answer, CancellationToken cancel)
    {
        var result = answer.Field("result");
        if (result.Length > LongestResult) return new IncomingRefusals.TooLong("result", "办理结果", result.Length, LongestResult);
        if (AnswerRules.Take(office, document, AnswerForm.Of(answer)) is { } no) return no;
        if (result.Length > 0) document.Result = result;
        else if (document.Result.Length == 0) document.Result = await HandledAsync(office, document, cancel) ?? answer.Opinion?.Trim() ?? "";
        if (document.Result.Length > LongestResult) document.Result = document.Result[..LongestResult];
        return null;
    }

    /// What the lead section wrote last: nobody types it twice.
    public static Task<string?> HandledAsync(Office office, IncomingDocument document, CancellationToken cancel) =>
        office.Db.Set<Opinion>().AsNoTracking().Where(o => o.MatterId == document.MatterId && o.StepId == "lead-handling" && o.Kind == OpinionKind.Handling)
            .OrderByDescending(o => o.Id).Select(o => o.Text).FirstOrDefaultAsync(cancel);

    public static void Record(Office office, Matter matter, IncomingDocument document)
    {
        var entry = office.Db.Entry(document);
        if (entry.Property(d => d.AnsweredAt).IsModified || entry.Property(d => d.AnswerWaived).IsModified) office.Db.Record(matter, AnswerRules.Said(document), office.Ids, office.Now);
        var result = document.Result.Length == 0 ? null : document.Result;
        office.Db.Record(matter, new Act("incoming.closed", result is null ? "办结" : "办结，办理结果：") { Quote = result }, office.Ids, office.Now);
    }
}

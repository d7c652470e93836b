using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.IncomingDocuments.Answer;

/// 答复、回传 by itself, before or after closing.
internal sealed class AnswerSender(Office office)
{
    public static readonly string[] Permissions = ["incoming.handle", "incoming.check", "matters.close"];

    public async Task<Outcome<Done>> RunAsync(string code, AnswerForm form, CancellationToken cancel)
    {
        if (!Permissions.Any(office.Actor.May)) return Refusal.Forbidden("答复来文单位");
        var matter = await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == code && m.Kind == IncomingKindOfMatter.Name, cancel);
        if (matter is null) return Refusal.NotFound($"事项 {code}");
        if (matter.State is MatterState.Filed or MatterState.Ended) return matter.RefusesWork()!;
        var document = await office.Db.Set<IncomingDocument>().SingleAsync(d => d.MatterId == matter.Id, cancel);
        if (document.IsAnswered) return IncomingRefusals.AnsweredAlready;
        if (form.Answer is not ("given" or "not-needed")) return new IncomingRefusals.Missing("answer", "请选择“已答复”或“不需回复”。");
        if (AnswerRules.Take(office, document, form) is { } no) return no;
        office.Db.Record(matter, AnswerRules.Said(document), office.Ids, office.Now);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }
}

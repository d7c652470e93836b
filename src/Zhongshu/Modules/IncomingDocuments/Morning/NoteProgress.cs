using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.IncomingDocuments.Morning;

/// 逐件报告进度: one sentence on how far a document is, kept on its trail.
internal sealed class NoteProgress(Office office)
{
    public const string Verb = "incoming.progress";
    private const int Longest = 500;

    public async Task<Outcome<Done>> RunAsync(string code, string? text, CancellationToken cancel)
    {
        var matter = await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == code && m.Kind == IncomingKindOfMatter.Name, cancel);
        if (matter is null) return Refusal.NotFound($"事项 {code}");
        if (matter.RefusesWork() is { } closed) return closed;
        if (string.IsNullOrWhiteSpace(text)) return new IncomingRefusals.Missing("text", "请写明进度。");
        if (text.Length > Longest) return new IncomingRefusals.TooLong("text", "进度", text.Length, Longest);
        office.Db.Record(matter, new Act(Verb, "报告办理进度") { Quote = text.Trim() }, office.Ids, office.Now);
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

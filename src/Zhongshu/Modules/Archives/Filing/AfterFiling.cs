using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Archives.Filing;

/// 更正说明 on a filed piece, and 不归档 for a closed matter that is not kept.
internal sealed class AfterFiling(Office office)
{
    public const string Corrected = "archives.corrected";
    private const int LongestText = 2000;

    public async Task<Outcome<Done>> CorrectAsync(string code, string? text, CancellationToken cancel)
    {
        var matter = await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == code, cancel);
        if (matter is null) return Refusal.NotFound($"事项 {code}");
        if (matter.State != MatterState.Filed) return ArchiveRefusals.NotFiledYet;
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText) return ArchiveRefusals.NoCorrection;
        office.Db.Record(matter, new Act(Corrected, "归档后登记更正说明，原件不改动") { Quote = text.Trim() }, office.Ids, office.Now);
        return await SaveAsync(cancel);
    }

    public async Task<Outcome<Done>> LeaveOutAsync(string code, string? item, string? note, CancellationToken cancel)
    {
        var matter = await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == code, cancel);
        if (matter is null) return Refusal.NotFound($"事项 {code}");
        if (matter.State == MatterState.Filed) return ArchiveRefusals.NeverUndone;
        if (matter.State != MatterState.Closed) return ArchiveRefusals.NotClosed;
        if (item is null || !office.Rules.Value(ArchiveRules.NotFiled).Contains(item, StringComparer.Ordinal)) return ArchiveRefusals.UnknownItem;
        var words = (note ?? "").Trim();
        if (words.Length > 400) return new Refusal("archives.note-length", "说明最多400字，请精简。") { Field = "note" };
        var row = await office.Db.Set<NotFiled>().SingleOrDefaultAsync(n => n.MatterId == matter.Id, cancel);
        if (row is null) office.Db.Add(row = new NotFiled { MatterId = matter.Id });
        (row.Item, row.Note, row.PersonName, row.At) = (item, words, office.Actor.Name, office.Now);
        var source = office.Rules.Get(ArchiveRules.NotFiled).Ref;
        office.Db.Record(matter, new Act("archives.not-filed", $"不归档：{item}（{source.Source}）") { Quote = words.Length == 0 ? null : words }, office.Ids, office.Now);
        return await SaveAsync(cancel);
    }

    private async Task<Outcome<Done>> SaveAsync(CancellationToken cancel)
    {
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

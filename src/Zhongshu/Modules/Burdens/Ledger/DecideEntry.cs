using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Burdens.Forms;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Burdens.Ledger;

/// What is asked for beyond the plan is approved or not, in words and by name; what was never issued is taken out again.
internal sealed class DecideEntry(Office office)
{
    public Task<Outcome<BurdenEntry>> RunAsync(long id, bool approved, string? words, CancellationToken cancel) => office.WriteAsync<BurdenEntry>(null, async () =>
    {
        if (!office.Actor.May(BurdensModule.Manage)) return Refusal.Forbidden("审批计划外事项");
        if (await FindAsync(id, cancel) is not { } entry) return Refusal.NotFound("这一项");
        if (entry.State != EntryState.Asked) return BurdenRefusals.NotAsked;
        if (string.IsNullOrWhiteSpace(words) || words.Trim().Length > 1000) return BurdenRefusals.NoDecision;
        entry.State = approved ? EntryState.Counted : EntryState.Refused;
        entry.Decision = words.Trim();
        entry.DecidedBy = office.Actor.Name;
        var book = await office.BookAsync(cancel);
        var (unit, kind) = (book.Unit(entry.IssuerId)?.ShortName, office.Rules.WordOf(entry.Kind).Word);
        foreach (var person in UnitCircle.People(book, entry.IssuerId, office.Today))
            office.Tell(person, "result", $"计划外{kind}《{entry.Title}》{(approved ? "已批准" : "未批准")}：{Short(entry.Decision)}");
        if (approved && entry.Kind == BurdenKind.Form) await TellUnitsAsync(entry.Id, RegisterForm.TellAsync, cancel);
        await office.Db.RecordPlatformAsync(new Act(approved ? "burdens.approved" : "burdens.refused", $"{(approved ? "批准" : "不批准")}{unit}计划外{kind}《{entry.Title}》") { Quote = entry.Decision, Changes = new { entry.Id } }, office.Ids, office.Now, cancel);
        return entry;
    }, cancel);

    public Task<Outcome<BurdenEntry>> WithdrawAsync(long id, CancellationToken cancel) => office.WriteAsync<BurdenEntry>(null, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (await FindAsync(id, cancel) is not { } entry) return Refusal.NotFound("这一项");
        if (!office.Actor.May(BurdensModule.Manage) && entry.IssuerId != UnitCircle.SpeaksFor(book, office.Actor)) return Refusal.NotFound("这一项");
        if (entry.State is not (EntryState.Counted or EntryState.Asked)) return BurdenRefusals.NotCounted;
        // What has happened counts; a unit does not make its own volume smaller afterwards.
        if (!office.Actor.May(BurdensModule.Manage) && entry.State == EntryState.Counted && entry.HappensOn < office.Today) return BurdenRefusals.Happened;
        if (entry.State == EntryState.Counted && entry.Kind == BurdenKind.Form) await TellUnitsAsync(entry.Id, RegisterForm.RecallAsync, cancel);
        entry.State = EntryState.Withdrawn;
        await office.Db.RecordPlatformAsync(new Act("burdens.withdrawn", $"取消{book.Unit(entry.IssuerId)?.ShortName}{office.Rules.WordOf(entry.Kind).Word}《{entry.Title}》") { Changes = new { entry.Id } }, office.Ids, office.Now, cancel);
        return entry;
    }, cancel);

    /// A form that waited goes to its units now, or is taken back from them.
    private async Task TellUnitsAsync(long entryId, Func<Office, AskedForm, IReadOnlyList<long>, CancellationToken, Task> tell, CancellationToken cancel)
    {
        if (await office.Db.Set<AskedForm>().SingleOrDefaultAsync(f => f.EntryId == entryId, cancel) is not { } form) return;
        await tell(office, form, await office.Db.Set<FormUnit>().Where(u => u.FormId == form.Id).Select(u => u.UnitId).ToListAsync(cancel), cancel);
    }

    private async Task<BurdenEntry?> FindAsync(long id, CancellationToken cancel)
    {
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        return await office.Db.Set<BurdenEntry>().SingleOrDefaultAsync(e => e.Id == id && e.KeeperId == keeper, cancel);
    }

    private static string Short(string text) => Notice.Fit(text, 200);
}

using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Search;

namespace Zhongshu.Modules.Archives.Ahead;

public sealed record DemandInput(string Source, string Title, string On, long Unit, string Words);

/// 用档预判: coming work is noted before it starts; the program says at once what of the archive bears on it.
internal sealed class KeepDemand(Office office)
{
    private const int MostFound = 8;

    public Task<Outcome<ArchiveDemand>> AddAsync(DemandInput input, string? once, CancellationToken cancel) => office.WriteAsync<ArchiveDemand>(once, async () =>
    {
        if (!office.Actor.May(ArchivesModule.Lend) && !office.Actor.May(ArchivesModule.Manage)) return Refusal.Forbidden("登记用档需求");
        if (!office.Rules.Value(DemandRules.Sources).Contains(input.Source, StringComparer.Ordinal)) return ArchiveRefusals.Missing("source", "请选择需求从哪里来。");
        if (ArchiveKeeper.NoTitle(input.Title, "请写明是哪项工作") is { } untitled) return untitled;
        if (ArchiveKeeper.Day(input.On) is not { } on || on < office.Today) return ArchiveRefusals.Missing("on", "请填写用档日期，不早于今天。");
        if (input.Words.Length > 60 || SearchAsk.Read(input.Words).IsEmpty) return ArchiveRefusals.Missing("query", "请填写查档用的词，如：防汛 调度，最多60字。");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (book.SectionsOf(keeper).All(u => u.Id != input.Unit)) return ArchiveRefusals.Missing("unit", "请选择承办科室。");
        var demand = new ArchiveDemand { Id = office.Ids.Next(), KeeperId = keeper, Source = input.Source, Title = input.Title, On = on, UnitId = input.Unit, Words = input.Words, PersonName = office.Actor.Name };
        office.Db.Add(demand);
        await office.SayArchiveAsync($"用档预判：{demand.Title}（{demand.Source}），{on:M月d日}前备档", demand.Id, demand.Words, cancel);
        return demand;
    }, cancel);

    /// 备好: the section is told what lies ready for it.
    public Task<Outcome<Done>> PrepareAsync(long id, string words, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(ArchivesModule.Lend) && !office.Actor.May(ArchivesModule.Manage)) return Refusal.Forbidden("备档");
        if (ArchiveKeeper.NoWords(words, "请写明备好哪些档案、在哪里取") is { } no) return no;
        var keeper = await office.KeeperAsync(cancel);
        if (await office.Db.Set<ArchiveDemand>().SingleOrDefaultAsync(d => d.Id == id && d.KeeperId == keeper, cancel) is not { } demand) return Refusal.NotFound("这项用档需求");
        if (demand.PreparedOn is not null) return ArchiveRefusals.DemandOver;
        (demand.PreparedOn, demand.Prepared) = (office.Today, words);
        foreach (var person in UnitCircle.People(await office.BookAsync(cancel), demand.UnitId, office.Today)) office.TellArchive(person, "result", $"“{demand.Title}”要用的档案已备好：{words}");
        await office.SayArchiveAsync($"已备档：{demand.Title}", id, words, cancel);
        return Done.Yes;
    }, cancel);

    /// What of the archive bears on it, by title and full text.
    public async Task<IReadOnlyList<ArchivedPiece>> FoundAsync(string words, CancellationToken cancel)
    {
        var (found, _) = await SearchQuery.FindAsync(office, SearchAsk.Read(words), null, 200, cancel);
        var ids = found.ToArray();
        return await office.Db.Set<ArchivedPiece>().AsNoTracking().Where(p => ids.Contains(p.MatterId)).OrderByDescending(p => p.Id).Take(MostFound).ToListAsync(cancel);
    }
}

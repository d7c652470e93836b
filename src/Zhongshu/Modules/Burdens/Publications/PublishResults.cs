using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Burdens.Ledger;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Burdens.Publications;

public sealed record PublicationInput(string Title, string Words, string Contact);

/// 公开精简成效: totals of the ledger by kind and a word on them, open to whoever reaches the site; no unit, no title of a paper.
internal sealed class PublishResults(Office office)
{
    public Task<Outcome<long>> RunAsync(PublicationInput input, string? once, CancellationToken cancel) => office.WriteAsync<long>(once, async () =>
    {
        if (!office.Actor.May(BurdensModule.Manage)) return Refusal.Forbidden("公开精简成效");
        if (input.Title.Trim().Length is 0 or > 120) return Missing("title", "请填写标题，最多120字。");
        if (input.Words.Trim().Length is 0 or > 4000) return Missing("words", "请写明做了什么、成效怎样，最多4000字。");
        if (input.Contact.Trim().Length is 0 or > 200) return Missing("contact", "请写明群众怎样反映意见：电话、信箱或地址，最多200字。");
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        var figures = FiguresOf(await LedgerBoard.ReadAsync(office, keeper, office.Today.Year, cancel), office.Rules.Value(BurdenRules.Kinds));
        if (figures.Count == 0) return new Refusal("burdens.nothing-published", "台账里今年还没有数，没有可公开的成效。请先登记。") { Kind = RefusalKind.Conflict };
        var one = new Publication { Id = office.Ids.Next(), KeeperId = keeper, Year = office.Today.Year, Title = input.Title.Trim(), Figures = string.Join('\n', figures), Words = input.Words.Trim(), Contact = input.Contact.Trim(), On = office.Today, PublishedBy = office.Actor.Name, At = office.Now };
        office.Db.Add(one);
        await office.Db.RecordPlatformAsync(new Act("burdens.results-published", $"公开精简成效：{one.Title}") { Quote = one.Words, Changes = new { one.Id, figures } }, office.Ids, office.Now, cancel);
        return one.Id;
    }, cancel);

    public Task<Outcome<Done>> WithdrawAsync(long id, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(BurdensModule.Manage)) return Refusal.Forbidden("撤回公开的成效");
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        if (await office.Db.Set<Publication>().SingleOrDefaultAsync(p => p.Id == id && p.KeeperId == keeper && p.WithdrawnOn == null, cancel) is not { } one) return Refusal.NotFound("这次公开");
        one.WithdrawnOn = office.Today;
        await office.Db.RecordPlatformAsync(new Act("burdens.results-withdrawn", $"撤回公开的成效：{one.Title}"), office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);

    /// What is told of each kind: this year's number, and how it stands to the same days of last year. Pure.
    public static IReadOnlyList<string> FiguresOf(LedgerBoard board, IReadOnlyList<KindWord> kinds) =>
        [.. board.Lines.GroupBy(l => l.Kind).OrderBy(g => g.Key).Select(g =>
        {
            var (word, actual, planned) = (kinds[(int)g.Key - 1], g.Sum(l => l.Actual), g.Where(l => l.Planned is not null).Sum(l => l.Planned!.Value));
            // Compared only where all of it can be: the number and its change speak of the same units.
            var change = LedgerBoard.ChangeOf([.. g]);
            var turn = change is not { } by ? "" : by == 0 ? "，与上年同期持平" : by < 0 ? $"，比上年同期少{-by}{word.Measure}" : $"，比上年同期多{by}{word.Measure}";
            return $"{word.Word}{actual}{word.Measure}{(planned > 0 ? $"（年计划{planned}{word.Measure}）" : "")}{turn}";
        })];

    /// What anybody may read: not withdrawn, whoever asks.
    public static IQueryable<Publication> Open(Office office) => office.Db.Set<Publication>().AsNoTracking().Where(p => p.WithdrawnOn == null).OrderByDescending(p => p.On).ThenByDescending(p => p.Id);

    private static Refusal Missing(string field, string message) => new("burdens.publication", message) { Field = field };
}

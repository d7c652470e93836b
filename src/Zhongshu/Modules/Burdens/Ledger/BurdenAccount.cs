using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Burdens.Forms;
using Zhongshu.Modules.Burdens.Observations;
using Zhongshu.Modules.Burdens.Ratings;
using Zhongshu.Modules.Supervision.Contracts;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Modules.Burdens.Ledger;

/// What the account of a year is drafted from.
internal sealed record AccountPapers(LedgerBoard Board, FormFigures Forms, IReadOnlyList<BurdenReport> Reports, IReadOnlyList<InspectionHeld> Inspections)
{
    public required IReadOnlyList<KindWord> Kinds { get; init; }

    public required Func<long, string> Name { get; init; }

    /// Titles of the rating rounds that were published.
    public IReadOnlyList<string> Ratings { get; init; } = [];

    public IReadOnlyDictionary<string, string> Negative { get; init; } = new Dictionary<string, string>();

    public int Likes { get; init; }
}

/// 落实中央八项规定精神和为基层减负情况的报告, to those who decide: every figure from the ledgers; what only a person can judge stays in brackets. Pure.
internal static class BurdenAccount
{
    /// What an inspection of this matter is called.
    private const string Frugality = "八项规定";

    public static OfficialDocument Draft(AccountPapers papers, string issuer, DateOnly today)
    {
        var board = papers.Board;
        var body = new List<Block> { Text($"{board.Year}年以来，{issuer}贯彻中央八项规定及其实施细则精神，推进整治形式主义为基层减负工作。截至{board.Until:M月d日}，有关情况报告如下。"), Heading("一、总量管控"), Text("各类文件、会议、督检考等实行全口径管理，按年度计划控制。"), Totals(papers) };
        if (papers.Likes > 0) body.Add(Text($"核查疑似改头换面事项{papers.Likes}项。"));
        body.Add(Heading("二、督查检查"));
        body.AddRange(Inspections(papers));
        body.Add(Heading("三、报表和数据"));
        body.Add(Text(papers.Forms.Forms == 0 ? "本年没有下发报表。" : $"经登记下发报表{papers.Forms.Forms}张，基层实际填写{papers.Forms.Fields}项，取用已有数据免填{papers.Forms.Spared}项{(papers.Forms.SparedShare is { } share ? $"，占{share * 100:0.#}%" : "")}，估计用时{papers.Forms.Hours}小时。"));
        body.Add(Heading("四、问题发现和整治"));
        body.AddRange(Problems(papers));
        body.Add(Heading("五、基层评价"));
        body.Add(Text(papers.Ratings.Count == 0 ? "本年还没有公布下评上结果。" : $"开展{string.Join('、', papers.Ratings)}下评上，结果已公布，由被评单位认领整改。"));
        body.Add(Heading("六、存在不足和下一步打算"));
        body.Add(Text(Weak(papers)));
        body.Add(Text("（请补充原因分析和下一步措施。）"));
        return new OfficialDocument { Title = $"关于{board.Year}年落实中央八项规定精神和为基层减负情况的报告", Recipients = "常委会", Body = body, SignOff = new SignOff { Style = SignOffStyle.Plain, Signatories = [issuer], Date = $"{today:yyyy年M月d日}" } };
    }

    private static TableBlock Totals(AccountPapers papers)
    {
        var rows = new List<IReadOnlyList<string>> { new[] { "种类", "计划", "实际", "其中经批准超计划", "上年", "比上年同期" } };
        foreach (var (kind, i) in papers.Kinds.Select((k, i) => (k, i + 1)))
        {
            var lines = papers.Board.Lines.Where(l => l.Kind == (BurdenKind)i).ToList();
            if (lines.Count == 0) continue;
            var change = LedgerBoard.ChangeOf(lines);
            rows.Add([kind.Word, lines.Any(l => l.Planned is not null) ? $"{lines.Sum(l => l.Planned ?? 0)}" : "未下达", $"{lines.Sum(l => l.Actual)}", $"{lines.Sum(l => l.OverApproved)}", lines.Any(l => l.LastYear is not null) ? $"{lines.Sum(l => l.LastYear ?? 0)}" : "—", change is { } c ? c > 0 ? $"增加{c}" : c < 0 ? $"减少{-c}" : "持平" : "—"]);
        }

        return new TableBlock(rows);
    }

    private static IEnumerable<Block> Inspections(AccountPapers papers)
    {
        var held = papers.Inspections.Where(i => !i.Waits).ToList();
        yield return Text(held.Count == 0 ? "本年没有列入督查。" : $"列入督查{held.Count}次，其中综合性{held.Count(i => i.IsGeneral)}次、计划外或超上限经批准{held.Count(i => i.IsOverPlan)}次，已报告{held.Count(i => i.Report.Length > 0)}次。");
        var frugality = papers.Inspections.FirstOrDefault(i => i.Title.Contains(Frugality, StringComparison.Ordinal));
        yield return Text(frugality is null ? $"（本年还没有列入{Frugality}实施意见落实情况督查，请列入计划。）"
            : frugality.Report.Length == 0 ? $"“{frugality.Title}”已列入计划，还没有报告结果。" : $"开展“{frugality.Title}”，结果是：{Ended(frugality.Report)}");
    }

    private static IEnumerable<Block> Problems(AccountPapers papers)
    {
        var (all, closed) = (papers.Reports.Count, papers.Reports.Count(r => r.State == ReportState.Closed));
        yield return Text(all == 0 ? "基层减负观测点没有反映问题。" : $"基层减负观测点反映问题{all}条，办结{closed}条；列为典型问题{papers.Reports.Count(r => r.IsCase)}个，通报{papers.Reports.Count(r => r.PublishedOn is not null)}个；办结后又出现的{papers.Reports.Count(r => r.Again > 0)}条。");
        foreach (var (group, i) in papers.Reports.GroupBy(r => r.Item).OrderByDescending(g => g.Count()).Take(5).Select((g, i) => (g, i)))
            yield return Text($"{i + 1}. {papers.Negative.GetValueOrDefault(group.Key, "其他")}：{group.Count()}条，办结{group.Count(r => r.State == ReportState.Closed)}条。");
    }

    private static string Weak(AccountPapers papers)
    {
        var over = papers.Board.Lines.Where(l => l.Light == Calendar.Light.Red).Select(l => $"{papers.Name(l.UnitId)}{papers.Kinds[(int)l.Kind - 1].Word}").ToList();
        var open = papers.Reports.Count(r => r.State != ReportState.Closed);
        return $"{(over.Count == 0 ? "没有超计划的单位" : $"超计划的有{string.Join('、', over.Take(10))}{(over.Count > 10 ? $"等{over.Count}处" : "")}")}；反映的问题还有{open}条没有办结。";
    }

    private static string Ended(string text) => text.ReplaceLineEndings(" ").Trim().TrimEnd('。') + "。";

    private static Paragraph Heading(string text) => new(1, [new TextRun(text, FontRole.HeiTi)]);

    private static Paragraph Text(string text) => new(0, [new TextRun(text)]);
}

internal static class AccountRoute
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static async Task<IResult> DraftAsync(int? year, Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var document = BurdenAccount.Draft(await ReadAsync(office, keeper, year is > 2000 and < 2100 ? year.Value : office.Today.Year, cancel), book.Unit(keeper)?.Name ?? "", office.Today);
        return Results.File(Typesetter.ToDocx(document, LayoutRules.Standard), DocxType, $"{document.Title}.docx");
    }

    public static async Task<AccountPapers> ReadAsync(Office office, long keeper, int year, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var days = LedgerBoard.YearOf(year);
        var (since, until) = (Platform.OfficeDay.Start(days.From), Platform.OfficeDay.Start(days.To.AddDays(1)));
        return new AccountPapers(await LedgerBoard.ReadAsync(office, keeper, year, cancel), await FormFigures.ReadAsync(office, keeper, days, cancel),
            await office.Db.Set<BurdenReport>().AsNoTracking().Where(r => r.KeeperId == keeper && r.ReportedOn >= days.From && r.ReportedOn <= days.To).ToListAsync(cancel), await InspectionHeld.ReadAsync(office, keeper, days, cancel))
        {
            Kinds = office.Rules.Value(BurdenRules.Kinds),
            Name = unit => book.Unit(unit)?.ShortName ?? "已撤销单位",
            Ratings = await office.Db.Set<RatingRound>().AsNoTracking().Where(r => r.KeeperId == keeper && r.PublishedAt >= since && r.PublishedAt < until).Select(r => r.Title).ToListAsync(cancel),
            Negative = office.Rules.Value(BurdenRules.NegativeList).ToDictionary(n => n.Id, n => n.Word, StringComparer.Ordinal),
            Likes = await ItemsQuery.LikesAsync(office, keeper, year, cancel),
        };
    }
}

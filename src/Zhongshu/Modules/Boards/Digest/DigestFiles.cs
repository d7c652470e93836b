using System.Globalization;
using Zhongshu.Modules.Boards.Sections;
using Zhongshu.Platform;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Modules.Boards.Digest;

/// The three papers of one source, and the totals by section as a workbook.
internal static class DigestFiles
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/board/week.docx", (string? from, string? to, Office office, CancellationToken cancel) => PaperAsync(office, from, to, DigestPapers.Week, cancel)).Requires(BoardsModule.Look);
        routes.MapGet("/board/key.docx", (string? from, string? to, Office office, CancellationToken cancel) => PaperAsync(office, from, to, DigestPapers.Key, cancel)).Requires(BoardsModule.Look);
        routes.MapGet("/board/moves.xlsx", MovesAsync).Requires(BoardsModule.Look);
        routes.MapGet("/board/sections.xlsx", SectionsAsync).Requires(BoardsModule.Look);
    }

    /// The last seven days when nothing is said; at most a quarter at once.
    public static (DateOnly From, DateOnly To) DaysOf(Office office, string? from, string? to)
    {
        var since = DateOnly.TryParseExact(from, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > 1949 and < 2200 ? first : office.Today.AddDays(-6);
        var until = DateOnly.TryParseExact(to, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) && last.Year is > 1949 and < 2200 && last >= since ? last : since.AddDays(6);
        return (since, until > since.AddDays(92) ? since.AddDays(92) : until);
    }

    private static async Task<IResult> PaperAsync(Office office, string? from, string? to, Func<IReadOnlyList<OfficeFact>, (DateOnly, DateOnly), (string, DateOnly), OfficialDocument> draft, CancellationToken cancel)
    {
        var days = DaysOf(office, from, to);
        var issuer = (await office.BookAsync(cancel)).Unit(office.Actor.HomeUnitId)?.Name ?? "";
        var paper = draft(await OfficeFact.ReadAsync(office, days, cancel), days, (issuer, office.Today));
        return Results.File(Typesetter.ToDocx(paper, LayoutRules.Standard), DocxType, $"{paper.Title}.docx");
    }

    private static Task<IResult> MovesAsync(string? from, string? to, Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("工作动态表.xlsx", async sheets =>
    {
        sheets.StartSheet("工作动态表", new Column("时间", 18), new Column("活动内容", 60), new Column("责任单位", 20), new Column("地点", 20), new Column("参加人员", 40), new Column("类别", 12));
        foreach (var fact in await OfficeFact.ReadAsync(office, DaysOf(office, from, to), cancel))
            sheets.Row($"{OfficeDay.Local(fact.At):yyyy-MM-dd HH:mm}", fact.What, fact.Unit, fact.Place, fact.People, fact.Kind);
    });

    private static Task<IResult> SectionsAsync(int? year, Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("按科室汇总.xlsx", async sheets =>
    {
        var totals = await SectionTotals.ReadAsync(office, year is >= 2000 and <= 2100 ? year.Value : office.Today.Year, cancel);
        sheets.StartSheet($"{totals.Year}年", new Column("科室", 16), new Column("承办公文"), new Column("办结"), new Column("超期"), new Column("督办任务"), new Column("销号"), new Column("督办超期"), new Column("联络登记"), new Column("素材稿件"), new Column("考核得分"));
        foreach (var r in totals.Rows) sheets.Row(r.Unit, r.Led, r.Closed, r.Late, r.Tasks, r.TasksClosed, r.TasksOverdue, r.Entries, r.Pieces, r.Score is { } score ? $"{score:0.#}" : "");
    });
}

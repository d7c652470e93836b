using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Coordinations.Contracts;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Boards.Show;

/// One matter on the board.
public sealed record FocusRow(string Code, string Title, string Kind, string Class, IReadOnlyList<string> Tags, string Reason, string Stage, string Holder, DateTimeOffset? DueAt, DateTimeOffset OpenedAt, MatterState State, DateTimeOffset At);

/// One figure of the board with the page that lists what it counts.
public sealed record BoardFigure(string Word, int Count, string Address)
{
    /// A figure that should be nought.
    public bool IsWarning { get; init; }
}

/// One of the parts that the board puts together: 综合协调, 数据分析, 跟踪问效, 舆情监测.
public sealed record BoardPart(string Word, IReadOnlyList<BoardFigure> Figures);

/// The leaders' board as one reader may see it.
public sealed record BoardView(IReadOnlyList<FocusRow> Focus, IReadOnlyDictionary<string, int> Chain, IReadOnlyList<BoardPart> Parts)
{
    public const int Most = 200;

    internal static async Task<BoardView> ReadAsync(Office office, CancellationToken cancel)
    {
        var chain = await BoardLists.CountAsync(office, cancel);
        var others = await CoordinationCounts.ReadAsync(office, cancel);
        return new BoardView(await FocusAsync(office, cancel), chain,
        [
            new("综合协调", [new("在办协调单", others.Open, "coordination"), new("步骤超期", others.Late, "coordination?state=late") { IsWarning = true }, new("应开会商", others.Meet, "coordination?state=meet") { IsWarning = true }, new("需上级协调", others.Asked, "coordination?state=asked")]),
            new("数据分析", [new("数据共享待答复", others.DataOpen, "coordination/data"), new("数据共享超期", others.DataLate, "coordination/data") { IsWarning = true }]),
            new("跟踪问效", [.. BoardLists.All.Where(p => p.End == BoardLists.Done).Select(p => new BoardFigure(p.Word, chain[p.Id], $"board/list?at={p.Id}") { IsWarning = p.Id == "supervised-late" })]),
            new("舆情监测", [new("舆情等处置", others.OpinionOpen, "coordination/liaison?kind=opinion&open=true") { IsWarning = true }, new("今年舆情", others.Opinions, "coordination/liaison?kind=opinion")]),
        ]);
    }

    internal static async Task<IReadOnlyList<FocusRow>> FocusAsync(Office office, CancellationToken cancel)
    {
        var home = office.Actor.HomeUnitId;
        var rows = await (
            from mark in office.Db.Set<FocusMark>().Parts().AsNoTracking()
            join matter in office.Db.Set<Matter>() on mark.MatterId equals matter.Id
            where mark.UnitId == home
            orderby mark.At descending, mark.MatterId descending
            select new { mark, matter }).Take(Most).ToListAsync(cancel);
        var ids = rows.Select(r => r.matter.Id).ToArray();
        var tags = (await office.Db.Set<FocusTag>().Where(t => ids.Contains(t.MatterId)).Select(t => new { t.MatterId, t.Tag }).ToListAsync(cancel)).ToLookup(t => t.MatterId, t => t.Tag);
        return [.. rows.Select(r => new FocusRow(r.matter.Code, r.matter.Title, r.matter.Kind, r.mark.Class, [.. tags[r.matter.Id]], r.mark.Reason, r.matter.Stage, r.matter.Holder, r.matter.DueAt, r.matter.OpenedAt, r.matter.State, r.mark.At))];
    }
}

using Zhongshu.Modules.Appraisals.Contracts;
using Zhongshu.Modules.Coordinations.Contracts;
using Zhongshu.Modules.IncomingDocuments.Contracts;
using Zhongshu.Modules.Supervision.Contracts;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Boards.Sections;

/// One section: documents, supervision, information and the last appraisal.
public sealed record SectionRow(long UnitId, string Unit, int Led, int Closed, int Late, int Tasks, int TasksClosed, int TasksOverdue, string TasksAddress, int Entries, int Pieces, double? Score);

/// 按科室汇总 of a year: the figures of the ledgers themselves, of what the reader may see.
internal sealed record SectionTotals(int Year, IReadOnlyList<SectionRow> Rows, string Appraisal, string AppraisalAddress)
{
    public static async Task<SectionTotals> ReadAsync(Office office, int year, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var (home, days) = (office.Actor.HomeUnitId, (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)));
        var papers = await SectionPapers.ReadAsync(office, days, cancel);
        var tasks = (await UnitRecord.ReadAsync(office, days.Item1, days.Item2, cancel)).ToDictionary(u => u.UnitId);
        var pieces = await PiecesByUnit.ReadAsync(office, year, cancel);
        var scores = await LatestScores.ReadAsync(office, cancel);
        // A section that was abolished stands there for as long as it has figures of the year.
        var sections = book.SectionsOf(home).Where(s => (s.Until is null || s.Until >= days.Item1) || papers.ContainsKey(s.Id)).ToList();
        return new SectionTotals(year, [.. sections.Select(s =>
        {
            var (paper, task, piece) = (papers.GetValueOrDefault(s.Id), tasks.GetValueOrDefault(s.Id), pieces.GetValueOrDefault(s.Id));
            return new SectionRow(s.Id, s.ShortName, paper?.Led ?? 0, paper?.Closed ?? 0, paper?.Late ?? 0, task?.Assigned ?? 0, task?.Closed ?? 0, task?.Overdue ?? 0, task?.Address ?? "supervision", piece.Entries, piece.Pieces, scores.Totals.GetValueOrDefault(s.Id));
        })], scores.Title, scores.Address);
    }
}

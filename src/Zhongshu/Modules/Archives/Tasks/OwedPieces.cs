using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Modules.Archives.Find;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Archives.Tasks;

/// One closed matter that is not in the archive: which section it stands under, and when it was closed.
public sealed record OwedPiece(string Matter, string Title, string Section, int Year, DateOnly ClosedOn, bool IsLate);

/// 应归未归: the ledgers of the work compared with the archive.
internal sealed class OwedPieces(Office office, ArchiveList list, MatterKinds kinds)
{
    private const int Most = 3000;

    public async Task<IReadOnlyList<OwedPiece>> ReadAsync(CancellationToken cancel)
    {
        var matters = await list.Waiting(new ArchiveFilter()).OrderBy(m => m.Id).Take(Most).ToListAsync(cancel);
        var book = await office.BookAsync(cancel);
        var late = list.LateBefore();
        var owed = new List<OwedPiece>();
        foreach (var kind in matters.GroupBy(m => m.Kind))
        {
            var facts = await kinds.Of(kind.First()).FilingAsync(office, [.. kind.Select(m => m.Id)], cancel);
            foreach (var matter in kind.Where(m => facts.ContainsKey(m.Id)))
            {
                var place = FilingProposal.Of(office.Rules, book, matter, facts[matter.Id]).Place;
                owed.Add(new OwedPiece(matter.Code, matter.Title, place.Section, place.Year, OfficeDay.Of(matter.ClosedAt ?? matter.OpenedAt), matter.ClosedAt < late));
            }
        }

        return [.. owed.OrderBy(o => o.ClosedOn)];
    }

    /// What a section still owes for a task: closed by the day on which the task was given, of its year or earlier.
    public static IEnumerable<OwedPiece> For(IEnumerable<OwedPiece> owed, ArchiveTask task, string section) =>
        owed.Where(o => o.Section == section && o.Year <= task.Year && o.ClosedOn <= task.IssuedOn);
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Modules.Archives.Loans;
using Zhongshu.Modules.Archives.Topics;
using Zhongshu.Platform;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Search;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Archives.Products;

/// Reads what the compiled products are drafted from; only what whoever asks may see.
internal sealed class ProductReading(Office office, MatterKinds kinds)
{
    private const int Most = 60;
    private const int LongestText = 20_000;

    /// The pieces of a topic, or those in which the words stand.
    public async Task<IReadOnlyList<ToldPiece>> PiecesAsync(long? topic, string? words, bool withText, CancellationToken cancel)
    {
        var pieces = office.Db.Set<ArchivedPiece>().AsNoTracking();
        if (topic is { } id)
        {
            var keeper = await office.KeeperAsync(cancel);
            pieces = pieces.Where(p => office.Db.Set<TopicEntry>().Any(e => e.TopicId == id && e.PieceId == p.Id && office.Db.Set<ArchiveTopic>().Any(t => t.Id == id && t.KeeperId == keeper)));
        }
        else
        {
            var (found, _) = await SearchQuery.FindAsync(office, SearchAsk.Read(words), null, 500, cancel);
            var ids = found.ToArray();
            pieces = pieces.Where(p => ids.Contains(p.MatterId));
        }

        var told = new List<ToldPiece>();
        foreach (var piece in await pieces.OrderBy(p => p.DocumentDate).ThenBy(p => p.Id).Take(Most).ToListAsync(cancel))
            told.Add(new ToldPiece(piece, await OutcomeAsync(piece, cancel), withText ? await TextAsync(piece, cancel) : ""));
        return told;
    }

    public async Task<IReadOnlyList<FigureTable>> FiguresAsync(int year, CancellationToken cancel)
    {
        var (from, to) = (OfficeDay.Start(new DateOnly(year, 1, 1)), OfficeDay.Start(new DateOnly(year + 1, 1, 1)));
        var closed = await office.Db.Set<Matter>().Where(m => m.ClosedAt >= from && m.ClosedAt < to).GroupBy(m => m.Kind).Select(g => new { g.Key, Count = g.Count(), Filed = g.Count(m => m.State == MatterState.Filed) }).ToListAsync(cancel);
        var pieces = await office.Db.Set<ArchivedPiece>().Where(p => p.Year == year).GroupBy(p => new { p.Retention, p.Section }).Select(g => new { g.Key.Retention, g.Key.Section, Count = g.Count(), Pages = g.Sum(p => p.Pages) }).ToListAsync(cancel);
        var use = await UseFigures.ReadAsync(office, year, cancel);
        return
        [
            new("办结和归档", "事项台账、归档文件目录", [["种类", "办结", "其中已归档"], .. closed.OrderByDescending(c => c.Count).Select(c => Row(kinds.TitleOf(c.Key), c.Count, c.Filed))]),
            new("归档文件（按保管期限）", "归档文件目录", [["保管期限", "件数", "页数"], .. pieces.GroupBy(p => p.Retention).Select(g => Row(FilingProposal.WordOf(office.Rules, g.Key), g.Sum(p => p.Count), g.Sum(p => p.Pages)))]),
            new("归档文件（按机构）", "归档文件目录", [["机构", "件数", "页数"], .. pieces.GroupBy(p => p.Section).OrderByDescending(g => g.Sum(p => p.Count)).Select(g => Row(g.Key.Length == 0 ? "不分机构" : g.Key, g.Sum(p => p.Count), g.Sum(p => p.Pages)))]),
            new("档案利用", "利用登记、借阅单", [["方式", "次数", "占比（%）"], .. use.ByWay.OrderByDescending(w => w.Value).Select(w => Row(office.Rules.WayWord(w.Key), w.Value, (int)Math.Round(w.Value * 100m / Math.Max(1, use.Times))))]),
        ];
    }

    private static IReadOnlyList<string> Row(string word, int first, int second) => [word, first.ToString(CultureInfo.InvariantCulture), second.ToString(CultureInfo.InvariantCulture)];

    /// The last words that somebody wrote on the matter before it was filed.
    private async Task<string> OutcomeAsync(ArchivedPiece piece, CancellationToken cancel) =>
        await office.Db.Set<TrailEntry>().AsNoTracking().Where(t => t.MatterId == piece.MatterId && t.Sequence <= piece.TrailCount && t.Quote != null).OrderByDescending(t => t.Sequence).Select(t => t.Quote).FirstOrDefaultAsync(cancel) ?? "";

    private async Task<string> TextAsync(ArchivedPiece piece, CancellationToken cancel)
    {
        foreach (var file in PieceContents.Read(piece.Contents).Where(f => f.Role != "slip"))
            if (await office.Db.Set<FileText>().AsNoTracking().Where(t => t.Hash == file.Hash).Select(t => t.Text).FirstOrDefaultAsync(cancel) is { Length: > 0 } text) return text.Length <= LongestText ? text : text[..LongestText] + "……";
        return "";
    }
}

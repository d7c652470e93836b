using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Archives.Electronic;

/// How a detection went: how many pieces, how many of them well.
public sealed record Detected(int Pieces, int Well);

/// 四性检测: every file is read again and its hash compared, the trail is recomputed, the numbers are counted. What was found is kept with the piece.
internal sealed class DetectPieces(Office office, FileStore store)
{
    private const int Most = 100;

    public async Task<Outcome<Detected>> RunAsync(string stage, string virus, string? once, CancellationToken cancel)
    {
        if (!office.Actor.May(ArchivesModule.Manage)) return Refusal.Forbidden("检测电子档案");
        if (!office.Rules.Value(DetectionRules.Stages).Contains(stage, StringComparer.Ordinal)) return ArchiveRefusals.Missing("stage", "请选择检测环节。");
        if (virus.Length > 120) return ArchiveRefusals.Missing("virus", "查毒情况最多120字，请精简。");
        var points = office.Rules.Value(DetectionRules.Points);
        var rows = new List<ArchiveDetection>();
        // The files are read before the write transaction: others are not kept waiting for the disk.
        foreach (var piece in await NextAsync(stage, cancel))
        {
            var faults = Detection.Faults(await FactsAsync(piece, virus.Trim(), cancel));
            var lines = string.Join('\n', points.Where(p => faults.ContainsKey(p.Id)).Select(p => $"{p.Id}|{faults[p.Id]}"));
            rows.Add(new ArchiveDetection { Id = office.Ids.Next(), PieceId = piece.Id, Stage = stage, At = office.Now, PersonName = office.Actor.Name, IsWell = lines.Length == 0, Faults = lines.Length <= 4000 ? lines : lines[..4000] });
        }

        return await office.WriteAsync<Detected>(once, async () =>
        {
            if (rows.Count == 0) return ArchiveRefusals.NothingToDetect;
            office.Db.AddRange(rows);
            var detected = new Detected(rows.Count, rows.Count(r => r.IsWell));
            await office.SayArchiveAsync($"{stage}环节检测电子档案{detected.Pieces}件，合格{detected.Well}件", rows[0].Id, virus, cancel);
            return detected;
        }, cancel);
    }

    /// Those never detected at this stage, then those that were not well, oldest first.
    private Task<List<ArchivedPiece>> NextAsync(string stage, CancellationToken cancel) => office.Db.Set<ArchivedPiece>().AsNoTracking()
        .Where(p => !office.Db.Set<ArchiveDetection>().Any(d => d.PieceId == p.Id && d.Stage == stage && d.IsWell)).OrderBy(p => p.Id).Take(Most).ToListAsync(cancel);

    private async Task<DetectionFacts> FactsAsync(ArchivedPiece piece, string virus, CancellationToken cancel)
    {
        var files = PieceContents.Read(piece.Contents);
        var stored = new Dictionary<string, (string, long)>(StringComparer.Ordinal);
        foreach (var hash in files.Select(f => f.Hash).Distinct())
        {
            await using var content = store.Open(hash);
            if (content is not null) stored[hash] = (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)), content.Length);
        }

        var before = await office.Db.Set<ArchivedPiece>().IgnoreQueryFilters().CountAsync(p => p.UnitId == piece.UnitId && p.Year == piece.Year && p.Retention == piece.Retention && p.Section == piece.Section && p.Number < piece.Number, cancel);
        return new DetectionFacts
        {
            Piece = piece, Files = files, Stored = stored, IsTrailWhole = await IsTrailWholeAsync(piece, cancel), IsNumberedOn = before == piece.Number - 1,
            Formats = office.Rules.Value(DetectionRules.Formats), Virus = virus,
        };
    }

    private async Task<bool> IsTrailWholeAsync(ArchivedPiece piece, CancellationToken cancel)
    {
        var check = new ChainCheck(piece.MatterId);
        TrailEntry? last = null;
        foreach (var entry in await office.Db.Set<TrailEntry>().AsNoTracking().Where(t => t.MatterId == piece.MatterId && t.Sequence <= piece.TrailCount).OrderBy(t => t.Sequence).ToListAsync(cancel))
        {
            if (check.Take(entry).Any()) return false;
            last = entry;
        }

        return last is not null && last.Sequence == piece.TrailCount && Convert.ToHexStringLower(last.Hash) == piece.TrailHash;
    }
}

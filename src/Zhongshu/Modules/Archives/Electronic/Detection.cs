using Zhongshu.Modules.Archives.Filing;

namespace Zhongshu.Modules.Archives.Electronic;

/// What is known of a piece when it is detected.
internal sealed record DetectionFacts
{
    public required ArchivedPiece Piece { get; init; }

    public required IReadOnlyList<PieceFile> Files { get; init; }

    /// SHA-256 and length of what lies in the store now, by the hash that was noted; a file that is not there has no entry.
    public required IReadOnlyDictionary<string, (string Hash, long Size)> Stored { get; init; }

    /// The trail is whole up to the line with which the piece was filed, and that line has the hash that was noted.
    public bool IsTrailWhole { get; init; }

    /// The numbers before it in its sequence are all there.
    public bool IsNumberedOn { get; init; }

    public required IReadOnlyList<string> Formats { get; init; }

    /// 查毒情况 as whoever detects has noted it.
    public string Virus { get; init; } = "";
}

internal static class Detection
{
    /// What is wrong, by the id of the point; a point without an entry is well. Pure.
    public static IReadOnlyDictionary<string, string> Faults(DetectionFacts facts)
    {
        var (piece, files) = (facts.Piece, facts.Files);
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (piece.Responsible.Length == 0 || piece.FiledByName.Length == 0) faults["source"] = "没有责任者或归档人";
        if (!facts.IsTrailWhole) faults["chain"] = "办理过程与归档时固化的不一致";
        var lost = files.Where(f => !facts.Stored.ContainsKey(f.Hash)).ToList();
        var changed = files.Where(f => facts.Stored.TryGetValue(f.Hash, out var now) && (now.Hash != f.Hash || now.Size != f.Size)).ToList();
        if (changed.Count > 0) faults["content"] = $"内容与归档时不一致：{Names(changed)}";
        string[] blank = [.. new[] { ("档号", piece.Code), ("题名", piece.Title), ("责任者", piece.Responsible), ("保管期限", piece.Retention) }.Where(m => m.Item2.Length == 0).Select(m => m.Item1), .. piece.Pages < 1 ? ["页数"] : Array.Empty<string>()];
        if (blank.Length > 0) faults["metadata"] = $"元数据缺{string.Join('、', blank)}";
        if (files.Count == 0) faults["files"] = "没有电子文件";
        else if (lost.Count > 0) faults["files"] = $"文件丢失：{Names(lost)}";
        if (!facts.IsNumberedOn) faults["numbers"] = "它前面的件号不连续";
        var other = files.Where(f => !facts.Formats.Contains(Path.GetExtension(f.Name).TrimStart('.'), StringComparer.OrdinalIgnoreCase)).ToList();
        if (other.Count > 0) faults["format"] = $"不是长期保存格式：{Names(other)}";
        if (facts.Virus.Length == 0) faults["virus"] = "没有登记查毒情况";
        return faults;
    }

    private static string Names(List<PieceFile> files) => string.Join('、', files.Take(3).Select(f => f.Name)) + (files.Count > 3 ? $"等{files.Count}个" : "");
}

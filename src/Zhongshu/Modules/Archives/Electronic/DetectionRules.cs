using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Archives.Electronic;

/// A point of the detection: under which of 真实性、完整性、可用性、安全性, and which of the three demands on a single set it bears on.
public sealed record DetectionPoint(string Id, string Nature, string Demand, string Word);

internal static class DetectionRules
{
    private const string Use = "电子档案检测";

    public static readonly IReadOnlyList<string> Known = ["source", "chain", "content", "metadata", "files", "numbers", "format", "virus"];

    public static readonly RuleKey<IReadOnlyList<DetectionPoint>> Points = RuleKey.Table("archives.detections", Use, r => new DetectionPoint(r.Text("id"), r.Text("nature"), r.Text("demand"), r.Text("word")));

    public static readonly RuleKey<IReadOnlyList<string>> Stages = RuleKey.List("archives.detection-stages", Use);

    /// Endings of file names that are kept for long.
    public static readonly RuleKey<IReadOnlyList<string>> Formats = RuleKey.List("archives.long-formats", Use);

    /// In years after the piece was formed.
    public static readonly RuleKey<int> TransferAfter = RuleKey.Whole("archives.transfer-after", "移交进馆");

    public static readonly RuleNeeds Needs = new([Points, Stages, Formats, TransferAfter], [PointsAreKnown]);

    private static IEnumerable<(RuleKey Key, string Message)> PointsAreKnown(RuleBook book) =>
        book.Value(Points).Where(p => !Known.Contains(p.Id, StringComparer.Ordinal)).Select(p => ((RuleKey)Points, $"“{p.Word}”的“id”应为{string.Join('、', Known)}之一。"));
}

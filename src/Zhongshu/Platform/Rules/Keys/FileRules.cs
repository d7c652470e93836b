namespace Zhongshu.Platform.Rules.Keys;

/// What may be uploaded. Sizes are in MB (1 MB = 1024 × 1024 bytes).
internal static class FileRules
{
    public static readonly RuleKey<int> Largest = RuleKey.Whole("files.largest", "上传附件");

    public static readonly RuleKey<int> LargestTogether = RuleKey.Whole("files.largest-together", "上传附件");

    public static readonly RuleKey<int> Most = RuleKey.Whole("files.most", "上传附件");

    public static readonly RuleKey<int> ZipRatio = RuleKey.Whole("files.zip-ratio", "附件安全检查");

    public static readonly RuleKey<int> ZipEntries = RuleKey.Whole("files.zip-entries", "附件安全检查");

    public static readonly RuleKey<int> UnpackedLargest = RuleKey.Whole("files.unpacked-largest", "附件安全检查");

    public static readonly RuleKey<IReadOnlyList<string>> Types = RuleKey.List("files.types", "上传附件");

    public static readonly RuleNeeds Needs = new([Largest, LargestTogether, Most, ZipRatio, ZipEntries, UnpackedLargest, Types], []);
}

using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Archives.Topics;

internal static class TopicRules
{
    public static readonly RuleKey<IReadOnlyList<string>> Kinds = RuleKey.List("archives.topic-kinds", "专题档案");

    /// 门类; the first is that of filed documents.
    public static readonly RuleKey<IReadOnlyList<string>> Genres = RuleKey.List("archives.genres", "专题档案");

    public static readonly RuleNeeds Needs = new([Kinds, Genres], []);
}

using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Desk;

/// How far the desk looks ahead.
internal static class DeskRules
{
    public static readonly RuleKey<int> DaysAhead = RuleKey.Whole("desk.days-ahead", "工作台近期安排");

    public static readonly RuleNeeds Needs = new([DaysAhead], []);
}

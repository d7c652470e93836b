using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Desk;

/// How far the desk looks ahead.
internal static class DeskRules
{
    public static readonly RuleKey<int> DaysAhead = RuleKey.Whole("desk.days-ahead", "工作台近期安排");

    /// 番茄工作法: minutes of undisturbed work, and of rest after them.
    public static readonly RuleKey<int> SpellMinutes = RuleKey.Whole("desk.spell-minutes", "个人待办");

    public static readonly RuleKey<int> RestMinutes = RuleKey.Whole("desk.rest-minutes", "个人待办");

    public static readonly RuleNeeds Needs = new([DaysAhead, SpellMinutes, RestMinutes], []);
}

using Zhongshu.Calendar;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision.Marks;

/// 轻重缓急: one of the four levels, the first to be done first.
internal sealed record PriorityWord(string Id, string Word, string Text);

/// 介入方式: how the office takes a hand in it.
internal sealed record InterventionWord(string Id, string Word);

/// 责任到人: a part that a person has in a task; whether it answers for a goal of its own, and whether only one may have it.
internal sealed record PersonPart(string Id, string Word, bool Answers, bool One);

/// What the rules say of marking an item; the code knows the four levels by their order.
internal static class MarkRules
{
    private const string Use = "督查督办";

    public static readonly RuleKey<IReadOnlyList<PriorityWord>> Priorities = RuleKey.Table("supervision.priorities", Use, r => new PriorityWord(r.Text("id"), r.Text("word"), r.Text("text")));

    /// Sources whose items are weighty (大事) by themselves.
    public static readonly RuleKey<IReadOnlyList<string>> WeightySources = RuleKey.List("supervision.weighty-sources", Use);

    /// Classes of time limit whose items are pressing (急事) by themselves.
    public static readonly RuleKey<IReadOnlyList<string>> PressingLimits = RuleKey.List("supervision.pressing-limits", Use);

    public static readonly RuleKey<IReadOnlyList<InterventionWord>> Interventions = RuleKey.Table("supervision.interventions", Use, r => new InterventionWord(r.Text("id"), r.Text("word")));

    /// 即办件 is done within this.
    public static readonly RuleKey<Within> PromptLimit = RuleKey.Limit("supervision.prompt-limit", Use);

    public static readonly RuleKey<IReadOnlyList<PersonPart>> PersonParts = RuleKey.Table("supervision.person-parts", Use, r => new PersonPart(r.Text("id"), r.Text("word"), r.YesNo("answers"), r.YesNo("one")));

    public static readonly RuleNeeds Needs = new([Priorities, WeightySources, PressingLimits, Interventions, PromptLimit, PersonParts], [FourLevels, KnownIds]);

    private static readonly string[] LevelIds = ["both", "pressing", "weighty", "plain"];

    /// The level of an item, from 1: what somebody set, or else what its source, its limit and its urgency show.
    public static int LevelOf(RuleBook book, int set, SourceKind source, string limitClass, Urgency urgency)
    {
        if (set is >= 1 and <= 4) return set;
        var pressing = urgency >= Urgency.Urgent || book.Value(PressingLimits).Contains(limitClass, StringComparer.Ordinal);
        var weighty = SupervisionRules.KindsOf(book.Value(WeightySources)).Contains(source);
        return (pressing, weighty) switch { (true, true) => 1, (true, false) => 2, (false, true) => 3, _ => 4 };
    }

    private static IEnumerable<(RuleKey Key, string Message)> FourLevels(RuleBook book)
    {
        if (!book.Value(Priorities).Select(p => p.Id).SequenceEqual(LevelIds)) yield return (Priorities, $"轻重缓急的 id 应依次为 {string.Join('、', LevelIds)}。");
        if (book.Value(Interventions).Count == 0) yield return (Interventions, "至少要有一种介入方式。");
        if (book.Value(PersonParts).Count == 0) yield return (PersonParts, "至少要有一种责任。");
    }

    private static IEnumerable<(RuleKey Key, string Message)> KnownIds(RuleBook book)
    {
        if (SupervisionRules.KindsOf(book.Value(WeightySources)).Contains((SourceKind)0)) yield return (WeightySources, "有的来源不在来源表中。");
        var limits = book.Value(SupervisionRules.Limits).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var limit in book.Value(PressingLimits).Where(l => !limits.Contains(l))) yield return (PressingLimits, $"时限档“{limit}”不在时限表中。");
    }
}

/// A mark as it is written on an item.
public sealed record MarkInput
{
    /// 0: as the item itself shows; 1 to 4: the levels.
    public int Priority { get; init; }

    public string Way { get; init; } = "";

    public bool IsSpecial { get; init; }

    public bool IsPrompt { get; init; }

    public string Reasonable { get; init; } = "";

    public string Support { get; init; } = "";

    public string Lesson { get; init; } = "";

    public static MarkInput Posted(IFormCollection form) => new()
    {
        Priority = int.TryParse(form["priority"], System.Globalization.CultureInfo.InvariantCulture, out var level) ? level : -1,
        Way = form["way"].ToString(),
        IsSpecial = form["special"] == "true",
        IsPrompt = form["prompt"] == "true",
        Reasonable = form["reasonable"].ToString().Trim(),
        Support = form["support"].ToString().Trim(),
        Lesson = form["lesson"].ToString().Trim(),
    };

    internal static MarkInput Of(ItemMark? mark) => mark is null ? new() : new()
    {
        Priority = mark.Priority,
        Way = mark.Way,
        IsSpecial = mark.IsSpecial,
        IsPrompt = mark.IsPrompt,
        Reasonable = mark.Reasonable,
        Support = mark.Support,
        Lesson = mark.Lesson,
    };

    /// What is to be said of it, when it may be written. Pure.
    internal Outcome<string[]> Decide(RuleBook rules, IReadOnlyList<SupervisionTask> tasks)
    {
        if (Priority is < 0 or > 4) return SupervisionRefusals.Missing("priority", "请从列出的轻重缓急中选择。");
        if (Way.Length > 0 && rules.Value(MarkRules.Interventions).All(w => w.Id != Way)) return SupervisionRefusals.Missing("way", "请从列出的介入方式中选择，或不选。");
        foreach (var (text, name, field, most) in new[] { (Reasonable, "下派理由", "reasonable", 1000), (Support, "资源和力量", "support", 1000), (Lesson, "面上措施", "lesson", 2000) })
            if (text.Length > most) return SupervisionRefusals.TooLong(field, name, most, text.Length);
        if (!IsPrompt) return Array.Empty<string>();
        var limit = rules.Value(MarkRules.PromptLimit);
        return tasks.Where(t => t.IsOpen && t.DueOn > Tasks.TaskDates.After(Platform.OfficeDay.Of(t.DeliveredAt ?? t.OpenedAt), limit, rules.Calendar))
            .Select(t => $"即办件应在{limit}内办结，第{t.Number}项任务的时限是{t.DueOn:M月d日}，请调整时限。").ToArray();
    }
}

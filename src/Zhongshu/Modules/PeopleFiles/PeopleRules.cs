using System.Globalization;
using Zhongshu.Calendar;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.PeopleFiles;

/// A kind of training; Days is the longest time without one, null where it has no rhythm.
public sealed record TrainingKind(string Id, string Word, string Group, int? Days)
{
    /// Held every working day.
    public bool IsDaily { get; init; }

    /// How often in a year; null where nothing is said.
    public int? Least { get; init; }

    public int? Most { get; init; }

    /// 方面: each time is of one or more of them, and in a year all are to come up.
    public IReadOnlyList<string> Sides { get; init; } = [];

    /// Each person is to have come by every side.
    public bool IsForEach { get; init; }

    /// What has to be part of it every time.
    public IReadOnlyList<string> Must { get; init; } = [];

    /// What is written down of it, one answer each, when it was held.
    public IReadOnlyList<string> Asks { get; init; } = [];

    /// 随机抽问: subjects on which somebody drawn by lot is asked.
    public IReadOnlyList<string> Draws { get; init; } = [];

    /// 发给全室: everybody of the house reads it; no list of names.
    public bool IsForAll { get; init; }

    internal static TrainingKind Read(RowReader r)
    {
        int? Figure(string column) => int.TryParse(r.TextOr(column, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
        return new TrainingKind(r.Text("id"), r.Text("word"), r.Text("group"), Figure("days"))
        {
            IsDaily = r.TextOr("daily", "") == "是", Least = Figure("least"), Most = Figure("most"), Sides = r.List("sides"), IsForEach = r.TextOr("person", "") == "是",
            Must = r.List("must"), Asks = r.List("asks"), Draws = r.List("draws"), IsForAll = r.TextOr("all", "") == "是",
        };
    }
}

public sealed record AbilityTag(string Id, string Word, string Group);

/// A list that a person holds itself against.
public sealed record ExaminationList(string Id, string Word, IReadOnlyList<string> Items);

/// One step of 文字练兵.
public sealed record WritingStep(string Id, string Word, string Hint);

internal static class PeopleRules
{
    private const string Use = "人员档案";

    /// The kind that a newcomer must have had.
    public const string Talk = "talk";

    /// The kind at which the young say what they think.
    public const string Youth = "youth";

    public static readonly RuleKey<IReadOnlyList<TrainingKind>> Kinds = RuleKey.Table("people.training-kinds", Use, TrainingKind.Read);

    public static readonly RuleKey<IReadOnlyList<string>> Subjects = RuleKey.List("people.subjects", Use);

    /// In months.
    public static readonly RuleKey<int> NewPost = RuleKey.Whole("people.new-post", Use);

    public static readonly RuleKey<IReadOnlyList<AbilityTag>> Abilities = RuleKey.Table("people.abilities", Use, r => new AbilityTag(r.Text("id"), r.Text("word"), r.Text("group")));

    public static readonly RuleKey<IReadOnlyList<string>> Brings = RuleKey.List("people.mentor-brings", "帮带");

    public static readonly RuleKey<IReadOnlyList<string>> Shares = RuleKey.List("people.mentor-shares", "帮带");

    public static readonly RuleKey<IReadOnlyList<ExaminationList>> Examinations = RuleKey.Table("people.examinations", "对照自查", r => new ExaminationList(r.Text("id"), r.Text("word"), r.List("items")));

    /// 行为规范, signed item by item as a whole.
    public static readonly RuleKey<IReadOnlyList<string>> Conduct = RuleKey.List("people.conduct", "行为规范签收");

    public static readonly RuleKey<IReadOnlyList<WritingStep>> WritingSteps = RuleKey.Table("people.writing-steps", "文字练兵", r => new WritingStep(r.Text("id"), r.Text("word"), r.Text("hint")));

    public static readonly RuleKey<int> PassMark = RuleKey.Whole("people.pass-mark", "测试抽查");

    public static readonly RuleNeeds Needs = new([Kinds, Subjects, NewPost, Abilities, Brings, Shares, Examinations, Conduct, WritingSteps, PassMark], [Whole]);

    public static TrainingKind? KindOf(this RuleBook rules, string id) => rules.Value(Kinds).FirstOrDefault(k => k.Id == id);

    private static IEnumerable<(RuleKey Key, string Message)> Whole(RuleBook book)
    {
        foreach (var kind in book.Value(Kinds))
        {
            if (kind.Least > (kind.Most ?? int.MaxValue)) yield return (Kinds, $"“{kind.Word}”每年的次数，最少不能多于最多。");
            if (kind.Sides.Concat(kind.Must).Concat(kind.Asks).Concat(kind.Draws).Any(w => w.Length is 0 or > Limits.Point)) yield return (Kinds, $"“{kind.Word}”的方面和要记的内容，每项最多{Limits.Point}字。");
            // They are told apart by their words when a training is filled in.
            if (kind.Sides.Concat(kind.Must).Concat(kind.Asks).Append(Points.TrainingPoint.Gist).GroupBy(w => w, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice) yield return (Kinds, $"“{kind.Word}”的方面和要记的内容不能重名，也不能叫“{Points.TrainingPoint.Gist}”：{twice.Key}。");
        }

        var words = new (RuleKey Key, IEnumerable<string> Words)[]
        {
            (Kinds, book.Value(Kinds).Select(k => k.Id)), (Subjects, book.Value(Subjects)), (Abilities, book.Value(Abilities).Select(a => a.Id)), (Brings, book.Value(Brings)), (Shares, book.Value(Shares)),
            (Examinations, book.Value(Examinations).Select(e => e.Id)), (WritingSteps, book.Value(WritingSteps).Select(w => w.Id)),
        };
        foreach (var (key, _) in words.Where(w => w.Words.Any(t => t.Length > Limits.Word))) yield return (key, $"每项的id或名称最多{Limits.Word}字。");

        // What was not kept is written down with the points themselves.
        foreach (var list in book.Value(Examinations).Where(l => l.Items.Sum(i => i.Length + 1) > Limits.Broken)) yield return (Examinations, $"“{list.Word}”的条目合计最多{Limits.Broken}字。");
    }

    public static string TrainingWord(this RuleBook rules, string id) => rules.Value(Kinds).FirstOrDefault(k => k.Id == id)?.Word ?? id;
}

/// What is due among the people of an office. Pure.
internal static class PeopleChecks
{
    /// Kinds with a rhythm that were not held for longer than it, with the day of the last; those never held too.
    public static IReadOnlyList<(TrainingKind Kind, DateOnly? Last)> Overdue(IReadOnlyList<TrainingKind> kinds, IReadOnlyDictionary<string, DateOnly> last, DateOnly today, WorkCalendar calendar) =>
        [.. kinds.Where(k => k.Days is not null || k.IsDaily).Select(k => (Kind: k, Last: last.TryGetValue(k.Id, out var on) ? on : (DateOnly?)null))
            .Where(k => k.Last is not { } on || (k.Kind.IsDaily ? calendar.AddWorkdays(on, 1) : on.AddDays(k.Kind.Days!.Value)) < today)];

    /// 测试抽查: how many were tested, their mean, and who is below the mark; null when nobody was.
    public static (int Tested, double Mean, IReadOnlyList<long> Below)? TestOf(IReadOnlyList<Attendance> rows, int pass) =>
        rows.Where(r => r.Score is not null).ToList() is { Count: > 0 } tested ? (tested.Count, tested.Average(r => r.Score!.Value), [.. tested.Where(r => r.Score < pass).Select(r => r.PersonId)]) : null;

    /// Those who came to a post from a day on and had no talk from that day on.
    public static IReadOnlyList<(Person Person, Post Post, DateOnly Since)> Untalked(OrganisationBook book, IEnumerable<(Person Person, Post Post)> members, IReadOnlySet<long> talked, DateOnly from) =>
        [.. members.Select(m => (m.Person, m.Post, Since: book.HoldingsOf(m.Person.Id).Where(h => h.PostId == m.Post.Id).Select(h => h.Since).DefaultIfEmpty(DateOnly.MinValue).Max())).Where(m => m.Since >= from && !talked.Contains(m.Person.Id))];
}

/// Every expected "no" of 人员档案, one line each.
internal static class PeopleRefusals
{
    public static readonly Refusal NotOthers = new("people.unit", "只能登记本科室（单位）的同志。其他科室的请由办公室登记。") { Kind = RefusalKind.Forbidden, Field = "people" };

    public static readonly Refusal SamePair = new("people.same-pair", "这两位同志已经结对，不要重复登记。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal PairOver = new("people.pair-over", "这个结对已经结束，不能再登记。需要继续帮带的，请重新结对。") { Kind = RefusalKind.Conflict };

    public static Refusal Mixed(string kind, string business) => new("people.mixed", $"题目里有“{business}”，像是业务会。支部会议和业务会议要分开开、分开记，不能以业务会代替{kind}。确属支部活动的，勾选“与业务会分开”后登记。") { Field = "title" };

    public static readonly Refusal ConductChanged = new("people.conduct", "行为规范的条文刚刚改过。请重新看一遍再签收。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal AllSigned = new("people.all-signed", "都已经签收，不用再提醒。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal StillWriting = new("people.writing", "这位同志还有一道题没有通过，先把它写完，再出下一道。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal Passed = new("people.writing-passed", "这道题已经通过，不能再改。请出下一步的题。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal OwnWriting = new("people.writing-own", "不能点评自己的稿子，请办公室或科室负责人点评。") { Kind = RefusalKind.Forbidden };

    public static Refusal StepBefore(string step) => new("people.writing-step", $"“{step}”还没有通过，请先出这一步的题。") { Kind = RefusalKind.Conflict, Field = "step" };

    public static readonly Refusal OwnScore = new("people.own-score", "自己的成绩请由办公室或科室其他负责同志填写，您只填心得。") { Kind = RefusalKind.Forbidden, Field = "score" };

    public static readonly Refusal IsPublished = new("people.is-published", "评议结果在“党内生活”统一公示，不在这里改。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NotHeld = new("people.not-held", "登记和填写由主办的科室或参加的同志办理。") { Kind = RefusalKind.Forbidden };

    public static Refusal MissingSide(TrainingKind kind) => new("people.side", $"请勾选这一场是{kind.Word}的哪一方面：{string.Join('、', kind.Sides)}。") { Field = "sides" };

    public static Refusal MissingPart(TrainingKind kind, IEnumerable<string> left) => new("people.part", $"{kind.Word}要讲到{string.Join('、', kind.Must)}，还没有勾选的有{string.Join('、', left)}。") { Field = "sides" };

    public static Refusal Missing(string field, string message) => new($"people.{field}", message) { Field = field };
}

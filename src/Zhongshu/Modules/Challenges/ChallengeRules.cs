using System.Globalization;
using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Challenges;

/// A criterion of the choice and its weight; they sum to 100.
internal sealed record Criterion(string Id, string Word, int Weight);

internal static class ChallengeRules
{
    private const string Use = "揭榜挂帅";

    public static readonly RuleKey<IReadOnlyList<Criterion>> Criteria = RuleKey.Table("challenges.criteria", Use, r => new Criterion(r.Text("id"), r.Text("word"), r.Whole("weight")));

    /// How many months between two meetings.
    public static readonly RuleKey<int> MeetingEvery = RuleKey.Whole("challenges.meeting-every", Use);

    public static readonly RuleKey<int> PassMark = RuleKey.Whole("challenges.pass-mark", Use);

    public static readonly RuleNeeds Needs = new([Criteria, MeetingEvery, PassMark], [WeightsSum]);

    private static IEnumerable<(RuleKey Key, string Message)> WeightsSum(RuleBook book)
    {
        if (book.Value(Criteria).Sum(c => c.Weight) != 100) yield return (Criteria, "权重合计应为100。");
    }

    /// The weighted mark of a bid, 0 to 100. Pure.
    public static Outcome<int> MarkOf(IReadOnlyList<int> marks, IReadOnlyList<Criterion> criteria) =>
        marks.Count != criteria.Count || marks.Any(m => m is < 0 or > 100) ? ChallengeRefusals.NoMarks : (int)Math.Round(marks.Zip(criteria, (m, c) => (decimal)m * c.Weight).Sum() / 100, MidpointRounding.AwayFromZero);

    /// 择优: the highest mark is chosen; another, or one of several equals, only with a reason. Null when it may be chosen. Pure.
    public static Refusal? MayChoose(long unit, IReadOnlyList<(long Unit, int? Mark)> bids, string reason)
    {
        if (bids.All(b => b.Unit != unit)) return ChallengeRefusals.NoBid;
        if (bids.Any(b => b.Mark is null)) return ChallengeRefusals.Unmarked;
        var best = bids.Max(b => b.Mark);
        var chosen = bids.First(b => b.Unit == unit).Mark;
        return (chosen == best && bids.Count(b => b.Mark == best) == 1) || reason.Length > 0 ? null : ChallengeRefusals.NotBest(chosen == best);
    }

    /// 节点: every line begins with a day, none after the due day. Null when the lines will do. Pure.
    public static Refusal? Milestones(string text, DateOnly due)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0) return ChallengeRefusals.NoMilestones;
        foreach (var line in lines)
            if (!DateOnly.TryParseExact(line.Split([' ', '\u3000', '：', ':'], 2)[0], ["yyyy-M-d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day > due) return ChallengeRefusals.BadMilestone(line, due);
        return null;
    }
}

/// Every expected "no" of 揭榜挂帅, one line each.
internal static class ChallengeRefusals
{
    public static readonly Refusal NoTitle = new("challenges.title", "请写明榜单名称、要解决的问题和考核指标。") { Field = "title" };

    public static readonly Refusal NoDays = new("challenges.days", "揭榜截止不早于今天，完成时限不早于揭榜截止。") { Field = "bidsUntil" };

    public static readonly Refusal NoField = new("challenges.field", "请选择业务主管部门。") { Field = "field" };

    public static readonly Refusal NoOffer = new("challenges.offer", "请写明方案、承诺指标和领衔人。") { Field = "plan" };

    public static readonly Refusal NoMilestones = new("challenges.milestones", "请写明节点，一行一个，以日期开头，如：2027-03-31 完成样机。") { Field = "milestones" };

    public static readonly Refusal Closed = new("challenges.closed", "揭榜已经截止，或榜单已经选定。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal OwnField = new("challenges.own-field", "业务主管部门负责督办，不揭自己主管的榜。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal StillOpen = new("challenges.still-open", "揭榜还没有截止，截止后再评审选定。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NoMarks = new("challenges.marks", "请给每一项标准打分，0至100分。") { Field = "marks" };

    public static readonly Refusal NoBid = new("challenges.no-bid", "这个单位没有揭榜。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal Unmarked = new("challenges.unmarked", "还有揭榜方案没有评分，评完后再选定。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NotNow = new("challenges.state", "榜单现在的情况不能这样办理，请刷新后再看。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NotYours = new("challenges.unit", "只有选定的揭榜单位可以签订军令状。") { Kind = RefusalKind.Forbidden };

    public static readonly Refusal NoWords = new("challenges.words", "请写明情况，最多2000字。") { Field = "words" };

    public static readonly Refusal ChosenAgain = new("challenges.chosen-again", "已经选定揭榜单位。改选的，请写明理由。") { Field = "reason" };

    public static readonly Refusal HasBids = new("challenges.has-bids", "有单位揭榜，不能直接流榜。请先评审；都不合适的，写明理由。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal Docketed = new("challenges.docketed", "已经转为督办事项。") { Kind = RefusalKind.Conflict };

    public static Refusal NotBest(bool equal) => new("challenges.not-best", equal ? "有几家得分相同，请写明选定的理由。" : "这一家不是得分最高的，请写明选定的理由。") { Field = "reason" };

    public static Refusal BadMilestone(string line, DateOnly due) => new("challenges.milestone", $"节点“{line.Cut(30)}”应以日期开头，且不晚于完成时限{due:yyyy年M月d日}。") { Field = "milestones" };
}

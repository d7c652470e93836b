using Zhongshu.Calendar;
using Zhongshu.Modules.Supervision.Show;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision.Chains;

/// By what one sees that a link of a chain has happened.
public enum ChainSign
{
    /// 立项
    Docketed,

    /// 督查方案
    Scheme,

    /// 会商、征求意见
    Consulted,

    /// 批示或议定
    Decided,

    /// 任务分解
    Split,

    /// 交办
    Sent,

    /// 签收
    Received,

    /// 定节点
    Planned,

    /// 报进展
    Progress,

    /// 核查、实地督查
    Checked,

    /// 反馈
    Reported,

    /// 销号
    Closed,

    /// 印发通报
    Issued,

    /// 归档
    Filed,
}

/// What happened for one sign: when first, and how far it is, in words.
public sealed record ChainFact(DateTimeOffset At, string Detail, bool Whole = true);

/// One link as it stands. Done: it happened; Whole: for all tasks. Took: the time from the arrival, where it counts.
public sealed record ChainLink(string Word, ChainFact? Fact, string Took);

public sealed record ChainLine(string Group, IReadOnlyList<ChainLink> Links);

/// 全程: the same facts of one item, told as the chains that the office thinks in (领导链, 一单四制, 三个第一时间, 五段). Nothing is filled in for it. Pure.
internal static class Chain
{
    public static IReadOnlyList<ChainLine> Of(RuleBook rules, SupervisionItem item, IReadOnlyDictionary<ChainSign, ChainFact> facts)
    {
        var links = rules.Value(ChainRules.Links).Where(l => Fits(l, item)).ToList();
        var arrived = facts.GetValueOrDefault(ChainSign.Sent)?.At;
        return [.. links.GroupBy(l => l.Group, StringComparer.Ordinal).Select(g => new ChainLine(g.Key, [.. g.Select(l => Link(l, facts.GetValueOrDefault(Enum.Parse<ChainSign>(l.Sign, true)), arrived, rules.Calendar))]))];
    }

    /// The facts, out of what the item's page shows.
    public static IReadOnlyDictionary<ChainSign, ChainFact> Facts(ItemView view, IReadOnlyList<DateTimeOffset> issued)
    {
        var facts = new Dictionary<ChainSign, ChainFact>();
        var tasks = view.Tasks.Where(t => t.Task.State != TaskState.Withdrawn).ToList();
        var (all, sent) = (tasks.Count, tasks.Where(t => t.Task.DeliveredAt is not null).ToList());
        var feedbacks = tasks.SelectMany(t => t.Feedbacks).Where(f => f.Feedback.State != FeedbackState.HeadReview).Select(f => f.Feedback).ToList();
        var steps = tasks.SelectMany(t => t.Plan.Milestones).ToList();
        Put(ChainSign.Docketed, view.Item.DocketedAt, "入台账");
        Put(ChainSign.Scheme, view.Item.Scheme.Length > 0 ? view.Item.DocketedAt : null, "有专属方案");
        Put(ChainSign.Consulted, First(view.Talks.Select(t => t.At).Concat(tasks.SelectMany(t => t.Agreements).Where(a => a.Agreement.At is not null).Select(a => a.Agreement.At!.Value))), $"会商{view.Talks.Count}次");
        Put(ChainSign.Decided, First(view.Bases.Select(b => b.WrittenOn is { } on ? OfficeDay.Start(on) : b.At)), $"{view.Bases.Count}项依据");
        Put(ChainSign.Split, all == 0 ? null : view.Item.DocketedAt, $"{all}项任务");
        Put(ChainSign.Sent, First(sent.Select(t => t.Task.DeliveredAt!.Value)), $"交办{sent.Count}/{all}", sent.Count == all);
        var received = sent.Count(t => t.Task.State != TaskState.Delivered);
        Put(ChainSign.Received, First(view.Trail.Where(t => t.Verb == "supervision.Receive").Select(t => t.At)), $"签收{received}/{all}", received == all);
        Put(ChainSign.Planned, First(view.Trail.Where(t => t.Verb == "supervision.plan").Select(t => t.At)), $"{steps.Count}个节点");
        Put(ChainSign.Progress, First(feedbacks.Select(f => f.At)), $"进度{(all == 0 ? 0 : (int)tasks.Average(t => t.Task.Progress))}%", tasks.TrueForAll(t => t.Task.Progress == 100));
        Put(ChainSign.Checked, First(view.Visits.Select(v => v.Visit.At).Concat(view.Trail.Where(t => t.Verb is "supervision.Chase" or "supervision.Accept" or "supervision.Refuse" or "supervision.Close").Select(t => t.At))), Times(("实地", view.Visits.Count), ("催办", tasks.Sum(t => t.Task.ChaseLevel)), ("核查", feedbacks.Count(f => f.State >= FeedbackState.Accepted))));
        Put(ChainSign.Reported, First(feedbacks.Select(f => f.At)), $"反馈{feedbacks.Count}次");
        var closed = tasks.Where(t => t.Task.State == TaskState.Closed).ToList();
        Put(ChainSign.Closed, First(closed.Select(t => t.Task.ClosedAt).OfType<DateTimeOffset>()), $"销号{closed.Count}/{all}", closed.Count == all);
        Put(ChainSign.Issued, First(issued), $"通报{issued.Count}次");
        Put(ChainSign.Filed, First(view.Trail.Where(t => t.Verb == "archives.filed").Select(t => t.At)), "已归档");
        return facts;

        void Put(ChainSign sign, DateTimeOffset? at, string detail, bool whole = true)
        {
            if (at is { } when) facts[sign] = new ChainFact(when, detail, whole);
        }
    }

    /// What happened how often; what did not happen is not said.
    private static string Times(params (string Word, int Count)[] counts) => string.Join('、', counts.Where(c => c.Count > 0).Select(c => $"{c.Word}{c.Count}次"));

    private static bool Fits(ChainWord link, SupervisionItem item) =>
        (link.Sources.Count == 0 && link.Topics.Count == 0) || SupervisionRules.KindsOf(link.Sources).Contains(item.Source) || link.Topics.Contains(item.Topic, StringComparer.Ordinal);

    private static ChainLink Link(ChainWord word, ChainFact? fact, DateTimeOffset? arrived, WorkCalendar calendar)
    {
        if (!word.Timed || fact is null || arrived is not { } from || fact.At < from) return new ChainLink(word.Word, fact, "");
        var days = calendar.WorkdaysBetween(OfficeDay.Of(from), OfficeDay.Of(fact.At));
        return new ChainLink(word.Word, fact, days > 0 ? $"用{days}个工作日" : $"用{Math.Max(1, (int)Math.Round((fact.At - from).TotalHours))}小时");
    }

    private static DateTimeOffset? First(IEnumerable<DateTimeOffset> times) => times.Cast<DateTimeOffset?>().Min();
}

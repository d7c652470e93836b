using Zhongshu.Calendar;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision;

public enum TaskState
{
    /// 待交办
    Drafted = 0,

    /// 待签收
    Delivered = 1,

    /// 办理中
    Running = 2,

    /// 待单位审定
    HeadReview = 3,

    /// 待核查
    Checking = 4,

    /// 已暂停
    Suspended = 5,

    /// 已销号
    Closed = 6,

    /// 已撤销
    Withdrawn = 7,
}

/// 督办任务: one piece of an item that one unit answers for. What happens to it is decided in TaskLife alone.
public sealed class SupervisionTask : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    /// 1, 2, 3 … within the item.
    public int Number { get; init; }

    public required string Title { get; init; }

    /// 成果和标准: by what one sees that it is done.
    public string Measure { get; init; } = "";

    public long LeadUnitId { get; set; }

    public TaskState State { get; set; }

    /// 长期工作: reports by period, not closed by its first deadline.
    public bool IsLongTerm { get; set; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; set; }

    public DateOnly DueOn { get; set; }

    /// What it was before the first extension or change.
    public DateOnly FirstDueOn { get; init; }

    public int Extensions { get; set; }

    /// A request for more time that waits for an answer.
    public DateOnly? AskedDueOn { get; set; }

    public string AskedReason { get; set; } = "";

    /// Where a suspended task goes on, since when it stands, and until when at the latest.
    public TaskState ResumesAs { get; set; }

    public DateOnly? SuspendedOn { get; set; }

    public DateOnly? SuspendedUntil { get; set; }

    public int Progress { get; set; }

    /// When the unit was last heard (received, fed back).
    public DateTimeOffset HeardAt { get; set; }

    /// When the feedback that led to closing was handed in: on time is counted by this, not by the office's checking.
    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public bool InTime { get; set; }

    public DateOnly? LookBackOn { get; set; }

    public int Reopened { get; set; }

    public Light Light { get; set; }

    /// The day of the next milestone that is not done; null without a plan.
    public DateOnly? NextStepOn { get; set; }

    /// 双重督办: the department that presses a laggard together with the supervision office, and since when.
    public long? SecondUnitId { get; set; }

    public DateOnly? DoubledOn { get; set; }

    /// When the light turns by itself, computed whenever something happens, so that the nightly sweep is one statement.
    public DateTimeOffset? YellowAt { get; set; }

    public DateTimeOffset? RedAt { get; set; }

    public DateTimeOffset? ChaseAt { get; set; }

    public int ChaseLevel { get; set; }

    /// 分解自: the number of the task that it is a part of.
    public int? ParentNumber { get; set; }

    /// 责任人 in the lead unit, as named when it was received.
    public string PersonName { get; set; } = "";

    /// 兜底: nobody was clearly competent, so the office took it.
    public bool IsFallback { get; init; }

    /// How many pieces of work it has put on desks so far.
    public int Moves { get; set; }

    public bool IsOpen => State is not (TaskState.Closed or TaskState.Withdrawn);
}

public enum UnitPart
{
    /// 牵头
    Lead = 1,

    /// 配合
    Supporting = 2,

    /// 抄送
    Copied = 3,

    /// 业务主管, in double supervision
    Second = 4,
}

/// A unit on a task.
internal sealed class TaskUnit : IPartOfMatter
{
    public long TaskId { get; init; }

    public long UnitId { get; init; }

    public long MatterId { get; init; }

    public UnitPart Part { get; set; }
}

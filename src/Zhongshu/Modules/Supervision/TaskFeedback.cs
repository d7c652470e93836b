using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision;

public enum FeedbackState
{
    /// 待单位审定
    HeadReview = 0,

    /// 待核查
    Handed = 1,

    /// 已采纳
    Accepted = 2,

    /// 退回
    Refused = 3,
}

/// 反馈: what the unit reports on a task, with its evidence.
public sealed class TaskFeedback : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public long TaskId { get; init; }

    public long UnitId { get; init; }

    public long PersonId { get; init; }

    public required string PersonName { get; init; }

    /// 审定人
    public string ApprovedBy { get; set; } = "";

    public required string Text { get; init; }

    public int Progress { get; init; }

    /// 下一步: what the unit promises to have done by its next report.
    public string Promise { get; init; } = "";

    /// 申请销号
    public bool IsFinal { get; init; }

    /// How much of it stood in the last feedback to the letter, 0 to 100.
    public int CopiedPercent { get; init; }

    public FeedbackState State { get; set; }

    /// What is missing, or what the checker noted.
    public string Note { get; set; } = "";

    public DateTimeOffset At { get; init; }
}

/// 佐证: what shows that something was done; a text, a file or both.
public sealed class Evidence : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public long FeedbackId { get; init; }

    /// Id in supervision.evidence.
    public required string Kind { get; init; }

    public string Text { get; init; } = "";

    public long? AttachmentId { get; init; }
}

public enum CountersignState
{
    /// 待会签
    Asked = 0,

    /// 同意
    Agreed = 1,

    /// 有不同意见
    Differs = 2,
}

/// 会签: what a supporting unit says of a joint feedback before it goes to the supervision office.
public sealed class Countersign : IPartOfMatter
{
    public long FeedbackId { get; init; }

    public long UnitId { get; init; }

    public long MatterId { get; init; }

    public CountersignState State { get; set; }

    public string Words { get; set; } = "";

    public string PersonName { get; set; } = "";

    public DateTimeOffset? At { get; set; }
}

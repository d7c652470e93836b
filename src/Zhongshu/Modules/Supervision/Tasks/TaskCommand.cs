using Zhongshu.Calendar;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.Supervision.Tasks;

public enum TaskVerb
{
    /// 交办
    Send = 1,

    /// 签收
    Receive = 2,

    /// 退回交办
    Decline = 3,

    /// 反馈
    Feed = 4,

    /// 审定反馈
    ApproveFeedback = 5,

    /// 退回修改反馈
    ReturnFeedback = 6,

    /// 采纳进展
    Accept = 7,

    /// 退回补报
    Refuse = 8,

    /// 销号
    Close = 9,

    /// 部分销号
    ClosePartly = 10,

    /// 转为长期工作
    TurnLongTerm = 11,

    /// 重新打开
    Reopen = 12,

    /// 暂停
    Suspend = 13,

    /// 恢复
    Resume = 14,

    /// 申请延期
    AskExtension = 15,

    /// 同意延期
    GrantExtension = 16,

    /// 不同意延期
    DenyExtension = 17,

    /// 变更责任单位
    Reassign = 18,

    /// 调整时限
    ChangeDue = 19,

    /// 撤销
    Withdraw = 20,

    /// 人工催办
    Chase = 21,

    /// 回头看
    LookBack = 22,

    /// 双重督办
    Double = 23,

    /// 调整配合单位
    Support = 24,

    /// 增加抄送单位
    Copy = 25,
}

/// Who stands before a task: the supervision office, the unit that leads it, that unit's head.
[Flags]
public enum Side
{
    None = 0,
    Office = 1,
    Unit = 2,
    Head = 4,
}

/// What somebody wants of a task.
internal sealed record TaskCommand(TaskVerb Verb)
{
    /// The reason, the opinion, what is missing: as the verb asks.
    public string Reason { get; init; } = "";

    /// A new deadline, or until when it is suspended.
    public DateOnly? On { get; init; }

    public long UnitId { get; init; }

    /// The supporting units from now on, or those that are to read along too.
    public IReadOnlyList<long> Units { get; init; } = [];

    /// 责任人
    public string Person { get; init; } = "";

    public int Progress { get; init; }

    public bool IsFinal { get; init; }

    /// 会签: the supporting units sign before the head does.
    public bool Countersign { get; init; }

    /// 佐证 of a feedback: ids of supervision.evidence.
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// 核查方式: ids of supervision.checking.
    public IReadOnlyList<string> Ways { get; init; } = [];

    /// 回头看: still in order.
    public bool Passed { get; init; }
}

/// The last feedback, as the checker has it before him.
internal sealed record LastFeedback(bool IsFinal, IReadOnlyList<string> Evidence, DateTimeOffset At);

/// What a decision needs to know beside the task.
internal sealed record TaskFacts
{
    public required Side Side { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required DateOnly Today { get; init; }

    public required TaskFigures Figures { get; init; }

    public LastFeedback? Last { get; init; }

    /// The source asks that somebody goes to see before it is closed.
    public bool NeedsOnsite { get; init; }

    /// The source asks that those concerned say so before it is closed (群众、企业反映).
    public bool NeedsVoice { get; init; }

    /// Supporting units that have not signed the joint feedback yet.
    public IReadOnlyList<string> Unsigned { get; init; } = [];

    /// Tasks under this one that are not closed yet.
    public int OpenParts { get; init; }

    /// Their days: none should end after this task does.
    public IReadOnlyList<DateOnly> PartDays { get; init; } = [];

    /// The task that it is a part of and by when that is due; null when there is none that ends.
    public (int Number, DateOnly DueOn)? Above { get; init; }

    /// The progress that was taken up last: what a refused report or a result that did not hold falls back to.
    public int Reached { get; init; }

    /// The number of the task that it is a part of, when that is closed.
    public int? ClosedAbove { get; init; }

    /// Parts from which nothing was reported yet, where they are collected before it is reported up.
    public int UnheardParts { get; init; }

    /// 主管部门 that collects and checks this part's feedback before it is reported up; null when none does.
    public Collector? Collector { get; init; }

    /// 上级任务的牵头单位 up to the top, and the lead units of all tasks below: none of them may become its lead.
    public IReadOnlyList<long> Line { get; init; } = [];

    /// What the last visit since the feedback found: as reported, not as reported, or null when nobody went.
    public bool? VisitFits { get; init; }
}

/// 汇总审核: by whom, and what it made of the feedback that waits (null: not said yet).
internal sealed record Collector(long UnitId, string Name)
{
    public bool? Agrees { get; init; }
}

/// The figures of the rules, as one decision needs them.
internal sealed record TaskFigures(WorkCalendar Calendar, LightThresholds Thresholds, Within CheckLimit, int Extensions, Within ExtensionLongest)
{
    public required Within LookBack { get; init; }

    public required Within LongTerm { get; init; }

    public required Within ChaseEvery { get; init; }

    /// 调度频率 of the item: a unit not heard for longer turns yellow.
    public required Within Dispatch { get; init; }

    public required IReadOnlyList<EvidenceWord> Evidence { get; init; }

    public required IReadOnlyList<CheckingWord> Checking { get; init; }

    /// 双重督办: how long a task must be overdue.
    public required Within DoubleAfter { get; init; }

    public bool Proves(IEnumerable<string> evidence) => evidence.Any(id => Evidence.Any(e => e.Id == id && e.Proves));

    public static TaskFigures Of(RuleBook book, string limitClass)
    {
        var limits = book.Value(SupervisionRules.Limits);
        var dispatch = (limits.FirstOrDefault(l => l.Id == limitClass) ?? limits[0]).Dispatch;
        return new TaskFigures(book.Calendar, DeadlineRules.Thresholds(book), book.Value(SupervisionRules.CheckLimit), book.Value(SupervisionRules.Extensions), book.Value(SupervisionRules.ExtensionLongest))
        {
            LookBack = book.Value(SupervisionRules.LookBack),
            LongTerm = book.Value(SupervisionRules.LongTerm),
            ChaseEvery = book.Value(SupervisionRules.ChaseEvery),
            Dispatch = book.Value(SupervisionRules.Dispatches).First(d => d.Id == dispatch).Every,
            Evidence = book.Value(SupervisionRules.Evidence),
            DoubleAfter = book.Value(SupervisionRules.DoubleAfter),
            Checking = book.Value(SupervisionRules.Checking),
        };
    }
}

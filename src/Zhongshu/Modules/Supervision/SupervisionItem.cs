using Zhongshu.Calendar;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision;

/// 来源, in the order of the rule supervision.sources.
internal enum SourceKind
{
    Instruction = 1,
    Meeting = 2,
    Superior = 3,
    Yearly = 4,
    Research = 5,
    Inspection = 6,
    Citizen = 7,
}

/// 反馈方式, in the order of the rule supervision.reporting.
internal enum Reporting
{
    /// 一事一报
    Single = 1,

    /// 核报
    Checked = 2,

    /// 批量汇总
    Batch = 3,
}

/// 督办事项: one matter under supervision, decomposed into tasks. One row a matter.
internal sealed class SupervisionItem : IPartOfMatter
{
    public long MatterId { get; init; }

    /// 本级单位 whose ledger it stands in.
    public long UnitId { get; init; }

    public SourceKind Source { get; init; }

    /// The leader whose will it is; the first one when several instructed.
    public long? LeaderId { get; init; }

    /// 时限档: id in supervision.limits.
    public required string LimitClass { get; init; }

    public Reporting Reporting { get; init; }

    /// 事项阶段: id in supervision.phases.
    public string Phase { get; init; } = "";

    /// 专题: id in supervision.topics; empty for none.
    public string Topic { get; init; } = "";

    /// 督办意见, as the letter says it.
    public string Advice { get; set; } = "";

    /// 办理打转: who wrote the report would also be supervised on it. The words that say so; empty when not.
    public string Turning { get; init; } = "";

    /// 上位依据: what higher instructions and papers the advice rests on, one a line.
    public string Grounds { get; set; } = "";

    /// 材料梳理 of what was instructed on: 报件初衷, 核心观点, 来龙去脉.
    public string Purpose { get; set; } = "";

    public string Gist { get; set; } = "";

    public string Course { get; set; } = "";

    /// 督查方案 of its own (一事一策); empty for none.
    public string Scheme { get; set; } = "";

    public DateTimeOffset DocketedAt { get; init; }

    /// Some task is open. The board reads one index by this, the light and the day.
    public bool IsOpen { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// 结果, told to the leader first.
    public string Result { get; set; } = "";

    public int Tasks { get; set; }

    public int OpenTasks { get; set; }

    /// The first deadline of the open tasks that are not with the office; the last one's when none is open.
    public DateOnly DueOn { get; set; }

    /// The worst light of the open tasks.
    public Light Light { get; set; }
}

/// 立项依据: where an item comes from, with the instruction to the letter. Written once. A second basis is a merged one (并案).
internal sealed class Basis : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public SourceKind Source { get; init; }

    /// The matter that it was instructed on, when that is in the house.
    public long? FromMatterId { get; init; }

    public long? OpinionId { get; init; }

    public long? LeaderId { get; init; }

    public string LeaderName { get; init; } = "";

    /// 批示抄清, to the letter.
    public string Quote { get; init; } = "";

    public DateOnly? WrittenOn { get; init; }

    /// The paper, meeting or list it stands in, in words.
    public string Origin { get; init; } = "";

    public DateTimeOffset At { get; init; }
}

/// 督办函, as it was sent: its parts are kept, so that it reads the same for ever.
internal sealed class SentLetter : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public required string Number { get; init; }

    /// The parts as JSON (LetterParts).
    public required string Parts { get; init; }

    public DateTimeOffset At { get; init; }

    public long SentBy { get; init; }
}

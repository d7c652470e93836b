using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Docket;

/// 立项 as it is decided on: everything found and read, nothing yet computed.
internal sealed record DocketForm
{
    public string Title { get; init; } = "";

    /// Whose ledger it stands in; the actor's own when not said.
    public long? UnitId { get; init; }

    public SourceKind Source { get; init; }

    /// 批示抄清; when it stands in the house, taken from there and not from whoever posts.
    public string Quote { get; init; } = "";

    public long? LeaderId { get; init; }

    public string LeaderName { get; init; } = "";

    public DateOnly? WrittenOn { get; init; }

    public string Origin { get; init; } = "";

    public long? OpinionId { get; init; }

    /// The matter that it comes from, and who wrote that.
    public long? FromMatterId { get; init; }

    public long? WrittenByUnitId { get; init; }

    public int Classification { get; init; }

    public Urgency Urgency { get; init; }

    public string LimitClass { get; init; } = "";

    public Reporting Reporting { get; init; } = Reporting.Batch;

    public string Phase { get; init; } = "";

    public string Topic { get; init; } = "";

    public string Advice { get; init; } = "";

    /// Why a deadline is shorter than its class grants.
    public string ShortReason { get; init; } = "";

    public IReadOnlyList<TaskForm> Tasks { get; init; } = [];

    public bool DespiteLikeness { get; init; }
}

/// One task as asked for.
internal sealed record TaskForm(string Title, string Measure, long LeadUnitId, IReadOnlyList<long> Supporting, IReadOnlyList<long> Copied, DateOnly? DueOn)
{
    /// 兜底: no unit is clearly competent; the office takes it.
    public bool IsFallback { get; init; }
}

/// One task as it will be: with its day.
internal sealed record PlannedTask(string Title, string Measure, long LeadUnitId, IReadOnlyList<long> Supporting, IReadOnlyList<long> Copied, DateOnly DueOn)
{
    public bool IsFallback { get; init; }

    /// The task that it is a part of.
    public int? Parent { get; init; }
}

/// A docketing that may go in: its tasks with their days, and what is to be said of it.
internal sealed record PlannedDocket(IReadOnlyList<PlannedTask> Tasks, string Turning, IReadOnlyList<string> Remarks)
{
    /// Some task is due before its class would grant: only then a reason for it is told.
    public bool IsShort { get; init; }
}

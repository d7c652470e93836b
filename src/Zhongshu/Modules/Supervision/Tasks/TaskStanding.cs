using Zhongshu.Calendar;

namespace Zhongshu.Modules.Supervision.Tasks;

/// Where a task stands: all that TaskLife decides on and changes.
internal sealed record TaskStanding
{
    public TaskState State { get; init; }

    public long LeadUnitId { get; init; }

    public bool IsLongTerm { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    public DateOnly DueOn { get; init; }

    public int Extensions { get; init; }

    public DateOnly? AskedDueOn { get; init; }

    public string AskedReason { get; init; } = "";

    public TaskState ResumesAs { get; init; }

    public DateOnly? SuspendedOn { get; init; }

    public DateOnly? SuspendedUntil { get; init; }

    public int Progress { get; init; }

    public DateTimeOffset HeardAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public bool InTime { get; init; }

    public DateOnly? LookBackOn { get; init; }

    public int Reopened { get; init; }

    public DateOnly? NextStepOn { get; init; }

    public long? SecondUnitId { get; init; }

    public DateOnly? DoubledOn { get; init; }

    public bool IsOpen => State is not (TaskState.Closed or TaskState.Withdrawn);

    /// A request for more time is answered while the task lies with its unit; while it is suspended or its feedback is looked at, the request waits.
    public bool AwaitsAnswer => AskedDueOn is not null && State is (TaskState.Delivered or TaskState.Running);

    /// The day by which whoever holds it must have moved; a suspended task is looked at again on its own day.
    public DateOnly HeldUntil(TaskFigures figures) => State switch
    {
        TaskState.Suspended => SuspendedUntil ?? DueOn,
        TaskState.Checking => new Deadline(HeardAt, figures.CheckLimit).DueBy(figures.Calendar).Day,
        _ => DueOn,
    };

    public static TaskStanding Of(SupervisionTask task) => new()
    {
        State = task.State,
        LeadUnitId = task.LeadUnitId,
        IsLongTerm = task.IsLongTerm,
        OpenedAt = task.OpenedAt,
        DeliveredAt = task.DeliveredAt,
        DueOn = task.DueOn,
        Extensions = task.Extensions,
        AskedDueOn = task.AskedDueOn,
        AskedReason = task.AskedReason,
        ResumesAs = task.ResumesAs,
        SuspendedOn = task.SuspendedOn,
        SuspendedUntil = task.SuspendedUntil,
        Progress = task.Progress,
        HeardAt = task.HeardAt,
        AnsweredAt = task.AnsweredAt,
        ClosedAt = task.ClosedAt,
        InTime = task.InTime,
        LookBackOn = task.LookBackOn,
        Reopened = task.Reopened,
        NextStepOn = task.NextStepOn,
        SecondUnitId = task.SecondUnitId,
        DoubledOn = task.DoubledOn,
    };

    public void CopyTo(SupervisionTask task)
    {
        task.State = State;
        task.LeadUnitId = LeadUnitId;
        task.IsLongTerm = IsLongTerm;
        task.DeliveredAt = DeliveredAt;
        task.DueOn = DueOn;
        task.Extensions = Extensions;
        task.AskedDueOn = AskedDueOn;
        task.AskedReason = AskedReason;
        task.ResumesAs = ResumesAs;
        task.SuspendedOn = SuspendedOn;
        task.SuspendedUntil = SuspendedUntil;
        task.Progress = Progress;
        task.HeardAt = HeardAt;
        task.AnsweredAt = AnsweredAt;
        task.ClosedAt = ClosedAt;
        task.InTime = InTime;
        task.LookBackOn = LookBackOn;
        task.Reopened = Reopened;
        task.NextStepOn = NextStepOn;
        task.SecondUnitId = SecondUnitId;
        task.DoubledOn = DoubledOn;
    }
}

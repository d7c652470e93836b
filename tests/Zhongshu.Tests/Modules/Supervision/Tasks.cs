using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Platform.Rules;

namespace Zhongshu.Tests.Modules.Supervision;

/// Tasks and facts for the pure life of a task, by the shipped rules; the day is Monday 23 November 2026.
internal static class Tasks
{
    public static readonly RuleBook Book = OfficeRules.Load(RulesFolder.Path).Book!;

    public static readonly TaskFigures Figures = TaskFigures.Of(Book, "routine");

    public static readonly DateOnly Monday = new(2026, 11, 23);

    public static readonly DateTimeOffset Morning = OfficeDay.Start(Monday).AddHours(9);

    public const Side Everybody = Side.Office | Side.Unit | Side.Head;

    public static TaskStanding In(TaskState state) => new()
    {
        State = state,
        LeadUnitId = 50,
        OpenedAt = Morning,
        DeliveredAt = Morning,
        HeardAt = Morning,
        DueOn = new DateOnly(2026, 12, 14),
        ResumesAs = TaskState.Running,
        SuspendedOn = state == TaskState.Suspended ? Monday : null,
        SuspendedUntil = state == TaskState.Suspended ? Monday.AddDays(7) : null,
        LookBackOn = state == TaskState.Closed ? Monday.AddMonths(3) : null,
        ClosedAt = state >= TaskState.Closed ? Morning : null,
    };

    public static TaskFacts At(DateTimeOffset now, Side side = Everybody, LastFeedback? last = null, bool onsite = false, bool? visit = null) =>
        new() { Side = side, Now = now, Today = OfficeDay.Of(now), Figures = Figures, Last = last, NeedsOnsite = onsite, VisitFits = visit };

    public static LastFeedback Final(params string[] evidence) => new(true, evidence.Length == 0 ? ["photo"] : evidence, Morning);

    public static TaskCommand Do(TaskVerb verb, string reason = "理由充分", DateOnly? on = null) => new(verb) { Reason = reason, On = on, UnitId = 51, Units = [51], Ways = ["call"], Evidence = ["photo"] };
}

using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Defects;

/// Every expected "no" of 错情复盘, one line each.
internal static class DefectRefusals
{
    public static readonly Refusal NotOthers = new("defects.unit", "只能登记本单位的错情。其他单位的错情请告知办公室登记。") { Kind = RefusalKind.Forbidden, Field = "unit" };

    public static readonly Refusal NotYours = new("defects.not-yours", "这件错情由责任单位和办公室复盘，您可以查看，不能办理。") { Kind = RefusalKind.Forbidden };

    public static readonly Refusal NotYourStep = new("defects.not-your-step", "这一步由指定的同志完成。需要换人的，请告知责任单位或办公室。") { Kind = RefusalKind.Forbidden };

    public static readonly Refusal MustReview = new("defects.must-review", "领导或上级指出的、造成不良影响的错情必须复盘，不能直接销号。请先安排复盘。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NoWhole = new("defects.three-alls", "销号前请写全：哪些人参加（全员）、各环节分别有什么问题（全过程）、还有哪些场合会犯同样的错（全场景）。") { Field = "everybody" };

    public static readonly Refusal NoLesson = new("defects.lesson", "请用一两句话写明教训，最多1000字。") { Field = "lesson" };

    public static readonly Refusal NoPerson = new("defects.person", "每起错情都要落实到具体的人，不能都有责任、也都没责任。请选择责任人后再销号。") { Field = "person" };

    public static readonly Refusal NoAdvice = new("defects.no-advice", "堵点难点要开门纳谏，还没有人提建议。请先请大家提建议，采纳后再销号。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NotOpen = new("defects.not-open", "这件错情没有在征求建议。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NotTold = new("defects.not-told", "这件错情还没有通报，不需要自查。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NotClosed = new("defects.not-closed", "复盘销号以后才能通报。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NoCases = new("defects.no-cases", "这一年还没有列为典型案例的错情，不能汇编。销号时勾选“列为典型案例”的才收入。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal SummedUp = new("lessons.summed-up", "这件事项已经写过总结，一件一次就够了。要补充的，请另写一条经验。") { Kind = RefusalKind.Conflict };

    public static Refusal Missing(string field, string message) => new($"defects.{field}", message) { Field = field };

    public static Refusal NoOwner(string step) => new("defects.owner", $"请为“{step}”指定责任人。") { Field = "owner" };

    public static Refusal NoDue(string step) => new("defects.due", $"“{step}”的时限不能早于今天，也不能早于前一步。") { Field = "due" };

    public static Refusal NotNow(string what, DefectState state) => new("defects.state", $"这件错情现在是“{DefectLife.WordOf(state)}”，不能{what}。请刷新后再看。") { Kind = RefusalKind.Conflict };

    public static Refusal StepBefore(string step) => new("defects.order", $"请先完成“{step}”，复盘按步骤依次进行。") { Kind = RefusalKind.Conflict };

    public static Refusal StepOpen(string step) => new("defects.step-open", $"“{step}”还没有完成，不能销号。") { Kind = RefusalKind.Conflict };
}

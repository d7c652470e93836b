using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Supervision;

/// Every expected "no" of 督查督办 that is said in more than one place.
internal static class SupervisionRefusals
{
    public static Refusal NotYours(TaskVerb verb, Side side) => new("supervision.not-yours",
        side switch
        {
            Side.Office => $"“{TaskWords.Of(verb)}”由督查部门办理。请通过反馈说明情况，或联系督查部门。",
            Side.Head => $"“{TaskWords.Of(verb)}”由牵头单位负责人办理。",
            _ => $"您所在单位不是这项任务的牵头单位，不能{TaskWords.Of(verb)}。请由牵头单位办理，或请督查部门变更责任单位。",
        }) { Kind = RefusalKind.Forbidden };

    public static Refusal NotNow(TaskStanding task, TaskVerb verb, IReadOnlyList<TaskVerb> open)
    {
        var next = open.Count == 0 ? "请刷新后查看最新情况。" : $"现在可以：{string.Join('、', open.Select(TaskWords.Of))}。";
        return new("supervision.not-now", $"这项任务{TaskWords.Of(task.State)}{(task.AwaitsAnswer ? "、延期申请待答复" : "")}，不能{TaskWords.Of(verb)}。{next}") { Kind = RefusalKind.Conflict };
    }

    public static Refusal NoReason(TaskVerb verb) => new("supervision.reason", $"请写明{TaskWords.Of(verb)}的理由或依据，将记入办理过程。") { Field = "Reason" };

    public static Refusal OnlyPaper(TaskFigures figures) => new("supervision.only-paper",
        $"只有文件或会议不能证明已经落实。请补充能看到结果的佐证，如{string.Join('、', figures.Evidence.Where(e => e.Proves).Select(e => e.Word))}。") { Field = "Evidence" };

    public static Refusal PartsOpen(TaskVerb verb, int open) => new("supervision.parts-open", $"下面还有{open}项分解任务没有办完，不能{TaskWords.Of(verb)}。请先逐项核查销号，或撤销不再需要的。") { Kind = RefusalKind.Conflict };

    public static Refusal ClosedAbove(int number) => new("supervision.closed-above", $"它分解自第{number}项任务，那一项已经销号。请先重新打开第{number}项，再重新打开这一项。") { Kind = RefusalKind.Conflict };

    public static Refusal Circle(string field) => new("supervision.circle", "这个单位已经在这项任务的上下级分解中牵头，再交给它就绕回去了。请另选单位，或直接与它对接。") { Field = field };

    public static readonly Refusal NoTask = Refusal.NotFound("这项督办任务");

    public static Refusal UnknownUnit(string field, string words) => new("supervision.unknown-unit", $"单位名称“{words.Cut(30)}”不在机构中或已撤销。请从列出的单位中选择。") { Field = field };

    public static Refusal TooLong(string field, string name, int most, int length) => new("supervision.too-long", $"{name}最多{most}字，现有{length}字。请精简。") { Field = field };

    public static readonly Refusal LooksBackFirst = new("supervision.look-back-first", "这件督办事项还有任务没有回头看。请先回头看，成果巩固的再归档。") { Kind = RefusalKind.Conflict };

    public static Refusal LooksBackEarly(DateOnly on) => new("supervision.look-back-early", $"定于{on:yyyy年M月d日}回头看，还没有到。到期再看是否反弹；确需提前通过的，写明理由，将记入办理过程。") { Field = "Reason" };

    public static readonly Refusal Filed = new("supervision.filed", "这件督办事项已经归档，不能再办理或改动。又出现的问题，请另行立项，并列为同类事项。") { Kind = RefusalKind.Conflict };

    public static Refusal Missing(string field, string message) => new("supervision.missing", message) { Field = field };
}

using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Improvements;

/// Every expected "no" of 务虚和改进, one line each.
internal static class ImprovementRefusals
{
    public static readonly Refusal Over = new("improvements.over", "这一项已经办结或者撤下，不能再登记。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NotYours = new("improvements.owner", "只有责任人和办公室可以登记结果。") { Kind = RefusalKind.Forbidden };

    public static readonly Refusal NotOfOffice = Refusal.Forbidden("登记办公室的务虚和改进事项");

    public static readonly Refusal NoParent = new("improvements.parent", "专项方案要挂在一个总方案下面，请先建总方案。") { Field = "parent" };

    public static readonly Refusal NotEvaluated = new("improvements.not-evaluated", "还没有评估结论为“可以推广”，不能推广。请先在纠偏环节登记评估。") { Kind = RefusalKind.Conflict, Field = "stage" };

    public static Refusal Missing(string field, string message) => new($"improvements.{field}", message) { Field = field };

    public static Refusal NotSettled(string way) => new("improvements.not-settled", $"这条意见要{way}，还不能办结。请先回头评估，转为马上执行后再登记结果。") { Kind = RefusalKind.Conflict };

    public static Refusal OneGeneral(string title) => new("improvements.one-general", $"总方案只有一个，现有“{title}”。请在它下面建专项方案，或者先结束它。") { Kind = RefusalKind.Conflict, Field = "form" };

    public static Refusal TooEarly(string stage) => new("improvements.stage-order", $"还没有走到这一步，请先登记“{stage}”。") { Kind = RefusalKind.Conflict, Field = "stage" };
}

using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Regulations;

/// Every expected "no" of 制度台账, one line each.
internal static class RegulationRefusals
{
    public static readonly Refusal Ended = new("regulations.ended", "这项制度已经废止，不能再办理。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal Planned = new("regulations.planned", "这项制度已经列入制修订计划，不要重复立项。请在计划中增补内容。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal PlanOver = new("regulations.plan-over", "这项任务已经完成或取消，不能再办理。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal Answered = new("regulations.answered", "这条意见已经答复过。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NoMade = new("regulations.made", "请先把新制度登记到台账，再选它来完成这项任务。") { Field = "made" };

    public static readonly Refusal OwnDetail = new("regulations.details", "制度不能细化它自己，也不能细化已废止的或者不是原则性的制度。") { Field = "details" };

    public static readonly Refusal NotYourPost = new("regulations.post", "岗位手册由办公室和本科室负责人补充。发现不对的，请告诉他们。") { Kind = RefusalKind.Forbidden };

    public static Refusal Missing(string field, string message) => new($"regulations.{field}", message) { Field = field };

    public static Refusal SameTitle(string title) => new("regulations.title", $"台账里已有“{title}”。修订的请列入制修订计划，不要另立一项。") { Kind = RefusalKind.Conflict, Field = "title" };

    public static Refusal StillDetailed(int count) => new("regulations.still-detailed", $"还有{count}项细则以它为依据，请先废止或改挂这些细则。") { Kind = RefusalKind.Conflict };
}

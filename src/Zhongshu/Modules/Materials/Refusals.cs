using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Materials;

/// Every expected "no" of the library, one line each.
internal static class MaterialRefusals
{
    public static readonly Refusal Empty = new("materials.empty", "请写内容，或者上传一个文件。") { Field = "answer-0" };

    public static readonly Refusal NotYours = new("materials.owner", "只有上传人本科室和办公室可以改。有不对的地方，请告诉上传人。") { Kind = RefusalKind.Forbidden };

    public static readonly Refusal Ended = new("materials.ended", "这份资料已经撤下，不能再改。需要的请另行上传。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal Unchanged = new("materials.unchanged", "内容没有改动，也没有换文件，不必更新。") { Field = "answer-0" };

    public static readonly Refusal Answered = new("materials.answered", "这次索要已经答复过。") { Kind = RefusalKind.Conflict };

    public static Refusal Missing(string field, string message) => new($"materials.{field}", message) { Field = field };

    public static Refusal NotOpenToAsker(string title, string audience) => new("materials.audience", $"“{title}”只给{audience}看，对方打不开。请先改它的查看范围，或者写明材料送到了哪里。") { Kind = RefusalKind.Conflict, Field = "material" };

    public static Refusal SameTitle(string title) => new("materials.title", $"知识库里已有“{title}”。内容有变化的，请打开它更新版本，不要另传一份。") { Kind = RefusalKind.Conflict, Field = "title" };
}

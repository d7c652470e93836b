using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.FairCopies;

/// Every expected "no" of 排版, one line each.
internal static class FairCopyRefusals
{
    public static readonly Refusal Empty = new("typesetting.empty", "请填写内容，或上传要排版的文件。") { Field = "text" };

    public static readonly Refusal Form = new("typesetting.form", "这种文书不能输出成所选的格式：席卡只有 PDF，签报没有 OFD。请改选其他格式。") { Field = "output" };

    public static readonly Refusal Output = new("typesetting.output", "输出格式只能是 pdf、docx、ofd。") { Field = "output" };

    public static readonly Refusal Gone = new("typesetting.gone", "这份排版稿不在了：可能已过保存期自动清理，或不是您的。请重新排版。") { Kind = RefusalKind.NotFound };

    public static readonly Refusal Request = new("typesetting.request", "请求内容不是合格的 JSON，或文字中有残缺字符。请核对后重新提交；也可用 multipart/form-data 上传文件。");

    public static Refusal Kind(string given) => new("typesetting.kind", $"不认识的文书种类“{given}”。可用：{string.Join('、', FairKinds.All.Select(k => k.Id))}。") { Field = "kind" };

    public static readonly Refusal TooManySeals = new("typesetting.seals", "印章图片最多 20 个。") { Field = "seal" };

    public static Refusal Seal(string name, string message) => new("typesetting.seal", name.Length > 0 ? $"“{name}”：{message}" : message) { Field = "seal" };

    public static Refusal Fonts(string message) => new("typesetting.fonts", message);

    public static Refusal Layout(string path, string message) => new("typesetting.layout", $"本单位排版规则 {Path.GetFileName(path)} 有误：{message}改正后重新启动系统再排版。");

    public static Refusal Unread(string name, string rule, string message) => new(rule, $"“{name}”没有读出来：{message}") { Field = "file" };

    public static Refusal Unchecked(string name, string message) => new("typesetting.format-check", $"“{name}”不能检查格式：{message}") { Field = "file" };

    public static Refusal TooLong(int most) => new("typesetting.too-long", $"内容过长，一次最多排{most}个字符。请分成几份。") { Kind = RefusalKind.TooLarge, Field = "text" };

    public static Refusal Classified(string word) =>
        new("secrecy.network", $"文稿标有“{word}”。本系统未部署在涉密内网，涉密文稿不得录入，内容没有保存。请在涉密计算机上排版。") { Kind = RefusalKind.Forbidden, Field = "text" };
}

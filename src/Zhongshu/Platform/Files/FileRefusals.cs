using System.Globalization;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Platform.Files;

/// Every expected "no" to a file, one line each.
internal static class FileRefusals
{
    private const string Field = "files";

    public static readonly Refusal None = new("files.none", "没有选择文件。请选择或拖入文件后再提交。") { Field = Field };

    public static readonly Refusal Broken = new("files.broken-upload", "文件没有传完整。请检查网络后重新上传。") { Field = Field };

    public static readonly Refusal NotFromOurPage = new("files.form-token", "页面停留时间过长，或不是从本系统的页面上传，文件没有保存。请刷新页面后重新上传。") { Kind = RefusalKind.Forbidden, Field = Field };

    public static Refusal TooLarge(long most) =>
        new("files.too-large", string.Create(CultureInfo.InvariantCulture, $"文件超过 {most >> 20} MB 的上限，没有保存。请压缩、拆分或去掉图片后再上传。")) { Kind = RefusalKind.TooLarge, Field = Field };

    public static Refusal TooLargeTogether(long most) =>
        new("files.too-large-together", string.Create(CultureInfo.InvariantCulture, $"这一次上传合计超过 {most} MB，后面的文件没有保存。请分几次上传。")) { Kind = RefusalKind.TooLarge, Field = Field };

    public static Refusal TooMany(int most) =>
        new("files.too-many", string.Create(CultureInfo.InvariantCulture, $"附件一次最多 {most} 个，多出的没有保存。请分几次上传，或打包成一个压缩包。")) { Field = Field };

    public static Refusal Type(string name, IEnumerable<string> types) =>
        new("files.type", $"“{name}”不是可以上传的文件类型。可上传：{string.Join('、', types)}。请另存为其中一种后再上传。") { Field = Field };

    public static Refusal Mislabelled(string name, string content) =>
        new("files.mislabelled", $"“{name}”的内容是{content}，与文件名不符，没有保存。请核对文件，改正扩展名后再上传。") { Field = Field };

    public static Refusal Unread(string name, string rule, string message) => new(rule, $"“{name}”没有保存：{message}") { Field = Field };

    public static Refusal Classified(string name, string word) =>
        new("secrecy.network", $"“{name}”标有“{word}”。本系统未部署在涉密内网，文件已删除、未作保存。只可登记台账信息（标题、来文单位、字号、密级），原件交机要人员按保密规定保管。") { Kind = RefusalKind.Forbidden, Field = Field };

    public static Refusal Gone(string name) => new("files.gone", $"“{name}”上传后已超过一天没有登记，已自动清理。请重新上传。") { Field = Field };
}

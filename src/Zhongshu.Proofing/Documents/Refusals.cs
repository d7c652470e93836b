using System.Globalization;

namespace Zhongshu.Proofing.Documents;

internal static class Refusals
{
    public static ReadRefusal Empty { get; } =
        new("read.empty", "文件是空的。请确认选对了文件，或请来文单位重新发送。");

    public static ReadRefusal Damaged { get; } =
        new("read.damaged", "文件已损坏，读不出内容。请用 WPS 或 Word 打开检查，另存后再试。");

    public static ReadRefusal Password { get; } =
        new("read.password", "文件设有打开密码。请解除密码后再试。");

    public static ReadRefusal ZipBomb { get; } =
        new("read.zip_bomb", "文件展开后异常庞大，为安全起见未读取。请用 WPS 或 Word 另存后再试。");

    public static ReadRefusal TooDeep { get; } =
        new("read.too_deep", "文件内部嵌套过深，为安全起见未读取。请用 WPS 或 Word 另存后再试。");

    public static ReadRefusal TooSlow { get; } =
        new("read.too_slow", "读取超时，已停止。请把文件拆小，或另存后再试。");

    public static ReadRefusal NoText { get; } =
        new("read.no_text", "文件里没有文字，可能是扫描件。请先做文字识别，或手工录入。");

    public static ReadRefusal NoPdfProgram { get; } =
        new("read.converter_missing", "本机未安装 poppler（pdftotext），读不了 PDF。请管理员安装，或改用 docx、OFD 文件。");

    public static ReadRefusal NoOfficeProgram { get; } =
        new("read.converter_missing", "本机未安装 LibreOffice，读不了 doc、wps、rtf。请另存为 docx 后再试，或请管理员安装。");

    public static ReadRefusal TooLarge(long limit) =>
        new("read.too_large", string.Create(CultureInfo.InvariantCulture, $"文件超过 {limit >> 20} MB。请拆分，或去掉图片后再试。"));

    public static ReadRefusal Mislabelled(string name, string content) =>
        new("read.mislabelled", $"“{name}”的内容是{content}，不是公文文件。请核对后重新选择。");

    public static ReadRefusal Unsupported(string content) =>
        new("read.unsupported", $"暂不能读取{content}。请另存为 docx 后再试。");
}

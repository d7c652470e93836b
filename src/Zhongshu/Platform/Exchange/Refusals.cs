using System.Globalization;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Platform.Exchange;

internal static class Refusals
{
    public static readonly Refusal TooLarge = new("exchange.too-large", "表格文件过大。请分成几个文件，或删去图片后再导入。") { Kind = RefusalKind.TooLarge };

    public static readonly Refusal OldOrEncrypted = new("exchange.old-format", "这是旧版 .xls 文件或加了密码的文件。请用 WPS 或 Excel 另存为不加密的 .xlsx 后再导入。");

    public static readonly Refusal NoWorkbook = new("exchange.no-workbook", "这个文件不是完整的 .xlsx 表格，可能已损坏。请重新另存为 .xlsx 后再导入。");

    public static Refusal Broken(string what) => new("exchange.broken", $"表格读不下去：{what}。请核对文件后再导入。");

    public static Refusal NoSheet(string sheet) => new("exchange.no-sheet", $"表格里没有名为“{sheet}”的工作表。请从模板开始填写，不要改工作表的名称。");

    public static Refusal NoHeading(string sheet, IEnumerable<string> missing) =>
        new("exchange.no-heading", $"工作表“{sheet}”的第一行缺少这些列：{string.Join('、', missing)}。请从模板开始填写，不要改列名。");

    public static Refusal TooManyFaults(int count) => new("exchange.too-many-faults", string.Create(CultureInfo.InvariantCulture, $"错误已超过 {count} 处，没有再往下读。请先改正前面的错误，再重新导入。"));
}

using Zhongshu.Platform.Exchange;

namespace Zhongshu.EndToEnd.IncomingDocuments;

/// Ten pieces in a filled-in template, as a registry gets them from its branch.
internal static class Sheets
{
    public static string Write(string folder)
    {
        var path = Path.Combine(folder, "来文批量登记.xlsx");
        using var stream = File.Create(path);
        using var book = new WorkbookWriter(stream);
        book.StartSheet("来文", new Column("标题*"), new Column("来文单位*"), new Column("来文字号"), new Column("成文日期"));
        for (var i = 1; i <= 10; i++) book.Row((Cell)$"关于做好第{i}片区防汛物资储备工作的报告", (Cell)"云岭市水利局", (Cell)$"云水〔2026〕{i}号", (Cell)"2026-11-18");
        return path;
    }
}

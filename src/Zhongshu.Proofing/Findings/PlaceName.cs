using System.Globalization;
using Zhongshu.Proofing.Documents;

namespace Zhongshu.Proofing.Findings;

/// <summary>Names places and grades the way an office says them.</summary>
public static class PlaceName
{
    /// <summary>第3段, 表1第2行第3列, 页眉 …; counted from one.</summary>
    public static string Of(Paragraph paragraph)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        if (paragraph is { Place: ParagraphPlace.TableCell, Cell: { } cell })
            return string.Create(CultureInfo.InvariantCulture, $"表{cell.Table + 1}第{cell.Row + 1}行第{cell.Column + 1}列");
        return paragraph.Place switch
        {
            ParagraphPlace.Header => "页眉",
            ParagraphPlace.Footer => "页脚",
            ParagraphPlace.Footnote => "脚注",
            ParagraphPlace.TextBox => "文本框",
            _ => string.Create(CultureInfo.InvariantCulture, $"第{paragraph.Index + 1}段"),
        };
    }

    /// <summary>错误, 疑似 or 建议.</summary>
    public static string Name(this Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Suspect => "疑似",
        _ => "建议",
    };
}

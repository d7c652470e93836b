using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Zhongshu.Platform.Exchange;

/// Which cell formats of a workbook show a number as a date.
internal sealed partial class WorkbookStyles(FrozenSet<int> dates)
{
    public static readonly WorkbookStyles None = new(FrozenSet<int>.Empty);

    public bool IsDate(int style) => dates.Contains(style);

    public static WorkbookStyles Read(XmlReader? xml)
    {
        var formats = new HashSet<int>();
        var dates = new HashSet<int>();
        var style = 0;
        var inCells = false;
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs") inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && Number(xml, "numFmtId") is { } id && IsDateFormat(xml.GetAttribute("formatCode") ?? "")) formats.Add(id);
            if (!inCells || xml.LocalName != "xf") continue;
            var format = Number(xml, "numFmtId") ?? 0;
            // The built-in date formats, with those that East Asian versions number 27 to 36 and 50 to 58 (ECMA-376 part 1, 18.8.30).
            if (format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) || formats.Contains(format)) dates.Add(style);
            style++;
        }

        return new WorkbookStyles(dates.ToFrozenSet());
    }

    private static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsDateFormat(string code) => Letters().IsMatch(Quoted().Replace(code, ""));

    [GeneratedRegex("""
        "[^"]*"|\\.|\[[^\]]*\]
        """, RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Quoted();

    [GeneratedRegex("[ymdhYMDH年月日]", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Letters();
}

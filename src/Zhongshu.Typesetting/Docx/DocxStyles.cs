using System.Globalization;
using System.Text;
using Zhongshu.Typesetting.Layout;

namespace Zhongshu.Typesetting.Docx;

/// <summary>The style sheet: every element of the standard is a named style, so that a unit can see and change it.</summary>
internal sealed class DocxStyles(PageFrame frame, Wml wml)
{
    public const string Body = "OfficialBody";
    public const string Title = "OfficialTitle";
    public const string Recipients = "OfficialRecipients";
    public const string Mark = "OfficialMark";
    public const string Number = "OfficialNumber";
    public const string Attachment = "OfficialAttachment";
    public const string SignOff = "OfficialSignOff";
    public const string Imprint = "OfficialImprint";
    public const string TableText = "OfficialTable";
    public const string PageNumber = "OfficialPageNumber";

    public static string Heading(int level) => "Heading" + level.ToString(CultureInfo.InvariantCulture);

    public string Write()
    {
        var body = frame.Size;
        var indent = string.Create(CultureInfo.InvariantCulture, $"<w:ind w:firstLineChars=\"{frame.Rules["body.indent"].Value * 100}\" w:firstLine=\"{Wml.Twips(frame.Chars("body.indent"))}\"/>");
        var title = frame.Rules.Pt("size.title");
        var small = frame.Rules.Pt("size.imprint");
        var xml = new StringBuilder($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:styles {Wml.Namespaces}>");
        xml.Append(CultureInfo.InvariantCulture, $"<w:docDefaults><w:rPrDefault><w:rPr>{wml.Fonts(FontRole.FangSong)}<w:sz w:val=\"{body * 2}\"/><w:szCs w:val=\"{body * 2}\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault>");
        xml.Append("<w:pPrDefault><w:pPr><w:spacing w:before=\"0\" w:after=\"0\"/><w:jc w:val=\"both\"/></w:pPr></w:pPrDefault></w:docDefaults>");
        xml.Append(CultureInfo.InvariantCulture, $"<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:widowControl w:val=\"0\"/><w:overflowPunct w:val=\"0\"/><w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/>{Wml.OffGrid}<w:spacing w:line=\"{frame.Rules["grid.docx.line"].Value}\" w:lineRule=\"exact\"/></w:pPr><w:rPr>{Wml.OffGrid}{Spacing(Narrowing)}{Size(body)}</w:rPr></w:style>");
        Add(xml, Body, "公文正文", indent, "");
        for (var level = 1; level <= 4; level++)
        {
            var face = level switch { 1 => FontRole.HeiTi, 2 => FontRole.KaiTi, _ => FontRole.FangSong };
            Add(xml, Heading(level), $"heading {level}", indent + $"<w:outlineLvl w:val=\"{level - 1}\"/>", wml.Fonts(face), Body);
        }

        Add(xml, Title, "公文标题", $"<w:keepNext/><w:spacing w:line=\"{Wml.Twips(frame.Rules.Pt("title.leading"))}\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
            wml.Fonts(FontRole.XiaoBiaoSong) + Spacing(0) + Size(title), Recipients);
        Add(xml, Recipients, "主送机关", "", "", Body);
        Add(xml, Mark, "发文机关标志", "<w:jc w:val=\"center\"/>", wml.Fonts(FontRole.XiaoBiaoSong) + "<w:color w:val=\"FF0000\"/>" + Spacing(0));
        Add(xml, Number, "发文字号", $"<w:spacing w:line=\"{Wml.Twips(frame.Size)}\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", "");
        Add(xml, Attachment, "附件说明", "", "");
        Add(xml, SignOff, "署名和成文日期", "<w:jc w:val=\"left\"/>", "");
        Add(xml, Imprint, "版记", $"<w:spacing w:line=\"{Wml.Twips(frame.Rules.Pt("imprint.leading"))}\" w:lineRule=\"exact\"/>", Spacing(0) + Size(small));
        Add(xml, TableText, "公文表格", "<w:spacing w:line=\"336\" w:lineRule=\"atLeast\"/><w:jc w:val=\"center\"/>", Spacing(0) + Size(frame.Rules.Pt("size.table")));
        Add(xml, PageNumber, "页码", $"<w:spacing w:line=\"{Wml.Twips(frame.Rules.Pt("size.pagenumber"))}\" w:lineRule=\"exact\"/>", wml.Fonts(FontRole.SongTi) + Spacing(0) + Size(frame.Rules.Pt("size.pagenumber")));
        return xml.Append("</w:styles>").ToString();
    }

    /// <summary>
    /// Text is set off the grid: its line spacing and this narrowing give 22 lines by 28 characters in every program,
    /// while some place each character that is wider than a cell of the grid into two cells.
    /// </summary>
    /// <remarks>A twip more than the arithmetic asks: programs that measure in printer's dots round a character up by as much.</remarks>
    private int Narrowing => (int)Math.Floor((Wml.Twips(frame.AreaWidth) / frame.Rules["grid.chars"].Value) - (frame.Size * 20)) - 1;

    private static string Spacing(int twips) => string.Create(CultureInfo.InvariantCulture, $"<w:spacing w:val=\"{twips}\"/>");

    private static string Size(double points) => string.Create(CultureInfo.InvariantCulture, $"<w:sz w:val=\"{points * 2}\"/><w:szCs w:val=\"{points * 2}\"/>");

    private static void Add(StringBuilder xml, string id, string name, string paragraph, string run, string? next = null) =>
        xml.Append(CultureInfo.InvariantCulture, $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>{(next is null ? "" : $"<w:next w:val=\"{next}\"/>")}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>");
}

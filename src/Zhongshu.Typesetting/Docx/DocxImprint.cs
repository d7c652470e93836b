using System.Globalization;
using System.Text;
using Zhongshu.Typesetting.Layout;

namespace Zhongshu.Typesetting.Docx;

/// <summary>版记 (7.4): a table held to the lower edge of the type area, whatever stands above it.</summary>
internal sealed class DocxImprint(PageFrame frame, Wml wml)
{
    public string Write(Imprint imprint, bool ruled)
    {
        var width = Wml.Twips(frame.AreaWidth);
        var rows = new List<(string Xml, bool RuleAbove)>();
        if (imprint.Recipients.Length > 0) rows.Add((Names("主送：", imprint.Recipients), true));
        if (imprint.Copies.Length > 0) rows.Add((Names("抄送：", imprint.Copies), rows.Count == 0));
        if (imprint.PrintingOffice.Length + imprint.PrintingDate.Length > 0) rows.Add((Printing(imprint), true));
        if (rows.Count == 0) return "";
        // Word holds it to the lower margin; programs that do not know that take the computed height.
        var y = Wml.Twips(frame.AreaHeight - new ImprintComposer(frame).Height(imprint));
        var xml = new StringBuilder($"<w:tbl><w:tblPr><w:tblpPr w:leftFromText=\"0\" w:rightFromText=\"0\" w:vertAnchor=\"margin\" w:horzAnchor=\"page\" w:tblpX=\"{Wml.Twips(frame.Left)}\" w:tblpY=\"{y}\" w:tblpYSpec=\"bottom\"/><w:tblOverlap w:val=\"never\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w=\"{width}\"/></w:tblGrid>");
        for (var i = 0; i < rows.Count; i++)
        {
            var top = !ruled || !rows[i].RuleAbove ? "" : Border("top", i == 0 ? "imprint.rule.thick" : "imprint.rule.thin");
            var bottom = ruled && i == rows.Count - 1 ? Border("bottom", "imprint.rule.thick") : "";
            xml.Append(CultureInfo.InvariantCulture, $"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:tcBorders>{top}{bottom}</w:tcBorders></w:tcPr>{rows[i].Xml}</w:tc></w:tr>");
        }

        return xml.Append("</w:tbl>").ToString();
    }

    private string Border(string side, string figure) => $"<w:{side} w:val=\"single\" w:sz=\"{wml.Eighths(figure)}\" w:space=\"0\" w:color=\"000000\"/>";

    private string Names(string label, string names)
    {
        var side = frame.Chars("imprint.side");
        var hang = Setter.Width(label, new TextStyle(FontRole.FangSong, frame.Rules.Pt("size.imprint")));
        return Wml.Paragraph(Wml.Style(DocxStyles.Imprint) + Wml.Indent(side + hang, side, -hang), wml.Run(label + names + "。"));
    }

    private string Printing(Imprint imprint)
    {
        var side = frame.Chars("imprint.side");
        var tab = $"<w:tabs><w:tab w:val=\"right\" w:pos=\"{Wml.Twips(frame.AreaWidth - side)}\"/></w:tabs>";
        var date = imprint.PrintingDate.Length == 0 ? "" : Wml.Tab + wml.Run(imprint.PrintingDate + "印发");
        return Wml.Paragraph(Wml.Style(DocxStyles.Imprint) + tab + Wml.Indent(side, side) + "<w:jc w:val=\"left\"/>", wml.Run(imprint.PrintingOffice) + date);
    }
}

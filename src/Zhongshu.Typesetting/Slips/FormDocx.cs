using System.Globalization;
using System.Text;
using Zhongshu.Typesetting.Docx;
using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Typesetting.Slips;

/// <summary>A form as a docx table; rows are at least as high as on the printed sheet and grow with the text.</summary>
internal sealed class FormDocx
{
    private readonly PageFrame _frame;
    private readonly Wml _wml;

    public FormDocx(LayoutRules rules) => (_frame, _wml) = (new PageFrame(rules), new Wml(rules));

    private double Size => _frame.Rules.Pt("size.imprint");

    public byte[] Write(FormSheet sheet)
    {
        var qr = QrMark.Fits(sheet.MatterCode);
        var pictures = new DocxPictures();
        var body = new StringBuilder();
        var title = string.Join('\n', FormComposer.TitleLines(sheet, _frame.AreaWidth - (qr ? 2 * FormComposer.QrSide : 0), _frame.Rules.Pt("size.title")));
        body.Append(Wml.Paragraph(Wml.Style(DocxStyles.Title), (qr ? pictures.Corner(QrMark.Png(sheet.MatterCode), "事项码二维码", FormComposer.QrSide) : "") + Wml.Run(title, _wml.RunProperties(red: true, offGrid: true))));
        body.Append(Wml.Paragraph("<w:jc w:val=\"left\"/>", sheet.MatterCode.Length == 0 ? "" : _wml.Run("事项码：" + sheet.MatterCode, null, 10.5)));
        Table(body, sheet);
        body.Append(Wml.Paragraph("<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>", ""));
        body.Append(new DocxSections(_frame, false).Properties(turned: false, numbered: false, evenPage: false));
        var document = $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document {Wml.Namespaces} {DocxPictures.Namespaces}><w:body>{body}</w:body></w:document>";
        return DocxWriter.Pack(document, new DocxStyles(_frame, _wml).Write(), sheet.Title, _frame, pictures);
    }

    private void Table(StringBuilder body, FormSheet sheet)
    {
        const int Columns = 4;
        var label = Wml.Twips(FormComposer.Label);
        var value = (Wml.Twips(_frame.AreaWidth) - (2 * label)) / 2;
        var border = $"w:val=\"single\" w:sz=\"{_wml.Eighths("imprint.rule.thick")}\" w:space=\"0\" w:color=\"000000\"";
        body.Append(CultureInfo.InvariantCulture, $"<w:tbl><w:tblPr><w:tblW w:w=\"{(label + value) * 2}\" w:type=\"dxa\"/><w:tblBorders><w:top {border}/><w:left {border}/><w:bottom {border}/><w:right {border}/><w:insideH {border}/><w:insideV {border}/></w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"{label}\"/><w:gridCol w:w=\"{value}\"/><w:gridCol w:w=\"{label}\"/><w:gridCol w:w=\"{value}\"/></w:tblGrid>");
        foreach (var row in sheet.Fields)
        {
            body.Append("<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"640\" w:hRule=\"atLeast\"/></w:trPr>");
            foreach (var field in row)
            {
                Cell(body, label, 1, Labelled(field.Label), centred: true);
                Cell(body, row.Length == 1 ? (2 * value) + label : value, row.Length == 1 ? Columns - 1 : 1, Text(field.Value, indent: false), centred: true);
            }

            body.Append("</w:tr>");
        }

        var spare = _frame.AreaHeight - 90 - (sheet.Fields.Count * 32.0);
        foreach (var section in sheet.Sections)
        {
            var height = Wml.Twips(spare * section.Weight / sheet.Sections.Sum(s => s.Weight));
            body.Append(CultureInfo.InvariantCulture, $"<w:tr><w:trPr><w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/></w:trPr>");
            Cell(body, label, 1, Labelled(section.Label), centred: true);
            Cell(body, (2 * value) + label, Columns - 1, Opinions(section), centred: false);
            body.Append("</w:tr>");
        }

        body.Append("</w:tbl>");
    }

    private string Labelled(string label) => Wml.Paragraph(Wml.Style(DocxStyles.TableText), _wml.Run(label, FontRole.HeiTi, Size));

    private string Text(string text, bool indent, FontRole? face = null, string align = "left") =>
        Wml.Paragraph(Wml.Style(DocxStyles.TableText) + Wml.Indent(0, align == "right" ? Size : 0, indent ? 2 * Size : 0) + $"<w:jc w:val=\"{align}\"/>", _wml.Run(text, face, Size));

    private string Opinions(FormSection section)
    {
        var xml = new StringBuilder();
        foreach (var opinion in section.Opinions)
        {
            foreach (var paragraph in opinion.Text.ReplaceLineEndings("\n").Split('\n')) xml.Append(Text(paragraph.Trim(), indent: true));
            var signature = string.Join("　", new[] { opinion.By, opinion.On }.Where(t => t.Length > 0));
            if (signature.Length > 0) xml.Append(Text(signature, indent: false, FontRole.KaiTi, "right"));
        }

        return xml.Length == 0 ? Text("", indent: false) : xml.ToString();
    }

    private static void Cell(StringBuilder body, int width, int span, string content, bool centred)
    {
        var spanned = span > 1 ? $"<w:gridSpan w:val=\"{span}\"/>" : "";
        body.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{spanned}{(centred ? "<w:vAlign w:val=\"center\"/>" : "")}</w:tcPr>{content}</w:tc>");
    }
}

using System.Globalization;
using System.Text;
using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Text;

namespace Zhongshu.Typesetting.Docx;

/// <summary>主体 as styled paragraphs and tables.</summary>
internal sealed class DocxBody(PageFrame frame, Wml wml, DocxSections sections, DocxPictures pictures)
{
    private TitleWords _words = TitleWords.Standard;

    public string Write(OfficialDocument document, bool underHead)
    {
        _words = _words.With(document);
        var xml = new StringBuilder();
        xml.Append(Title(document.Title, underHead ? frame.Rules["title.blank"].Value : 0));
        var blank = document.Title.Length > 0 ? frame.Rules["recipients.blank"].Value : underHead ? frame.Rules["title.blank"].Value : 0;
        if (document.Recipients.Length > 0) xml.Append(Wml.Paragraph(Wml.Style(DocxStyles.Recipients) + wml.Before(blank), wml.Run(document.Recipients + "：")));
        var signed = document.SignOff.Signatories.Count > 0 && document.AttachmentNames.Count == 0;
        Blocks(xml, document.Body, document.Recipients.Length == 0 ? blank : 0, kept: signed && document.Body.Count > 1 ? document.Body[^1] : null);
        Names(xml, document.AttachmentNames);
        xml.Append(new DocxSignOff(frame, wml, pictures).Write(document.SignOff, document.Note.Length > 0));
        if (document.Note.Length > 0) xml.Append(Wml.Paragraph(Wml.Style(DocxStyles.Body), wml.Run($"（{document.Note}）")));
        foreach (var attachment in document.Attachments)
        {
            var turned = TableRows.Turns(attachment.Body, frame);
            if (turned) xml.Append(sections.Break(turned: false));
            // The title stands on line 3 whether or not a label stands on line 1.
            xml.Append(Wml.Paragraph("<w:keepNext/>" + (turned ? "" : "<w:pageBreakBefore/>"), wml.Run(attachment.Label, FontRole.HeiTi)));
            xml.Append(Title(attachment.Title, frame.Rules["attachment.title.line"].Value - 2, turned));
            Blocks(xml, attachment.Body, 1, turned);
        }

        return xml.ToString();
    }

    private string Title(string title, double blank, bool turned = false)
    {
        var lines = TitleShape.Lines(title, (turned ? frame.AreaHeight : frame.AreaWidth) - frame.Rules.Pt("size.title"), frame.Rules.Pt("size.title"), _words);
        if (lines.Count == 0) return "";
        return Wml.Paragraph(Wml.Style(DocxStyles.Title) + wml.Before(blank, frame.Rules.Pt("title.leading")), wml.Run(string.Join('\n', lines)));
    }

    /// <param name="xml">Taken on.</param>
    /// <param name="blocks">The text.</param>
    /// <param name="blankBefore">Lines of white above it.</param>
    /// <param name="turned">Stands on a turned page already.</param>
    /// <param name="kept">The block that the sign-off takes along to its page (7.3.5.5).</param>
    private void Blocks(StringBuilder xml, IReadOnlyList<Block> blocks, double blankBefore, bool turned = false, Block? kept = null)
    {
        Block? last = null;
        foreach (var block in blocks)
        {
            if (block is Paragraph paragraph) xml.Append(Text(paragraph, blankBefore, paragraph.IsHeading || ReferenceEquals(block, kept)));
            else if (block is TableBlock table) Table(xml, table, blankBefore, turned);
            else if (block is Attendance list) xml.Append(Attended(list, last is Attendance ? 0 : 1));
            (last, blankBefore, turned) = (block, 0, false);
        }
    }

    /// <summary>出席、请假、列席: a hanging indent after the colon (10.3).</summary>
    private string Attended(Attendance list, double blankBefore)
    {
        var start = frame.Chars("body.indent");
        var hang = Setter.Width(list.Label + "：", new TextStyle(FontRole.FangSong, frame.Size, frame.Tracking));
        return Wml.Paragraph(Wml.Style(DocxStyles.Attachment) + wml.Before(blankBefore) + Wml.Indent(start + hang, 0, -hang), wml.Run(list.Label, FontRole.HeiTi) + wml.Run("：" + list.Names));
    }

    private string Text(Paragraph paragraph, double blankBefore, bool kept)
    {
        var style = paragraph.IsHeading ? DocxStyles.Heading(paragraph.Level) : DocxStyles.Body;
        var keep = kept ? "<w:keepNext/>" : "";
        var own = paragraph.IsHeading ? (FontRole?)null : FontRole.FangSong;
        var runs = string.Concat(paragraph.Runs.Select(r => wml.Run(r.Text, paragraph.IsHeading || r.Face == own ? null : r.Face)));
        return Wml.Paragraph(Wml.Style(style) + keep + (blankBefore > 0 ? wml.Before(blankBefore) : ""), runs);
    }

    /// <summary>附件说明: a hanging indent at the first character of the name (7.3.4).</summary>
    private void Names(StringBuilder xml, IReadOnlyList<string> names)
    {
        var body = new TextStyle(FontRole.FangSong, frame.Size, frame.Tracking);
        var label = frame.Chars("body.indent");
        var number = label + Setter.Width("附件：", body);
        var indent = names.Count < 2 ? 0 : Enumerable.Range(1, names.Count).Max(i => Setter.Width(i + ".", body)) + (frame.Char / 4);
        for (var i = 0; i < names.Count; i++)
        {
            var start = i == 0 ? label : number;
            var mark = (i == 0 ? "附件：" : "") + (names.Count == 1 ? "" : i + 1 + ".");
            var tab = names.Count == 1 ? "" : Wml.Tab;
            var spacing = i == 0 ? wml.Before(frame.Rules["attachment.blank"].Value) : "";
            xml.Append(Wml.Paragraph(Wml.Style(DocxStyles.Attachment) + "" + (i >= names.Count - 2 ? "<w:keepNext/>" : "") + spacing + Wml.Indent(number + indent, 0, start - number - indent), wml.Run(mark) + tab + wml.Run(names[i])));
        }
    }

    private void Table(StringBuilder xml, TableBlock table, double blankBefore, bool turned)
    {
        var columns = table.Rows.Count == 0 ? 0 : table.Rows.Max(r => r.Count);
        if (columns == 0) return;
        var wide = TableRows.IsWide(table, frame);
        if (wide && !turned) xml.Append(sections.Break(turned: false));
        else if (blankBefore > 0) xml.Append(Wml.Paragraph("<w:keepNext/>", ""));
        var widths = TableRows.Widths(table, columns, wide ? frame.AreaHeight : frame.AreaWidth, frame);
        var border = $"w:val=\"single\" w:sz=\"{wml.Eighths("table.rule")}\" w:space=\"0\" w:color=\"000000\"";
        xml.Append(CultureInfo.InvariantCulture, $"<w:tbl><w:tblPr><w:tblW w:w=\"{widths.Sum(w => Wml.Twips(w))}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders><w:top {border}/><w:left {border}/><w:bottom {border}/><w:right {border}/><w:insideH {border}/><w:insideV {border}/></w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"60\" w:type=\"dxa\"/><w:left w:w=\"60\" w:type=\"dxa\"/><w:bottom w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>{string.Concat(widths.Select(w => $"<w:gridCol w:w=\"{Wml.Twips(w)}\"/>"))}</w:tblGrid>");
        for (var r = 0; r < table.Rows.Count; r++)
        {
            xml.Append(r == 0 ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (var c = 0; c < columns; c++)
            {
                var text = c < table.Rows[r].Count ? table.Rows[r][c] : "";
                xml.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{Wml.Twips(widths[c])}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>{Wml.Paragraph(Wml.Style(DocxStyles.TableText), wml.Run(text, r == 0 ? FontRole.HeiTi : null))}</w:tc>");
            }

            xml.Append("</w:tr>");
        }

        xml.Append("</w:tbl>");
        xml.Append(wide ? sections.Break(turned: true) : Wml.Paragraph("<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"120\" w:lineRule=\"exact\"/>", ""));
    }
}

using System.Globalization;
using System.Text;
using Zhongshu.Typesetting.Layout;

namespace Zhongshu.Typesetting.Docx;

/// <summary>版头 as paragraphs; the mark, its number and the rules stand where the layout puts them.</summary>
internal sealed class DocxHead(PageFrame frame, Wml wml, double share)
{
    private double GridLine => frame.Rules["grid.docx.line"].Value / 20;

    public string Write(OfficialDocument document)
    {
        var head = document.Head;
        if (HeadComposer.IsEmpty(head)) return "";
        return document.Form switch
        {
            DocumentForm.Letter => Letter(head),
            DocumentForm.Order => Mark(head, head.MarkSuffix, frame.Rules.Pt("order.mark.top")) + Number(head, frame.Rules["head.number.blank"].Value),
            DocumentForm.Minutes => Mark(head, head.MarkSuffix, frame.Rules.Pt("minutes.mark.top")) + Number(head, frame.Rules["head.number.blank"].Value) + RedRule(),
            _ => Document(head),
        };
    }

    private string Document(DocumentHead head)
    {
        var corner = Corner(head, out var lines);
        var above = Math.Max(0, frame.Rules.Pt("head.mark.top") - (lines * GridLine));
        return corner + Mark(head, head.MarkSuffix, above) + Number(head, frame.Rules["head.number.blank"].Value) + RedRule();
    }

    private string Corner(DocumentHead head, out int lines)
    {
        var xml = new StringBuilder();
        lines = 0;
        foreach (var (text, face) in new[] { (head.CopyNumber, FontRole.FangSong), (head.Classification, FontRole.HeiTi), (head.Urgency, FontRole.HeiTi) })
        {
            if (text.Length == 0) continue;
            xml.Append(Wml.Paragraph("", wml.Run(text, face)));
            lines++;
        }

        return xml.ToString();
    }

    /// <summary>The mark takes its size and stretch from the layout, so that it fills the same place.</summary>
    private string Mark(DocumentHead head, string suffix, double above)
    {
        if (head.Issuers.Count == 0) return "";
        var page = frame.NewPage();
        new HeadComposer(frame, share).Mark(page, head.Issuers, suffix, 0);
        var sample = page.Glyphs[0];
        // A hair narrower than the line, so that no program's rounding breaks it.
        var run = wml.RunProperties(FontRole.XiaoBiaoSong, sample.Size, red: true, sample.Stretch < 1 ? sample.Stretch - 0.02 : 1, offGrid: true);
        var spacing = $"<w:spacing w:before=\"{Wml.Twips(above)}\" w:line=\"{Wml.Twips(sample.Size)}\" w:lineRule=\"exact\"/>";
        if (head.Issuers.Count == 1) return Wml.Paragraph(Wml.Style(DocxStyles.Mark) + spacing, Wml.Run(head.Issuers[0] + suffix, run));
        return JointMark(head, suffix, (sample.Size, run), above, sample.Size * sample.Stretch);
    }

    /// <summary>Joint mark: a table without lines, the names spread to one width, 文件 in the middle of their right.</summary>
    private string JointMark(DocumentHead head, string suffix, (double Size, string Properties) run, double above, double em)
    {
        var longest = head.Issuers.Max(n => n.EnumerateRunes().Count());
        var names = Wml.Twips((longest * em) + 4);
        var rest = Wml.Twips(frame.AreaWidth) - names;
        var height = Wml.Twips(run.Size * frame.Rules["head.mark.leading"].Value);
        var xml = new StringBuilder(Wml.Paragraph($"<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"{Math.Max(20, Wml.Twips(above))}\" w:lineRule=\"exact\"/>", ""));
        xml.Append(CultureInfo.InvariantCulture, $"<w:tbl><w:tblPr><w:tblW w:w=\"{names + rest}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w=\"{names}\"/><w:gridCol w:w=\"{rest}\"/></w:tblGrid>");
        for (var i = 0; i < head.Issuers.Count; i++)
        {
            var merge = i == 0 ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
            var spacing = $"<w:spacing w:line=\"{Wml.Twips(run.Size)}\" w:lineRule=\"exact\"/>";
            var name = Wml.Paragraph(Wml.Style(DocxStyles.Mark) + spacing + "<w:jc w:val=\"distribute\"/>", Wml.Run(head.Issuers[i], run.Properties));
            var mark = Wml.Paragraph(Wml.Style(DocxStyles.Mark) + spacing, i == 0 ? Wml.Run(suffix, run.Properties) : "");
            xml.Append(CultureInfo.InvariantCulture, $"<w:tr><w:trPr><w:trHeight w:val=\"{height}\" w:hRule=\"exact\"/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"{names}\" w:type=\"dxa\"/></w:tcPr>{name}</w:tc>");
            xml.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{rest}\" w:type=\"dxa\"/>{merge}<w:vAlign w:val=\"center\"/></w:tcPr>{mark}</w:tc></w:tr>");
        }

        return xml.Append("</w:tbl>").ToString();
    }

    private string Number(DocumentHead head, double blank)
    {
        if (head.Approvers.Count == 0)
            return Wml.Paragraph(Wml.Style(DocxStyles.Number) + wml.Before(blank, frame.Size), wml.Run(head.Number));
        var page = frame.NewPage();
        new HeadComposer(frame).NumberLine(page, head with { Number = "" }, 0);
        var label = page.Glyphs[0].X - frame.Left;
        var names = page.Glyphs[4].X - frame.Left;
        var column = (frame.AreaWidth - frame.Chars("head.side.indent") - names + frame.Char) / Math.Min(2, head.Approvers.Count);
        string Tabs(params double[] places) => $"<w:tabs>{string.Concat(places.Select(p => $"<w:tab w:val=\"left\" w:pos=\"{Wml.Twips(p)}\"/>"))}</w:tabs>";
        var rows = head.Approvers.Chunk(2).ToList();
        var xml = new StringBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            // The label and the first name run on without a tab: a label a hair too wide would jump past its stop.
            var runs = (i == rows.Count - 1 ? wml.Run(head.Number) : "") + Wml.Tab + (i == 0 ? wml.Run("签发人：") : "")
                + string.Join(Wml.Tab, rows[i].Select(n => wml.Run(n, FontRole.KaiTi)));
            var tabs = i == 0 ? Tabs(label, names + column) : Tabs(names, names + column);
            var spacing = i == 0 ? wml.Before(blank, frame.Size) : $"<w:spacing w:before=\"{Wml.Twips(GridLine - frame.Size)}\" w:after=\"0\" w:line=\"{Wml.Twips(frame.Size)}\" w:lineRule=\"exact\"/>";
            xml.Append(Wml.Paragraph(Wml.Style(DocxStyles.Number) + tabs + spacing + Wml.Indent(frame.Chars("head.side.indent")) + "<w:jc w:val=\"left\"/>", runs));
        }

        return xml.ToString();
    }

    /// <summary>A paragraph as high as the gap, with the rule as its lower border.</summary>
    private string RedRule() => Wml.Paragraph(
        $"<w:pBdr><w:bottom w:val=\"single\" w:sz=\"{wml.Eighths("head.rule.weight")}\" w:space=\"0\" w:color=\"FF0000\"/></w:pBdr><w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"{Wml.Twips(frame.Rules.Pt("head.rule.gap"))}\" w:lineRule=\"exact\"/>", "");

    private string Letter(DocumentHead head)
    {
        // Frames hold the mark and the double rules at their distances from the paper's edges, whatever the text does.
        var page = frame.NewPage();
        new HeadComposer(frame).Mark(page, head.Issuers, "", 0);
        var size = head.Issuers.Count == 0 ? 0 : page.Glyphs[0].Size;
        var run = wml.RunProperties(FontRole.XiaoBiaoSong, size, red: true, head.Issuers.Count == 0 ? 1 : page.Glyphs[0].Stretch, offGrid: true);
        var top = frame.Rules.Pt("letter.mark.top");
        var mark = head.Issuers.Count == 0 ? "" : Wml.Paragraph(Wml.Style(DocxStyles.Mark) + Frame(top, frame.AreaWidth, frame.Left, size) + $"<w:spacing w:line=\"{Wml.Twips(size)}\" w:lineRule=\"exact\"/>", Wml.Run(string.Join('\n', head.Issuers), run));
        var rule = top + size + frame.Rules.Pt("letter.rule.gap");
        var first = rule + frame.Rules.Pt("letter.rule.thick") + frame.Rules.Pt("letter.rule.thin") + (frame.Rules["letter.first.gap"].Value * frame.Size);
        var spacing = $"<w:spacing w:before=\"{Wml.Twips(Math.Max(0, first - frame.Top))}\"/>";
        var tab = $"<w:tabs><w:tab w:val=\"right\" w:pos=\"{Wml.Twips(frame.AreaWidth)}\"/></w:tabs>";
        var lines = new[] { (head.CopyNumber, FontRole.FangSong), (head.Classification, FontRole.HeiTi), (head.Urgency, FontRole.HeiTi) }.Where(l => l.Item1.Length > 0).ToList();
        if (lines.Count == 0) lines.Add(("", FontRole.FangSong));
        var xml = new StringBuilder(mark + DoubleRule(rule, "thickThinSmallGap") + DoubleRule(frame.Height - frame.Rules.Pt("letter.rule.bottom"), "thinThickSmallGap"));
        for (var i = 0; i < lines.Count; i++)
            xml.Append(Wml.Paragraph((i == 0 ? tab + spacing : "") + "<w:jc w:val=\"left\"/>", wml.Run(lines[i].Item1, lines[i].Item2) + (i == 0 ? Wml.Tab + wml.Run(head.Number) : "")));
        return xml.ToString();
    }

    private string DoubleRule(double y, string border) => Wml.Paragraph(
        Frame(y, frame.Rules.Pt("letter.rule.width"), (frame.Width - frame.Rules.Pt("letter.rule.width")) / 2, 3)
        + $"<w:pBdr><w:top w:val=\"{border}\" w:sz=\"{wml.Eighths("letter.rule.thick")}\" w:space=\"0\" w:color=\"FF0000\"/></w:pBdr><w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"60\" w:lineRule=\"exact\"/>", "");

    private static string Frame(double y, double width, double x, double height) =>
        $"<w:framePr w:w=\"{Wml.Twips(width)}\" w:h=\"{Math.Max(20, Wml.Twips(height))}\" w:hRule=\"atLeast\" w:wrap=\"around\" w:vAnchor=\"page\" w:hAnchor=\"page\" w:x=\"{Wml.Twips(x)}\" w:y=\"{Wml.Twips(y)}\"/>";
}

using System.Globalization;
using System.Text;
using Zhongshu.Typesetting.Layout;

namespace Zhongshu.Typesetting.Docx;

/// <summary>署名 and 成文日期 (7.3.5), placed by indents that the layout computes.</summary>
internal sealed class DocxSignOff(PageFrame frame, Wml wml)
{
    private readonly SignOffRows _rows = new(frame);

    private TextStyle Body => new(FontRole.FangSong, frame.Size, frame.Tracking);

    public string Write(SignOff sign)
    {
        if (sign.Signatories.Count == 0 && sign.Date.Length == 0) return "";
        return sign.Style switch
        {
            SignOffStyle.Plain => Plain(sign),
            SignOffStyle.SignatureStamp => Stamped(sign),
            _ when sign.Signatories.Count > 1 => Joint(sign),
            _ => Sealed(sign),
        };
    }

    private string Sealed(SignOff sign)
    {
        var centre = _rows.SealCentre(sign);
        var lines = sign.Signatories.Take(1).SelectMany(_rows.Wrapped).Append(sign.Date).ToList();
        return Lines(lines, l => centre - (Setter.Width(l, Body) / 2), frame.Rules["sign.blank"].Value);
    }

    private string Plain(SignOff sign)
    {
        var (name, date) = _rows.PlainLefts(sign);
        var names = sign.Signatories.SelectMany(_rows.Wrapped).ToList();
        var last = names.Count;
        var at = 0;
        return Lines([.. names, sign.Date], _ => at++ < last ? name : date, frame.Rules["sign.plain.blank"].Value);
    }

    private string Lines(List<string> lines, Func<string, double> left, double blank)
    {
        var xml = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var keep = i < lines.Count - 1 ? "<w:keepNext/>" : "";
            xml.Append(Wml.Paragraph(Wml.Style(DocxStyles.SignOff) + keep + (i == 0 ? wml.Before(blank) : "") + Wml.Indent(Math.Max(0, left(lines[i]) - frame.Left)), wml.Run(lines[i])));
        }

        return xml.ToString();
    }

    /// <summary>A table without lines: a cell to each seal, the date under the last.</summary>
    private string Joint(SignOff sign)
    {
        var columns = _rows.SealsPerRow(sign);
        var width = Wml.Twips(frame.AreaWidth / columns);
        var height = Wml.Twips(frame.Rules.Pt("seal.diameter") + frame.Rules.Pt("seal.gap"));
        var xml = new StringBuilder(Wml.Paragraph("<w:keepNext/>" + wml.Before(frame.Rules["sign.blank"].Value - 1), ""));
        xml.Append(CultureInfo.InvariantCulture, $"<w:tbl><w:tblPr><w:tblW w:w=\"{width * columns}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{string.Concat(Enumerable.Repeat($"<w:gridCol w:w=\"{width}\"/>", columns))}</w:tblGrid>");
        var groups = sign.Signatories.Chunk(columns).ToList();
        for (var i = 0; i < groups.Count; i++)
        {
            var last = i == groups.Count - 1;
            var cells = Enumerable.Repeat("", columns - groups[i].Length).ToList();
            if (last) cells.AddRange(groups[i]);
            else cells.InsertRange(0, groups[i]);
            var rule = last ? "" : $"<w:trHeight w:val=\"{height}\" w:hRule=\"exact\"/>";
            xml.Append(CultureInfo.InvariantCulture, $"<w:tr><w:trPr><w:cantSplit/>{rule}</w:trPr>");
            for (var c = 0; c < columns; c++)
            {
                var date = last && c == columns - 1 ? Wml.Paragraph("<w:jc w:val=\"center\"/>", wml.Run(sign.Date)) : "";
                xml.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{Wml.Paragraph("<w:keepNext/><w:jc w:val=\"center\"/>", wml.Run(cells[c]))}{date}</w:tc>");
            }

            xml.Append("</w:tr>");
        }

        return xml.Append("</w:tbl>").ToString();
    }

    /// <summary>A right tab for the office, a centred one for the stamp.</summary>
    private string Stamped(SignOff sign)
    {
        var right = frame.AreaWidth - frame.Chars("sign.stamp.right");
        var width = frame.Rules.Pt("sign.stamp.width");
        var tabs = $"<w:tabs><w:tab w:val=\"right\" w:pos=\"{Wml.Twips(right - width - (2 * frame.Char))}\"/><w:tab w:val=\"center\" w:pos=\"{Wml.Twips(right - (width / 2))}\"/></w:tabs>";
        var xml = new StringBuilder();
        foreach (var office in sign.Signatories)
        {
            var name = xml.Length == 0 && sign.SignerName.Length > 0 ? Wml.Tab + wml.Run(sign.SignerName, FontRole.KaiTi) : "";
            xml.Append(Wml.Paragraph(Wml.Style(DocxStyles.SignOff) + "<w:keepNext/>" + tabs + wml.Before(frame.Rules["sign.stamp.blank"].Value), Wml.Tab + wml.Run(office) + name));
        }

        return xml.Append(Wml.Paragraph(Wml.Style(DocxStyles.SignOff) + wml.Before(1) + Wml.Indent(0, frame.Chars("sign.stamp.right")) + "<w:jc w:val=\"right\"/>", wml.Run(sign.Date))).ToString();
    }
}

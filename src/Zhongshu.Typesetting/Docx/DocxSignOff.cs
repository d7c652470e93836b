using System.Text;
using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Seals;

namespace Zhongshu.Typesetting.Docx;

/// <summary>署名 and 成文日期 (7.3.5), placed by indents that the layout computes.</summary>
internal sealed class DocxSignOff(PageFrame frame, Wml wml, DocxPictures pictures)
{
    private readonly SignOffRows _rows = new(frame);
    private string _dateKeeps = "";

    private double GridLine => frame.Rules["grid.docx.line"].Value / 20;

    private TextStyle Body => new(FontRole.FangSong, frame.Size, frame.Tracking);

    /// <param name="sign">Names, date and seals.</param>
    /// <param name="noted">A 附注 follows, which goes to the page of the date.</param>
    public string Write(SignOff sign, bool noted = false)
    {
        _dateKeeps = noted ? "<w:keepNext/>" : "";
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
        var seal = Seal(sign, 0, centre, -GridLine / 2, frame.Rules.Pt("seal.diameter"));
        return Lines(lines, l => centre - (Setter.Width(l, Body) / 2), frame.Rules["sign.blank"].Value, seal);
    }

    private string Plain(SignOff sign)
    {
        var (name, date) = _rows.PlainLefts(sign);
        var names = sign.Signatories.SelectMany(_rows.Wrapped).ToList();
        var last = names.Count;
        var at = 0;
        return Lines([.. names, sign.Date], _ => at++ < last ? name : date, frame.Rules["sign.plain.blank"].Value);
    }

    // The seal stands in the last line.
    private string Lines(List<string> lines, Func<string, double> left, double blank, string seal = "")
    {
        var xml = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var keep = i < lines.Count - 1 ? "<w:keepNext/>" : _dateKeeps;
            xml.Append(Wml.Paragraph(Wml.Style(DocxStyles.SignOff) + keep + (i == 0 ? wml.Before(blank) : "") + Wml.Indent(Math.Max(0, left(lines[i]) - frame.Left)), (i == lines.Count - 1 ? seal : "") + wml.Run(lines[i])));
        }

        return xml.ToString();
    }

    /// <summary>A centred tab to each seal, and the date under the last.</summary>
    private string Joint(SignOff sign)
    {
        var joint = _rows.Joint(sign);
        var diameter = frame.Rules.Pt("seal.diameter");
        var tabs = $"<w:tabs>{string.Concat(Enumerable.Range(0, joint.Count).Select(c => $"<w:tab w:val=\"center\" w:pos=\"{Wml.Twips(joint.Centre(c) - frame.Left)}\"/>"))}</w:tabs>";
        var xml = new StringBuilder();
        var first = 0;
        foreach (var (names, shift, last) in joint.Groups(sign))
        {
            xml.Append(Gap(first == 0 ? frame.Rules["sign.blank"].Value * GridLine : diameter + frame.Rules.Pt("seal.gap") - GridLine));
            var seals = string.Concat(names.Select((_, i) => Seal(sign, first + i, joint.Centre(shift + i), (GridLine - frame.Size) / 2, diameter)));
            var runs = string.Concat(Enumerable.Repeat(Wml.Tab, shift)) + string.Concat(names.Select(n => Wml.Tab + wml.Run(n)));
            xml.Append(Wml.Paragraph(Wml.Style(DocxStyles.SignOff) + "<w:keepNext/>" + tabs, seals + runs));
            if (last) xml.Append(Wml.Paragraph(Wml.Style(DocxStyles.SignOff) + _dateKeeps + tabs, string.Concat(Enumerable.Repeat(Wml.Tab, joint.Count)) + wml.Run(sign.Date)));
            first += names.Length;
        }

        return xml.ToString();
    }

    /// <summary>White that every program measures alike, unlike the space before a paragraph that holds a picture.</summary>
    private static string Gap(double height) =>
        Wml.Paragraph($"<w:keepNext/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{Wml.Twips(height)}\" w:lineRule=\"exact\"/>", "");

    /// <param name="sign">The sign-off.</param>
    /// <param name="index">Which signatory.</param>
    /// <param name="centre">Centre of the seal from the left edge of the page.</param>
    /// <param name="middle">Its middle under the top of the paragraph.</param>
    /// <param name="diameter">Diameter, or width of a stamp.</param>
    private string Seal(SignOff sign, int index, double centre, double middle, double diameter)
    {
        if (SealPicture.Deal(sign.Seals, sign.Signatories).ElementAtOrDefault(index) is not { } picture) return "";
        var (width, height) = SealPictures.Size(picture, sign.Style, diameter);
        return pictures.Behind(picture.Bytes, picture.Extension, "印章", (centre - (width / 2) - frame.Left, middle - (height / 2), width, height));
    }

    /// <summary>A right tab for the office, a centred one for the stamp.</summary>
    private string Stamped(SignOff sign)
    {
        var right = frame.AreaWidth - frame.Chars("sign.stamp.right");
        var width = frame.Rules.Pt("sign.stamp.width");
        var tabs = $"<w:tabs><w:tab w:val=\"right\" w:pos=\"{Wml.Twips(right - width - (2 * frame.Char))}\"/><w:tab w:val=\"center\" w:pos=\"{Wml.Twips(right - (width / 2))}\"/></w:tabs>";
        var xml = new StringBuilder();
        for (var i = 0; i < sign.Signatories.Count; i++)
        {
            var name = i == 0 && sign.SignerName.Length > 0 ? Wml.Tab + wml.Run(sign.SignerName, FontRole.KaiTi) : "";
            var stamp = Seal(sign, i, frame.Left + right - (width / 2), GridLine / 2, width);
            xml.Append(Gap(frame.Rules["sign.stamp.blank"].Value * GridLine));
            xml.Append(Wml.Paragraph(Wml.Style(DocxStyles.SignOff) + "<w:keepNext/>" + tabs, stamp + Wml.Tab + wml.Run(sign.Signatories[i]) + name));
        }

        return xml.Append(Wml.Paragraph(Wml.Style(DocxStyles.SignOff) + _dateKeeps + wml.Before(1) + Wml.Indent(0, frame.Chars("sign.stamp.right")) + "<w:jc w:val=\"right\"/>", wml.Run(sign.Date))).ToString();
    }
}

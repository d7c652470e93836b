using System.Buffers;
using System.Globalization;
using System.Text;
using Zhongshu.Typesetting.Rules;
using Zhongshu.Typesetting.Text;

namespace Zhongshu.Typesetting.Docx;

/// <summary>Pieces of WordprocessingML. Lengths come in points and are written in twips.</summary>
internal sealed class Wml(LayoutRules rules)
{
    public const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private static readonly SearchValues<char> SharedMarks = SearchValues.Create("“”‘’—…·");

    public const string OffGrid = "<w:snapToGrid w:val=\"0\"/>";

    private const string EastAsian = "<w:rFonts w:hint=\"eastAsia\"/>";

    public static int Twips(double points) => (int)Math.Round(points * 20);

    public static string Escape(string text)
    {
        var clean = CharKinds.Clean(text);
        return clean.IndexOfAny(['<', '>', '&', '"']) < 0 ? clean
            : clean.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
    }

    /// <summary>Fonts of a face. The hint keeps Chinese quotes, dashes and ellipses out of the Latin face.</summary>
    public string Fonts(FontRole face)
    {
        var latin = Escape(rules.Faces[face is FontRole.SongTi or FontRole.XiaoBiaoSong ? face : FontRole.Latin].DocxName);
        return $"<w:rFonts w:hint=\"eastAsia\" w:ascii=\"{latin}\" w:hAnsi=\"{latin}\" w:eastAsia=\"{Escape(rules.Faces[face].DocxName)}\" w:cs=\"{latin}\"/>";
    }

    /// <summary>Run properties in the order the schema wants. No size or face is written where the style has it.</summary>
    public string RunProperties(FontRole? face = null, double? size = null, bool red = false, double stretch = 1, bool offGrid = false)
    {
        var text = new StringBuilder();
        if (face is { } f) text.Append(Fonts(f));
        if (offGrid) text.Append("<w:snapToGrid w:val=\"0\"/>");
        if (red) text.Append("<w:color w:val=\"FF0000\"/>");
        if (Math.Abs(stretch - 1) > 0.005) text.Append(CultureInfo.InvariantCulture, $"<w:w w:val=\"{Math.Round(stretch * 100)}\"/>");
        if (size is { } s) text.Append(CultureInfo.InvariantCulture, $"<w:sz w:val=\"{Math.Round(s * 2)}\"/><w:szCs w:val=\"{Math.Round(s * 2)}\"/>");
        return text.Length == 0 ? "" : $"<w:rPr>{text}</w:rPr>";
    }

    public string Run(string text, FontRole? face = null, double? size = null)
    {
        var properties = RunProperties(face, size);
        // Word gives marks that both faces have to the Latin one unless the run itself carries the hint.
        if (face is null && text.AsSpan().ContainsAny(SharedMarks))
            properties = properties.Length == 0 ? $"<w:rPr>{EastAsian}</w:rPr>" : properties.Replace("<w:rPr>", "<w:rPr>" + EastAsian, StringComparison.Ordinal);
        return Run(text, properties);
    }

    public static string Run(string text, string properties) =>
        text.Length == 0 ? "" : $"<w:r>{properties}<w:t xml:space=\"preserve\">{Escape(text).Replace("\n", "</w:t><w:br/><w:t xml:space=\"preserve\">", StringComparison.Ordinal)}</w:t></w:r>";

    public static string Tab => "<w:r><w:tab/></w:r>";

    public static string Paragraph(string properties, string runs) => $"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>";

    public static string Style(string id) => $"<w:pStyle w:val=\"{id}\"/>";

    public static string Indent(double left = 0, double right = 0, double firstLine = 0)
    {
        var first = firstLine < 0 ? $"w:hanging=\"{Twips(-firstLine)}\"" : $"w:firstLine=\"{Twips(firstLine)}\"";
        var chars = firstLine < 0 ? "w:hangingChars=\"0\"" : "w:firstLineChars=\"0\"";
        return $"<w:ind w:leftChars=\"0\" w:left=\"{Twips(left)}\" w:rightChars=\"0\" w:right=\"{Twips(right)}\" {chars} {first}/>";
    }

    /// <summary>White above, in lines of the grid.</summary>
    public string Before(double lines, double? exactLine = null)
    {
        var before = Math.Round(lines * rules["grid.docx.line"].Value);
        var line = exactLine is { } e ? $" w:line=\"{Twips(e)}\" w:lineRule=\"exact\"" : "";
        return string.Create(CultureInfo.InvariantCulture, $"<w:spacing w:beforeLines=\"{Math.Round(lines * 100)}\" w:before=\"{before}\" w:after=\"0\"{line}/>");
    }

    /// <summary>Thickness in eighths of a point, as borders want it.</summary>
    public string Eighths(string figure) => Math.Max(2, Math.Round(rules.Pt(figure) * 8)).ToString(CultureInfo.InvariantCulture);
}

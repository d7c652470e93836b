using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Typesetting.Checking;

/// <summary>One departure of a document from the standard.</summary>
/// <param name="Element">Which element: 页面, 版心, 标题, 正文 …</param>
/// <param name="Place">Where, with the first words of the paragraph; a number of places when it recurs.</param>
/// <param name="Expected">The figure of the standard.</param>
/// <param name="Found">The figure measured.</param>
/// <param name="Clause">Clause of the standard.</param>
/// <param name="Strength">规定, 原则上, 实务 or 本单位.</param>
public sealed record Departure(string Element, string Place, string Expected, string Found, string Clause, string Strength);

/// <summary>What a check found, or why the file could not be checked.</summary>
/// <param name="Departures">All departures, page first, then element by element.</param>
/// <param name="Refusal">Null, or why the file was not read and what to do, in Chinese.</param>
public sealed record FormatReport(IReadOnlyList<Departure> Departures, string? Refusal);

/// <summary>A corrected file, or why none was made.</summary>
/// <param name="Bytes">The docx; empty where refused.</param>
/// <param name="Refusal">Null, or why, in Chinese.</param>
public sealed record FormatFix(byte[] Bytes, string? Refusal);

/// <summary>
/// Measures an existing docx against the layout rules, and sets it right without touching a word: sizes, faces,
/// indents, margins, the grid and the page numbers are changed, the text nodes and their order never.
/// Tables, pictures, text boxes and 版头 are left as they are.
/// </summary>
public static class FormatCheck
{
    /// <summary>Lists the departures of a docx. A file that is no docx gives a refusal.</summary>
    public static FormatReport Measure(Stream docx, LayoutRules rules)
    {
        var (parts, refusal) = DocxParts.Open(docx);
        if (parts is null) return new FormatReport([], refusal);
        var departures = new List<Departure>();
        departures.AddRange(new SectionCheck(parts, rules).Measure());
        departures.AddRange(new PageNumberCheck(parts, rules).Measure());
        departures.AddRange(new ElementCheck(parts, rules).Measure());
        return new FormatReport(departures, null);
    }

    /// <summary>Sets a docx right. Measuring the result finds nothing that can be set without changing a word.</summary>
    public static FormatFix Fix(Stream docx, LayoutRules rules)
    {
        var (parts, refusal) = DocxParts.Open(docx);
        if (parts is null) return new FormatFix([], refusal);
        new SectionCheck(parts, rules).Fix();
        new PageNumberCheck(parts, rules).Fix();
        new ElementCheck(parts, rules).Fix();
        return new FormatFix(parts.Save(), null);
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Reports;

/// <summary>Findings as JSON: rule, severity, message, paragraph, start, end, text, fix, source, confidence.</summary>
public static class FindingJson
{
    internal static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    internal static readonly JsonWriterOptions Indented = Compact with { Indented = true, NewLine = "\n" };

    /// <summary>One array. Where several files were checked each object names its file.</summary>
    public static string Array(IReadOnlyList<CheckedFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return Write(Indented, json =>
        {
            json.WriteStartArray();
            foreach (var (file, finding) in Pairs(files)) Write(json, file, finding);
            json.WriteEndArray();
        });
    }

    /// <summary>One object a line, each line ended.</summary>
    public static string Lines(IReadOnlyList<CheckedFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return string.Concat(Pairs(files).Select(p => Write(Compact, json => Write(json, p.File, p.Finding)) + "\n"));
    }

    /// <summary>One finding as one object without a line end.</summary>
    public static string One(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Write(Compact, json => Write(json, null, finding));
    }

    private static IEnumerable<(string? File, Finding Finding)> Pairs(IReadOnlyList<CheckedFile> files) =>
        files.SelectMany(file => file.Findings.Select(f => (files.Count > 1 ? file.Name : null, f)));

    internal static string Write(JsonWriterOptions options, Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, options)) content(json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Half a surrogate pair, as a broken text may hold, is no JSON.</summary>
    internal static string Clean(string text) => text.EnumerateRunes().Any(r => r == Rune.ReplacementChar) ? string.Concat(text.EnumerateRunes()) : text;

    private static void Write(Utf8JsonWriter json, string? file, Finding finding)
    {
        json.WriteStartObject();
        if (file is not null) json.WriteString("file", Clean(file));
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", finding.Severity.Name());
        json.WriteString("message", Clean(finding.Message));
        json.WriteNumber("paragraph", finding.Paragraph);
        json.WriteNumber("start", finding.Start);
        json.WriteNumber("end", finding.End);
        json.WriteString("text", Clean(finding.Text));
        json.WriteString("fix", finding.Fix is null ? null : Clean(finding.Fix));
        json.WriteString("source", Clean(finding.Source));
        json.WriteNumber("confidence", Math.Round(double.IsFinite(finding.Confidence) ? finding.Confidence : 0, 4));
        json.WriteEndObject();
    }
}

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
            foreach (var file in files)
                foreach (var finding in file.Findings) Write(json, NameIn(files, file), finding);
            json.WriteEndArray();
        });
    }

    /// <summary>One object a line, each line ended.</summary>
    public static string Lines(IReadOnlyList<CheckedFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var stream = new MemoryStream();
        using var json = new Utf8JsonWriter(stream, Compact);
        foreach (var file in files)
        {
            foreach (var finding in file.Findings)
            {
                Write(json, NameIn(files, file), finding);
                EndLine(json, stream);
            }
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>For each paragraph of a file one array of what was found in it, a line each.</summary>
    public static string ByParagraph(CheckedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var stream = new MemoryStream();
        using var json = new Utf8JsonWriter(stream, Compact);
        var next = 0;
        for (var i = 0; i < file.Document.Paragraphs.Count; i++)
        {
            json.WriteStartArray();
            for (; next < file.Findings.Count && file.Findings[next].Paragraph == i; next++) Write(json, null, file.Findings[next]);
            json.WriteEndArray();
            EndLine(json, stream);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void EndLine(Utf8JsonWriter json, MemoryStream stream)
    {
        json.Flush();
        stream.WriteByte((byte)'\n');
        json.Reset();
    }

    /// <summary>One file needs no name.</summary>
    private static string? NameIn(IReadOnlyList<CheckedFile> files, CheckedFile file) => files.Count > 1 ? file.Name : null;

    internal static string Write(JsonWriterOptions options, Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, options)) content(json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Half a surrogate pair, as a broken text may hold, is no JSON.</summary>
    internal static string Clean(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && text.EnumerateRunes().Any(r => r == Rune.ReplacementChar) ? string.Concat(text.EnumerateRunes()) : text;

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

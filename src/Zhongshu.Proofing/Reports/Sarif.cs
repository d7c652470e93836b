using System.Text.Json;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Reports;

/// <summary>Findings as a SARIF 2.1.0 log (OASIS), for editors and build servers.</summary>
public static class Sarif
{
    /// <summary>One run over the files. The name of a file becomes the artifact's address.</summary>
    public static string Log(IReadOnlyList<CheckedFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var findings = files.SelectMany(f => f.Findings).ToList();
        var rules = findings.Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal).ToList();
        return FindingJson.Write(FindingJson.Indented, json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, rules, findings);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var file in files)
            {
                var address = Uri.EscapeDataString(FindingJson.Clean(file.Name).Replace('\\', '/')).Replace("%2F", "/", StringComparison.Ordinal);
                foreach (var finding in file.Findings) WriteResult(json, address, file.Document, rules, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void WriteTool(Utf8JsonWriter json, List<string> rules, List<Finding> findings)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "中枢校核");
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule);
            WriteText(json, "shortDescription", findings.First(f => f.Rule == rule) is { Source.Length: > 0 } f ? f.Source : rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, string address, SourceDocument document, List<string> rules, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        json.WriteNumber("ruleIndex", rules.IndexOf(finding.Rule));
        json.WriteString("level", finding.Severity switch { Severity.Error => "error", Severity.Suspect => "warning", _ => "note" });
        WriteText(json, "message", finding.Message);
        var paragraph = finding.Paragraph >= 0 && finding.Paragraph < document.Paragraphs.Count ? document.Paragraphs[finding.Paragraph] : null;
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, address);
        WriteRegion(json, "region", paragraph, finding);
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("name", paragraph is null ? "" : PlaceName.Of(paragraph));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        if (finding.Fix is { } fix) WriteFix(json, address, paragraph, finding, fix);
        json.WriteStartObject("properties");
        json.WriteNumber("confidence", Math.Round(double.IsFinite(finding.Confidence) ? finding.Confidence : 0, 4));
        json.WriteString("source", FindingJson.Clean(finding.Source));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter json, string address, Paragraph? paragraph, Finding finding, string fix)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        WriteArtifact(json, address);
        json.WriteStartArray("replacements");
        json.WriteStartObject();
        WriteRegion(json, "deletedRegion", paragraph, finding);
        WriteText(json, "insertedContent", fix);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>In a text file the line and column of the file; elsewhere the paragraph counts as a line.</summary>
    private static void WriteRegion(Utf8JsonWriter json, string name, Paragraph? paragraph, Finding finding)
    {
        var isText = paragraph?.Origin is { Part.Length: 0 };
        json.WriteStartObject(name);
        json.WriteNumber("startLine", (isText ? paragraph!.Origin!.Ordinal : Math.Max(0, finding.Paragraph)) + 1);
        json.WriteNumber("startColumn", Column(isText ? paragraph : null, finding.Start, isEnd: false) + 1);
        json.WriteNumber("endColumn", Column(isText ? paragraph : null, finding.End, isEnd: finding.End > finding.Start) + 1);
        json.WriteEndObject();
    }

    private static int Column(Paragraph? paragraph, int position, bool isEnd)
    {
        foreach (var piece in paragraph?.Origin?.Pieces ?? [])
        {
            if (position < piece.End || (isEnd && position == piece.End)) return piece.Offset + Math.Max(0, position - piece.Start);
        }

        return paragraph?.Origin?.Pieces is [.., var last] ? last.Offset + last.Length : position;
    }

    private static void WriteArtifact(Utf8JsonWriter json, string address)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", address);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", FindingJson.Clean(text));
        json.WriteEndObject();
    }
}

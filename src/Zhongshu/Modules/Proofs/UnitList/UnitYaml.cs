using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Modules.Proofs.UnitList;

/// The unit's list as the YAML file that the engine and `zhongshu check --unit-rules` read. A JSON string is a YAML scalar.
internal static class UnitYaml
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<UnitEntry> entries)
    {
        var text = new StringBuilder();
        foreach (var section in entries.GroupBy(e => e.Section).OrderBy(g => g.Key))
        {
            text.Append(section.Key switch { EntrySection.Word => "words", EntrySection.Sensitive => "sensitive", EntrySection.Pattern => "patterns", _ => "ignore" }).Append(":\n");
            foreach (var entry in section) text.Append("- { ").Append(string.Join(", ", Fields(entry).Where(f => f.Value.Length > 0).Select(f => $"{f.Name}: {JsonSerializer.Serialize(f.Value, Json)}"))).Append(" }\n");
        }

        return text.ToString();
    }

    private static IEnumerable<(string Name, string Value)> Fields(UnitEntry e) => e.Section switch
    {
        EntrySection.Word => [("wrong", e.Text), ("right", e.Fix), ("severity", e.Severity.Name()), ("reason", e.Reason)],
        EntrySection.Sensitive => [("word", e.Text), ("reason", e.Reason)],
        EntrySection.Pattern => [("pattern", e.Text), ("message", e.Reason), ("severity", e.Severity.Name()), ("fix", e.Fix)],
        _ => [("rule", e.Rule), ("text", e.Text), ("reason", e.Reason)],
    };
}

using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules;

/// <summary>One check as <c>checks.yaml</c> states it.</summary>
internal sealed record RuleEntry(string Id, Severity Severity, double Confidence, string Message, string Source, int Most);

/// <summary>The checks by id: severity, sentence, source. Read with the event parser: an object graph takes ten times as long.</summary>
internal sealed class RuleBook
{
    /// <summary>More remarks of one rule help nobody: the first thousands say what is wrong.</summary>
    public const int MostOfOneRule = 20_000;

    private readonly Dictionary<string, RuleEntry> entries = [];

    public RuleEntry this[string id] => entries[id];

    public RuleEntry? Find(string id) => entries.GetValueOrDefault(id);

    public IEnumerable<string> Ids => entries.Keys;

    public static RuleBook Load(string path)
    {
        var book = new RuleBook();
        foreach (var map in YamlLines.Read(path))
        {
            var severity = LexiconFile.SeverityOf(map["severity"]);
            var confidence = map.TryGetValue("confidence", out var text)
                ? double.Parse(text, CultureInfo.InvariantCulture)
                : severity switch { Severity.Error => 0.98, Severity.Suspect => 0.75, _ => 0.5 };
            var most = map.TryGetValue("most", out var cap) ? int.Parse(cap, CultureInfo.InvariantCulture) : MostOfOneRule;
            book.entries.Add(map["id"], new RuleEntry(map["id"], severity, confidence, map["message"], map["source"], most));
        }

        return book;
    }
}

/// <summary>Reads a YAML list of flat maps, the shape of all our rule files.</summary>
internal static class YamlLines
{
    public static IEnumerable<Dictionary<string, string>> Read(string path)
    {
        using var reader = new StreamReader(path);
        var parser = new Parser(reader);
        Dictionary<string, string>? map = null;
        string? key = null;
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart:
                    map = [];
                    break;
                case Scalar scalar when map is not null:
                    if (key is null) key = scalar.Value;
                    else (map[key], key) = (scalar.Value, null);
                    break;
                case MappingEnd when map is not null:
                    yield return map;
                    map = null;
                    break;
                default:
                    break;
            }
        }
    }
}

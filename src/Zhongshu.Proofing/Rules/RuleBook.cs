using System.Globalization;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules;

/// <summary>One check as <c>checks.yaml</c> states it.</summary>
internal sealed record RuleEntry(string Id, Severity Severity, double Confidence, string Message, string Source, int Most);

/// <summary>The checks by id: severity, sentence, source.</summary>
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

using System.Globalization;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules;

/// <summary>A stretch of a paragraph.</summary>
internal readonly record struct Place(int Paragraph, int Start, int End);

/// <summary>Gathers what the rules remark on, in the words of the rule book. Bounded, so that a hostile text cannot fill the memory.</summary>
internal sealed class Remarks(RuleBook book, IReadOnlyList<Paragraph> paragraphs)
{
    private readonly Dictionary<string, int> counts = [];

    public List<Finding> Findings { get; } = [];

    /// <summary>Notes a finding. <paramref name="words"/> fill the places of the rule's message.</summary>
    public void Add(string rule, Place place, string? fix = null, params ReadOnlySpan<object> words)
    {
        if (!Room(rule)) return;
        var entry = book[rule];
        var message = words.Length == 0 ? entry.Message : string.Format(CultureInfo.InvariantCulture, entry.Message, words);
        Findings.Add(new Finding(
            rule,
            entry.Severity,
            message,
            place.Paragraph,
            place.Start,
            place.End,
            TextOf(place),
            fix,
            entry.Source,
            entry.Confidence));
    }

    /// <summary>Notes a word of the lexicon.</summary>
    public void Add(LexiconEntry entry, Place place)
    {
        if (!Room(entry.Rule)) return;
        var rule = book[entry.Rule];
        var text = TextOf(place);
        var reason = entry.Reason.Length > 0 ? entry.Reason : string.Format(CultureInfo.InvariantCulture, rule.Message, text, entry.Right);
        Findings.Add(new Finding(
            entry.Rule,
            entry.Severity,
            reason,
            place.Paragraph,
            place.Start,
            place.End,
            text,
            entry.Right.Length == 0 ? null : entry.Right,
            entry.Source,
            entry.Severity switch { Severity.Error => 0.99, Severity.Suspect => 0.8, _ => 0.5 }));
    }

    /// <summary>Notes a finding that speaks for itself (the unit's own rules).</summary>
    public void Add(Finding finding)
    {
        if (Room(finding.Rule)) Findings.Add(finding);
    }

    public string TextOf(Place place) => paragraphs[place.Paragraph].Text[place.Start..place.End];

    private bool Room(string rule)
    {
        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, rule, out _);
        return ++count <= (book.Find(rule)?.Most ?? RuleBook.MostOfOneRule);
    }
}

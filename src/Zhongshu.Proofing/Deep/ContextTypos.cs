using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Deep;

/// <summary>What the office sets for deep proofing.</summary>
public sealed record ContextTypoOptions
{
    /// <summary>The values of the house.</summary>
    public static ContextTypoOptions Default { get; } = new();

    /// <summary>Findings below this probability are not made; 0 to 1.</summary>
    public double LeastConfidence { get; init; } = 0.622;

    /// <summary>Words of the office (names, places, own terms) that are never questioned.</summary>
    public IReadOnlyCollection<string> OwnWords { get; init; } = [];

    /// <summary>Names and words that the model has hardly read; <c>null</c> for none.</summary>
    internal KnownWords? Known { get; init; }
}

/// <summary>
/// 深度校核: typos that only the context gives away (「布署」 for 「部署」). Statistics of public official texts say
/// what a place expects; likeness of sound, shape or key says what may have been meant. Never more than 疑似.
/// </summary>
public static class ContextTypos
{
    /// <summary>Rule id of every finding made here.</summary>
    public const string Rule = "typo.deep";

    private const int Beside = 10;
    private const string Source = "公文语料统计";

    /// <summary>Looks through all paragraphs of a document. Total: any text gives findings or none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="model">An open model.</param>
    /// <param name="options">The office's settings; <c>null</c> for the usual.</param>
    /// <returns>Findings in reading order; spans do not overlap.</returns>
    /// <exception cref="ObjectDisposedException">The model was disposed.</exception>
    public static IReadOnlyList<Finding> Check(SourceDocument document, ContextModel model, ContextTypoOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(model);
        model.ThrowIfClosed();
        var settings = options ?? ContextTypoOptions.Default;
        if (document.Paragraphs.Count > 1 && OwnPlaces.Of(document) is { Count: > 0 } places) settings = settings with { OwnWords = [.. settings.OwnWords, .. places] };
        var reviewer = new Reviewer(model) { Least = LogOdds(settings.LeastConfidence), Known = settings.Known };
        var findings = new List<Finding>();
        foreach (var paragraph in document.Paragraphs)
            Check(paragraph, model, reviewer, settings, findings);
        return findings;
    }

    private static void Check(Paragraph paragraph, ContextModel model, Reviewer reviewer, ContextTypoOptions settings, List<Finding> findings)
    {
        var text = paragraph.Text;
        var slips = reviewer.Read(text, Guard.Demands(text, settings.OwnWords, settings.Known));
        var first = findings.Count;
        foreach (var (what, start) in reviewer.Found) findings.Add(Mishap(paragraph, what, start, model));
        if (slips.Count == 0) return;
        var corrected = string.Create(text.Length, (text, slips, model), static (span, state) =>
        {
            state.text.CopyTo(span);
            foreach (var slip in state.slips) span[slip.Index] = state.model.Alphabet.Character(slip.Meant.Token);
        });
        for (var i = 0; i < slips.Count;)
        {
            var next = i + 1;
            while (next < slips.Count && slips[next].Index == slips[next - 1].Index + 1) next++;
            var together = slips.GetRange(i, next - i);
            var (from, to) = (together[0].Index, together[^1].Index + 1);
            findings.Add(new Finding(
                Rule, Severity.Suspect, Explanation.Of(text, corrected, together, model),
                paragraph.Index, from, to, text[from..to], corrected[from..to], Source,
                Math.Round(together.Min(slip => Judgement.Probability(slip.LogOdds)), 3)));
            i = next;
        }

        if (reviewer.Found.Count > 0) findings.Sort(first, findings.Count - first, ByPlace);
    }

    private static readonly Comparer<Finding> ByPlace = Comparer<Finding>.Create((a, b) => a.Start.CompareTo(b.Start));

    private static Finding Mishap(Paragraph paragraph, Mishandled what, int start, ContextModel model)
    {
        var text = paragraph.Text;
        var (from, to, fix) = what.Kind switch
        {
            Deep.Mishap.Missing => (start - 1, start + 1, $"{text[start - 1]}{model.Alphabet.Character(what.Token)}{text[start]}"),
            Deep.Mishap.Extra => (start, start + 1, ""),
            _ => (start, start + 2, $"{text[start + 1]}{text[start]}"),
        };
        var confidence = Math.Min(0.95, 0.7 + (what.Gain / 100));
        return new Finding(Rule, Severity.Suspect, Explanation.OfMishap(text, what, start, model), paragraph.Index, from, to, text[from..to], fix, Source, Math.Round(confidence, 3));
    }

    /// <summary>
    /// Whether the context bears out a correction of the same length that a word list proposed: the sentence must not read
    /// less like official writing with it than without.
    /// </summary>
    internal static bool BearsOut(ContextModel model, string text, Finding finding)
    {
        if (finding.Fix is not { } fix || fix.Length != finding.End - finding.Start) return true;
        var from = Math.Max(0, finding.Start - Beside);
        var to = Math.Min(text.Length, finding.End + Beside);
        var fresh = string.Concat(text.AsSpan(from, finding.Start - from), fix, text.AsSpan(finding.End, to - finding.End));
        return Likelihood(model, fresh) > Likelihood(model, text.AsSpan(from, to - from));
    }

    private static float Likelihood(ContextModel model, ReadOnlySpan<char> text)
    {
        var line = model.Alphabet.Encode(text);
        var work = new Workspace(model.Expectation, line);
        return work.Fluency * (line.Count - 1);
    }

    private static float LogOdds(double probability)
    {
        var p = Math.Clamp(probability, 0.001, 0.999);
        return (float)Math.Log(p / (1 - p));
    }
}

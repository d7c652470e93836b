using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Deep;

/// <summary>What the office sets for deep proofing.</summary>
public sealed record ContextTypoOptions
{
    /// <summary>The values of the house.</summary>
    public static ContextTypoOptions Default { get; } = new();

    /// <summary>Findings below this probability are not made; 0 to 1.</summary>
    public double LeastConfidence { get; init; } = 0.62;

    /// <summary>Words of the office (names, places, own terms) that are never questioned.</summary>
    public IReadOnlyCollection<string> OwnWords { get; init; } = [];
}

/// <summary>
/// 深度校核: typos that only the context gives away (「布署」 for 「部署」). Statistics of public official texts say
/// what a place expects; likeness of sound, shape or key says what may have been meant. Never more than 疑似.
/// </summary>
public static class ContextTypos
{
    /// <summary>Rule id of every finding made here.</summary>
    public const string Rule = "typo.deep";

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
        var reviewer = new Reviewer(model) { Least = LogOdds(settings.LeastConfidence) };
        var findings = new List<Finding>();
        foreach (var paragraph in document.Paragraphs)
            Check(paragraph, model, reviewer, settings, findings);
        return findings;
    }

    private static void Check(Paragraph paragraph, ContextModel model, Reviewer reviewer, ContextTypoOptions settings, List<Finding> findings)
    {
        var text = paragraph.Text;
        var slips = reviewer.Read(text, Guard.Demands(text, settings.OwnWords));
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
            var wording = Explanation.Around(text, corrected, from, to, model);
            findings.Add(new Finding(
                Rule, Severity.Suspect, Explanation.Message(wording, together, model),
                paragraph.Index, from, to, text[from..to], corrected[from..to], Source,
                Math.Round(together.Min(slip => Judgement.Probability(slip.LogOdds)), 3)));
            i = next;
        }
    }

    private static float LogOdds(double probability)
    {
        var p = Math.Clamp(probability, 0.001, 0.999);
        return (float)Math.Log(p / (1 - p));
    }
}

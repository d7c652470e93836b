using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Rules.Headings;
using Zhongshu.Proofing.Rules.Kinds;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Lengths;

/// <summary>短实新: long sentences, a long run-up, much background, several sentences to one measure.</summary>
internal sealed class StyleRule : IDocumentRule
{
    private const int ShortestBody = 600;
    private static readonly UnitSet Ends = new("。；！？");

    public void Look(CheckedText text, Remarks remarks)
    {
        var thresholds = text.Data.Thresholds;
        var plan = Wording.KindOf(text) is DocumentKind.报告 or DocumentKind.方案 or DocumentKind.计划;
        var (body, background, first) = (0, 0, default(Place?));
        foreach (var line in text.Lines())
        {
            if (line.Role is not (ElementRole.None or ElementRole.Body or ElementRole.Heading1 or ElementRole.Heading2 or ElementRole.Heading3 or ElementRole.Heading4)) continue;
            Sentences(line, thresholds.Sentence, remarks);
            if (plan && HeadNumber.Of(line) is { Level: >= HeadLevel.Third and <= HeadLevel.Fifth } head) Measure(line, head, thresholds.MeasureSentences, remarks);
            var words = line.Text.Length;
            body += words;
            if (words < 40 || Background(line.Text, text.Data.Background) is not { } mark) continue;
            background += words;
            first ??= line.At(mark.Start, mark.End);
        }

        if (first is { } place && body >= ShortestBody && background * 100 > body * thresholds.BackgroundPercent)
            remarks.Add("length.background", place, null, background * 100 / body, thresholds.BackgroundPercent);
    }

    private static void Sentences(Line line, int longest, Remarks remarks)
    {
        var text = line.Text;
        if (text.Length <= longest) return;
        var start = 0;
        while (start < text.Length)
        {
            var length = Ends.First(text.AsSpan(start));
            var end = length < 0 ? text.Length : start + length;
            if (end - start > longest && end - start < 100_000 && text.AsSpan(start, end - start).Count('、') < 20)
            {
                var words = TextCounts.Words(text[start..end]);
                if (words > longest) remarks.Add("length.sentence", line.At(end, Math.Min(text.Length, end + 1)), null, words, longest);
            }

            start = end + 1;
        }
    }

    private static void Measure(Line line, HeadNumber head, int most, Remarks remarks)
    {
        var stops = line.Text.AsSpan(head.End).Count('。');
        if (stops > most) remarks.Add("length.measure", line.At(head.Start, head.End), null, stops);
    }

    /// <summary>The first phrase that marks a paragraph as background, when there are two of them or one opens the paragraph.</summary>
    internal static (int Start, int End)? Background(string text, IReadOnlyList<string> phrases)
    {
        var (count, found) = (0, default((int, int)?));
        var span = text.AsSpan(0, Math.Min(text.Length, 2000));
        foreach (var phrase in phrases)
        {
            var at = span.IndexOf(phrase);
            if (at < 0) continue;
            count++;
            if (found is null || at < found.Value.Item1) found = (at, at + phrase.Length);
        }

        return count >= 2 || (count == 1 && found!.Value.Item1 < 12) ? found : null;
    }
}

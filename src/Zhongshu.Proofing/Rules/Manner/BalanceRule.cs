using Zhongshu.Proofing.Rules.Kinds;
using Zhongshu.Proofing.Rules.Lengths;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Manner;

/// <summary>表态 against 措施, the share of what is said in general, the way to the point, long sentences for the grass roots.</summary>
internal sealed class BalanceRule : IDocumentRule
{
    private const int ShortestBody = 600;
    private const int FewestSentences = 8;
    private const int LongForGrassRoots = 60;

    public void Look(CheckedText text, Remarks remarks)
    {
        var lines = RunningText.Of(text);
        if (Wording.KindOf(text) == DocumentKind.Unknown || lines.Sum(l => l.Text.Length) is var length && length < ShortestBody) return;
        Weigh(lines, text.Data.Manner, length, remarks);
        RunUp(lines, text.Data.Manner, remarks);
        if (text.Structure.Addressee is { } reader && ForGrassRoots(reader)) Plain(lines, remarks);
    }

    private static void Weigh(List<Line> lines, MannerWords words, int length, Remarks remarks)
    {
        var (sentences, measures, declarations, general, first) = (0, 0, 0, 0, default(Place?));
        foreach (var line in lines.Where(line => !RunningText.IsHeading(line)))
        {
            foreach (var (start, end) in RunningText.Sentences(line.Text))
            {
                var sentence = line.Text.AsSpan(start, end - start);
                sentences++;
                if (RunningText.HasFigure(sentence) || words.In("measure", sentence))
                {
                    measures++;
                    continue;
                }

                if (sentence.IndexOf('《') < 0) general += sentence.Length;
                var at = words.Find("declaration", sentence, out var word);
                if (at < 0) continue;
                declarations++;
                first ??= line.At(start + at, start + at + word.Length);
            }
        }

        if (sentences < FewestSentences) return;
        if (declarations > measures && first is { } place) remarks.Add("length.declarations", place, null, declarations, measures);
        else if (general * 100 / length is var share && share > words.Figure("general")) remarks.Add("length.general", lines[0].At(0, 0), null, share, words.Figure("general"));
    }

    /// <summary>What stands before the first heading, the first figure or the words that come to the point.</summary>
    private static void RunUp(List<Line> lines, MannerWords words, Remarks remarks)
    {
        var before = 0;
        foreach (var line in lines)
        {
            if (RunningText.IsHeading(line) || words.In("opening", line.Text) || words.In("measure", line.Text) || RunningText.HasFigure(line.Text)) break;
            before += TextCounts.Words(line.Text);
        }

        if (before > words.Figure("run-up")) remarks.Add("length.run-up", lines[0].At(0, 0), null, before, words.Figure("run-up"));
    }

    private static bool ForGrassRoots(string reader) =>
        reader.Contains('村', StringComparison.Ordinal) || reader.Contains("社区", StringComparison.Ordinal) || reader.Contains("乡镇", StringComparison.Ordinal) || reader.Contains("街道", StringComparison.Ordinal);

    private static void Plain(List<Line> lines, Remarks remarks)
    {
        var (all, longs) = (0, 0);
        foreach (var line in lines)
        {
            foreach (var (start, end) in RunningText.Sentences(line.Text))
            {
                all++;
                if (TextCounts.Words(line.Text[start..end]) > LongForGrassRoots) longs++;
            }
        }

        if (longs >= 3 && longs * 2 > all) remarks.Add("length.plain", lines[0].At(0, 0), null, longs);
    }
}

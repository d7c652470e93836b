using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Documents.Docx;
using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Headings;

/// <summary>
/// Level numbers in order. A list may begin anew at one, or run on across the headings above it
/// (（一）…（十五） through the whole text is a custom of central documents).
/// </summary>
internal sealed class SequenceRule : IDocumentRule
{
    private static readonly int Levels = Enum.GetValues<HeadLevel>().Length;

    public void Look(CheckedText text, Remarks remarks)
    {
        var track = new Track(remarks);
        foreach (var line in text.Lines())
        {
            if (line.Paragraph.Place != ParagraphPlace.Body) continue;
            if (line.Role is ElementRole.Title or ElementRole.CopyTo || IsBreak(line.Text)) track.Clear();
            if (HeadNumber.Of(line) is { } head) track.Take(line, head);
            else if (line.Role == ElementRole.AttachmentNote || StartsNote(line.Text)) track.Note(line.Text);
        }
    }

    /// <summary>The rule line of a plain-text file, or the head of an attachment: numbering starts afresh below it.</summary>
    private static bool IsBreak(string text)
    {
        var head = text.AsSpan().TrimStart(" 　");
        return head.StartsWith("---") || head.StartsWith("附件") || head.StartsWith("附：") || head.StartsWith("附表") || head.StartsWith("附录");
    }

    private static bool StartsNote(string text)
    {
        var head = text.AsSpan().TrimStart(" 　");
        return head.StartsWith("附件：1") || head.StartsWith("附件:1");
    }

    private sealed class Track(Remarks remarks)
    {
        private readonly int[] last = new int[Levels];
        private readonly bool[] fresh = new bool[Levels];
        private int attachment;
        private HeadLevel? deepest;

        public void Clear()
        {
            Array.Clear(last);
            Array.Clear(fresh);
            deepest = null;
        }

        /// <summary>附件：1. … carries the first number of the list that goes on below.</summary>
        public void Note(string text)
        {
            if (text.Contains("1.", StringComparison.Ordinal) || text.Contains("1．", StringComparison.Ordinal) || text.Contains("1、", StringComparison.Ordinal)) last[(int)HeadLevel.Third] = 1;
        }

        public void Take(Line line, HeadNumber head)
        {
            if (head.Level == HeadLevel.Attachment)
            {
                Attachment(line, head);
                return;
            }

            Order(line, head);
            Skip(line, head);
            last[(int)head.Level] = head.Number;
            fresh[(int)head.Level] = false;
            for (var below = (int)head.Level + 1; head.Level < HeadLevel.Fifth && below <= (int)HeadLevel.Fifth; below++) fresh[below] = true;
            if (head.Level == HeadLevel.Chapter) fresh[(int)HeadLevel.Section] = true;
            if (head.Level >= HeadLevel.Chapter) for (var below = 0; below <= (int)HeadLevel.Fifth; below++) fresh[below] = true;
            deepest = head.Level >= HeadLevel.Chapter ? null : head.Level;
        }

        private void Attachment(Line line, HeadNumber head)
        {
            if (head.Number != attachment + 1 && (head.Number != 1 || attachment == 1))
                remarks.Add(head.Number == attachment ? "heading.attachment-repeat" : "heading.attachment-gap", line.At(head.Start, head.End), null, attachment + 1);
            attachment = head.Number;
        }

        private void Order(Line line, HeadNumber head)
        {
            var (before, anew) = (last[(int)head.Level], fresh[(int)head.Level]);
            if (head.Number == before + 1 || (head.Number == 1 && (anew || before > 1))) return;
            var place = line.At(head.Start, head.End);
            var written = head.End > head.Start ? line.Text[head.Start..head.End] : line.Paragraph.Number ?? "";
            if (before == 0 && deepest is null && line.Index < 2) return; // an excerpt: what stood before is not known
            if (before == 0 || anew) remarks.Add("heading.start", place, null, written);
            else if (head.Number == before) remarks.Add("heading.repeat", place, null, written);
            else if (head.Number > before) remarks.Add("heading.gap", place, null, written, Like(written, before), Like(written, before + 1));
            else remarks.Add("heading.order", place, null, written, before + 1);
        }

        /// <summary>A number as the series writes it: （五） beside （六）, 5. beside 6.</summary>
        private static string Like(string written, int number)
        {
            var from = 0;
            while (from < written.Length && !CharClass.IsChineseNumeral(written[from]) && !CharClass.IsDigit(written[from])) from++;
            var to = from;
            while (to < written.Length && (CharClass.IsChineseNumeral(written[to]) || CharClass.IsDigit(written[to]))) to++;
            if (from == to) return NumberFormats.Format(number, "decimal");
            return written[..from] + NumberFormats.Format(number, CharClass.IsDigit(written[from]) ? "decimal" : "chineseCountingThousand") + written[to..];
        }

        /// <summary>一、 straight to （1）: two levels left out; 一、 to 1.: one, which many offices allow.</summary>
        private void Skip(Line line, HeadNumber head)
        {
            if (deepest is not { } above || head.Level > HeadLevel.Fourth || head.Level <= above || above > HeadLevel.Fourth) return;
            var steps = head.Level - above;
            if (last[(int)head.Level] > 0 && !fresh[(int)head.Level]) return;
            if (steps >= 3) remarks.Add("heading.skip-two", line.At(head.Start, head.End));
            else if (steps == 2) remarks.Add("heading.skip", line.At(head.Start, head.End));
        }
    }
}

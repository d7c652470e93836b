using System.Xml.Linq;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Annotate;

/// <summary>One paragraph of an opened part: takes runs apart at the ends of findings and puts marks between them.</summary>
internal sealed class MarkedParagraph
{
    private readonly XElement _paragraph;
    private readonly WordMarkup _markup;
    private readonly List<Piece> _pieces = [];
    private readonly HashSet<XElement> _added = [];

    private sealed class Piece(int start, int length, XElement run, XElement child)
    {
        public int Start => start;

        public int Length { get; set; } = length;

        public int End => Start + Length;

        public XElement Run { get; set; } = run;

        public XElement Child { get; set; } = child;
    }

    private MarkedParagraph(XElement paragraph, WordMarkup markup) => (_paragraph, _markup) = (paragraph, markup);

    /// <summary>Whether every stretch was found again where the reader had seen it; otherwise marks go around the paragraph.</summary>
    public bool IsExact { get; private set; }

    public static MarkedParagraph Open(XElement paragraph, Paragraph read, IReadOnlyList<XElement> runs, WordMarkup markup)
    {
        var marked = new MarkedParagraph(paragraph, markup);
        marked.IsExact = read.Origin is { } origin && origin.Pieces.All(p => marked.Take(p, read.Text, runs));
        return marked;
    }

    private bool Take(TextPiece piece, string text, IReadOnlyList<XElement> runs)
    {
        if (piece.Run < 0 || piece.Run >= runs.Count || piece.End > text.Length) return false;
        var run = runs[piece.Run];
        if (run.Elements().ElementAtOrDefault(piece.Child) is not { } child) return false;
        if (child.Name == _markup.W + "t")
        {
            if (piece.Offset + piece.Length > child.Value.Length) return false;
            if (!child.Value.AsSpan(piece.Offset, piece.Length).ToString().Replace('\n', ' ').AsSpan().SequenceEqual(text.AsSpan(piece.Start, piece.Length))) return false;
            // What Word trims at the ends must not come back once the element says to keep blanks.
            child.Value = text.Substring(piece.Start, piece.Length);
            child.SetAttributeValue(XNamespace.Xml + "space", "preserve");
        }

        _pieces.Add(new Piece(piece.Start, piece.Length, run, child));
        return true;
    }

    /// <summary>Puts the fix in as a deletion and an insertion. Only what differs is touched. False when the place is no plain text.</summary>
    public bool Fix(Finding finding)
    {
        if (!IsExact || finding.Fix is not { } fix || fix.AsSpan().IndexOfAny('\n', '\t') >= 0) return false;
        var (head, tail) = CommonEnds(finding.Text, fix);
        var (start, end) = (finding.Start + head, finding.End - tail);
        var text = XmlText.Clean(fix[head..(fix.Length - tail)]);
        Split(start);
        Split(end);
        var inside = _pieces.Where(p => p.Start >= start && p.End <= end && p.Start < end).ToList();
        if (inside.Sum(p => p.Length) != end - start) return false;
        if (inside.Any(p => p.Child.Name != _markup.W + "t" || p.Run.Parent?.Name == _markup.W + "del")) return false;
        var (last, like) = inside.Count > 0 ? (inside[^1].Run, inside[^1].Run) : Before(start) is { } before && before.End == start ? (Outer(before.Run), before.Run) : (null, null);
        if (last is null) return false;
        if (text.Length > 0) Insert(last, _markup.Run(like, text));
        foreach (var run in inside.Select(p => p.Run).Distinct().ToList()) Delete(run);
        return true;
    }

    /// <summary>After what an earlier fix has put in at the same place.</summary>
    private void Insert(XElement after, XElement run)
    {
        while (after.ElementsAfterSelf().FirstOrDefault() is { } next && _added.Contains(next)) after = next;
        var added = after.Parent?.Name == _markup.W + "ins" ? run : _markup.Insertion(run);
        after.AddAfterSelf(added);
        _added.Add(added);
    }

    /// <summary>Puts the two ends of a comment around a stretch.</summary>
    public void Comment(Finding finding, int id)
    {
        var host = _paragraph.AncestorsAndSelf(_markup.W + "p").Last();
        if (!IsExact || _pieces.Count == 0 || host != _paragraph)
        {
            Surround(host, id);
            return;
        }

        // An insertion point has no width; the comment holds the character before it.
        var from = finding.Start == finding.End ? Math.Max(0, finding.Start - 1) : finding.Start;
        Split(from);
        Split(finding.End);
        var first = _pieces.Find(p => p.Start >= from) ?? _pieces[^1];
        var last = _pieces.FindLast(p => p.End <= Math.Max(finding.End, first.End) && p.Start >= first.Start) ?? first;
        var (start, end) = (Outer(first.Run), Outer(last.Run));
        if (end.ElementsAfterSelf().FirstOrDefault() is { } next && next.Name == _markup.W + "ins" && end.Name == _markup.W + "del") end = next;
        start.AddBeforeSelf(_markup.RangeStart(id));
        end.AddAfterSelf(_markup.RangeEnd(id));
    }

    /// <summary>Comments cannot stand inside text boxes; they go to the paragraph that holds the box.</summary>
    private void Surround(XElement paragraph, int id)
    {
        if (paragraph.Element(_markup.W + "pPr") is { } properties) properties.AddAfterSelf(_markup.RangeStart(id));
        else paragraph.AddFirst(_markup.RangeStart(id));
        paragraph.Add(_markup.RangeEnd(id));
    }

    private Piece? Before(int position) => _pieces.FindLast(p => p.End <= position);

    /// <summary>The run, or the tracked deletion that it is now in.</summary>
    private XElement Outer(XElement run) => run.Parent?.Name == _markup.W + "del" ? run.Parent : run;

    private void Delete(XElement run)
    {
        var deletion = _markup.Deletion(run);
        run.ReplaceWith(deletion);
        var moved = deletion.Elements().First();
        foreach (var piece in _pieces.Where(p => p.Run == run))
        {
            piece.Child = moved.Elements().ElementAt(run.Elements().TakeWhile(e => e != piece.Child).Count());
            piece.Run = moved;
        }
    }

    /// <summary>Makes a run begin at this place of the text.</summary>
    private void Split(int position)
    {
        var at = _pieces.FindIndex(p => p.Start <= position && position < p.End);
        if (at < 0) return;
        if (position > _pieces[at].Start)
        {
            if (_pieces[at].Child.Name != _markup.W + "t") return;
            if (!SplitText(at, position - _pieces[at].Start)) return;
            at++;
        }

        var (run, child) = (_pieces[at].Run, _pieces[at].Child);
        if (!child.ElementsBeforeSelf().Any(e => e.Name != _markup.W + "rPr")) return;
        var moved = child.ElementsAfterSelf().Prepend(child).ToList();
        var right = new XElement(_markup.W + "r", run.Attributes(), run.Element(_markup.W + "rPr") is { } look ? new XElement(look) : null);
        foreach (var element in moved) element.Remove();
        right.Add(moved);
        run.AddAfterSelf(right);
        foreach (var piece in _pieces.Where(p => p.Run == run && moved.Contains(p.Child))) piece.Run = right;
    }

    private bool SplitText(int at, int length)
    {
        var piece = _pieces[at];
        var text = piece.Child.Value;
        if (SlicedFixes.IsInsidePair(text, length)) return false;
        var right = _markup.Text(text[length..]);
        piece.Child.Value = text[..length];
        piece.Child.AddAfterSelf(right);
        _pieces.Insert(at + 1, new Piece(piece.Start + length, piece.Length - length, piece.Run, right));
        piece.Length = length;
        return true;
    }

    private static (int Head, int Tail) CommonEnds(string text, string fix)
    {
        var most = Math.Min(text.Length, fix.Length);
        var head = 0;
        while (head < most && text[head] == fix[head]) head++;
        var tail = 0;
        while (tail < most - head && text[^(tail + 1)] == fix[^(tail + 1)]) tail++;
        if (SlicedFixes.IsInsidePair(text, head) || SlicedFixes.IsInsidePair(fix, head)) head--;
        if (SlicedFixes.IsInsidePair(text, text.Length - tail) || SlicedFixes.IsInsidePair(fix, fix.Length - tail)) tail--;
        return (head, tail);
    }
}

namespace Zhongshu.Proofing.Rules.Lengths;

/// <summary>How much of the text stands in last year's text word for word (雷同), by windows of twelve characters.</summary>
internal sealed class LastYearRule : IDocumentRule
{
    public void Look(CheckedText text, Remarks remarks)
    {
        if (text.Context.LastYear is not { Length: > Sameness.Window } last || text.Count == 0) return;
        var now = text.Paragraphs.Select(p => p.Text).ToList();
        var then = last.Split('\n');
        var (all, shared) = Sameness.Compare(now, then, digitsCount: true);
        if (all < 40) return;
        var percent = (int)(shared * 100L / all);
        if (percent < text.Data.Thresholds.SameAsLastYearPercent) return;
        var (plainAll, plainShared) = Sameness.Compare(now, then, digitsCount: false);
        var onlyDates = plainShared * 100L >= plainAll * 99L && !now.SequenceEqual(then);
        var first = now.FindIndex(p => p.Length > 0);
        remarks.Add(onlyDates ? "length.only-dates" : "length.same-as-last-year", new Place(Math.Max(0, first), 0, 0), null, percent);
    }
}

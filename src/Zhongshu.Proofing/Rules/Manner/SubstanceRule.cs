using Zhongshu.Proofing.Rules.Headings;
using Zhongshu.Proofing.Rules.Kinds;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Manner;

/// <summary>Results told without a figure, measures that are only goals, exhortation in a regulation.</summary>
internal sealed class SubstanceRule : IDocumentRule
{
    private const int LongParagraph = 120;
    private const int ShortestGoal = 15;

    public void Look(CheckedText text, Remarks remarks)
    {
        var words = text.Data.Manner;
        var kind = Wording.KindOf(text);
        var (reports, plans) = (IsReport(kind), kind is DocumentKind.方案 or DocumentKind.计划 or DocumentKind.意见);
        var regulates = kind is DocumentKind.规定 or DocumentKind.办法 or DocumentKind.细则 or DocumentKind.条例;
        if (!reports && !plans && !regulates) return;
        foreach (var line in RunningText.Of(text))
        {
            if (reports) NoFigures(line, words, remarks);
            if (plans) GoalOnly(line, words, remarks);
            if (regulates && words.Find("law-words", line.Text, out var word) is var at and >= 0) remarks.Add("kind.law-words", line.At(at, at + word.Length), null, word);
        }
    }

    private static bool IsReport(DocumentKind kind) =>
        kind is DocumentKind.报告 or DocumentKind.总结 or DocumentKind.信息 or DocumentKind.简报 or DocumentKind.研究报告 or DocumentKind.督查专报;

    private static void NoFigures(Line line, MannerWords words, Remarks remarks)
    {
        if (line.Text.Length < LongParagraph || RunningText.HasFigure(line.Text)) return;
        var at = words.Find("result", line.Text, out var word);
        if (at >= 0) remarks.Add("length.no-figures", line.At(at, at + word.Length));
    }

    /// <summary>An item under a number that names an aim and nothing that anybody is to do.</summary>
    private static void GoalOnly(Line line, MannerWords words, Remarks remarks)
    {
        if (HeadNumber.Of(line) is not { Level: >= HeadLevel.Third and <= HeadLevel.Fifth } head || line.Text.Length - head.End < ShortestGoal) return;
        var item = line.Text.AsSpan(head.End);
        if (!words.In("measure", item) && words.In("goal", item)) remarks.Add("length.goal-only", line.At(head.Start, head.End));
    }
}

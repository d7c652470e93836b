using Zhongshu.Proofing.Rules.Kinds;
using Zhongshu.Proofing.Rules.Lengths;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Manner;

/// <summary>What a report or a deployment must hold, how an upward text is divided, how many attachments it carries.</summary>
internal sealed class PartsRule : IDocumentRule
{
    private const int ShortestReport = 600;
    private const int ShortestPlan = 1_000;
    private const int FewestHeadings = 3;
    private static readonly (string Id, string Name)[] OfReport = [("report-done", "工作情况"), ("report-problems", "存在问题"), ("report-next", "下一步打算")];
    private static readonly (string Id, string Name)[] OfPlan = [("plan-frame", "总体要求或目标"), ("plan-tasks", "重点任务或措施"), ("plan-course", "步骤、分工或保障")];

    public void Look(CheckedText text, Remarks remarks)
    {
        var kind = Wording.KindOf(text);
        if (kind is not (DocumentKind.报告 or DocumentKind.请示 or DocumentKind.方案 or DocumentKind.意见 or DocumentKind.规划 or DocumentKind.计划)) return;
        var lines = RunningText.Of(text);
        if (lines.Count == 0) return;
        var upward = kind is DocumentKind.报告 or DocumentKind.请示;
        if (kind == DocumentKind.报告) Missing("kind.report-parts", lines, OfReport, text.Data.Manner, ShortestReport, remarks);
        if (!upward && lines.Where(l => l.Role == ElementRole.Heading1).ToList() is { Count: >= FewestHeadings } headings && Long(lines, ShortestPlan))
            Missing("kind.plan-parts", headings, OfPlan, text.Data.Manner, 0, remarks);
        if (!upward) return;
        if (Long(lines, ShortestPlan) && !lines.Exists(l => RunningText.IsHeading(l) || Headings.HeadNumber.Of(l) is not null))
            remarks.Add("length.unstructured", lines[0].At(0, 0), null, lines.Sum(l => TextCounts.Words(l.Text)));
        var most = text.Data.Manner.Figure("attachments");
        if (text.Structure.Attachments.Count > most && Wording.In(text, ElementRole.AttachmentNote, "") is { } note)
            remarks.Add("length.attachments", note with { End = note.Start }, null, text.Structure.Attachments.Count, most);
    }

    private static bool Long(List<Line> lines, int least) => lines.Sum(l => l.Text.Length) >= least;

    private static void Missing(string rule, List<Line> lines, (string Id, string Name)[] parts, MannerWords words, int least, Remarks remarks)
    {
        if (!Long(lines, least)) return;
        var missing = parts.Where(part => !lines.Exists(l => words.In(part.Id, l.Text))).Select(part => part.Name).ToList();
        if (missing.Count > 0) remarks.Add(rule, lines[0].At(0, 0), null, string.Join('、', missing));
    }
}

using System.Text;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Rules;

/// <summary>Puts certain fixes into a text: findings graded 错误 that carry one.</summary>
public static class CertainFixes
{
    private const int MostRounds = 16;

    /// <summary>
    /// Applies certain fixes until none is left: one fix may uncover another (an invisible character between two commas).
    /// Applying it to its own result changes nothing.
    /// </summary>
    public static string Apply(RulePipeline pipeline, string text, CheckContext context)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(text);
        var paragraphs = text.Split('\n');
        for (var round = 0; round < MostRounds; round++)
        {
            var joined = string.Join('\n', paragraphs);
            var fixes = pipeline.Check(joined, context).Where(f => f is { Severity: Severity.Error, Fix: not null }).ToList();
            if (fixes.Count == 0) return joined;
            paragraphs = Once(joined, fixes);
        }

        return string.Join('\n', paragraphs);
    }

    private static string[] Once(string text, List<Finding> fixes)
    {
        var paragraphs = Documents.SourceDocument.FromText(text).Paragraphs.Select(p => p.Text).ToArray();
        foreach (var group in fixes.GroupBy(f => f.Paragraph))
        {
            var (old, fresh, from) = (paragraphs[group.Key], new StringBuilder(), 0);
            foreach (var fix in group)
            {
                fresh.Append(old, from, fix.Start - from).Append(fix.Fix);
                from = fix.End;
            }

            paragraphs[group.Key] = fresh.Append(old, from, old.Length - from).ToString();
        }

        return paragraphs;
    }
}

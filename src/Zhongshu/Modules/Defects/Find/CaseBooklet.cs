using Zhongshu.Platform.Rules;
using Zhongshu.Typesetting;

namespace Zhongshu.Modules.Defects.Find;

/// 年度典型案例和教训汇编: the year's cases by kind, each with what went wrong, how it was met, the lesson; no person, no unit. Pure.
internal static class CaseBooklet
{
    public static OfficialDocument Draft(IReadOnlyList<Defect> cases, RuleBook rules, int year, (string Issuer, DateOnly Today) signed)
    {
        var body = new List<Block> { Text($"{year}年复盘的错情中，有{cases.Count}件列为典型案例。现汇编成册，供全体同志学习，引以为戒。") };
        foreach (var (kind, i) in rules.Value(DefectRules.Kinds).Where(k => cases.Any(c => c.Kind == k.Id)).Select((k, i) => (k, i)))
        {
            body.Add(new Paragraph(1, [new TextRun($"{HeadingNumber.Of(i)}、{kind.Word}", FontRole.HeiTi)]));
            foreach (var (one, n) in cases.Where(c => c.Kind == kind.Id).Select((c, n) => (c, n + 1)))
            {
                body.Add(Text($"案例{n}（{rules.StageWord(one.Stage)}环节）：{Ended(one.Text)}"));
                if (one.Correction.Length > 0) body.Add(Text($"事中纠偏：{Ended(one.Correction)}"));
                if (one.WholeProcess.Length > 0) body.Add(Text($"原因分析：{Ended(one.WholeProcess)}"));
                if (one.AllScenes.Length > 0) body.Add(Text($"举一反三：{Ended(one.AllScenes)}"));
                body.Add(Text($"教训：{Ended(one.Lesson)}"));
            }
        }

        return new OfficialDocument { Title = $"{year}年度典型案例和教训汇编", Body = body, SignOff = new SignOff { Style = SignOffStyle.Plain, Signatories = [signed.Issuer], Date = $"{signed.Today:yyyy年M月d日}" } };
    }

    private static string Ended(string text) => text.ReplaceLineEndings(" ").Trim().TrimEnd('。') + "。";

    private static Paragraph Text(string text) => new(0, [new TextRun(text)]);
}

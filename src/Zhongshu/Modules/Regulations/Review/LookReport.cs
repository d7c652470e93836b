using Zhongshu.Platform.Rules;
using Zhongshu.Typesetting;

namespace Zhongshu.Modules.Regulations.Review;

/// What the report on the looks of a year is drafted from.
internal sealed record LookPapers(IReadOnlyList<Regulation> Register, IReadOnlyList<RegulationLook> Looks, IReadOnlyList<RegulationConcern> Concerns, IReadOnlyList<RegulationTask> Tasks);

/// 制度贯彻执行情况回顾检查的报告: every figure from the register; what a person judges stays in brackets. Pure.
internal static class LookReport
{
    public static OfficialDocument Draft(LookPapers papers, RuleBook rules, int year, (string Issuer, DateOnly Today) signed)
    {
        var titles = papers.Register.ToDictionary(r => r.Id, r => r.Title);
        var body = new List<Block>
        {
            Text($"{year}年，对现行制度的贯彻执行情况进行回顾检查。现将有关情况报告如下。"),
            Heading("一、总体情况"),
            Text($"现有制度{RegulationChecks.Standing(papers.Register).Count()}项，其中修订中{papers.Register.Count(r => r.State == RegulationState.Revising)}项；本年检查{papers.Looks.Select(l => l.RegulationId).Distinct().Count()}项，完成制定{Done(papers, PlanKind.Make)}项、修订{Done(papers, PlanKind.Revise)}项、废止{Done(papers, PlanKind.Abolish)}项。"),
            Heading("二、执行情况"),
        };
        if (papers.Looks.Count == 0) body.Add(Text("本年还没有登记回顾检查。"));
        foreach (var verdict in rules.Value(RegulationRules.Verdicts).Where(v => papers.Looks.Any(l => l.Verdict == v.Id)))
            foreach (var look in papers.Looks.Where(l => l.Verdict == verdict.Id))
                body.Add(Text($"《{titles.GetValueOrDefault(look.RegulationId, "")}》{verdict.Word}：{look.Text.TrimEnd('。')}。"));
        body.Add(Heading("三、存在问题"));
        body.AddRange(papers.Concerns.Count == 0 ? [Text("没有检出缺细则、应改未改的制度。")] : papers.Concerns.Select(c => Text($"《{c.Regulation.Title}》{c.Text}。")));
        body.Add(Heading("四、下一步打算"));
        var open = papers.Tasks.Where(t => t.State == PlanState.Open).ToList();
        body.AddRange(open.Count == 0 ? [Text("（请补充制修订安排。）")] : open.Select(t => Text($"{t.DueOn:M月d日}前{Plan.PlanWords.Of(t.Kind)}《{t.Title}》。")));
        return new OfficialDocument { Title = $"关于{year}年制度贯彻执行情况回顾检查的报告", Body = body, SignOff = new SignOff { Style = SignOffStyle.Plain, Signatories = [signed.Issuer], Date = $"{signed.Today:yyyy年M月d日}" } };
    }

    private static int Done(LookPapers papers, PlanKind kind) => papers.Tasks.Count(t => t.State == PlanState.Done && t.Kind == kind);

    private static Paragraph Heading(string text) => new(1, [new TextRun(text, FontRole.HeiTi)]);

    private static Paragraph Text(string text) => new(0, [new TextRun(text)]);
}

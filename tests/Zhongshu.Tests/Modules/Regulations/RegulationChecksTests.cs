using System.IO.Compression;
using Zhongshu.Modules.Regulations;
using Zhongshu.Modules.Regulations.Find;
using Zhongshu.Modules.Regulations.Review;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Support;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Tests.Modules.Regulations;

public sealed class RegulationChecksTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly RuleBook Rules = OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!;
    private static readonly CheckFigures Figures = new(Rules.Value(RegulationRules.Areas), Rules.Value(RegulationRules.Layers), Rules.Value(RegulationRules.Needed), 5, 12);

    [Fact]
    [Trait("req", "M16-A05")]
    public void A_principle_without_a_rule_that_works_it_out_is_found()
    {
        var principle = One(1, "公文办理工作规则", isPrinciple: true);
        RegulationChecks.WithoutDetails([principle]).ShouldBe([principle]);
        RegulationChecks.WithoutDetails([principle, One(2, "公文运转规程", details: 1)]).ShouldBeEmpty();
        RegulationChecks.WithoutDetails([principle, One(2, "公文运转规程", details: 1, state: RegulationState.Abolished)]).ShouldBe([principle], "an abolished detail works nothing out");
    }

    [Fact]
    [Trait("req", "M16-A25")]
    public void Seven_kinds_of_work_each_want_their_rule_their_procedure_and_their_norm()
    {
        var cover = RegulationChecks.Coverage([One(1, "公文办理工作规则"), One(2, "旧办法", state: RegulationState.Abolished)], Figures);
        cover.Count.ShouldBe(7 * 3);
        cover[("办文", "基本制度")].ShouldBe(1);
        cover.Values.Count(n => n == 0).ShouldBe(20);
        foreach (var area in new[] { "办会", "办事", "办刊", "办网", "管钱", "管物" }) cover[(area, "基本流程")].ShouldBe(0);
    }

    [Fact]
    [Trait("req", "M16-A12")]
    public void Three_books_for_a_plenary_session_are_looked_for_by_name()
    {
        RegulationChecks.MissingBooks([], Figures).Where(b => b.Area == "办会").Select(b => b.Word).ShouldBe(["全会开闭幕会务规程", "全会大会发言工作规程", "全会大会选举工作规程"]);
        RegulationChecks.MissingBooks([One(1, "云岭市全会大会选举工作规程（试行）")], Figures).ShouldNotContain(b => b.Word == "全会大会选举工作规程");
    }

    [Fact]
    [Trait("req", "M16-B25")]
    public void What_is_old_or_was_not_looked_at_for_long_is_named_until_it_is_planned()
    {
        var old = At(One(1, "值班工作制度"), new DateOnly(2020, 6, 1));
        var verdicts = Rules.Value(RegulationRules.Verdicts).ToDictionary(v => v.Id, StringComparer.Ordinal);
        string[] Of(params long[] planned) => [.. RegulationChecks.Concerns([old, At(One(2, "新办法"), Today.AddMonths(-2))], planned.ToHashSet(), verdicts, Figures, Today).Select(c => c.Text)];
        Of().ShouldBe(["出台已满5年，请研究是否修订", "已有12个月没有回顾检查"]);
        Of(1).ShouldBe(["已有12个月没有回顾检查"]);
        old.LookedAtOn = Today.AddMonths(-3);
        Of(1).ShouldBeEmpty();
    }

    [Fact]
    [Trait("req", "M16-A01")]
    [Trait("req", "M16-A02")]
    [Trait("req", "M16-A22")]
    public void The_compilation_of_a_year_has_what_stands_by_class_and_says_where_it_belongs()
    {
        var text = Written(Compilation.Draft([One(1, "公文运转规程", kind: "flow"), One(2, "科室工作责任制", kind: "duty"), One(3, "会议联络机制", kind: "mechanism"), One(4, "用印规定"), One(5, "旧办法", state: RegulationState.Abolished)], Rules, 2026, ("云岭市人民政府办公室", Today)));
        foreach (var words in new[] { "规章制度汇编（2026年）", "现行制度4项", "一、工作流程", "二、工作机制", "三、管理规范", "四、目标职责", "1. 科室工作责任制（2025年3月1日印发，机关运转）", "一、先登记后办理。" }) text.ShouldContain(words);
        text.ShouldNotContain("旧办法");
        Rules.Value(RegulationRules.Groups).ShouldBe(["履职", "机关运转", "机关自身建设"]);
    }

    [Fact]
    [Trait("req", "M16-A26")]
    public void The_report_on_the_looks_tells_what_was_seen_and_what_is_wrong()
    {
        var one = One(1, "值班工作制度");
        var papers = new LookPapers([one], [new RegulationLook { RegulationId = 1, Verdict = "idle", Text = "三个月没有一次演练", PersonName = "甲", On = Today }], [new RegulationConcern(one, "回顾检查发现空转打滑，须督促执行", true)], []);
        var text = Written(LookReport.Draft(papers, Rules, 2026, ("云岭市人民政府办公室", Today)));
        foreach (var words in new[] { "本年检查1项", "《值班工作制度》空转打滑：三个月没有一次演练。", "须督促执行。" }) text.ShouldContain(words);
    }

    private static Regulation One(long id, string title, bool isPrinciple = false, long? details = null, RegulationState state = RegulationState.Valid, string kind = "norm") => new()
    {
        Id = id, Title = title, Class = kind, Sphere = "机关运转", Area = "办文", Layer = "基本制度", Level = "办公室印发", Summary = "一、先登记后办理。", IssuedOn = new DateOnly(2025, 3, 1), IsPrinciple = isPrinciple, DetailsId = details, State = state,
    };

    private static Regulation At(Regulation one, DateOnly issued)
    {
        one.IssuedOn = issued;
        return one;
    }

    private static string Written(OfficialDocument document)
    {
        using var zip = new ZipArchive(new MemoryStream(Typesetter.ToDocx(document, LayoutRules.Standard)));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }
}

using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Modules.Defects;
using Zhongshu.Modules.Defects.Find;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Support;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Tests.Modules.Defects;

public sealed class DefectLifeTests
{
    private static readonly DateOnly Today = DefectScene.Today;
    private static readonly ReviewStep[] Steps = [new("discuss", "学习讨论", "", false), new("infer", "举一反三", "", false), new("improve", "改进措施", "", false), new("mend", "整改落实", "", false)];
    private static readonly ApproachWord Single = new("single", "个性问题", "专人盯办", "由谁盯办");

    [Fact]
    [Trait("req", "M16-A14")]
    public void Whatever_is_tried_in_whatever_order_the_steps_are_done_in_theirs_and_nothing_is_struck_off_before_the_last()
    {
        var tries = Gen.Choose(0, 6).ListOf();
        Prop.ForAll(tries.ToArbitrary(), acts =>
        {
            var slip = Slip();
            IReadOnlyList<DefectStep> rows = [];
            foreach (var act in acts)
            {
                if (act == 6 && DefectLife.Open(slip, Single, Plan(), (Steps, Today)) is { Succeeded: true } opened) rows = opened.Value;
                if (act < 4) DefectLife.Do(slip, Steps[act].Id, "做了", (Steps, rows), ("甲", Today));
                if (act == 5) DefectLife.Close(slip, DefectScene.Whole, (true, 0), (Steps, rows, Single), Today);
                var done = rows.Select(r => r.DoneOn is not null).ToList();
                if (done.Count > 0 && done.SkipWhile(d => d).Any(d => d)) return false;
                if (slip.State == DefectState.Closed && (rows.Count != Steps.Length || done.Contains(false) || slip.Lesson.Length == 0)) return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    [Trait("req", "M16-B07")]
    public void A_reviewed_slip_is_struck_off_only_with_everybody_the_whole_process_and_all_scenes_named()
    {
        var slip = Slip();
        var rows = DefectLife.Open(slip, Single, Plan(), (Steps, Today)).Value;
        foreach (var step in Steps) DefectLife.Do(slip, step.Id, "做了", (Steps, rows), ("甲", Today)).ShouldBeNull();
        foreach (var part in new[] { DefectScene.Whole with { Everybody = "" }, DefectScene.Whole with { WholeProcess = "" }, DefectScene.Whole with { AllScenes = "" } })
            DefectLife.Close(slip, part, (true, 0), (Steps, rows, Single), Today)!.Rule.ShouldBe("defects.three-alls");
        DefectLife.Close(slip, DefectScene.Whole, (true, 0), (Steps, rows, Single), Today).ShouldBeNull();
        (slip.Everybody, slip.AllScenes, slip.ClosedOn).ShouldBe((DefectScene.Whole.Everybody, DefectScene.Whole.AllScenes, Today));
    }

    [Fact]
    public void A_slight_slip_is_struck_off_at_once_with_its_lesson_and_never_without()
    {
        DefectLife.Close(Slip(), new Closing("", false), (false, 0), (Steps, [], null), Today)!.Rule.ShouldBe("defects.lesson");
        DefectLife.Close(Slip(), new Closing("先改地点", false), (false, 0), (Steps, [], null), Today).ShouldBeNull();
    }

    [Fact]
    public void A_step_is_due_no_earlier_than_the_one_before_it()
    {
        var plan = Plan();
        plan[2] = plan[2] with { DueOn = plan[1].DueOn!.Value.AddDays(-1) };
        DefectLife.Open(Slip(), Single, plan, (Steps, Today)).Refusal!.ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("defects.due"), r => r.Message.ShouldContain("改进措施"));
    }

    [Fact]
    [Trait("req", "M16-B09")]
    public void The_yearly_booklet_tells_each_case_with_its_lesson_and_names_nobody()
    {
        var rules = OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!;
        var slip = new Defect { Kind = "seats", Stage = "meeting", Found = "leader", Consequence = "harm", Text = "座次图排错一人", Correction = "会前更换桌签", ByName = "登记人甲", PersonId = 71, Lesson = "名单当天再核一遍", AllScenes = "桌签、名册", WholeProcess = "套用旧稿" };
        var document = CaseBooklet.Draft([slip], rules, 2026, ("云岭市人民政府办公室", Today));
        document.Title.ShouldBe("2026年度典型案例和教训汇编");
        using var zip = new ZipArchive(new MemoryStream(Typesetter.ToDocx(document, LayoutRules.Standard)));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var text = reader.ReadToEnd();
        foreach (var words in new[] { "一、姓名座次错", "会务环节", "座次图排错一人。", "事中纠偏：会前更换桌签。", "举一反三：桌签、名册。", "教训：名单当天再核一遍。" }) text.ShouldContain(words);
        text.ShouldNotContain("登记人甲");
    }

    private static Defect Slip() => new() { Kind = "seats", Stage = "draft", Found = "leader", Consequence = "inside", Text = "错", ByName = "甲" };

    private static List<StepPlan> Plan() => [.. Steps.Select((s, i) => new StepPlan(s.Id, 31, Today.AddDays(i)))];
}

using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Defects.Risks;
using Zhongshu.Modules.Materials.Keep;
using Zhongshu.Modules.Regulations;
using Zhongshu.Modules.Regulations.Flows;
using Zhongshu.Modules.Regulations.Handbook;
using Zhongshu.Modules.Regulations.Keep;
using Zhongshu.Modules.Regulations.Plan;
using Zhongshu.Modules.Regulations.Sides;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Platform.Rules;
using Zhongshu.Tests.Support;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Tests.Modules.Regulations;

public sealed class HandbookTests
{
    private const long HeadOfSecond = 130;
    private static readonly RegulationInput Rule = new() { Title = "公文核稿办法", Class = "norm", Group = "机关运转", Area = "办文", Layer = "基本规范", Level = "办公室印发", IssuedOn = "2025-03-01", Unit = 14, Summary = "一、核内容。" };
    private static readonly PackageInput Package = new("关于改进会风的若干措施", "制定 会议名单核对办法\n修订 公文核稿办法", "主任办公会审定", "办公室印发", 14, "2026-12-20");

    [Theory, Engines]
    [Trait("req", "M16-A06")]
    [Trait("req", "M16-B04")]
    public async Task A_posts_handbook_is_put_together_from_what_the_house_holds_and_its_gaps_are_named(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await GapsAsync(scene)).ShouldBe(["工作目标", "业务流程", "工作标准", "岗位责任", "监督办法"], "only the duties are there from the start");
        (await AddAsync(scene, Rule)).Refusal.ShouldBeNull();
        (await AddAsync(scene, Rule with { Title = "核稿流程", Class = "flow" })).Refusal.ShouldBeNull();
        (await AddAsync(scene, Rule with { Title = "科室工作责任制", Class = "duty" })).Refusal.ShouldBeNull();
        (await scene.AsAsync("head2", s => s.GetRequiredService<KeepRisk>().AddAsync(new RiskInput("易错", "review", "套用旧稿", "逐句核对"), null, default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("head2", s => s.GetRequiredService<KeepMaterial>().AddAsync(new MaterialInput { Kind = "practice", Title = "核稿三遍", Area = "办文", Answers = ["读三遍", "核数字", "零差错"] }, null, default))).Refusal.ShouldBeNull();
        (await GapsAsync(scene)).ShouldBe(["工作目标"]);
        (await WriteAsync(scene, "handler2", "goal")).Refusal!.Rule.ShouldBe("regulations.post");
        (await WriteAsync(scene, "head1", "goal")).Refusal!.Rule.ShouldBe("regulations.post", "the head of another section");
        (await WriteAsync(scene, "head2", "wish")).Refusal!.Field.ShouldBe("element");
        (await WriteAsync(scene, "head2", "goal")).Refusal.ShouldBeNull();
        (await GapsAsync(scene)).ShouldBeEmpty();

        var text = Written(await ReadPostAsync(scene));
        foreach (var words in new[] { "秘书二科科长岗位操作手册", "（一）工作职责", "（三）业务流程", "《核稿流程》", "实务手册：核稿三遍", "《科室工作责任制》", "防控：逐句核对", "文稿零差错" }) text.ShouldContain(words);
        (await scene.AsAsync("county", s => PostBook.ReadAsync(s.GetRequiredService<Office>(), s.GetRequiredService<FlowShelf>(), HeadOfSecond, default))).ShouldBeEmpty("another unit's posts are its own business");
    }

    [Fact]
    [Trait("req", "M16-A06")]
    public async Task The_steps_that_a_post_holds_in_the_houses_flows_stand_in_its_handbook()
    {
        await using var scene = await Scene.OpenAsync();
        var post = (await scene.AsAsync("director", s => PostBook.ReadAsync(s.GetRequiredService<Office>(), s.GetRequiredService<FlowShelf>(), 110, default))).Single();
        post.Parts.Single(p => p.Element.Id == "flow").Found.Select(f => f.Text).ShouldContain("收文办理：拟办、分办、办结审核");
    }

    [Theory, Engines]
    [Trait("req", "M16-A10")]
    public async Task A_flow_is_held_against_four_points_and_what_it_lacks_is_said(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var points = scene.AsAsync("director", s => Task.FromResult(s.GetRequiredService<Office>().Rules.Value(RegulationRules.FlowPoints)));
        (await points).Select(p => p.Word).ShouldBe(["可呈现", "可落实", "可检验", "可复制"]);
        var review = new FlowReviewInput("incoming-document", 1, 0, ["shown", "done", "checked"], "换科室后照办有困难");
        (await ReviewAsync(scene, "head2", review)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await ReviewAsync(scene, "director", review with { Version = 9 })).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        (await ReviewAsync(scene, "director", review with { Holds = ["nice"] })).Refusal!.Field.ShouldBe("holds");
        (await ReviewAsync(scene, "director", review with { Words = "" })).Refusal!.Message.ShouldContain("可复制");
        (await ReviewAsync(scene, "director", review)).Value.Holds.ShouldBe("shown,done,checked");
        var laid = (await AddAsync(scene, Rule with { Class = "flow" })).Value;
        (await ReviewAsync(scene, "director", review with { Flow = "", Version = 0, Regulation = laid.Id })).Value.RegulationId.ShouldBe(laid.Id);
    }

    [Fact]
    [Trait("req", "M16-B32")]
    public async Task What_a_change_of_a_flow_came_to_is_read_from_real_matters()
    {
        var rules = Directory.CreateTempSubdirectory("zhongshu-flow-rules-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(RulesFolder.Path, "*.yaml", SearchOption.AllDirectories))
            {
                var target = Path.Combine(rules, Path.GetRelativePath(RulesFolder.Path, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            await using var scene = await Scene.OpenAsync(with: s => s with { RulesFolder = rules });
            var code = await scene.RegisteredAsync(ScenePlay.Paper("关于修缮校舍的请示"));
            scene.Clock.Pass(TimeSpan.FromDays(4));
            await scene.ReadyToCloseAsync(code);
            await scene.DoAsync("director", code, new Zhongshu.Modules.Matters.Act.ActForm { Verb = "approve" });
            var figures = await scene.AsAsync("director", s => FlowFigures.ReadAsync(s.GetRequiredService<Office>(), s.GetRequiredService<FlowShelf>(), default));
            var incoming = figures.Single(f => f is { Flow: "incoming-document", Version: 2 });
            (incoming.Matters, incoming.Days).ShouldBe((1, 4.0));
            incoming.Hands.ShouldBe(4, "proposed, routed, handled, approved");
            incoming.Steps.ShouldBe(8, "the parallel step itself is nobody's");
        }
        finally
        {
            Directory.Delete(rules, recursive: true);
        }

        var before = new FlowFigures("f", "收文办理", 1, 8, 20, 5, 6.5);
        FlowFigures.Compare(before, before with { Version = 2, Steps = 6, Days = 4 }).ShouldBe("环节8→6（减2），平均办理6.5→4天（减2.5）");
        FlowFigures.Compare(before, before with { Version = 2, Steps = 9, Days = null }).ShouldBe("环节8→9（增1），改版后的件办结以后再比时间");
    }

    [Theory, Engines]
    [Trait("req", "M16-B42")]
    public async Task A_regulation_is_said_to_stand_in_the_standard_the_flow_and_the_control(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var one = (await AddAsync(scene, Rule)).Value;
        foreach (var (field, input) in new[] { ("side", new SideInput("别的", "x", "", "")), ("flow", new SideInput("业务流程", "x", "no-such", "")), ("stage", new SideInput("内部控制", "x", "", "no-such")), ("text", new SideInput("工作标准", "", "", "")) })
            (await SideAsync(scene, one.Id, input)).Refusal!.Field.ShouldBe(field);
        foreach (var input in new[] { new SideInput("工作标准", "核稿三遍", "", ""), new SideInput("业务流程", "由收文办理流程承载", "incoming-document", ""), new SideInput("内部控制", "套用旧稿逐句核对", "", "review") })
            (await SideAsync(scene, one.Id, input)).Refusal.ShouldBeNull();
        (await ReadAsync(scene, db => db.Set<RegulationSide>().CountAsync())).ShouldBe(3);
        (await SideAsync(scene, one.Id, new SideInput("工作标准", "", "", ""))).Refusal.ShouldBeNull();
        (await ReadAsync(scene, db => db.Set<RegulationSide>().Select(s => s.Side).ToListAsync())).ShouldNotContain("工作标准");
    }

    [Theory, Engines]
    [Trait("req", "M16-A19")]
    public async Task What_goes_with_a_document_drafted_for_those_above_is_planned_in_one_go(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await PackAsync(scene, Package)).Refusal!.Message.ShouldContain("公文核稿办法", Case.Sensitive, "it is not in the register");
        (await ReadAsync(scene, db => db.Set<RegulationTask>().CountAsync())).ShouldBe(0, "nothing is half planned");
        (await AddAsync(scene, Rule)).Refusal.ShouldBeNull();
        foreach (var (field, input) in new[] { ("above", Package with { Above = "" }), ("lines", Package with { Lines = "看看再说" }), ("lines", Package with { Lines = "" }), ("due", Package with { DueOn = "" }), ("approval", Package with { Approval = "" }) })
            (await PackAsync(scene, input)).Refusal!.Field.ShouldBe(field);
        (await PackAsync(scene, Package)).Value.ShouldBe(2);
        (await ReadAsync(scene, db => db.Set<RegulationTask>().Join(db.Set<PackageTask>(), t => t.Id, p => p.TaskId, (t, p) => new { t.Id, t.Kind, t.Title, p.Above }).OrderBy(t => t.Id).ToListAsync())).Select(t => $"{t.Kind} {t.Title} {t.Above}").ShouldBe(["Make 会议名单核对办法 关于改进会风的若干措施", "Revise 公文核稿办法 关于改进会风的若干措施"]);
        (await ReadAsync(scene, db => db.Set<Regulation>().SingleAsync())).State.ShouldBe(RegulationState.Revising);
    }

    private static string Written(PostHandbook post)
    {
        using var zip = new ZipArchive(new MemoryStream(Typesetter.ToDocx(HandbookPaper.Draft([post], ("云岭市人民政府办公室", new DateOnly(2026, 11, 23))), LayoutRules.Standard)));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }

    private static async Task<PostHandbook> ReadPostAsync(Scene scene) => (await scene.AsAsync("handler2", s => PostBook.ReadAsync(s.GetRequiredService<Office>(), s.GetRequiredService<FlowShelf>(), HeadOfSecond, default))).Single();

    private static async Task<List<string>> GapsAsync(Scene scene) => [.. (await ReadPostAsync(scene)).Parts.Where(p => p.IsGap).Select(p => p.Element.Word)];

    private static Task<Outcome<Done>> WriteAsync(Scene scene, string login, string element) => scene.AsAsync(login, s => s.GetRequiredService<KeepPost>().WriteAsync(HeadOfSecond, element, "文稿零差错", default));

    private static Task<Outcome<Regulation>> AddAsync(Scene scene, RegulationInput input) => scene.AsAsync("director", s => s.GetRequiredService<KeepRegulation>().AddAsync(input, null, default));

    private static Task<Outcome<FlowReview>> ReviewAsync(Scene scene, string login, FlowReviewInput input) => scene.AsAsync(login, s => s.GetRequiredService<ReviewFlow>().RunAsync(input, null, default));

    private static Task<Outcome<Done>> SideAsync(Scene scene, long id, SideInput input) => scene.AsAsync("director", s => s.GetRequiredService<KeepSide>().RunAsync(id, input, default));

    private static Task<Outcome<int>> PackAsync(Scene scene, PackageInput input) => scene.AsAsync("director", s => s.GetRequiredService<PlanPackage>().RunAsync(input, null, default));

    private static Task<T> ReadAsync<T>(Scene scene, Func<OfficeDb, Task<T>> read) => scene.AsSystemAsync(s => read(s.GetRequiredService<OfficeDb>()));
}

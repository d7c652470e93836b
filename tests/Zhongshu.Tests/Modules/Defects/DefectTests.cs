using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Defects;
using Zhongshu.Modules.Defects.Find;
using Zhongshu.Modules.Defects.Review;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Defects;

public sealed class DefectTests
{
    [Theory, Engines]
    [Trait("req", "M16-A14")]
    [Trait("req", "M16-B01")]
    public async Task A_slip_that_a_leader_points_out_is_reviewed_in_its_steps_before_it_is_struck_off(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var slip = (await scene.RegisterAsync("leader1", DefectScene.Slip)).Value;
        (slip.UnitId, slip.PersonId, slip.Stage).ShouldBe((DefectScene.SecondSection, 31, "draft"));
        (await scene.NoticesAsync(31)).ShouldContain(t => t.Contains("只改时间") && t.Contains("须复盘"));
        (await scene.CloseAsync("head2", slip.Id)).Refusal!.Rule.ShouldBe("defects.must-review");

        (await scene.OpenAsync("head2", slip.Id)).Refusal.ShouldBeNull();
        (await scene.NoticesAsync(30)).ShouldContain(t => t.Contains("举一反三") && t.Contains("整改"));
        (await scene.DoAsync("handler2", slip.Id, "infer")).Refusal!.Rule.ShouldBe("defects.not-your-step");
        (await scene.DoAsync("head2", slip.Id, "infer")).Refusal!.Rule.ShouldBe("defects.order");
        (await scene.DoAsync("handler2", slip.Id, "discuss", "周一全科讨论")).Refusal.ShouldBeNull();
        (await scene.CloseAsync("head2", slip.Id)).Refusal!.Rule.ShouldBe("defects.step-open");
        (await scene.DoAsync("head2", slip.Id, "infer")).Refusal.ShouldBeNull();
        (await scene.DoAsync("handler2", slip.Id, "improve")).Refusal.ShouldBeNull();
        (await scene.DoAsync("head2", slip.Id, "mend")).Refusal.ShouldBeNull();
        (await scene.CloseAsync("head2", slip.Id)).Refusal.ShouldBeNull();

        var row = (await scene.ListAsync("director")).Single();
        (row.Defect.State, row.Done, row.Steps).ShouldBe((DefectState.Closed, 4, 4));
        (await scene.ReadAsync(db => db.Set<DefectStep>().SingleAsync(s => s.Step == "discuss"))).ShouldSatisfyAllConditions(s => s.Words.ShouldBe("周一全科讨论"), s => s.DoneBy.ShouldBe(Scene.NameOf("handler2")), s => s.DueOn.ShouldBe(DefectScene.Today.AddDays(1)));
    }

    [Fact]
    [Trait("req", "M16-B08")]
    public async Task What_did_harm_is_answered_for_by_the_person_and_the_head_before_the_section_learns_from_it()
    {
        await using var scene = await Scene.OpenAsync();
        var slip = (await scene.RegisterAsync("director", DefectScene.Slip with { Found = "self", Consequence = "harm" })).Value;
        (await scene.OpenAsync("head2", slip.Id)).Refusal!.ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("defects.owner"), r => r.Message.ShouldContain("当事人检查"));
        (await scene.OpenAsync("head2", slip.Id, "single", ["person", "head", .. DefectScene.Slight])).Refusal.ShouldBeNull();
        (await scene.DoAsync("handler2", slip.Id, "discuss")).Refusal!.Message.ShouldContain("当事人检查");
        (await scene.ListAsync("director")).Single().Steps.ShouldBe(6);
    }

    [Fact]
    [Trait("req", "M16-B10")]
    public async Task A_blockage_is_laid_open_and_not_struck_off_before_somebody_has_advised()
    {
        await using var scene = await Scene.OpenAsync();
        var slip = (await scene.RegisterAsync("head2", DefectScene.Slip)).Value;
        (await scene.ListAsync("head1")).ShouldBeEmpty("a slip is its unit's and the office's");
        await scene.OpenAsync("head2", slip.Id, "blocked");
        foreach (var (login, step) in new[] { ("handler2", "discuss"), ("head2", "infer"), ("handler2", "improve"), ("head2", "mend") }) (await scene.DoAsync(login, slip.Id, step)).Refusal.ShouldBeNull();
        (await scene.CloseAsync("head2", slip.Id)).Refusal!.Rule.ShouldBe("defects.no-advice");
        (await scene.ListAsync("head1", new DefectAsk { State = "advice" })).Count.ShouldBe(1);
        (await scene.AsAsync("head1", s => s.GetRequiredService<ActOnDefect>().AdviseAsync(slip.Id, "旧稿一律从空表起草", default))).Refusal.ShouldBeNull();
        (await scene.CloseAsync("head2", slip.Id, DefectScene.Whole with { Conclusion = "" })).Refusal!.Rule.ShouldBe("defects.conclusion");
        (await scene.CloseAsync("head2", slip.Id)).Refusal.ShouldBeNull();
    }

    [Fact]
    [Trait("req", "M16-B21")]
    public async Task A_slip_told_to_all_is_looked_for_by_every_unit_and_each_says_what_it_found()
    {
        await using var scene = await Scene.OpenAsync();
        var slip = (await scene.RegisterAsync("registry", DefectScene.Slip with { Unit = 40, Person = 0, Found = "returned", Consequence = "inside" })).Value;
        (await TellAsync(scene, slip.Id)).Refusal!.Rule.ShouldBe("defects.not-closed");
        (await CheckAsync(scene, slip.Id)).Refusal!.Rule.ShouldBe("defects.not-told");
        (await scene.CloseAsync("county", slip.Id, new Closing("附件逐个核对", false) { PersonId = 340 })).Refusal.ShouldBeNull();
        (await TellAsync(scene, slip.Id)).Refusal.ShouldBeNull();
        (await scene.NoticesAsync(371)).ShouldContain(t => t.Contains("对照自查"));
        (await CheckAsync(scene, slip.Id)).Refusal.ShouldBeNull();
        (await CheckAsync(scene, slip.Id, "又查出一处，已改")).Refusal.ShouldBeNull();
        (await scene.ReadAsync(db => db.Set<DefectCheck>().SingleAsync())).ShouldSatisfyAllConditions(c => c.UnitId.ShouldBe(50), c => c.HasSame.ShouldBeTrue(), c => c.Text.ShouldBe("又查出一处，已改"));
    }

    [Fact]
    [Trait("req", "M16-A15")]
    [Trait("req", "M16-B06")]
    [Trait("req", "M16-A28")]
    public async Task Slips_are_counted_by_unit_kind_and_the_six_aspects_of_self_examination()
    {
        await using var scene = await Scene.OpenAsync();
        foreach (var kind in new[] { "seats", "place", "date-only", "characters", "notified", "characters" }) (await scene.RegisterAsync("director", DefectScene.Slip with { Kind = kind, Found = "self" })).Refusal.ShouldBeNull();
        (await scene.RegisterAsync("director", DefectScene.Slip with { Kind = "gossip" })).Refusal!.Field.ShouldBe("kind");
        (await scene.RegisterAsync("director", DefectScene.Slip with { Aspect = "相貌" })).Refusal!.Field.ShouldBe("aspect");
        var aspect = (await scene.RegisterAsync("head1", DefectScene.Slip with { Unit = 13, Person = 0, Found = "self", Aspect = "作风" })).Value;
        (await scene.RegisterAsync("head1", DefectScene.Slip with { Unit = 13, Person = 0, Found = "self", Aspect = "效率", On = "2025-11-20" })).Refusal.ShouldBeNull();
        await scene.CloseAsync("head1", aspect.Id, new Closing("当天事当天毕", false) { PersonId = 20 });

        var tally = await scene.AsAsync("leader1", s => DefectTally.ReadAsync(s.GetRequiredService<Office>(), 10, 2026, default));

        (tally.Of(DefectScene.SecondSection, "characters"), tally.Of(DefectScene.SecondSection, "seats"), tally.Of(13, "date-only")).ShouldBe((2, 1, 1));
        (tally.Rows.Count, tally.Open, tally.LastYear).ShouldBe((7, 6, 1));
        tally.Rows.Single(r => r.Aspect == "作风").State.ShouldBe(DefectState.Closed);
        (await scene.ListAsync("director", new DefectAsk { Kind = "characters" })).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Only_the_office_and_its_gatekeepers_put_a_slip_down_to_another_unit()
    {
        await using var scene = await Scene.OpenAsync();
        (await scene.RegisterAsync("county", DefectScene.Slip)).Refusal!.Rule.ShouldBe("defects.unit");
        (await scene.RegisterAsync("head1", DefectScene.Slip with { Unit = 13 })).Refusal!.Field.ShouldBe("person", "a person of another section does not answer for it");
        (await scene.RegisterAsync("director", DefectScene.Slip with { On = "2026-12-24" })).Refusal!.Field.ShouldBe("on");
        (await scene.RegisterAsync("director", DefectScene.Slip with { Matter = "没有这件" })).Refusal!.Field.ShouldBe("matter");
    }

    [Theory, Engines]
    [Trait("req", "M16-B01")]
    public async Task A_slip_on_a_matter_is_found_from_it_and_one_on_a_confined_matter_is_its_readers_alone(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于拨付防汛资金的请示"));
        var open = (await scene.RegisterAsync("registry", DefectScene.Slip with { Matter = code, Unit = 40, Person = 0 })).Value;
        (await scene.ListAsync("county")).Single().Defect.Id.ShouldBe(open.Id);

        await scene.ReadAsync(async db =>
        {
            var matter = await db.Set<Matter>().SingleAsync(m => m.Code == code);
            matter.IsRestricted = true;
            return await db.SaveChangesAsync();
        });
        var confined = (await scene.RegisterAsync("registry", DefectScene.Slip with { Matter = code, Unit = 40, Person = 0 }));
        if (confined.Refusal is { } no) no.Field.ShouldBe("matter", "who may not read the matter registers nothing on it");
        else (await scene.ListAsync("county")).ShouldAllBe(r => r.Defect.Id != confined.Value.Id);
    }

    private static Task<Outcome<Done>> TellAsync(Scene scene, long id) => scene.AsAsync("director", s => s.GetRequiredService<TellDefect>().RunAsync(id, "附件与正文金额不一致，请各单位自查", default));

    private static Task<Outcome<Done>> CheckAsync(Scene scene, long id, string words = "查了近三月报件，有一处，已改") => scene.AsAsync("bureau", s => s.GetRequiredService<TellDefect>().CheckAsync(id, true, words, default));
}

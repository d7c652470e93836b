using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Appraisals.Scores;
using Zhongshu.Modules.Appraisals.Voices;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Appraisals;

/// Those served are heard from three sides: what they advise, what they need, how satisfied they are; and it goes back into the work.
public sealed class VoiceTests
{
    private static readonly VoiceInput Heard = new("people", "市发展改革委", "2026-11-20", "园区企业12家", "审批材料重复提交", "一次告知清单", "72");

    private static readonly (DateOnly, DateOnly) Year = (new(2026, 1, 1), new(2026, 12, 31));

    [Theory, Engines]
    [Trait("req", "M15-B26")]
    public async Task Third_parties_unannounced_visits_and_the_public_are_all_heard_and_their_marks_count(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await SilentAsync(scene)).ShouldBe(["第三方评估", "实地暗访", "企业和群众"]);
        (await AddAsync(scene, "bureau", Heard)).ShouldBe("platform.forbidden");
        foreach (var wrong in new[] { Heard with { Source = "网红" }, Heard with { Unit = "没有的局" }, Heard with { On = "2026-11-24" }, Heard with { Who = "" }, Heard with { Mark = "很好" }, Heard with { Opinion = "", Need = " ", Mark = "" } }) (await AddAsync(scene, "director", wrong)).ShouldBe("appraisals.voice");
        (await AddAsync(scene, "director", Heard)).ShouldBe("ok");
        (await AddAsync(scene, "director", Heard with { Source = "third", Mark = "90" })).ShouldBe("ok");
        (await SilentAsync(scene)).ShouldBe(["实地暗访"]);
        (await AddAsync(scene, "director", Heard with { Source = "visit", Unit = "青禾县", Mark = "" })).ShouldBe("ok");
        (await SilentAsync(scene)).ShouldBeEmpty();
        var taken = await scene.AsAsync("director", s => FiguresTaken.ReadAsync(s.GetRequiredService<Office>(), [50, 40], Year, default));
        taken[("voices.satisfaction", 50)].Value.ShouldBe(81d);
        taken.ContainsKey(("voices.satisfaction", 40)).ShouldBeFalse("nobody there was asked for a mark");
    }

    [Theory, Engines]
    [Trait("req", "M15-B36")]
    public async Task What_is_advised_and_needed_is_taken_back_into_a_stage_of_the_work_once(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await AddAsync(scene, "director", Heard)).ShouldBe("ok");
        var kept = await KeptAsync(scene);
        (kept.Opinion, kept.Need, kept.Mark).ShouldBe(("审批材料重复提交", "一次告知清单", 72));
        (await AnswerAsync(scene, kept.Id, "喝茶", "改了")).ShouldBe("appraisals.voice");
        (await AnswerAsync(scene, kept.Id, "受理", "")).ShouldBe("appraisals.voice");
        (await AnswerAsync(scene, kept.Id, "受理", "受理环节改为一次告知，材料共享不再重复提交。")).ShouldBe("ok");
        (await AnswerAsync(scene, kept.Id, "受理", "再改")).ShouldBe("appraisals.voice-answered");
        (await KeptAsync(scene)).ShouldSatisfyAllConditions(v => v.Stage.ShouldBe("受理"), v => v.AnsweredOn.ShouldBe(new DateOnly(2026, 11, 23)));
    }

    [Fact]
    [Trait("req", "M15-B36")]
    public async Task The_page_says_who_was_not_heard_and_what_was_changed()
    {
        await using var office = await TestOffice.StartAsync();
        var director = await office.SignedInAsAsync("director");
        (await director.SubmitAsync(await director.GetAsync("/appraisals/voices"), "form#voice", ("source", "people"), ("unit", "市发展改革委"), ("who", "园区企业"), ("opinion", "材料重复"), ("need", "一次告知"), ("mark", "72"))).Location.ShouldBe("/appraisals/voices");
        var page = await director.GetAsync("/appraisals/voices");
        page.Text.ShouldContain("今年还没有听取：第三方评估、实地暗访");
        (await director.SubmitAsync(page, "form.answer-form", ("stage", "受理"), ("answer", "改为一次告知。"))).Location.ShouldBe("/appraisals/voices");
        (await director.GetAsync("/appraisals/voices")).Text.ShouldContain("已改进到流程1条，平均满意度72");
    }

    private static async Task<string> AddAsync(Scene scene, string login, VoiceInput input) => (await scene.AsAsync(login, s => s.GetRequiredService<HearVoice>().AddAsync(input, null, default))).Refusal?.Rule ?? "ok";

    private static async Task<string> AnswerAsync(Scene scene, long id, string stage, string answer) => (await scene.AsAsync("director", s => s.GetRequiredService<HearVoice>().AnswerAsync(id, stage, answer, null, default))).Refusal?.Rule ?? "ok";

    private static Task<IReadOnlyList<string>> SilentAsync(Scene scene) => scene.AsAsync("director", s => HearVoice.SilentAsync(s.GetRequiredService<Office>(), Year, default));

    private static Task<Voice> KeptAsync(Scene scene) => scene.AsSystemAsync(s => s.GetRequiredService<Office>().Db.Set<Voice>().SingleAsync());
}

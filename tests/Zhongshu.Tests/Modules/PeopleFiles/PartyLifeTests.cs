using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.PeopleFiles;
using Zhongshu.Modules.PeopleFiles.PartyLife;
using Zhongshu.Modules.PeopleFiles.Trainings;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.PeopleFiles;

/// 党内生活: four kinds on record, the review's results made known to all, and apart from business.
public sealed class PartyLifeTests
{
    private static readonly TrainingInput Review = new() { Kind = "party-review", Title = "2026年度民主评议党员", On = "2026-11-20", People = [30, 31] };

    [Theory, Engines]
    [Trait("req", "M15-A23")]
    public async Task The_four_kinds_are_on_record_and_a_review_names_every_result_before_it_counts_as_published(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await LinesAsync(scene)).Select(l => l.Times).ShouldBe([0, 0, 0, 0]);
        foreach (var kind in new[] { "party-meeting", "party-day", "party-council" }) (await AddAsync(scene, Review with { Kind = kind, Title = "第四季度支部党员大会" })).ShouldBe("ok");
        (await AddAsync(scene, Review)).ShouldBe("ok");
        (await LinesAsync(scene)).Select(l => (l.Word.Kind, l.Times, l.Unpublished)).ShouldBe([("party-meeting", 1, 0), ("party-day", 1, 0), ("party-council", 1, 0), ("party-review", 1, 1)]);
        var ids = await scene.AsAsync("director", s => s.GetRequiredService<Office>().Db.Set<Training>().ToDictionaryAsync(t => t.Kind, t => t.Id));
        (await PublishAsync(scene, ids["party-day"], "优秀", "合格")).ShouldBe("people.no-publication");
        (await PublishAsync(scene, ids["party-review"], "优秀", " ")).ShouldBe("people.result", "one of them is not named");
        (await scene.AsAsync("head2", s => s.GetRequiredService<PublishReview>().RunAsync(ids["party-review"], new Dictionary<long, string> { [30] = "优秀", [31] = "合格" }, null, default))).Refusal!.Rule.ShouldBe("people.not-held", "took part in it and does not hold it");
        (await PublishAsync(scene, ids["party-review"], "优秀", "合格")).ShouldBe("ok");
        (await PublishAsync(scene, ids["party-review"], "优秀", "合格")).ShouldBe("people.published");
        (await LinesAsync(scene))[3].Unpublished.ShouldBe(0);
        (await scene.AsAsync("handler2", s => s.GetRequiredService<KeepTraining>().NoteAsync(ids["party-review"], 31, "", "我觉得是优秀", default))).Refusal!.Rule.ShouldBe("people.is-published");
    }

    [Fact]
    [Trait("req", "M15-A24")]
    public async Task Business_under_the_name_of_Party_life_is_held_up_until_it_is_said_to_be_apart()
    {
        await using var office = await TestOffice.StartAsync();
        var head = await office.SignedInAsAsync("head2");
        var form = await head.GetAsync("/trainings");
        var people = form.Page.QuerySelector("#people input")!.GetAttribute("value")!;
        (string, string)[] fields = [("kind", "party-meeting"), ("title", "支部大会暨月度工作调度"), ("people", people)];
        var held = await head.SubmitAsync(form, "form#add", fields);
        held.Text.ShouldContain("支部会议和业务会议要分开开、分开记");
        (await head.SubmitAsync(held, "form#add", [.. fields, ("apart", "true")])).Status.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await head.SubmitAsync(await head.GetAsync("/trainings"), "form#add", ("kind", "lesson"), ("title", "业务大讲堂"), ("people", people))).Status.ShouldBe(System.Net.HttpStatusCode.Redirect, "business may be called business");
        (await head.GetAsync("/trainings/party-life")).Text.ShouldContain("三会一课");
    }

    private static async Task<string> AddAsync(Scene scene, TrainingInput input) => (await scene.AsAsync("director", s => s.GetRequiredService<KeepTraining>().AddAsync(input, null, default))).Refusal?.Rule ?? "ok";

    private static async Task<string> PublishAsync(Scene scene, long id, params string[] results) => (await scene.AsAsync("director", s => s.GetRequiredService<PublishReview>().RunAsync(id, new Dictionary<long, string> { [30] = results[0], [31] = results[1] }, null, default))).Refusal?.Rule ?? "ok";

    private static Task<IReadOnlyList<PartyLine>> LinesAsync(Scene scene) => scene.AsAsync("director", async s => PartyRules.Lines(s.GetRequiredService<Office>().Rules, await s.GetRequiredService<Office>().Db.Set<Training>().ToListAsync(), (await s.GetRequiredService<Office>().Db.Set<Attendance>().ToListAsync()).ToLookup(a => a.TrainingId)));
}

using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Marks;
using Zhongshu.Modules.Supervision.People;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision.Marks;

/// What comes first, how the office takes a hand in it, what goes down with it, and who in a unit answers for it.
public sealed class MarkTests
{
    [Fact]
    [Trait("req", "M7-B95")]
    public void An_item_has_one_of_four_levels_by_its_source_limit_and_urgency_until_somebody_sets_another()
    {
        int Level(int set, SourceKind source, string limit, Urgency urgency) => MarkRules.LevelOf(Tasks.Book, set, source, limit, urgency);
        Level(0, SourceKind.Instruction, "urgent", Urgency.Routine).ShouldBe(1);
        Level(0, SourceKind.Meeting, "routine", Urgency.Immediate).ShouldBe(2);
        Level(0, SourceKind.Superior, "routine", Urgency.Mild).ShouldBe(3);
        Level(0, SourceKind.Meeting, "complex", Urgency.Routine).ShouldBe(4);
        Level(1, SourceKind.Meeting, "complex", Urgency.Routine).ShouldBe(1);
        Tasks.Book.Value(MarkRules.Priorities).Select(p => p.Word).ShouldBe(["重要且紧急", "紧急", "重要", "一般"]);
    }

    [Theory, Engines]
    [Trait("req", "M7-A34")]
    [Trait("req", "M7-A30")]
    [Trait("req", "M7-B100")]
    [Trait("req", "M7-A38")]
    public async Task Weighty_and_pressing_items_are_listed_first_and_marks_are_counted(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var codes = new Dictionary<string, string>();
        foreach (var (key, source, limit) in new[] { ("一般", "meeting", "routine"), ("急事", "meeting", "urgent"), ("大事", "superior", "routine"), ("急事大事", "superior", "urgent") })
            codes[key] = (await scene.DocketAsync(Meeting with { Title = $"{key}一件", Source = source, Limit = limit, DespiteLikeness = true })).Value.Code;
        foreach (var (level, key) in new[] { (1, "急事大事"), (2, "急事"), (3, "大事"), (4, "一般") }) (await ListAsync(scene, level)).ShouldHaveSingleItem().Code.ShouldBe(codes[key], key);

        var mark = new MarkInput { Priority = 1, Way = "coordinate", IsSpecial = true, IsPrompt = true };
        (await MarkAsync(scene, "bureau", codes["一般"], mark)).Refusal!.Rule.ShouldBe("platform.forbidden");
        (await MarkAsync(scene, "supervision", codes["一般"], mark with { Priority = 5 })).Refusal!.Field.ShouldBe("priority");
        (await MarkAsync(scene, "supervision", codes["一般"], mark with { Way = "查一查" })).Refusal!.Field.ShouldBe("way");
        (await MarkAsync(scene, "supervision", codes["一般"], mark)).Value.ShouldHaveSingleItem().ShouldContain("即办件应在1个工作日内办结");
        (await ListAsync(scene, 1)).Select(r => r.Code).ShouldBe([codes["一般"], codes["急事大事"]], ignoreOrder: true);
        (await ListAsync(scene, 4)).ShouldBeEmpty();
        var prompt = (await ListAsync(scene, PriorityList.Prompt)).Single();
        (prompt.Way, prompt.IsSpecial, prompt.IsPrompt, prompt.IsSet).ShouldBe(("coordinate", true, true, true));
        var counts = await scene.AsAsync("supervision", s => PriorityList.CountsAsync(s.GetRequiredService<Office>(), default));
        counts.Levels.ShouldBe([2, 1, 1, 0]);
        (counts.Ways["coordinate"], counts.Special, counts.Standing, counts.Prompt).ShouldBe((1, 1, 3, 1));
        (await scene.ItemAsync("supervision", codes["一般"]))!.Trail[0].Quote.ShouldBe("重要且紧急、专项督办、协调汇总、即办件");
        (await MarkAsync(scene, "supervision", codes["一般"], mark)).Succeeded.ShouldBeTrue();
        (await scene.ItemAsync("supervision", codes["一般"]))!.Trail.Count(t => t.Verb == "supervision.mark").ShouldBe(1, "the same marks again say nothing");
    }

    [Fact]
    [Trait("req", "M15-B34")]
    [Trait("req", "M7-B65")]
    public async Task What_goes_down_to_a_county_says_why_and_what_goes_with_it_and_a_lesson_is_kept_from_the_units()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var made = await officer.SubmitAsync(await officer.GetAsync("/supervision/docket"), "form#docket", ("title", "村道养护"), ("source", "meeting"), ("origin", "常务会议"), ("lead", "青禾县"), ("measure", "养护50公里"), ("do", "docket"));
        (await officer.FollowAsync(made)).Text.ShouldContain("任务下派到青禾县，还没有登记是否合理");
        var item = made.Location!.Replace("/letter", "", StringComparison.Ordinal);
        var form = await officer.GetAsync(item + "/mark");
        (await officer.SubmitAsync(form, "form#mark", ("priority", "3"), ("reasonable", "村道由县养护，县里有队伍。"), ("support", "随文下达养护经费。"), ("lesson", "全市村道一并排查。"))).Location.ShouldBe(item);
        (await officer.GetAsync(item + "/letter")).Text.ShouldNotContain("还没有登记是否合理");
        (await officer.GetAsync(item)).Text.ShouldSatisfyAllConditions(t => t.ShouldContain("随文下达养护经费"), t => t.ShouldContain("全市村道一并排查"));
        (await officer.GetAsync("/supervision/priorities?level=3")).Text.ShouldContain("村道养护");
        var letter = await officer.GetAsync(item + "/letter");
        letter.Page.QuerySelector("form.letter-draft")!.SetAttribute("action", item + "/letter");
        await officer.SubmitAsync(letter, "form.letter-draft", ("advice", "请抓紧。"));
        var county = await office.SignedInAsAsync("county");
        (await county.GetAsync(item)).Text.ShouldSatisfyAllConditions(t => t.ShouldContain("村道养护"), t => t.ShouldNotContain("一并排查"));
    }

    [Theory, Engines]
    [Trait("req", "M7-B71")]
    [Trait("req", "M7-B97")]
    public async Task A_unit_names_who_first_took_it_who_answers_with_what_figure_and_the_team(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        var people = new[] { new PersonForm("first", "江映雪", "", ""), new PersonForm("duty", "沐清川", "投资科科长", "完成300个泊位"), new PersonForm("team", "许望舒", "财政局经建科", ""), new PersonForm("team", "", "", "") };
        (await PeopleAsync(scene, "county", code, people)).Refusal!.Rule.ShouldBe("platform.not-found");
        (await PeopleAsync(scene, "bureau", code, [people[1] with { Post = "" }])).Refusal!.Field.ShouldBe("post");
        (await PeopleAsync(scene, "bureau", code, [people[1] with { Goal = "尽力做好" }])).Refusal!.Message.ShouldContain("量化到个人");
        (await PeopleAsync(scene, "bureau", code, [people[0], people[0] with { Name = "许望舒" }])).Refusal!.Message.ShouldContain("只能有一人");
        (await PeopleAsync(scene, "bureau", code, people)).Value.ShouldBe(3);
        (await PeopleAsync(scene, "bureau", code, people[..2])).Value.ShouldBe(2);
        var item = (await scene.ItemAsync("bureau", code))!;
        item.Trail[0].Text.ShouldBe("责任到人：首问责任人江映雪；岗位责任人沐清川（投资科科长）");
        await scene.DoAsync("supervision", code, Do(TaskVerb.Withdraw));
        (await PeopleAsync(scene, "bureau", code, people)).Refusal!.Rule.ShouldBe("supervision.people-closed");
    }

    private static Task<Outcome<string[]>> MarkAsync(Scene scene, string login, string code, MarkInput mark) => scene.AsAsync(login, s => s.GetRequiredService<MarkItem>().RunAsync(code, mark, default));

    private static Task<Outcome<int>> PeopleAsync(Scene scene, string login, string code, IReadOnlyList<PersonForm> people) => scene.AsAsync(login, s => s.GetRequiredService<NamePeople>().RunAsync(code, 1, people, default));

    private static Task<List<PriorityRow>> ListAsync(Scene scene, int level) => scene.AsAsync("supervision", s => PriorityList.ReadAsync(s.GetRequiredService<Office>(), level, default));
}

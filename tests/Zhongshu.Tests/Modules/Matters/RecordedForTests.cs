using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Matters;

/// 代录批示: a secretary writes down what the leader said; it is the leader's instruction, and is shown as written down by the secretary.
public sealed class RecordedForTests
{
    private const long Mayor = 1;

    [Theory]
    [Engines]
    public async Task What_a_secretary_records_is_the_leaders_instruction_and_names_both(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await WithTheMayorAsync(scene);
        var item = (await scene.SeeAsync("leader1", code))!.Mine.Single().Number;
        var form = new ActForm { Item = item, Verb = "complete", Opinion = "同意，请抓紧办理。", For = Mayor };

        (await scene.ActAsync("handler2", code, form)).Refusal.ShouldNotBeNull();
        (await scene.ActAsync("registry", code, form)).Refusal!.Rule.ShouldBe("matter.records-for");
        (await scene.ActAsync("secretary", code, form)).Refusal.ShouldBeNull();

        var opinion = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Opinion>().SingleAsync(o => o.Kind == OpinionKind.Instruction));
        (opinion.PersonId, opinion.Text, opinion.RecordedBy).ShouldBe((Mayor, "同意，请抓紧办理。", Scene.NameOf("secretary")));
        var line = (await scene.SeeAsync("director", code))!.Trail.First(t => t.Quote == "同意，请抓紧办理。");
        (line.PersonName, line.ForName).ShouldBe((Scene.NameOf("secretary"), Scene.NameOf("leader1")));
    }

    [Fact]
    public async Task What_lies_with_a_leader_is_never_answered_in_the_secretarys_own_name_nor_in_another_leaders()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await WithTheMayorAsync(scene);
        var item = (await scene.SeeAsync("leader1", code))!.Mine.Single().Number;
        var form = new ActForm { Item = item, Verb = "complete", Opinion = "同意，请抓紧办理。" };

        (await scene.ActAsync("secretary", code, form)).Refusal!.Rule.ShouldBe("matter.for-whom");
        (await scene.ActAsync("secretary", code, form with { For = Mayor + 1 })).Refusal!.Rule.ShouldBe("matter.not-with-leader");

        (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Opinion>().AnyAsync(o => o.Kind == OpinionKind.Instruction))).ShouldBeFalse();
        (await scene.ActAsync("leader1", code, form)).Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("0206-11-20")]
    public async Task An_instruction_cannot_have_been_written_tomorrow_or_before_there_was_an_office(string writtenOn)
    {
        await using var scene = await Scene.OpenAsync();
        var code = await WithTheMayorAsync(scene);
        var item = (await scene.SeeAsync("leader1", code))!.Mine.Single().Number;
        var form = new ActForm { Item = item, Verb = "complete", Opinion = "同意。", For = Mayor, WrittenOn = DateOnly.ParseExact(writtenOn, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };

        (await scene.ActAsync("secretary", code, form)).Refusal!.Rule.ShouldBe("matter.written-on");
        (await scene.ActAsync("secretary", code, form with { WrittenOn = new DateOnly(2026, 11, 22) })).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_leaders_side_by_side_the_secretary_chooses_whose_paper_she_has_and_the_director_chases_each()
    {
        await using var office = await TestOffice.StartAsync();
        var director = await office.SignedInAsAsync("director");
        var registered = await (await office.TokenAsync("registry")).PostAsJsonAsync(new Uri("/api/v1/incoming/", UriKind.Relative), new { title = "关于灌区改造资金的请示", sender = "青禾县人民政府" });
        var code = (await registered.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
        var form = new ActForm { Item = 1, Verb = "complete", Opinion = "拟请领导阅示。", To = "instruction", Choices = [new Choice("instruction", [Participant.Person(Mayor).Value, Participant.Person(Mayor + 1).Value])] };
        (await (await office.TokenAsync("director")).PostAsJsonAsync(new Uri($"/api/v1/matters/{code}/acts", UriKind.Relative), form)).IsSuccessStatusCode.ShouldBeTrue();

        var buttons = (await director.GetAsync($"/matters/{code}")).Page.QuerySelectorAll("button[value^='chase:']").Select(b => b.TextContent.Trim()).ToList();
        buttons.Count.ShouldBe(2);
        buttons[0].ShouldStartWith($"催办{Scene.NameOf("leader1")}");
        buttons[1].ShouldStartWith($"催办{Scene.NameOf("leader2")}");
        var secretary = await office.SignedInAsAsync("secretary");
        var first = await secretary.GetAsync($"/matters/{code}");
        Recorded(first).ShouldBe([("1", Scene.NameOf("leader1"))]);
        var other = first.Page.QuerySelectorAll(".act a").Single(a => a.TextContent.Contains(Scene.NameOf("leader2"), StringComparison.Ordinal)).GetAttribute("href")!;
        Recorded(await secretary.GetAsync("/" + other.TrimStart('/'))).ShouldBe([("2", Scene.NameOf("leader2"))]);
    }

    private static async Task<string> WithTheMayorAsync(Scene scene)
    {
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于灌区改造资金的请示"));
        await scene.DoAsync("director", code, new ActForm { To = "instruction", Choices = [new Choice("instruction", [Participant.Person(Mayor).Value])] });
        return code;
    }

    /// In whose names the page would record: what it sends, and the name beside it.
    private static IEnumerable<(string? Id, string Name)> Recorded(Answer answer) =>
        answer.Page.QuerySelectorAll("[name='Input.For']").Select(f => (f.GetAttribute("value"), f.NextElementSibling!.TextContent));
}

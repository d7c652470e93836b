using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Matters;

/// 例外办理: whatever departs from the usual way needs its reason, which stands on the trail.
public sealed class ExceptionTests
{
    [Theory]
    [InlineData("suspend", "暂停")]
    [InlineData("jump", "跳转")]
    [InlineData("terminate", "终止")]
    [Trait("req", "M17-A08")]
    public async Task holding_up_jumping_and_ending_a_matter_need_a_reason_that_stays_on_the_trail(string verb, string word)
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知"));
        var form = new ActForm { Item = 1, Verb = verb, To = verb == "jump" ? "routing" : null };

        (await scene.ActAsync("director", code, form)).Refusal.ShouldNotBeNull().Message.ShouldContain($"请写明{word}的理由");
        (await scene.SeeAsync("director", code))!.Matter.State.ShouldBe(MatterState.Open);

        (await scene.ActAsync("director", code, form with { Opinion = "上级另有统一部署。" })).Refusal.ShouldBeNull();
        var last = (await scene.SeeAsync("director", code))!.Trail[0];
        (last.PersonName, last.Quote).ShouldBe((Scene.NameOf("director"), "上级另有统一部署。"));
        last.Text.ShouldContain(word);
    }

    [Theory]
    [InlineData("sysadmin", "按三员分立不经办公文")]
    [InlineData(null, "不在组织机构中")]
    public async Task Work_goes_only_to_somebody_who_is_there_and_may_open_it(string? login, string said)
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知"));
        var item = (await scene.SeeAsync("director", code))!.Mine[0].Number;
        var whom = Participant.Person(login is null ? 249_999_999 : TestOffice.PersonOf(login)).Value;

        foreach (var form in new[]
        {
            new ActForm { Item = item, Verb = "complete", Opinion = "请阅示。", To = "instruction", Choices = [new Choice("instruction", [whom])] },
            new ActForm { Item = item, Verb = "circulate", Choices = [new Choice("", [Participant.Person(1).Value, whom])] },
        })
            (await scene.ActAsync("director", code, form)).Refusal.ShouldNotBeNull().Message.ShouldContain(said);

        (await scene.SeeAsync("director", code))!.Matter.Stage.ShouldBe("拟办");
    }

    [Fact]
    public async Task A_chase_that_names_no_level_is_the_first_on_the_trail_too()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知"));
        await scene.DoAsync("director", code, new ActForm { To = "instruction", Choices = [new Choice("instruction", [Participant.Person(1).Value])] });
        var item = (await scene.SeeAsync("leader1", code))!.Mine[0].Number;

        (await scene.ActAsync("director", code, new ActForm { Item = item, Verb = "chase" })).Refusal.ShouldBeNull();

        (await scene.SeeAsync("director", code))!.Trail[0].Text.ShouldStartWith("催办（一级）");
    }

    [Fact]
    public async Task A_program_that_leaves_empty_places_in_an_act_is_told_so()
    {
        await using var office = await TestOffice.StartAsync();
        var director = await office.TokenAsync("director");
        var registered = await (await office.TokenAsync("registry")).PostAsJsonAsync(new Uri("/api/v1/incoming/", UriKind.Relative), new { title = "关于防汛的通知", sender = "青禾县人民政府" });
        var code = (await registered.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;

        foreach (var (body, rule) in new[] { ("{\"item\":1,\"verb\":\"complete\",\"choices\":[null]}", "platform.status-400"), ("{\"item\":1,\"verb\":\"complete\",\"opinion\":\"拟同意\",\"to\":\"routing\",\"fields\":{\"purpose\":null}}", "matter.form") })
        {
            var answer = await director.PostAsync(new Uri($"/api/v1/matters/{code}/acts", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));
            (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("rule").GetString().ShouldBe(rule);
        }

        var unread = await director.PostAsync(new Uri($"/api/v1/matters/{code}/acts", UriKind.Relative), new StringContent("{\"item\":", Encoding.UTF8, "application/json"));
        (await unread.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!.ShouldContain("正文应为 JSON");
    }

    [Theory]
    [InlineData("forward", "转办只能给一位，现在选了2位")]
    [InlineData("delegate", "委派只能给一位，现在选了2位")]
    public async Task What_can_go_to_one_only_leaves_nobody_out_in_silence(string verb, string said)
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知"));
        var item = (await scene.SeeAsync("director", code))!.Mine[0].Number;
        long[] two = [Participant.Person(1).Value, Participant.Person(2).Value];

        var refused = await scene.ActAsync("director", code, new ActForm { Item = item, Verb = verb, Opinion = "请阅处。", Choices = [new Choice("", two)] });

        refused.Refusal.ShouldNotBeNull().Message.ShouldContain(said);
    }
}

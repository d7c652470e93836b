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

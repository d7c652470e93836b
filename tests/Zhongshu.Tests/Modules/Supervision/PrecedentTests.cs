using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision;

/// Whoever writes the advice has former instructions on like things beside him, and the letter rests on what is above.
public sealed class PrecedentTests
{
    private static readonly DocketInput Instructed = new()
    {
        Title = "城区停车场建设缓慢问题",
        Source = "instruction",
        Quote = "进度太慢，查明责任，抓紧整改。",
        Leader = "岭知行",
        WrittenOn = "2026-03-01",
        Tasks = [new TaskInput { Lead = "市住建局" }],
    };

    [Theory, Engines]
    [Trait("req", "M7-B37")]
    public async Task Former_instructions_on_like_things_stand_beside_the_advice_with_what_became_of_them(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var before = (await scene.DocketAsync(Instructed)).Value.Code;
        var single = (await scene.DocketAsync(Instructed with { Title = "农村公路养护", Quote = "请研究。" })).Value.Code;
        var now = (await scene.DocketAsync(Instructed with { Title = "城区停车场建设收尾", Quote = "请抓紧收尾。", WrittenOn = "2026-11-20", DespiteLikeness = true })).Value.Code;
        var found = await scene.AsAsync("supervision", s => Precedents.FindAsync(s.GetRequiredService<Office>(), now, default));
        var one = found.Like.ShouldHaveSingleItem();
        (one.Code, one.Leader, one.On, one.Standing, one.Blames).ShouldBe((before, "岭知行", new DateOnly(2026, 3, 1), "待交办", true));
        found.Warning.ShouldContain("岭知行对同类事项已有1件批示");
        (await scene.AsAsync("supervision", s => Precedents.FindAsync(s.GetRequiredService<Office>(), single, default))).ShouldBe(Precedents.None, new SameWords());
    }

    [Fact]
    [Trait("req", "M7-B102")]
    public async Task The_letter_rests_on_the_higher_grounds_that_were_written_down()
    {
        await using var scene = await Scene.OpenAsync();
        var code = (await scene.DocketAsync(Meeting)).Value.Code;
        var words = new LetterWords(Grounds: "省政府第8次常务会议精神。\n省城市更新三年行动方案");
        (await scene.AsAsync("supervision", s => s.GetRequiredService<SendLetter>().RunAsync(code, words with { Grounds = new string('长', 4001) }, default))).Refusal!.Field.ShouldBe("grounds");
        (await scene.AsAsync("supervision", s => s.GetRequiredService<SendLetter>().RunAsync(code, words, default))).Refusal.ShouldBeNull();
        LetterParts.Read((await scene.ItemAsync("supervision", code))!.Letters.Single().Parts).Basis.ShouldBe("根据市政府第12次常务会议，按照省政府第8次常务会议精神、省城市更新三年行动方案");
    }

    private sealed class SameWords : IEqualityComparer<Precedents>
    {
        public bool Equals(Precedents? x, Precedents? y) => x!.Like.Count == y!.Like.Count && x.Warning == y.Warning;

        public int GetHashCode(Precedents obj) => 0;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.IncomingDocuments.Answer;
using Zhongshu.Modules.IncomingDocuments.Watch;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Answer;

public sealed class AnswerTests
{
    [Fact]
    [Trait("req", "M1-A04")]
    public async Task The_result_stands_on_the_timeline_and_is_taken_from_what_the_lead_section_wrote()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知"));
        await scene.ReadyToCloseAsync(code);

        await scene.DoAsync("director", code, new ActForm { Verb = "approve", Opinion = "同意办结。" });

        var view = await scene.SeeAsync("director", code);
        view!.Trail.Single(t => t.Verb == "incoming.closed").Quote.ShouldBe("已按要求办理。");
    }

    [Theory]
    [InlineData("Request")]
    [InlineData("Letter")]
    public async Task A_kind_that_needs_an_answer_is_not_closed_without_one(string kind)
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于拨付防汛资金的请示", kind: Enum.Parse<IncomingKind>(kind)));
        await scene.ReadyToCloseAsync(code);

        var refused = (await CloseAsync(scene, code)).Refusal!;
        refused.Rule.ShouldBe("incoming.answer-due");
        refused.Message.ShouldContain("依据：党政机关公文处理工作条例第二十四条");
        (await CloseAsync(scene, code, ("answer", "given"))).Refusal!.Rule.ShouldBe("incoming.answer-how");
        (await CloseAsync(scene, code, ("answer", "not-needed"))).Refusal!.Rule.ShouldBe("incoming.answer-reason");
        (await scene.SeeAsync("director", code))!.Matter.State.ShouldBe(MatterState.Open);
        (await CloseAsync(scene, code, ("answer", "given"), ("answerHow", "批复云政办函〔2026〕3号"))).Refusal.ShouldBeNull();

        var view = await scene.SeeAsync("director", code);
        view!.Matter.State.ShouldBe(MatterState.Closed);
        view.Trail.ShouldContain(t => t.Text == "答复来文单位青禾县人民政府：批复云政办函〔2026〕3号");
    }

    [Fact]
    public async Task A_director_who_jumps_to_the_end_is_asked_for_the_answer_too()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于拨付防汛资金的请示", kind: IncomingKind.Request));
        var jump = new ActForm { Verb = "jump", To = Zhongshu.Flow.FlowDefinition.End, Opinion = "另案办理。" };

        (await scene.ActAsync("director", code, jump)).Refusal!.Rule.ShouldBe("incoming.answer-due");
        (await scene.ActAsync("director", code, jump with { Fields = new Dictionary<string, string> { ["answer"] = "not-needed", ["answerReason"] = "来文单位已撤回" } })).Refusal.ShouldBeNull();

        (await scene.SeeAsync("director", code))!.Trail.ShouldContain(t => t.Quote == "来文单位已撤回");
    }

    [Fact]
    public async Task What_is_owed_an_answer_is_listed_until_it_has_one_or_the_reason_why_not()
    {
        await using var scene = await Scene.OpenAsync();
        var answered = await scene.RegisteredAsync(ScenePlay.Paper("关于拨付防汛资金的请示", 1, IncomingKind.Request));
        var waived = await scene.RegisteredAsync(ScenePlay.Paper("关于商请支持的函", 2, IncomingKind.Letter));
        await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知", 3));
        (await UnrepliedAsync(scene)).ShouldBe([answered, waived]);

        (await AnswerAsync(scene, "director", answered, new AnswerForm { Answer = "given", How = "电话答复" })).Succeeded.ShouldBeTrue();
        (await UnrepliedAsync(scene)).ShouldBe([waived]);
        (await AnswerAsync(scene, "director", waived, new AnswerForm { Answer = "not-needed", Reason = "已由上级答复" })).Succeeded.ShouldBeTrue();

        (await UnrepliedAsync(scene)).ShouldBeEmpty();
        (await AnswerAsync(scene, "director", waived, new AnswerForm { Answer = "given", How = "复函" })).Refusal!.Rule.ShouldBe("incoming.answered");
        (await AnswerAsync(scene, "bureau", answered, new AnswerForm { Answer = "given", How = "复函" })).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Fact]
    [Trait("req", "M1-A05")]
    public async Task A_closed_instruction_is_not_filed_before_its_result_went_back()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.ClosedAsync(ScenePlay.Paper("关于整治河道的批示件", kind: IncomingKind.Instruction));
        (await FileAsync(scene, code)).Refusal!.Rule.ShouldBe("incoming.not-reported");

        (await AnswerAsync(scene, "director", code, new AnswerForm { Answer = "given", How = "专报市领导" })).Succeeded.ShouldBeTrue();

        (await FileAsync(scene, code)).Succeeded.ShouldBeTrue();
    }

    private static async Task<Outcome<Zhongshu.Platform.Flows.FlowMove>> CloseAsync(Scene scene, string code, params (string Name, string Value)[] fields)
    {
        var view = await scene.SeeAsync("director", code);
        var form = new ActForm { Item = view!.Mine[0].Number, Verb = "approve", Opinion = "同意办结。", Fields = fields.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal) };
        return await scene.ActAsync("director", code, form);
    }

    private static Task<Outcome<Done>> AnswerAsync(Scene scene, string login, string code, AnswerForm form) =>
        scene.AsAsync(login, s => s.GetRequiredService<AnswerSender>().RunAsync(code, form, default));

    private static Task<Outcome<Zhongshu.Modules.Archives.ArchivedPiece>> FileAsync(Scene scene, string code) =>
        scene.AsAsync("archivist", s => s.GetRequiredService<FileMatter>().RunAsync(code, new FilingForm(), default));

    private static async Task<IEnumerable<string>> UnrepliedAsync(Scene scene) =>
        (await scene.AsAsync("director", s => WatchList.RowsAsync(s.GetRequiredService<Office>(), WatchTab.Unreplied, default))).Select(r => r.Code);
}

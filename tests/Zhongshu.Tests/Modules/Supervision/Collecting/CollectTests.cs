using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Decompose;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision.Collecting;

/// On complex items the competent department collects and checks what its parts report before it goes up.
public sealed class CollectTests
{
    private static readonly DocketInput Complex = Meeting with { Limit = "complex", Tasks = [new TaskInput { Lead = "市发展改革委", Due = "2027-03-31" }] };

    [Theory, Engines]
    [Trait("req", "M7-B52")]
    public async Task A_part_is_reported_up_only_after_the_department_that_passed_it_on_has_checked_it(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await SplitAsync(scene, Complex);
        (await scene.TaskAsync("bureau", code, Done())).Refusal!.Rule.ShouldBe("supervision.uncollected");
        await scene.DoAsync("county", code, Done("选址已定。"), 2);
        (await StateAsync(scene, code)).ShouldBe(TaskState.HeadReview, "the head of the part has written it, and still it waits");
        (await scene.TaskAsync("county", code, Do(TaskVerb.ApproveFeedback), 2)).Refusal!.Message.ShouldContain("先由市发展改革委汇总审核");
        (await scene.DeskAsync("bureau")).ToDo.ShouldContain(w => w.Step == "汇总审核");
        (await SignAsync(scene, code, false, "数据与台账不符，请核对。")).ShouldBe("ok");
        (await scene.TaskAsync("county", code, Do(TaskVerb.ApproveFeedback), 2)).Refusal!.Message.ShouldContain("审核有不同意见");
        await scene.DoAsync("county", code, Do(TaskVerb.ReturnFeedback), 2);
        await scene.DoAsync("county", code, Done("选址已定，数据已核对。"), 2);
        (await SignAsync(scene, code, true, "")).ShouldBe("ok");
        await scene.DoAsync("county", code, Do(TaskVerb.ApproveFeedback), 2);
        (await StateAsync(scene, code)).ShouldBe(TaskState.Checking);
        await scene.DoAsync("bureau", code, Done());
    }

    [Fact]
    [Trait("req", "M7-B52")]
    public async Task A_plain_item_goes_up_without_it()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await SplitAsync(scene, Complex with { Limit = "routine" });
        await scene.DoAsync("county", code, Done("选址已定。"), 2);
        (await StateAsync(scene, code)).ShouldBe(TaskState.Checking);
    }

    private static async Task<string> SplitAsync(Scene scene, DocketInput input)
    {
        var code = await scene.SentAsync(input);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        (await scene.AsAsync("bureau", s => s.GetRequiredService<SplitTask>().RunAsync(code, 1, [new TaskInput { Title = "选址", Lead = "青禾县", Due = "2027-01-29" }], default))).Value.ShouldBe(1);
        await scene.DoAsync("county", code, Do(TaskVerb.Receive), 2);
        return code;
    }

    private static async Task<TaskState> StateAsync(Scene scene, string code) => (await scene.ItemAsync("supervision", code))!.Tasks[1].Task.State;

    private static async Task<string> SignAsync(Scene scene, string code, bool agrees, string words)
    {
        var feedback = (await scene.ItemAsync("bureau", code))!.Tasks[1].Feedbacks[0].Feedback.Id;
        return (await scene.AsAsync("bureau", s => s.GetRequiredService<SignFeedback>().SignAsync(code, feedback, agrees, words, default))).Refusal?.Rule ?? "ok";
    }
}

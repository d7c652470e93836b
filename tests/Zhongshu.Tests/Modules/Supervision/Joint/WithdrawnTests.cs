using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision.Joint;

/// A task that is taken away or given to another leaves nothing on anybody's desk, and whoever had it is told.
public sealed class WithdrawnTests
{
    private static readonly DocketInput Joint = Meeting with { Tasks = [new TaskInput { Lead = "市发展改革委", Support = "青禾县" }] };

    [Fact]
    public async Task An_item_withdrawn_before_its_letter_leaves_nothing_to_be_sent()
    {
        await using var scene = await Scene.OpenAsync();
        var code = (await scene.DocketAsync(Joint)).Value.Code;
        await scene.AsAsync("supervision", s => s.GetRequiredService<AskAgreement>().AskAsync(code, default));
        await scene.DoAsync("supervision", code, Do(TaskVerb.Withdraw, "与另一件重复。"));
        (await OpenWorkAsync(scene)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_task_withdrawn_while_its_feedback_is_signed_is_signed_no_more()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Joint);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", code, Do(TaskVerb.Feed, "方案已会商。") with { Progress = 30, Countersign = true });
        var feedback = (await scene.ItemAsync("bureau", code))!.Tasks[0].Feedbacks[0].Feedback.Id;
        await scene.DoAsync("supervision", code, Do(TaskVerb.Withdraw, "市里另有安排。"));
        (await OpenWorkAsync(scene)).ShouldBeEmpty();
        (await scene.AsAsync("county", s => s.GetRequiredService<SignFeedback>().SignAsync(code, feedback, true, "", default))).Refusal!.Rule.ShouldBe("supervision.signed");
    }

    [Fact]
    public async Task A_unit_is_told_of_a_new_day_of_a_standstill_and_of_what_is_taken_from_it()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Joint);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        await scene.DoAsync("supervision", code, Do(TaskVerb.ChangeDue, "市领导要求提前。", new DateOnly(2026, 12, 7)));
        (await ToldAsync(scene, 371)).ShouldContain(n => n.Contains("督办调整时限") && n.Contains("2026年12月7日"));
        await scene.DoAsync("supervision", code, Do(TaskVerb.Suspend, "等省里文件。", new DateOnly(2026, 12, 1)));
        (await ToldAsync(scene, 371)).ShouldContain(n => n.Contains("督办暂停到2026年12月1日"));
        await scene.DoAsync("supervision", code, Do(TaskVerb.Resume));
        await scene.DoAsync("supervision", code, Do(TaskVerb.Reassign, "职能调整。") with { Unit = "望溪县" });
        (await ToldAsync(scene, 371)).ShouldContain(n => n.Contains("改由望溪县牵头，本单位不再承办"));
        await scene.DoAsync("supervision", code, Do(TaskVerb.Withdraw, "市里另有安排。"));
        (await ToldAsync(scene, 340)).ShouldContain(n => n.StartsWith("督办撤销", StringComparison.Ordinal), "the supporting unit stops too");
    }

    [Fact]
    public async Task Before_it_is_sent_nobody_hears_of_its_changes_and_it_lies_on_the_desk_once()
    {
        await using var scene = await Scene.OpenAsync();
        var code = (await scene.DocketAsync(Joint)).Value.Code;
        await scene.DoAsync("supervision", code, Do(TaskVerb.ChangeDue, "写错了。", new DateOnly(2026, 12, 7)));
        await scene.DoAsync("supervision", code, Do(TaskVerb.Reassign, "写错了。") with { Unit = "望溪县" });
        (await ToldAsync(scene, 371)).ShouldBeEmpty();
        (await OpenWorkAsync(scene)).ShouldBe([DocketItem.SendStep]);
    }

    [Fact]
    public async Task A_unit_that_differed_and_was_taken_off_the_task_no_longer_holds_up_the_letter()
    {
        await using var scene = await Scene.OpenAsync();
        var code = (await scene.DocketAsync(Joint)).Value.Code;
        await scene.AsAsync("supervision", s => s.GetRequiredService<AskAgreement>().AskAsync(code, default));
        foreach (var login in new[] { "bureau", "county" })
            (await scene.AsAsync(login, s => s.GetRequiredService<AskAgreement>().AnswerAsync(code, 1, new AgreementAnswer(false, "不属本单位职责。"), default))).Refusal.ShouldBeNull();
        await scene.DoAsync("supervision", code, Do(TaskVerb.Reassign, "按单位意见调整。") with { Unit = "望溪县" });
        (await scene.SendAsync(code)).Refusal!.Message.ShouldSatisfyAllConditions(m => m.ShouldContain("青禾县"), m => m.ShouldNotContain("发展改革"));
        await scene.DoAsync("supervision", code, Do(TaskVerb.Support, "按单位意见调整。") with { Unit = "" });
        (await scene.SendAsync(code)).Refusal.ShouldBeNull();
    }

    private static Task<List<string>> OpenWorkAsync(Scene scene) =>
        scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<WorkItem>().Where(w => w.Status == WorkStatus.Open).Select(w => w.StepId).ToListAsync());

    private static Task<List<string>> ToldAsync(Scene scene, long person) =>
        scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Notice>().Where(n => n.PersonId == person).Select(n => n.Text).ToListAsync());
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Organisation;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments;

/// What the forms of the steps ask beside the opinion.
public sealed class StepFieldTests
{
    [Fact]
    [Trait("req", "M1-B32")]
    public async Task The_three_questions_before_proposing_are_kept_with_the_document()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知"));

        await scene.DoAsync("director", code, new ActForm { To = "routing", Fields = new Dictionary<string, string> { ["purpose"] = "申请资金", ["background"] = "去年已有先例", ["consideration"] = "赶在汛期前" } });

        var document = await DocumentAsync(scene);
        (document.Purpose, document.Background, document.Consideration).ShouldBe(("申请资金", "去年已有先例", "赶在汛期前"));
    }

    [Fact]
    [Trait("req", "M1-B26")]
    public async Task A_routing_may_name_one_of_the_six_principles_and_no_other()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await RoutedAsync(scene, "director");
        var form = Routing(14) with { Fields = new Dictionary<string, string> { ["routingPrinciple"] = "看着办", ["routingReason"] = "两科均有职责" } };

        (await TryAsync(scene, "director", code, form)).ShouldBe("incoming.unknown-code");
        (await TryAsync(scene, "director", code, form with { Fields = new Dictionary<string, string> { ["routingPrinciple"] = "依循先例", ["routingReason"] = "两科均有职责" } })).ShouldBeNull();

        (await DocumentAsync(scene)).RoutingPrinciple.ShouldBe("依循先例");
    }

    [Fact]
    [Trait("req", "M1-B22")]
    public async Task A_later_document_goes_to_another_section_only_with_the_reason()
    {
        await using var scene = await Scene.OpenAsync();
        var former = await scene.ClosedAsync(ScenePlay.Paper("关于推荐人选的通知", 1));
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于召开会议的通知", 2) with { Follows = former });
        await scene.DoAsync("director", code, new ActForm { To = "routing" });

        (await TryAsync(scene, "director", code, Routing(13))).ShouldBe("incoming.former-lead");
        (await TryAsync(scene, "director", code, Routing(13) with { Fields = new Dictionary<string, string> { ["routingReason"] = "由推荐转为办会" } })).ShouldBeNull();
    }

    [Fact]
    public async Task A_section_that_leads_frees_the_first_person()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await RoutedAsync(scene, "director");

        await scene.DoAsync("director", code, Routing(14));

        var first = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<FirstContact>().SingleAsync());
        (first.PersonId, first.HandedToUnitId).ShouldBe((TestOffice.PersonOf("registry"), 14L));
    }

    [Fact]
    public async Task The_assigner_is_told_who_will_be_away_when_the_work_is_due()
    {
        await using var scene = await Scene.OpenAsync();
        var now = scene.Clock.GetUtcNow();
        var delegation = new Delegation { Id = 900_001, FromPersonId = 1, ToPersonId = 2, Since = now.AddHours(1), Until = now.AddDays(20), Reason = "出差" };
        var book = new OrganisationBook(Zhongshu.Demo.DemoOffice.Present.Units, Zhongshu.Demo.DemoOffice.Present.People, Zhongshu.Demo.DemoOffice.Present.Posts, Zhongshu.Demo.DemoOffice.Present.Holdings) { Delegations = [delegation] };
        Zhongshu.Platform.Matters.Candidate[] offered = [new(Participant.Person(1).Value, "市长", "领导"), new(Participant.Person(2).Value, "常务副市长", "领导"), new(Participant.Section(14).Value, "秘书二科", "科室")];

        var marked = Away.Marked(book, offered, now.AddDays(3));

        marked.Select(c => c.Warning is not null).ShouldBe([true, false, false]);
        marked[0].Warning!.ShouldContain("届时由川致远办理");
    }

    private static async Task<string> RoutedAsync(Scene scene, string login)
    {
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知"));
        await scene.DoAsync(login, code, new ActForm { To = "routing" });
        return code;
    }

    private static ActForm Routing(long section) => new() { Verb = "complete", Opinion = "请办理。", Choices = [new Choice("lead-handling", [Participant.Section(section).Value])] };

    private static async Task<string?> TryAsync(Scene scene, string login, string code, ActForm form)
    {
        var view = await scene.SeeAsync(login, code);
        return (await scene.ActAsync(login, code, form with { Item = view!.Mine[0].Number })).Refusal?.Rule;
    }

    private static Task<IncomingDocument> DocumentAsync(Scene scene) => scene.AsAsync("director", s => s.GetRequiredService<OfficeDb>().Set<IncomingDocument>().AsNoTracking().SingleAsync());
}

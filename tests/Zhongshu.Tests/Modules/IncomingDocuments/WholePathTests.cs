using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments;

/// One document from the registry to its closing, below the pages.
public sealed class WholePathTests
{
    private static readonly RegisterForm Notice = new() { Title = "关于做好老旧小区改造项目资金预算工作的通知", Sender = "岚川省人民政府办公厅", DocumentNumber = "岚政办发〔2026〕18号", Urgency = Urgency.Urgent };

    [Theory]
    [Engines]
    [Trait("req", "M1-A03")]
    [Trait("req", "M1-B42")]
    [Trait("req", "M16-A11")]
    [Trait("req", "M19-B10")]
    public async Task A_document_goes_from_the_registry_to_its_closing_and_every_act_stands_on_the_trail(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await RegisteredAsync(scene, Notice);

        var proposed = await scene.SeeAsync("director", code);
        proposed!.Mine.Single().StepId.ShouldBe("proposed-handling");
        proposed.Matter.Holder.ShouldContain("办公室主任");

        (await scene.ActAsync("director", code, Answer(proposed, "拟请领导阅示。") with
        {
            To = "instruction",
            Choices = [new Choice("instruction", [Person(1), Person(2)])],
        })).Refusal.ShouldBeNull();

        foreach (var leader in new[] { "leader1", "leader2" })
        {
            var seen = await scene.SeeAsync(leader, code);
            (await scene.ActAsync(leader, code, Answer(seen!, "同意,请秘书二科牵头办理。"))).Refusal.ShouldBeNull();
        }

        var routing = await scene.SeeAsync("director", code);
        (await scene.ActAsync("director", code, Answer(routing!, "请秘书二科主办,秘书一科会办。") with
        {
            Choices = [new Choice("lead-handling", [Section(14)]), new Choice("supporting-handling", [Section(13)])],
        })).Refusal.ShouldBeNull();

        foreach (var (login, text) in new[] { ("head1", "会办意见:预算口径一致。"), ("head2", "已汇总上报,改造资金已落实。") })
        {
            var pool = await scene.SeeAsync(login, code);
            (await scene.ActAsync(login, code, Answer(pool!, null) with { Verb = "claim" })).Refusal.ShouldBeNull();
            var mine = await scene.SeeAsync(login, code);
            (await scene.ActAsync(login, code, Answer(mine!, text))).Refusal.ShouldBeNull();
        }

        var review = await scene.SeeAsync("director", code);
        (await scene.ActAsync("director", code, Answer(review!, "同意办结。") with { Verb = "approve" })).Refusal.ShouldBeNull();

        var closed = await scene.SeeAsync("director", code);
        closed!.Matter.State.ShouldBe(MatterState.Closed);
        closed.Items.ShouldAllBe(i => i.Status != WorkStatus.Open);
        closed.Trail.Select(t => t.Sequence).Order().ShouldBe(Enumerable.Range(1, closed.Matter.TrailCount));
        closed.Trail.Where(t => t.Quote is not null).Select(t => t.Quote).ShouldContain("同意,请秘书二科牵头办理。");
    }

    [Theory]
    [Engines]
    public async Task Only_those_on_the_access_list_see_the_document(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await RegisteredAsync(scene, Notice);

        (await scene.SeeAsync("registry", code)).ShouldNotBeNull();
        (await scene.SeeAsync("director", code)).ShouldNotBeNull();
        (await scene.SeeAsync("bureau", code)).ShouldBeNull();
        (await scene.SeeAsync("leader1", code)).ShouldBeNull();
        (await scene.SeeAsync("sysadmin", code)).ShouldBeNull();
        (await scene.SeeAsync("auditor", code)).ShouldBeNull();
    }

    [Theory]
    [Engines]
    public async Task Of_two_who_act_on_the_same_picture_one_is_told(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await RegisteredAsync(scene, Notice);
        var picture = await scene.SeeAsync("director", code);
        var first = Answer(picture!, "直接分办。") with { To = "routing" };

        (await scene.ActAsync("director", code, first)).Refusal.ShouldBeNull();
        (await scene.ActAsync("director", code, first)).Refusal!.Rule.ShouldBe("platform.stale");
    }

    [Theory]
    [Engines]
    public async Task The_same_number_from_the_same_sender_is_said_at_once_however_it_is_written(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await RegisteredAsync(scene, Notice);

        var again = await scene.RegisterAsync("registry", Notice with { DocumentNumber = "岚政办发[2026]018号" });

        again.Refusal!.Rule.ShouldBe("incoming.duplicate");
        (await scene.RegisterAsync("registry", Notice with { DespiteDuplicate = true })).Succeeded.ShouldBeTrue();
    }

    private static async Task<string> RegisteredAsync(Scene scene, RegisterForm form)
    {
        var document = await scene.RegisterAsync("registry", form);
        document.Refusal.ShouldBeNull();
        return await scene.CodeOfAsync(document.Value.MatterId);
    }

    private static ActForm Answer(Zhongshu.Modules.Matters.Show.MatterView view, string? opinion) =>
        new() { Item = view.Mine[0].Number, Verb = "complete", Opinion = opinion, Version = view.Matter.Version };

    private static long Person(long id) => Participant.Person(id).Value;

    private static long Section(long id) => Participant.Section(id).Value;
}

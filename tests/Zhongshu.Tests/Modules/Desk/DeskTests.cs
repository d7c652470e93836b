using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Desk;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Platform.Rules;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Desk;

public sealed class DeskTests
{
    private const int TwoWeeks = 14;
    private static readonly RuleBook Rules = OfficeRules.Load(RulesFolder.Path).Book!;

    [Fact]
    public async Task a_secretary_sees_what_lies_with_the_leader_apart_from_the_own_work()
    {
        await using var scene = await Scene.OpenAsync();
        var document = await scene.RegisterAsync("registry", new RegisterForm { Title = "关于灌区改造资金的请示", Sender = "青禾县人民政府", DocumentNumber = "青政〔2026〕7号" });
        var code = await scene.CodeOfAsync(document.Value.MatterId);
        var proposal = (await scene.SeeAsync("director", code))!;
        var sent = await scene.ActAsync("director", code, new ActForm
        {
            Item = proposal.Mine[0].Number, Verb = "complete", Opinion = "拟请领导阅示。", Version = proposal.Matter.Version,
            To = "instruction", Choices = [new Choice("instruction", [Participant.Person(1).Value])],
        });
        sent.Refusal.ShouldBeNull();

        var secretary = await DeskOfAsync(scene, "secretary");
        var leader = secretary.Leaders.Single(l => l.Waiting.Count > 0);
        leader.Waiting.Single().Code.ShouldBe(code);
        leader.InstructedToday.ShouldBe(0);
        secretary.ToDo.ShouldNotContain(r => r.Code == code);
        (await DeskOfAsync(scene, "leader1")).ToDo.Single().Code.ShouldBe(code);
        (await DeskOfAsync(scene, "leader1")).Leaders.ShouldBeEmpty();
        (await DeskOfAsync(scene, "director")).Waiting.Single().Code.ShouldBe(code);

        var seen = (await scene.SeeAsync("leader1", code))!;
        (await scene.ActAsync("leader1", code, new ActForm { Item = seen.Mine[0].Number, Verb = "complete", Opinion = "同意。", Version = seen.Matter.Version })).Refusal.ShouldBeNull();
        var after = (await DeskOfAsync(scene, "secretary")).Leaders.Single(l => l.Name == leader.Name);
        (after.Waiting.Count, after.InstructedToday).ShouldBe((0, 1));
    }

    [Fact]
    [Trait("req", "M19-B13")]
    public async Task what_is_urgent_stands_before_what_is_not_though_it_came_later()
    {
        await using var scene = await Scene.OpenAsync();
        foreach (var (urgency, number) in new[] { (Urgency.Routine, 1), (Urgency.Urgent, 2), (Urgency.Immediate, 3) })
            await scene.RegisteredAsync(ScenePlay.Paper($"关于第{number}项工作的通知", number) with { Urgency = urgency });

        (await DeskOfAsync(scene, "director")).ToDo.Select(r => r.Urgency).ShouldBe([Urgency.Immediate, Urgency.Urgent, Urgency.Routine]);
    }

    [Fact]
    public void days_off_and_worked_weekends_are_told_ahead_once()
    {
        var days = ComingDays.Of(OrganisationBook.Empty, Rules.Calendar, 1, [], At(2026, 9, 19), TwoWeeks);

        days.Select(d => (d.Day, d.Text)).ShouldBe([
            (new DateOnly(2026, 9, 20), "调休，照常上班"),
            (new DateOnly(2026, 9, 25), "中秋节放假，9月28日上班"),
            (new DateOnly(2026, 10, 1), "国庆节放假，10月8日上班"),
        ]);
    }

    [Fact]
    public void an_absence_to_come_is_told_to_the_one_who_leaves_the_deputy_and_the_secretary_and_to_nobody_else()
    {
        var book = new OrganisationBook([], [new Person { Id = 1, Name = "甲" }, new Person { Id = 2, Name = "乙" }], [], [])
        {
            Delegations = [new Delegation { Id = 9, FromPersonId = 1, ToPersonId = 2, Since = At(2026, 11, 25), Until = At(2026, 11, 27) }],
        };

        Told(1).ShouldStartWith("您外出，工作由乙代办");
        Told(2).ShouldStartWith("甲外出，工作由您代办");
        Told(3, 1).ShouldStartWith("甲外出，工作由乙代办");
        Told(3).ShouldBeEmpty();

        string Told(long me, params long[] leaders) => string.Concat(ComingDays.Of(book, Rules.Calendar, me, leaders, At(2026, 11, 23), TwoWeeks).Select(d => d.Text));
    }

    private static Task<DeskView> DeskOfAsync(Scene scene, string login) => scene.AsAsync(login, s => DeskView.ReadAsync(s.GetRequiredService<Office>(), default));

    private static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 9, 0, 0, TimeSpan.FromHours(8));
}

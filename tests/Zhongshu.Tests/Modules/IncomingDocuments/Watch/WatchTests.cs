using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.IncomingDocuments.Watch;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Modules.Matters.Show;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Watch;

/// The scene begins on a Monday at nine; the rule lists what lies three working days.
public sealed class WatchTests
{
    [Theory]
    [Engines]
    [Trait("req", "M1-A11")]
    public async Task A_document_is_listed_as_stalled_with_its_holder_once_it_has_lain_longer_than_the_rule_allows(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await RegisteredAsync(scene, 1);
        scene.Clock.Pass(TimeSpan.FromDays(3));
        (await RowsAsync(scene, WatchTab.Stalled)).ShouldBeEmpty();

        scene.Clock.Pass(TimeSpan.FromDays(1));
        await RegisteredAsync(scene, 2);

        var row = (await RowsAsync(scene, WatchTab.Stalled)).Single();
        row.Code.ShouldBe(code);
        var holder = (await scene.AsAsync("director", s => WatchList.HoldersAsync(s.GetRequiredService<Office>(), WatchTab.Stalled, default))).Single();
        holder.ShouldBe(new HolderCount(row.Holder, 1));
        (await scene.AsAsync("bureau", s => WatchList.RowsAsync(s.GetRequiredService<Office>(), WatchTab.Stalled, default))).ShouldBeEmpty();
    }

    [Theory]
    [Engines]
    [Trait("req", "M1-B04")]
    public async Task What_came_today_stays_on_the_list_until_it_is_sent_on_and_looking_at_it_does_not_send_it(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await RegisteredAsync(scene, 1);
        var view = await scene.SeeAsync("director", code);
        await scene.AsAsync("director", s => s.GetRequiredService<FirstSight>().RunAsync(view!, default));

        (await RowsAsync(scene, WatchTab.Today)).Single().Code.ShouldBe(code);
        (await SameDayAsync(scene)).ShouldBe(new SameDay(0, 1));
        await ActAsync(scene, "director", code, new ActForm { To = "routing" });

        (await RowsAsync(scene, WatchTab.Today)).ShouldBeEmpty();
        (await SameDayAsync(scene)).ShouldBe(new SameDay(1, 1));
    }

    [Theory]
    [Engines]
    [Trait("req", "M1-B04")]
    public async Task What_came_yesterday_and_was_not_sent_on_is_still_listed(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await RegisteredAsync(scene, 1);
        scene.Clock.Pass(TimeSpan.FromDays(1));

        (await RowsAsync(scene, WatchTab.Today)).Single().Code.ShouldBe(code);
        (await SameDayAsync(scene)).ShouldBe(new SameDay(0, 0));
    }

    [Theory]
    [Engines]
    public async Task A_document_past_its_limit_is_overdue(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await RegisteredAsync(scene, 1);
        (await RowsAsync(scene, WatchTab.Overdue)).ShouldBeEmpty();

        scene.Clock.Pass(TimeSpan.FromDays(60));

        (await RowsAsync(scene, WatchTab.Overdue)).Single().Code.ShouldBe(code);
    }

    [Theory]
    [Engines]
    [Trait("req", "M1-A05")]
    public async Task A_closed_instruction_is_listed_until_its_result_went_back(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await CloseAsync(scene, await RegisteredAsync(scene, 1));
        var code = await RegisteredAsync(scene, 2, IncomingKind.Instruction);
        (await RowsAsync(scene, WatchTab.Unanswered)).ShouldBeEmpty();
        await CloseAsync(scene, code);
        (await RowsAsync(scene, WatchTab.Unanswered)).Single().Code.ShouldBe(code);

        await scene.AsAsync("director", async s =>
        {
            var office = s.GetRequiredService<Office>();
            (await office.Db.Set<IncomingDocument>().SingleAsync(d => d.Kind == IncomingKind.Instruction)).AnsweredAt = office.Now;
            return await office.Db.SaveChangesAsync();
        });

        (await RowsAsync(scene, WatchTab.Unanswered)).ShouldBeEmpty();
    }

    [Theory]
    [Engines]
    [Trait("req", "M17-A16")]
    public async Task How_often_a_section_sends_its_work_back_to_the_office_is_counted_by_section(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知"));
        await scene.DoAsync("director", code, new ActForm { To = "routing" });
        await scene.DoAsync("director", code, new ActForm { Choices = [new Choice("lead-handling", [Participant.Section(14).Value])] });
        await scene.DoAsync("head2", code, new ActForm { Verb = "claim" });
        await scene.DoAsync("head2", code, new ActForm { Verb = "return", To = "routing", Opinion = "不是本科职责。" });

        var figures = await scene.AsAsync("director", s => IncomingStatistics.ReadAsync(s.GetRequiredService<Office>(), 2026, default));

        figures.Units.Select(u => (u.Unit, u.HandedBack)).ShouldBe([("秘书二科", 1)]);
        figures.Total.HandedBack.ShouldBe(1);
    }

    [Theory]
    [Engines]
    [Trait("req", "M1-A13")]
    public async Task The_share_closed_is_counted_by_year_and_by_lead_unit(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await CloseAsync(scene, await RegisteredAsync(scene, 1));
        await SendAsync(scene, await RegisteredAsync(scene, 2));
        await RegisteredAsync(scene, 3);

        var figures = await scene.AsAsync("director", s => IncomingStatistics.ReadAsync(s.GetRequiredService<Office>(), 2026, default));

        figures.Years.ShouldBe([new YearFigures(2026, 3, 1)]);
        figures.Units.Count.ShouldBe(2);
        figures.Units[0].ClosedRate.ShouldBe(0.5);
        figures.Units[0].OnTimeRate.ShouldBe(1);
        figures.Units[1].Unit.ShouldBe("未分办");
        figures.Units[1].ClosedRate.ShouldBe(0);
        figures.Total.Received.ShouldBe(3);
    }

    [Theory]
    [Engines]
    public async Task The_times_of_a_document_are_working_days_and_a_late_step_counts_against_it(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await RegisteredAsync(scene, 1);
        scene.Clock.Pass(TimeSpan.FromDays(1));
        await SendAsync(scene, code);
        scene.Clock.Pass(TimeSpan.FromDays(35));
        await FinishAsync(scene, code);

        var figures = await scene.AsAsync("director", s => IncomingStatistics.ReadAsync(s.GetRequiredService<Office>(), 2026, default));

        figures.Total.Register.Days.ShouldBe(0);
        figures.Total.Send.Days!.Value.ShouldBe(1, 0.001);
        figures.Total.Handle.Days!.Value.ShouldBe(25, 1.001);
        figures.Total.Answer.Days.ShouldBeNull();
        figures.Total.OnTimeRate.ShouldBe(0);
    }

    private static Task<List<WatchRow>> RowsAsync(Scene scene, WatchTab tab) => scene.AsAsync("director", s => WatchList.RowsAsync(s.GetRequiredService<Office>(), tab, default));

    private static Task<SameDay> SameDayAsync(Scene scene) => scene.AsAsync("director", s => WatchList.SameDayAsync(s.GetRequiredService<Office>(), default));

    private static async Task<string> RegisteredAsync(Scene scene, int number, IncomingKind kind = IncomingKind.Document)
    {
        var document = await scene.RegisterAsync("registry", new RegisterForm { Kind = kind, Title = $"关于第{number}批危旧房改造资金的请示", Sender = "青禾县人民政府", DocumentNumber = $"青政〔2026〕{number}号" });
        document.Refusal.ShouldBeNull();
        return await scene.CodeOfAsync(document.Value.MatterId);
    }

    private static async Task CloseAsync(Scene scene, string code)
    {
        await SendAsync(scene, code);
        await FinishAsync(scene, code);
    }

    private static async Task SendAsync(Scene scene, string code)
    {
        await ActAsync(scene, "director", code, new ActForm { To = "routing" });
        await ActAsync(scene, "director", code, new ActForm { Choices = [new Choice("lead-handling", [Participant.Section(14).Value]), new Choice("supporting-handling", [Participant.Section(13).Value])] });
    }

    private static async Task FinishAsync(Scene scene, string code)
    {
        foreach (var login in new[] { "head1", "head2" })
        {
            await ActAsync(scene, login, code, new ActForm { Verb = "claim" });
            await ActAsync(scene, login, code, new ActForm());
        }

        await ActAsync(scene, "director", code, new ActForm { Verb = "approve" });
    }

    private static async Task ActAsync(Scene scene, string login, string code, ActForm form)
    {
        var view = await scene.SeeAsync(login, code);
        var whole = form with { Item = view!.Mine[0].Number, Verb = form.Verb.Length == 0 ? "complete" : form.Verb, Opinion = form.Verb == "claim" ? null : "已按要求办理。" };
        (await scene.ActAsync(login, code, whole)).Refusal.ShouldBeNull();
    }
}

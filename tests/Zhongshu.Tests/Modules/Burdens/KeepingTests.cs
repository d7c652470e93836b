using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Burdens;
using Zhongshu.Modules.Burdens.Flaws;
using Zhongshu.Modules.Burdens.Ledger;
using Zhongshu.Modules.Burdens.Publications;
using Zhongshu.Modules.Burdens.Quoted;
using Zhongshu.Modules.Burdens.Savings;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Burdens;

/// What fewer papers saved, what a platform counts, what the office finds with itself, and what is laid open to everybody.
public sealed class KeepingTests
{
    [Theory, Engines]
    [Trait("req", "M15-A25")]
    public async Task Savings_of_papers_and_meetings_add_up_by_kind_with_how_they_were_worked_out(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var paper = new SavingInput("paper", "29.5", "2026-11-20", "少印1.2万份，每份24.6元");
        foreach (var wrong in new[] { paper with { Kind = "茶叶" }, paper with { Amount = "0" }, paper with { Amount = "很多" }, paper with { On = "2026-11-24" }, paper with { Basis = " " } }) (await SaveAsync(scene, "bureau", wrong)).ShouldBe("burdens.saving");
        (await SaveAsync(scene, "leader1", paper)).ShouldBe("platform.forbidden");
        (await SaveAsync(scene, "bureau", paper)).ShouldBe("ok");
        (await SaveAsync(scene, "county", new SavingInput("meeting", "10.2", "2026-11-21", "少开3次，每次3.4万元"))).ShouldBe("ok");
        var seen = await scene.AsAsync("director", async s => await RecordSaving.Seen(s.GetRequiredService<Office>(), await s.GetRequiredService<Office>().BookAsync(default)).OrderBy(r => r.Id).ToListAsync());
        seen.Select(r => (r.Kind, r.UnitId, r.Amount)).ShouldBe([("paper", 50L, 295_000L), ("meeting", 40L, 102_000L)]);
        (await scene.AsAsync("county", async s => await RecordSaving.Seen(s.GetRequiredService<Office>(), await s.GetRequiredService<Office>().BookAsync(default)).CountAsync())).ShouldBe(1, "a unit sees its own");
    }

    [Theory, Engines]
    [Trait("req", "M15-B03")]
    public async Task The_platforms_figure_is_quoted_as_it_is_beside_our_own_count_and_never_made_older(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await scene.DeclareAsync("bureau", "document", "关于能源保供的通知")).Refusal.ShouldBeNull();
        var figure = new QuotedInput("市发展改革委", "document", "2026", "3", "基层减负监管平台", "2026-11-20");
        (await TakeAsync(scene, "bureau", figure)).ShouldBe("platform.forbidden");
        foreach (var wrong in new[] { figure with { Unit = "没有的局" }, figure with { Kind = "笔记" }, figure with { Year = "2029" }, figure with { Value = "-1" }, figure with { Platform = "别的平台" }, figure with { TakenOn = "2026-11-24" } }) (await TakeAsync(scene, "supervision", wrong)).ShouldNotBe("ok", wrong.ToString());
        (await TakeAsync(scene, "supervision", figure)).ShouldBe("ok");
        (await TakeAsync(scene, "supervision", figure with { Value = "2", TakenOn = "2026-11-19" })).ShouldBe("burdens.quoted-old");
        var row = (await scene.AsAsync("director", s => TakeQuoted.ReadAsync(s.GetRequiredService<Office>(), 2026, default))).Single();
        (row.Figure.Value, row.Own, row.Difference).ShouldBe((3, 1, 2));
        (await TakeAsync(scene, "supervision", figure with { Value = "1", TakenOn = "2026-11-21" })).ShouldBe("ok");
        (await scene.AsAsync("director", s => TakeQuoted.ReadAsync(s.GetRequiredService<Office>(), 2026, default))).Single().Difference.ShouldBe(0);
    }

    [Theory, Engines]
    [Trait("req", "M15-B31")]
    public async Task The_office_looks_at_itself_first_and_each_number_is_struck_off_with_what_was_mended(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var flaw = new FlawInput("paper-again", "便笺代替文件布置工作", "停用便笺，确需的走文件", "篇有据", "2026-12-31");
        (await AddAsync(scene, "bureau", flaw)).ShouldBe("burdens.flaw-first");
        foreach (var wrong in new[] { flaw with { Item = "没有" }, flaw with { Text = "" }, flaw with { Measure = "" }, flaw with { Owner = "" }, flaw with { DueOn = "2026-11-22" } }) (await AddAsync(scene, "head1", wrong)).ShouldBe("burdens.flaw");
        (await AddAsync(scene, "head1", flaw)).ShouldBe("ok");
        (await AddAsync(scene, "head1", flaw with { Item = "traces" })).ShouldBe("ok");
        (await AddAsync(scene, "bureau", flaw)).ShouldBe("ok");
        var rows = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Flaw>().OrderBy(f => f.Id).ToListAsync());
        rows.Select(f => (f.UnitId, f.Number)).ShouldBe([(13L, 1), (13L, 2), (50L, 1)]);
        (await CloseAsync(scene, "county", rows[0].Id, "改了")).ShouldBe("platform.not-found");
        (await CloseAsync(scene, "head1", rows[0].Id, " ")).ShouldBe("burdens.flaw");
        (await CloseAsync(scene, "head1", rows[0].Id, "已停用便笺。")).ShouldBe("ok");
        (await CloseAsync(scene, "head1", rows[0].Id, "再来一次")).ShouldBe("burdens.flaw-closed");
        (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Flaw>().CountAsync(f => f.ClosedOn != null))).ShouldBe(1);
    }

    [Fact]
    [Trait("req", "M15-A07")]
    public async Task What_was_achieved_is_laid_open_to_whoever_comes_without_units_or_titles_until_it_is_withdrawn()
    {
        var lines = new[] { new LedgerLine(50, BurdenKind.Document, 10, 4, 0, 0, 6, []) { Change = -2 }, new LedgerLine(40, BurdenKind.Document, null, 3, 0, 0, null, []) { Change = 3 }, new LedgerLine(50, BurdenKind.Meeting, null, 2, 0, 0, 2, []) { Change = 0 } };
        PublishResults.FiguresOf(new LedgerBoard(2026, new DateOnly(2026, 11, 23), lines), Supervision.Tasks.Book.Value(BurdenRules.Kinds)).ShouldBe(["文件7件（年计划10件），比上年同期多1件", "会议2次，与上年同期持平"]);

        PublishResults.FiguresOf(new LedgerBoard(2026, new DateOnly(2026, 11, 23), [lines[0], lines[1] with { Change = null }]), Supervision.Tasks.Book.Value(BurdenRules.Kinds)).ShouldBe(["文件7件（年计划10件）"], "what cannot be compared whole is not compared");

        await using var office = await TestOffice.StartAsync();
        var stranger = office.Stranger();
        (await stranger.GetAsync("/results")).Text.ShouldContain("还没有公开的内容");
        var bureau = await office.SignedInAsAsync("bureau");
        (await bureau.SubmitAsync(await bureau.GetAsync("/burdens/declare"), "form:has(#title)", ("kind", "meeting"), ("title", "能源保供推进会"))).Location.ShouldBe("/burdens/mine");
        var director = await office.SignedInAsAsync("director");
        var form = await director.GetAsync("/burdens/publications");
        (await director.SubmitAsync(form, "form#publish", ("words", "合并会议，多开短会。"), ("contact", ""))).Text.ShouldContain("请写明群众怎样反映意见");
        (await director.SubmitAsync(form, "form#publish", ("words", "合并会议，多开短会。"), ("contact", "0000-12345"))).Location.ShouldBe("/burdens/publications");
        var open = (await stranger.GetAsync("/results")).Text;
        foreach (var words in new[] { "会议1次", "合并会议，多开短会。", "0000-12345" }) open.ShouldContain(words);
        foreach (var kept in new[] { "能源保供推进会", "市发展改革委" }) open.ShouldNotContain(kept);
        await director.SubmitAsync(await director.GetAsync("/burdens/publications"), "form.withdraw-form");
        (await stranger.GetAsync("/results")).Text.ShouldContain("还没有公开的内容");
    }

    [Fact]
    [Trait("req", "M15-B31")]
    [Trait("req", "M15-A25")]
    [Trait("req", "M15-B03")]
    public async Task The_pages_take_a_flaw_a_saving_and_a_quoted_figure_and_show_what_they_come_to()
    {
        await using var office = await TestOffice.StartAsync();
        var keeper = await office.SignedInAsAsync("supervision");
        var due = $"{TestClock.MondayMorning.AddDays(9):yyyy-MM-dd}";
        (await keeper.SubmitAsync(await keeper.GetAsync("/burdens/flaws"), "form#flaw", ("item", "traces"), ("text", "以台账评判"), ("measure", "只看实效"), ("owner", "绳必果"), ("dueOn", due))).Location.ShouldBe("/burdens/flaws");
        (await keeper.SubmitAsync(await keeper.GetAsync("/burdens/flaws"), "form.close-form", ("result", "已改看实效。"))).Location.ShouldBe("/burdens/flaws");
        (await keeper.GetAsync("/burdens/flaws")).Text.ShouldContain("检视出1个，已改1个");
        (await keeper.SubmitAsync(await keeper.GetAsync("/burdens/savings"), "form#saving", ("kind", "paper"), ("amount", "29.5"), ("basis", "少印"))).Location.ShouldBe("/burdens/savings");
        (await keeper.GetAsync("/burdens/savings")).Text.ShouldContain("共节约29.5万元");
        var quoted = await keeper.SubmitAsync(await keeper.GetAsync("/burdens/quoted"), "form#quoted", ("unit", "市发展改革委"), ("kind", "document"), ("value", "3"));
        (await keeper.FollowAsync(quoted)).Text.ShouldContain("平台多3");
        (await (await office.SignedInAsAsync("bureau")).GetAsync("/burdens/quoted")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<string> SaveAsync(Scene scene, string login, SavingInput input) => (await scene.AsAsync(login, s => s.GetRequiredService<RecordSaving>().RunAsync(input, null, default))).Refusal?.Rule ?? "ok";

    private static async Task<string> TakeAsync(Scene scene, string login, QuotedInput input) => (await scene.AsAsync(login, s => s.GetRequiredService<TakeQuoted>().RunAsync(input, null, default))).Refusal?.Rule ?? "ok";

    private static async Task<string> AddAsync(Scene scene, string login, FlawInput input) => (await scene.AsAsync(login, s => s.GetRequiredService<KeepFlaw>().AddAsync(input, null, default))).Refusal?.Rule ?? "ok";

    private static async Task<string> CloseAsync(Scene scene, string login, long id, string result) => (await scene.AsAsync(login, s => s.GetRequiredService<KeepFlaw>().CloseAsync(id, result, null, default))).Refusal?.Rule ?? "ok";
}

using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Desk;
using Zhongshu.Modules.Desk.Todos;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Desk;

/// 个人待办: four quadrants and spells of undisturbed work, one's own alone.
public sealed class TodoTests
{
    private static readonly RuleBook Rules = OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!;

    [Theory, Engines]
    [Trait("req", "M17-B36")]
    public async Task What_one_notes_down_falls_into_four_quadrants_and_nobody_else_touches_it(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        foreach (var (text, important, urgent) in new[] { ("翻旧文件", false, false), ("回电话", false, true), ("学新条例", true, false), ("改讲话稿", true, true) })
            (await AddAsync(scene, new TodoInput(text, important, urgent, ""))).Refusal.ShouldBeNull();
        (await AddAsync(scene, new TodoInput("", true, true, ""))).Refusal!.Field.ShouldBe("text");
        (await AddAsync(scene, new TodoInput("昨天的事", true, true, "2026-11-22"))).Refusal!.Field.ShouldBe("dueOn");

        var todos = await DeskAsync(scene, "handler2");
        todos.Select(t => (t.Quadrant, t.Text)).ShouldBe([(1, "改讲话稿"), (2, "学新条例"), (3, "回电话"), (4, "翻旧文件")]);
        (await DeskAsync(scene, "head2")).ShouldBeEmpty();
        (await KeepAsync(scene, "head2", k => k.DoneAsync(todos[0].Id, default))).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);

        (await KeepAsync(scene, "handler2", k => k.SpellAsync(todos[0].Id, default))).Refusal.ShouldBeNull();
        (await KeepAsync(scene, "handler2", k => k.SpellAsync(todos[0].Id, default))).Refusal.ShouldBeNull();
        (await KeepAsync(scene, "handler2", k => k.DoneAsync(todos[0].Id, default))).Refusal.ShouldBeNull();
        (await KeepAsync(scene, "handler2", k => k.DropAsync(todos[3].Id, default))).Refusal.ShouldBeNull();
        var after = await DeskAsync(scene, "handler2");
        after.Count.ShouldBe(3);
        (after[^1].Text, after[^1].Spells, after[^1].DoneOn).ShouldBe(("改讲话稿", 2, new DateOnly(2026, 11, 23)), "what was done today stands last");
        scene.Clock.Pass(TimeSpan.FromDays(1));
        (await DeskAsync(scene, "handler2")).Count.ShouldBe(2);
    }

    [Fact]
    [Trait("req", "M17-B36")]
    public async Task The_desk_takes_a_note_without_script_and_offers_a_spell_of_the_rules_length()
    {
        await using var office = await TestOffice.StartAsync();
        var browser = await office.SignedInAsAsync("handler2");
        (await browser.SubmitAsync(await browser.GetAsync("/"), "#todos form[action='/desk/todos']", ("text", "改讲话稿"), ("important", "true"))).Status.ShouldBe(HttpStatusCode.Found);
        var desk = await browser.GetAsync("/");
        desk.Page.QuerySelector("#todos .quadrants")!.TextContent.ShouldContain("改讲话稿");
        desk.Page.QuerySelector("button[data-spell]")!.GetAttribute("data-spell").ShouldBe($"{Rules.Value(DeskRules.SpellMinutes)}");
        (await browser.SubmitAsync(desk, "#todos .todo-acts", ("act", "spell"))).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.GetAsync("/")).Text.ShouldContain("番茄1个");

        var api = await office.TokenAsync("handler2");
        (await api.PostAsJsonAsync(new Uri("/api/v1/desk/todos/", UriKind.Relative), new { text = "", isUrgent = true })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await api.GetStringAsync(new Uri("/api/v1/desk/todos/", UriKind.Relative))).ShouldContain("\"quadrant\":2");
    }

    private static Task<Outcome<PersonalTodo>> AddAsync(Scene scene, TodoInput input) => scene.AsAsync("handler2", s => s.GetRequiredService<KeepTodo>().AddAsync(input, null, default));

    private static Task<Outcome<Done>> KeepAsync(Scene scene, string login, Func<KeepTodo, Task<Outcome<Done>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<KeepTodo>()));

    private static async Task<IReadOnlyList<PersonalTodo>> DeskAsync(Scene scene, string login) => (await scene.AsAsync(login, s => DeskView.ReadAsync(s.GetRequiredService<Office>(), default))).Todos;
}

using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Modules.Matters.Show;
using Zhongshu.Modules.Notices.Read;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Notices;

public sealed class NoticeTests
{
    [Theory]
    [Engines]
    public async Task Opening_a_matter_reads_its_notices_of_mine_and_marks_my_work_as_seen(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await RegisteredAsync(scene, 1);
        await RegisteredAsync(scene, 2);
        (await UnreadAsync(scene)).ShouldBe(2);
        scene.Clock.Pass(TimeSpan.FromMinutes(5));

        await OpenAsync(scene, "registry", code);
        (await UnreadAsync(scene)).ShouldBe(2);
        (await OpenAsync(scene, "director", code)).ShouldBeTrue();

        (await UnreadAsync(scene)).ShouldBe(1);
        var view = await scene.SeeAsync("director", code);
        view!.Mine.Single().SeenAt.ShouldBe(scene.Clock.GetUtcNow());
        (await OpenAsync(scene, "director", code)).ShouldBeFalse();
    }

    [Theory]
    [Engines]
    public async Task What_lies_with_a_section_is_not_seen_by_whoever_looks_first(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await RegisteredAsync(scene, 1);
        foreach (var next in new[] { new ActForm { To = "routing" }, new ActForm { Choices = [new Choice("lead-handling", [Participant.Section(14).Value]), new Choice("supporting-handling", [Participant.Section(13).Value])] } })
        {
            var view = await scene.SeeAsync("director", code);
            (await scene.ActAsync("director", code, next with { Item = view!.Mine[0].Number, Verb = "complete", Opinion = "请办理。" })).Refusal.ShouldBeNull();
        }

        (await OpenAsync(scene, "head2", code)).ShouldBeFalse();

        (await scene.SeeAsync("head2", code))!.Mine.ShouldAllBe(w => w.SeenAt == null);
    }

    [Theory]
    [Engines]
    public async Task The_unread_stand_before_the_read_and_the_new_before_the_old_page_by_page(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var codes = new List<string>();
        for (var i = 1; i <= 5; i++)
        {
            codes.Add(await RegisteredAsync(scene, i));
            scene.Clock.Pass(TimeSpan.FromMinutes(1));
        }

        var (all, _) = await PageAsync(scene, null, 10);
        await scene.AsAsync("director", s => s.GetRequiredService<Office>().MarkNoticeReadAsync(all[0].Id, default));
        var found = new List<string?>();
        NoticeMark? mark = null;
        do
        {
            var (rows, next) = await PageAsync(scene, NoticeMark.Parse(mark?.ToString()), 2);
            found.AddRange(rows.Select(r => r.Code));
            mark = next;
        }
        while (mark is not null);

        found.ShouldBe([codes[3], codes[2], codes[1], codes[0], codes[4]]);
    }

    [Theory]
    [Engines]
    public async Task Nobody_reads_another_ones_notices(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await RegisteredAsync(scene, 1);
        var (rows, _) = await PageAsync(scene, null, 10);

        (await scene.AsAsync("leader1", s => s.GetRequiredService<Office>().MarkNoticeReadAsync(rows[0].Id, default))).ShouldBe(0);
        (await scene.AsAsync("leader1", s => s.GetRequiredService<Office>().MarkAllNoticesReadAsync(default))).ShouldBe(0);
        (await UnreadAsync(scene)).ShouldBe(1);
        (await scene.AsAsync("director", s => s.GetRequiredService<Office>().MarkAllNoticesReadAsync(default))).ShouldBe(1);
        (await UnreadAsync(scene)).ShouldBe(0);
    }

    private static Task<(IReadOnlyList<NoticeRow> Rows, NoticeMark? Next)> PageAsync(Scene scene, NoticeMark? after, int size) =>
        scene.AsAsync("director", s => NoticeList.PageAsync(s.GetRequiredService<Office>(), after, size, default));

    private static Task<int> UnreadAsync(Scene scene) => scene.AsAsync("director", s => s.GetRequiredService<UnreadNotices>().CountAsync(default));

    private static async Task<bool> OpenAsync(Scene scene, string login, string code)
    {
        var view = await scene.SeeAsync(login, code);
        return await scene.AsAsync(login, s => s.GetRequiredService<FirstSight>().RunAsync(view!, default));
    }

    private static async Task<string> RegisteredAsync(Scene scene, int number)
    {
        var document = await scene.RegisterAsync("registry", new RegisterForm { Title = $"关于第{number}次防汛检查情况的通知", Sender = "岚川省水利厅", DocumentNumber = $"岚水发〔2026〕{number}号" });
        document.Refusal.ShouldBeNull();
        return await scene.CodeOfAsync(document.Value.MatterId);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Modules.Defects.Lessons;
using Zhongshu.Modules.Materials.Keep;
using Zhongshu.Modules.Search;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Search;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Platform;

/// One box for words, numbers and senders; only what the asker may see.
public sealed class SearchTests
{
    [Theory, Engines]
    [Trait("req", "M16-B47")]
    public async Task The_library_the_regulations_and_the_lessons_answer_the_same_box_and_only_to_those_who_may_read_them(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await scene.AsAsync("handler2", s => s.GetRequiredService<KeepMaterial>().AddAsync(new() { Kind = "template", Title = "会议通知模板", Answers = ["各县区：定于某日召开会议。"] }, null, default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("handler2", s => s.GetRequiredService<KeepLesson>().AddAsync(new LessonInput("works", "会议通知先打电话", ["先电话", "会签", "快一天"]) { IsShared = true }, null, default))).Refusal.ShouldBeNull();
        (await ShelvesAsync(scene, "head1", "会议通知")).ShouldBe(["知识库：会议通知模板", "经验库：会议通知先打电话"], ignoreOrder: true);
        (await ShelvesAsync(scene, "head1", "会议 -模板")).ShouldBe(["经验库：会议通知先打电话"]);
        (await ShelvesAsync(scene, "head1", "会议通知 从:2026-01-01")).ShouldBeEmpty("days are said of matters");
        (await ShelvesAsync(scene, "county", "会议通知")).ShouldNotContain("知识库：会议通知模板", "the unit below reads what is for everybody");
    }

    private static Task<List<string>> ShelvesAsync(Scene scene, string login, string typed) => scene.AsAsync(login, async s =>
        (await SearchView.ReadAsync(s.GetRequiredService<Office>(), typed, null, s.GetRequiredService<SearchSources>(), default)).Shelves.SelectMany(b => b.Hits.Select(h => $"{b.Name}：{h.Title}")).ToList());

    [Fact]
    [Trait("req", "M19-B12")]
    public async Task Words_of_one_two_and_more_characters_phrases_and_fields_find_the_document_and_only_for_those_who_may_see_it()
    {
        await using var scene = await Scene.OpenAsync();
        (await scene.RegisterAsync("registry", new RegisterForm { Title = "关于老旧小区改造资金预算的通知", Sender = "市财政局", DocumentNumber = "云财〔2026〕18号" })).Refusal.ShouldBeNull();
        (await scene.RegisterAsync("registry", new RegisterForm { Title = "关于秋季森林防火工作的函", Sender = "市应急局" })).Refusal.ShouldBeNull();

        foreach (var typed in new[] { "预", "预算", "老旧小区改造", "标题:资金", "来文单位:财政局", "文号:18", "预算 -防火", "云财〔2026〕18号" })
            (await CountAsync(scene, "registry", typed)).ShouldBe(1, typed);
        foreach (var typed in new[] { "预算 防火", "标题:财政局", "防算", "预算 -资金" })
            (await CountAsync(scene, "registry", typed)).ShouldBe(0, typed);
        (await CountAsync(scene, "registry", "关于")).ShouldBe(2);
        (await CountAsync(scene, "bureau", "预算")).ShouldBe(0);
    }

    [Theory]
    [Engines]
    [Trait("req", "M19-B12")]
    public async Task What_people_wrote_on_a_matter_is_found_marked_and_only_by_those_who_may_see_it(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知", 1));
        await scene.RegisteredAsync(ScenePlay.Paper("关于抓紧落实冬修任务的通知", 2));
        await scene.DoAsync("director", code, new ActForm { Opinion = "请市长阅示。", To = "instruction", Choices = [new Choice("instruction", [Participant.Person(1).Value])] });
        await scene.DoAsync("leader1", code, new ActForm { Opinion = "请水利局抓紧落实，月底前报结果。" });
        (await CountAsync(scene, "director", "批示:月底")).ShouldBe(0);

        scene.Clock.Pass(TimeSpan.FromMinutes(1));
        (await scene.AsSystemAsync(s => s.GetRequiredService<OpinionIndex>().RunAsync(default))).ShouldBe(2);
        (await scene.AsSystemAsync(s => s.GetRequiredService<OpinionIndex>().RunAsync(default))).ShouldBe(0);

        (await CountAsync(scene, "director", "抓紧落实")).ShouldBe(2);
        foreach (var typed in new[] { "批示:抓紧落实", "意见:月底前", "批示:结果 标题:防汛", "岭知行 水利局" }) (await CountAsync(scene, "director", typed)).ShouldBe(1, typed);
        foreach (var typed in new[] { "批示:防汛", "批示:结果 标题:冬修", "批示:抓紧 -月底" }) (await CountAsync(scene, "director", typed)).ShouldBe(0, typed);
        (await CountAsync(scene, "county", "月底前报结果")).ShouldBe(0);
        var hit = (await scene.AsAsync("leader1", s => SearchView.ReadAsync(s.GetRequiredService<Office>(), "月底前", null, s.GetRequiredService<SearchSources>(), default))).Hits.ShouldHaveSingleItem();
        hit.Snippet.ShouldContain(new Piece("月底前", true));
        string.Concat(hit.Snippet.Select(p => p.Text)).ShouldContain("岭知行：");
    }

    [Fact]
    public async Task A_file_with_a_circle_of_readers_of_its_own_is_quoted_to_nobody()
    {
        await using var scene = await Scene.OpenAsync();
        var document = (await scene.RegisterAsync("registry", new RegisterForm { Title = "关于校园食堂安全的通知", Sender = "市教育局" })).Value;
        foreach (var (role, text) in new[] { ("visit", "暗访所见：食堂后厨无人值守。"), ("main", "食堂要有人值守。") })
            await scene.AsSystemAsync(async s =>
            {
                var office = s.GetRequiredService<Office>();
                office.Db.Add(new FileText { Hash = role, Text = text });
                office.Db.Add(new Attachment { Id = office.Ids.Next(), MatterId = document.MatterId, Hash = role, Name = role + ".txt", Role = role, MediaType = "text/plain", AddedAt = office.Now });
                return await office.Db.SaveChangesAsync();
            });

        var hit = (await scene.AsAsync("registry", s => SearchView.ReadAsync(s.GetRequiredService<Office>(), "食堂", null, s.GetRequiredService<SearchSources>(), default))).Hits.ShouldHaveSingleItem();

        string.Concat(hit.Snippet.Select(p => p.Text)).ShouldBe("食堂要有人值守。");
    }

    private static async Task<int> CountAsync(Scene scene, string login, string typed) =>
        (await scene.AsAsync(login, s => SearchView.ReadAsync(s.GetRequiredService<Office>(), typed, null, s.GetRequiredService<SearchSources>(), default))).Hits.Count;
}

using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Burdens.Forms;
using Zhongshu.Modules.Materials;
using Zhongshu.Modules.Materials.Asks;
using Zhongshu.Modules.Materials.Contracts;
using Zhongshu.Modules.Materials.Find;
using Zhongshu.Modules.Materials.Keep;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Support;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Tests.Modules.Materials;

public sealed class MaterialTests
{
    private static readonly RuleBook Rules = OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!;
    private static readonly MaterialInput Template = new() { Kind = "template", Title = "会议通知模板", Answers = ["各县区：定于某日召开会议，请按时参加。"], Keywords = "通知、会议" };
    private static readonly MaterialInput Module = new() { Kind = "module", Title = "学前教育发展情况", Keywords = "普惠园 学位", Answers = ["办好学前教育是民生实事。", "全市幼儿园布局逐步完善。", "在园幼儿4.2万人。", "普惠率92%。", "城区学位不足。", "新建6所。"] };
    private static readonly MaterialInput Practice = new() { Kind = "practice", Title = "来文登记", Area = "办文", Answers = ["当天登记。", "核对文号和份数。", "登记准确率100%。"] };

    [Fact]
    [Trait("req", "M16-B19")]
    [Trait("req", "M16-B23")]
    [Trait("req", "M16-B28")]
    public void The_library_has_the_kinds_that_an_office_keeps()
    {
        var kinds = Rules.Value(MaterialRules.Kinds);
        kinds.Where(k => k.Group == "业务资料").Select(k => k.Word).ShouldBe(["制度规定", "经典案例", "常用模板", "文稿汇编"]);
        kinds.Where(k => k.Group == "学习角").Count().ShouldBe(3);
        kinds.Where(k => k.IsDated).Select(k => k.Word).ShouldBe(["历年报告", "年度计划", "重点材料"]);
        kinds.Select(k => k.Word).ShouldContain("政策解读");
    }

    [Theory, Engines]
    [Trait("req", "M16-B19")]
    [Trait("req", "M16-B28")]
    [Trait("req", "M16-B47")]
    public async Task Whatever_is_put_in_is_found_by_its_text_kind_and_year_in_its_latest_version(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var one = (await AddAsync(scene, "handler2", Template)).Value;
        (await AddAsync(scene, "handler2", Template)).Refusal!.Rule.ShouldBe("materials.title");
        (await AddAsync(scene, "head1", new() { Kind = "report", Title = "政府工作报告", Year = "2025", Answers = ["过去一年，城镇新增就业一万人。"] })).Refusal.ShouldBeNull();
        (await AddAsync(scene, "head1", new() { Kind = "report", Title = "政府工作报告", Answers = ["无年度"] })).Refusal!.Field.ShouldBe("year");
        (await FindAsync(scene, "drafter", new MaterialsAsk { Words = "按时参加" })).ShouldBe(["会议通知模板"]);
        (await FindAsync(scene, "drafter", new MaterialsAsk { Year = 2025 })).ShouldBe(["政府工作报告"]);
        (await FindAsync(scene, "drafter", new MaterialsAsk { Group = "业务资料", Words = "标题:模板" })).ShouldBe(["会议通知模板"]);

        (await ReviseAsync(scene, "handler2", one.Id, new() { Answers = ["各县区：定于某日召开视频会议，请提前调试。"] })).Refusal!.Field.ShouldBe("note");
        (await ReviseAsync(scene, "handler2", one.Id, new() { Answers = Template.Answers, Note = "没改" })).Refusal!.Rule.ShouldBe("materials.unchanged");
        (await ReviseAsync(scene, "handler2", one.Id, new() { Answers = ["各县区：定于某日召开视频会议，请提前调试。"], Note = "改为视频会" })).Refusal.ShouldBeNull();
        (await FindAsync(scene, "drafter", new MaterialsAsk { Words = "按时参加" })).ShouldBeEmpty("the old words are no longer what it says");
        (await FindAsync(scene, "drafter", new MaterialsAsk { Words = "提前调试" })).ShouldBe(["会议通知模板"]);
        (await ReadAsync(scene, db => db.Set<MaterialVersion>().Where(v => v.MaterialId == one.Id).OrderBy(v => v.Number).Select(v => v.Note).ToListAsync())).ShouldBe(["上传", "改为视频会"]);
    }

    [Theory, Engines]
    [Trait("req", "M16-B47")]
    public async Task Who_may_see_a_material_is_asked_in_the_search_itself(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var own = (await AddAsync(scene, "handler2", Template with { Title = "本科室底稿", Audience = Audience.Section })).Value;
        (await AddAsync(scene, "handler2", Template with { Title = "全室模板" })).Refusal.ShouldBeNull();
        (await AddAsync(scene, "handler2", Template with { Title = "共享模板", Audience = Audience.Everybody })).Refusal.ShouldBeNull();
        var ask = new MaterialsAsk { Words = "召开会议" };
        (await FindAsync(scene, "head2", ask)).ShouldBe(["共享模板", "全室模板", "本科室底稿"]);
        (await FindAsync(scene, "head1", ask)).ShouldBe(["共享模板", "全室模板"]);
        (await FindAsync(scene, "county", ask)).ShouldBe(["共享模板"]);
        (await ReviseAsync(scene, "head1", own.Id, new() { Answers = ["别科"], Note = "改" })).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        (await KeepAsync(scene, "head2", k => k.OpenToAsync(own.Id, Audience.Office, default))).Refusal.ShouldBeNull();
        (await ReviseAsync(scene, "head1", own.Id, new() { Answers = ["别科"], Note = "改" })).Refusal!.Rule.ShouldBe("materials.owner");
        (await KeepAsync(scene, "head2", k => k.EndAsync(own.Id, "已经作废", default))).Refusal.ShouldBeNull();
        (await FindAsync(scene, "head2", ask)).ShouldBe(["共享模板", "全室模板"]);
    }

    [Fact]
    [Trait("req", "M16-B47")]
    public async Task The_words_of_an_uploaded_file_are_found_and_its_bytes_stay_with_the_material()
    {
        await using var scene = await Scene.OpenAsync();
        var upload = await scene.AsAsync("handler2", async s =>
        {
            using var bytes = new MemoryStream("技术教程：视频会议系统怎样调试。"u8.ToArray());
            return (await s.GetRequiredService<ReceiveFile>().RunAsync(bytes, "调试教程.txt", default)).Value.File;
        });
        (await AddAsync(scene, "handler2", new() { Kind = "course", Title = "视频会议调试", File = upload.Id })).Refusal.ShouldBeNull();
        (await AddAsync(scene, "handler2", new() { Kind = "course", Title = "空的" })).Refusal!.Rule.ShouldBe("materials.empty");
        (await FindAsync(scene, "drafter", new MaterialsAsk { Words = "怎样调试" })).ShouldBe(["视频会议调试"]);
        scene.Clock.Pass(TimeSpan.FromDays(3));
        await scene.AsSystemAsync(s => s.GetRequiredService<Uploads>().CleanAsync(default));
        (await scene.AsSystemAsync(async s => s.GetRequiredService<FileStore>().Open(upload.Hash) is { } content && await Closed(content))).ShouldBeTrue("a kept file is not cleared away with the uploads");
    }

    [Theory, Engines]
    [Trait("req", "M16-B17")]
    [Trait("req", "M16-B18")]
    public async Task A_module_says_six_things_and_whoever_is_about_to_ask_for_them_is_told(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        Rules.MaterialKindOf("module")!.Asks.ShouldBe(["论述", "情况", "数据", "指标", "问题", "打算"]);
        for (var i = 0; i < 6; i++) (await AddAsync(scene, "handler2", Module with { Answers = [.. Module.Answers.Select((a, n) => n == i ? "" : a)] })).Refusal!.Field.ShouldBe($"answer-{i}");
        (await AddAsync(scene, "handler2", Module with { Keywords = "" })).Refusal!.Field.ShouldBe("keywords");
        var module = (await AddAsync(scene, "handler2", Module)).Value;
        MaterialInput.Parts(Rules.MaterialKindOf("module")!, module.Text).ShouldBe(Module.Answers);

        var ask = new AskInput(50, "学前教育学位情况", "2026-12-01", "");
        var known = (await AskAsync(scene, "head1", ask)).Refusal.ShouldBeOfType<AskedAlready>();
        known.Known.Single().Title.ShouldBe("学前教育发展情况");
        (await AskAsync(scene, "head1", ask with { What = "防汛物资储备" })).Refusal.ShouldBeNull();
        (await AskAsync(scene, "head2", ask with { What = "防汛物资储备情况" })).Refusal.ShouldBeOfType<AskedAlready>().Asked.Single().What.ShouldBe("防汛物资储备", "somebody else asked for it already");
        var again = (await AskAsync(scene, "head2", ask with { What = "防汛物资储备情况", Reason = "上次没有分县区" })).Value;
        (await ReadAsync(scene, db => db.Set<Notice>().Where(n => n.Text.Contains("防汛物资储备情况")).CountAsync())).ShouldBeGreaterThan(0);
        (await AnswerAsync(scene, "head1", again.Id)).Refusal!.Kind.ShouldBe(RefusalKind.NotFound, "it was not asked of this section");
        var inside = (await AddAsync(scene, "bureau", Template with { Title = "物资储备底稿", Audience = Audience.Section })).Value;
        (await AnswerAsync(scene, "bureau", again.Id, inside.Id)).Refusal!.Rule.ShouldBe("materials.audience", "who asked could not open it");
        (await AnswerAsync(scene, "bureau", again.Id)).Refusal.ShouldBeNull();
        (await AnswerAsync(scene, "bureau", again.Id)).Refusal!.Rule.ShouldBe("materials.answered");
    }

    [Fact]
    [Trait("req", "M16-B18")]
    public async Task A_form_that_asks_for_what_the_library_holds_says_what_is_different_first()
    {
        await using var scene = await Scene.OpenAsync();
        (await AddAsync(scene, "handler2", Module)).Refusal.ShouldBeNull();
        var form = new FormInput { Title = "学前教育统计表", Basis = "年度工作要点", Due = "2026-12-10", Units = ["市教育局"], Questions = [new("城区幼儿园学位（个）")] };
        var refused = (await scene.AsAsync("director", s => s.GetRequiredService<RegisterForm>().RunAsync(form, null, default))).Refusal;
        refused.ShouldBeOfType<ModulesKnown>().Message.ShouldContain("学前教育发展情况");
        (await scene.AsAsync("director", s => s.GetRequiredService<RegisterForm>().RunAsync(form with { LikeReason = "要分街道的数" }, null, default))).Refusal.ShouldBeNull();
    }

    [Fact]
    [Trait("req", "M16-B18")]
    public void A_keyword_or_most_of_a_title_tells_that_it_is_the_same()
    {
        KnownModules.IsLike("城区学位缺口", "学前教育发展情况", "普惠园 学位", 0.6m).ShouldBeTrue();
        KnownModules.IsLike("学前教育发展数据", "学前教育发展情况", "", 0.6m).ShouldBeTrue();
        KnownModules.IsLike("防汛物资", "学前教育发展情况", "普惠园 学位", 0.6m).ShouldBeFalse();
        KnownModules.IsLike("", "学前教育发展情况", "", 0.6m).ShouldBeFalse();
    }

    [Fact]
    [Trait("req", "M16-B14")]
    public async Task The_practice_manual_has_three_fields_and_says_of_each_work_what_is_required_what_to_mind_and_the_standard()
    {
        await using var scene = await Scene.OpenAsync();
        Rules.Value(MaterialRules.Areas).ShouldBe(["办文", "办会", "办事"]);
        (await AddAsync(scene, "handler2", Practice with { Area = "办报" })).Refusal!.Field.ShouldBe("area");
        var row = (await AddAsync(scene, "handler2", Practice)).Value;
        using var zip = new ZipArchive(new MemoryStream(Typesetter.ToDocx(PracticeManual.Draft([row], Rules.MaterialKindOf("practice")!, Rules.Value(MaterialRules.Areas), ("云岭市人民政府办公室", new DateOnly(2026, 11, 23))), LayoutRules.Standard)));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var text = await reader.ReadToEndAsync();
        foreach (var words in new[] { "标准化实务手册", "一、办文", "来文登记", "工作要求：当天登记。", "注意事项：核对文号和份数。", "操作标准：登记准确率100%。" }) text.ShouldContain(words);
    }

    private static async Task<bool> Closed(FileStream content)
    {
        await content.DisposeAsync();
        return true;
    }

    private static Task<Outcome<Material>> AddAsync(Scene scene, string login, MaterialInput input) => scene.AsAsync(login, s => s.GetRequiredService<KeepMaterial>().AddAsync(input, null, default));

    private static Task<Outcome<Done>> ReviseAsync(Scene scene, string login, long id, MaterialInput input) => KeepAsync(scene, login, k => k.ReviseAsync(id, input, null, default));

    private static Task<Outcome<Done>> KeepAsync(Scene scene, string login, Func<KeepMaterial, Task<Outcome<Done>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<KeepMaterial>()));

    private static Task<Outcome<MaterialAsk>> AskAsync(Scene scene, string login, AskInput input) => scene.AsAsync(login, s => s.GetRequiredService<AskForMaterial>().RunAsync(input, null, default));

    private static Task<Outcome<Done>> AnswerAsync(Scene scene, string login, long id, long material = 0) => scene.AsAsync(login, s => s.GetRequiredService<AskForMaterial>().AnswerAsync(id, material, "已送督查科", default));

    private static Task<List<string>> FindAsync(Scene scene, string login, MaterialsAsk ask) => scene.AsAsync(login, async s =>
    {
        var office = s.GetRequiredService<Office>();
        return (await ask.ReadAsync(office, await office.BookAsync(default), default)).Rows.Select(r => r.Title).ToList();
    });

    private static Task<T> ReadAsync<T>(Scene scene, Func<OfficeDb, Task<T>> read) => scene.AsSystemAsync(s => read(s.GetRequiredService<OfficeDb>()));
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Boards;
using Zhongshu.Modules.Boards.Digest;
using Zhongshu.Modules.Boards.Mark;
using Zhongshu.Modules.Boards.Sections;
using Zhongshu.Modules.Boards.Show;
using Zhongshu.Modules.Coordinations.Liaison;
using Zhongshu.Modules.Coordinations.Meetings;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Modules.Coordinations;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Boards;

/// 领导看板: four classes, five tags, a chain whose counts are their lists, and nothing that the reader may not know.
public sealed class BoardTests
{
    private static readonly FocusInput Disputed = new() { Class = "disputed", Tags = ["paper", "supervision"], Reason = "两县对补偿口径意见不一" };

    [Theory, Engines]
    [Trait("req", "M19-A17")]
    [Trait("req", "M19-A18")]
    public async Task A_matter_is_put_on_the_board_in_one_of_four_classes_with_tags_and_a_reason(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var rules = await scene.AsAsync("director", s => Task.FromResult(s.GetRequiredService<Office>().Rules));
        rules.Value(BoardRules.Classes).Select(c => c.Word).ShouldBe(["全局大事", "关注要事", "分歧难事", "突发急事"]);
        rules.Value(BoardRules.Tags).Select(t => t.Word).ShouldBe(["文稿", "公文", "会议活动", "信息", "督办"]);
        var code = await RegisterAsync(scene, 1);
        (await MarkAsync(scene, "registry", code, Disputed)).Refusal!.Rule.ShouldBe("platform.forbidden");
        foreach (var (field, input) in new[] { ("class", Disputed with { Class = "小事" }), ("reason", Disputed with { Reason = "" }), ("tags", Disputed with { Tags = ["闲聊"] }) }) (await MarkAsync(scene, "director", code, input)).Refusal!.Field.ShouldBe(field);
        (await MarkAsync(scene, "director", code, Disputed)).Refusal.ShouldBeNull();
        var row = (await FocusAsync(scene, "director")).ShouldHaveSingleItem();
        (row.Code, row.Class, row.Reason).ShouldBe((code, "disputed", "两县对补偿口径意见不一"));
        row.Tags.ShouldBe(["paper", "supervision"], ignoreOrder: true);
        (await MarkAsync(scene, "director", code, Disputed with { Class = "watched", Tags = ["paper"] })).Refusal.ShouldBeNull();
        (await FocusAsync(scene, "director")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Class.ShouldBe("watched"), r => r.Tags.ShouldBe(["paper"]));
        (await scene.SeeAsync("director", code))!.Trail.Select(t => t.Text).ShouldContain("列入领导看板：关注要事（公文）");

        (await scene.AsAsync("director", s => s.GetRequiredService<MarkFocus>().RemoveAsync(code, "已协调一致", default))).Refusal.ShouldBeNull();
        (await FocusAsync(scene, "director")).ShouldBeEmpty();
        (await scene.AsAsync("director", s => s.GetRequiredService<MarkFocus>().RemoveAsync(code, "再移一次", default))).Refusal!.Rule.ShouldBe("board.not-marked");
    }

    [Theory, Engines]
    [Trait("req", "M19-B02")]
    public async Task Warning_deciding_and_carrying_out_are_counted_by_the_lists_they_lead_to(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var (first, urgent) = (await RegisterAsync(scene, 1), await RegisterAsync(scene, 2, Urgency.Immediate));
        await MarkAsync(scene, "director", first, Disputed);
        var counts = await CountsAsync(scene, "director");
        BoardLists.All.Select(p => p.End).Distinct().ShouldBe(["前端预警", "中端决策", "后端落实"]);
        (counts["director"], counts["urgent"], counts["disputed"], counts["late"], counts["held"]).ShouldBe((2, 1, 1, 0, 0));
        foreach (var place in BoardLists.All) (await ListAsync(scene, "director", place.Id)).Count.ShouldBe(counts[place.Id], place.Id);
        (await ListAsync(scene, "director", "urgent")).ShouldBe([urgent]);
        scene.Clock.Pass(TimeSpan.FromDays(30));
        (await CountsAsync(scene, "director")).ShouldSatisfyAllConditions(c => c["late"].ShouldBeGreaterThan(0), c => c["held"].ShouldBe(2));
        var view = await scene.AsAsync("director", s => BoardView.ReadAsync(s.GetRequiredService<Office>(), default));
        view.Parts.Single(p => p.Word == "跟踪问效").Figures.ShouldAllBe(f => f.Address.StartsWith("board/list?at="));
    }

    [Theory, Engines]
    [Trait("req", "M19-A17")]
    public async Task Need_to_know_never_shows_in_a_count_a_list_or_a_paper_of_the_board(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var (open, secret) = (await RegisterAsync(scene, 1), await RegisterAsync(scene, 2, Urgency.Immediate));
        foreach (var code in new[] { open, secret }) (await MarkAsync(scene, "director", code, Disputed)).Refusal.ShouldBeNull();
        await scene.AsSystemAsync(async s =>
        {
            var (db, office) = (s.GetRequiredService<OfficeDb>(), s.GetRequiredService<Office>());
            await using var transaction = await db.BeginWriteAsync(default);
            // Nobody of the office but the mayor may know of it from now on.
            var matter = await db.Set<Matter>().SingleAsync(m => m.Code == secret);
            await db.Set<MatterAccess>().Where(a => a.MatterId == matter.Id).ExecuteDeleteAsync();
            db.Grant(matter, Participant.Person(1), "知悉范围", office.Now);
            matter.IsRestricted = true;
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return true;
        });
        (await FocusAsync(scene, "director")).Select(r => r.Code).ShouldBe([open]);
        var counts = await CountsAsync(scene, "director");
        (counts["urgent"], counts["disputed"], counts["director"]).ShouldBe((0, 1, 1));
        (await ListAsync(scene, "director", "urgent")).ShouldBeEmpty();
        (await FactsAsync(scene, "director")).ShouldNotContain(f => f.Code == secret);
        (await CountsAsync(scene, "leader1"))["urgent"].ShouldBe(1);
        (await MarkAsync(scene, "director", secret, Disputed)).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Fact]
    [Trait("req", "M19-B05")]
    [Trait("req", "M19-B01")]
    public async Task Coordination_figures_follow_up_and_public_opinion_stand_on_one_board()
    {
        await using var scene = await Scene.OpenAsync();
        (await CoordinationTests.OpenAsync(scene, CoordinationTests.Team with { AskedHigher = "请省里调剂" })).Refusal.ShouldBeNull();
        (await scene.AsAsync("handler2", s => s.GetRequiredService<KeepLiaison>().AddAsync(new LiaisonInput { Kind = "opinion", On = "2026-11-22", Title = "网传供水异味", Partner = "市民", Media = "网络论坛", Text = "请市住建局核实" }, null, default))).Refusal.ShouldBeNull();
        var parts = (await scene.AsAsync("director", s => BoardView.ReadAsync(s.GetRequiredService<Office>(), default))).Parts;
        parts.Select(p => p.Word).ShouldBe(["综合协调", "数据分析", "跟踪问效", "舆情监测"]);
        parts[0].Figures.Select(f => (f.Word, f.Count)).ShouldBe([("在办协调单", 1), ("步骤超期", 0), ("应开会商", 0), ("需上级协调", 1)]);
        parts[3].Figures.Select(f => (f.Word, f.Count)).ShouldBe([("舆情等处置", 1), ("今年舆情", 1)]);
    }

    [Theory, Engines]
    [Trait("req", "M19-A13")]
    public async Task Week_table_of_moves_and_key_news_are_made_of_the_same_rows(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await RegisterAsync(scene, 1);
        await MarkAsync(scene, "director", code, Disputed);
        var sheet = (await CoordinationTests.OpenAsync(scene, CoordinationTests.Team)).Value;
        (await scene.AsAsync("director", s => s.GetRequiredService<CallMeeting>().RunAsync(sheet, new MeetingInput { Title = "收购联席会议", StartsAt = "2026-11-25T09:00", Place = "三楼会议室", Agenda = "仓容" }, null, default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("handler2", s => s.GetRequiredService<KeepLiaison>().AddAsync(new LiaisonInput { Kind = "foreign", On = "2026-11-24", Title = "友城来访", Partner = "远帆市代表团", Text = "会见" }, null, default))).Refusal.ShouldBeNull();
        var facts = await FactsAsync(scene, "director");
        facts.Select(f => (f.Kind, f.Place, f.IsFocus)).ShouldBe([("分歧难事", "", true), ("外事", "", false), ("会议", "三楼会议室", false)]);
        facts.Single(f => f.Kind == "会议").ShouldSatisfyAllConditions(f => f.Unit.ShouldBe("市发展改革委"), f => f.People.ShouldContain("青禾县"));
        var (days, signed) = ((new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 29)), ("云岭市人民政府办公室", new DateOnly(2026, 11, 27)));
        var week = Words(DigestPapers.Week(facts, days, signed));
        foreach (var fact in facts) week.ShouldContain(fact.What);
        var key = Words(DigestPapers.Key(facts, days, signed));
        key.ShouldContain(facts[0].What);
        key.ShouldNotContain("友城来访");
    }

    [Theory, Engines]
    [Trait("req", "M19-B18")]
    public async Task Documents_supervision_information_and_marks_are_added_up_by_section(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await RegisterAsync(scene, 1);
        await scene.AsSystemAsync(async s =>
        {
            var db = s.GetRequiredService<OfficeDb>();
            var id = await db.Set<Matter>().Where(m => m.Code == code).Select(m => m.Id).SingleAsync();
            await db.Set<Zhongshu.Modules.IncomingDocuments.IncomingDocument>().Where(d => d.MatterId == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.LeadUnitId, (long?)14));
            return true;
        });
        (await scene.AsAsync("handler2", s => s.GetRequiredService<KeepLiaison>().AddAsync(new LiaisonInput { Kind = "stuff", On = "2026-11-20", Title = "秋收素材", Partner = "青禾县", Pieces = 7, Text = "七篇" }, null, default))).Refusal.ShouldBeNull();
        var totals = await scene.AsAsync("director", s => SectionTotals.ReadAsync(s.GetRequiredService<Office>(), 2026, default));
        totals.Rows.Single(r => r.UnitId == 14).ShouldSatisfyAllConditions(r => r.Unit.ShouldBe("秘书二科"), r => (r.Led, r.Closed, r.Late).ShouldBe((1, 0, 0)), r => (r.Entries, r.Pieces).ShouldBe((1, 7)));
        totals.Rows.Single(r => r.UnitId == 13).Led.ShouldBe(0);
        totals.Rows.ShouldNotContain(r => r.UnitId == 24, "abolished before the year and without figures");
        (await scene.AsAsync("leader2", s => SectionTotals.ReadAsync(s.GetRequiredService<Office>(), 2026, default))).Rows.Single(r => r.UnitId == 14).Led.ShouldBe(0, "he may not know of it");
    }

    private static async Task<string> RegisterAsync(Scene scene, int number, Urgency urgency = Urgency.Routine)
    {
        var document = await scene.RegisterAsync("registry", new RegisterForm { Title = $"关于第{number}次防汛检查情况的通知", Sender = "岚川省水利厅", DocumentNumber = $"岚水发〔2026〕{number}号", Urgency = urgency });
        document.Refusal.ShouldBeNull();
        return await scene.CodeOfAsync(document.Value.MatterId);
    }

    private static Task<Outcome<Done>> MarkAsync(Scene scene, string login, string code, FocusInput input) => scene.AsAsync(login, s => s.GetRequiredService<MarkFocus>().RunAsync(code, input, default));

    private static Task<IReadOnlyList<FocusRow>> FocusAsync(Scene scene, string login) => scene.AsAsync(login, s => BoardView.FocusAsync(s.GetRequiredService<Office>(), default));

    private static Task<IReadOnlyDictionary<string, int>> CountsAsync(Scene scene, string login) => scene.AsAsync(login, s => BoardLists.CountAsync(s.GetRequiredService<Office>(), default));

    private static Task<List<string>> ListAsync(Scene scene, string login, string at) => scene.AsAsync(login, async s => await BoardLists.Of(s.GetRequiredService<Office>(), await s.GetRequiredService<Office>().BookAsync(default), at)!.Select(m => m.Code).ToListAsync());

    private static Task<IReadOnlyList<OfficeFact>> FactsAsync(Scene scene, string login) => scene.AsAsync(login, s => OfficeFact.ReadAsync(s.GetRequiredService<Office>(), (new(2026, 11, 23), new(2026, 11, 29)), default));

    private static string Words(Zhongshu.Typesetting.OfficialDocument paper) => string.Concat(paper.Body.OfType<Zhongshu.Typesetting.Paragraph>().Select(p => p.Text));
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Coordinations;
using Zhongshu.Modules.Coordinations.Bulletins;
using Zhongshu.Modules.Coordinations.Keep;
using Zhongshu.Modules.Coordinations.Liaison;
using Zhongshu.Modules.Coordinations.Sharing;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Coordinations;

/// Data requests with their three limits, the liaison register, and notifications to the other offices.
public sealed class RegisterTests
{
    private static readonly DataInput Wanted = new() { To = 50, Title = "三季度项目开工数", Purpose = "编要情，按项目代码", Level = "simple" };

    private static readonly LiaisonInput Entry = new() { Kind = "foreign", On = "2026-11-20", Title = "友城代表团来访", Partner = "远帆市代表团", Text = "会见、参观两个项目" };

    [Theory, Engines]
    [Trait("req", "M19-B03")]
    public async Task A_request_for_figures_is_due_after_3_10_or_15_workdays_and_what_it_took_is_counted(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        foreach (var (field, input) in new[] { ("to", Wanted with { To = 40 }), ("to", Wanted with { To = 10 }), ("to", Wanted with { To = 1 }), ("title", Wanted with { Title = "" }), ("purpose", Wanted with { Purpose = "" }), ("level", Wanted with { Level = "特别" }) }) (await AskAsync(scene, input)).Refusal!.Field.ShouldBe(field);
        foreach (var (level, due) in new[] { ("simple", new DateOnly(2026, 11, 26)), ("complex", new DateOnly(2026, 12, 7)), ("sensitive", new DateOnly(2026, 12, 14)) })
        {
            var id = (await AskAsync(scene, Wanted with { Level = level })).Value;
            (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<DataRequest>().SingleAsync(r => r.Id == id))).DueOn.ShouldBe(due, level);
        }

        (await CoordinationTests.NoticesAsync(scene, 371)).Count(t => t.Contains("三季度项目开工数")).ShouldBe(3);
        var ids = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<DataRequest>().OrderBy(r => r.Id).Select(r => r.Id).ToListAsync());
        (await GiveAsync(scene, "county", ids[0], true)).Refusal!.Rule.ShouldBe("platform.forbidden", "who asks does not answer");
        (await GiveAsync(scene, "handler2", ids[0], true)).Refusal!.Rule.ShouldBe("platform.not-found");
        scene.Clock.Pass(TimeSpan.FromDays(2));
        (await GiveAsync(scene, "bureau", ids[0], true)).Refusal.ShouldBeNull();
        (await GiveAsync(scene, "bureau", ids[0], true)).Refusal!.Rule.ShouldBe("coordination.answered");
        scene.Clock.Pass(TimeSpan.FromDays(19));
        (await GiveAsync(scene, "bureau", ids[1], false)).Refusal.ShouldBeNull();
        var tally = await scene.AsAsync("county", s => s.GetRequiredService<AskSharing>().TallyAsync(2026, default));
        tally.Select(t => (t.Level.Id, t.Asked, t.Answered, t.InTime, t.Overdue, t.MeanDays)).ShouldBe([("simple", 1, 1, 1, 0, 2.0), ("complex", 1, 1, 0, 1, 15.0), ("sensitive", 1, 0, 0, 0, null)]);
        (await scene.AsAsync("handler2", s => s.GetRequiredService<AskSharing>().TallyAsync(2026, default))).Sum(t => t.Asked).ShouldBe(0, "only the two units and the office");
        scene.Clock.Pass(TimeSpan.FromDays(2));
        (await scene.AsAsync("director", s => s.GetRequiredService<AskSharing>().TallyAsync(2026, default))).Single(t => t.Level.Id == "sensitive").Overdue.ShouldBe(1, "nobody answered and the limit is over");
    }

    [Theory, Engines]
    [Trait("req", "M19-B14")]
    [Trait("req", "M19-B15")]
    [Trait("req", "M19-B16")]
    [Trait("req", "M19-B11")]
    public async Task The_liaison_register_holds_foreign_affairs_new_duties_press_and_pieces_and_counts_them(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        foreach (var (field, input) in new[] { ("kind", Entry with { Kind = "茶话" }), ("partner", Entry with { Partner = "" }), ("media", Entry with { Kind = "press" }), ("pieces", Entry with { Kind = "story", Media = "云岭日报" }), ("pieces", Entry with { Pieces = 3 }), ("on", Entry with { On = "2027-09-01" }) })
            (await AddAsync(scene, "handler2", input)).Refusal!.Field.ShouldBe(field);
        foreach (var input in new[]
        {
            Entry, Entry with { Kind = "outward" }, Entry with { Kind = "newduty", Title = "承接网信协调职责", Partner = "市委网信办" }, Entry with { Kind = "basin", Title = "流域联防联控", Partner = "远帆市水利局" },
            Entry with { Kind = "press", Title = "秋收新闻发布会", Media = "岚川省主要媒体", On = "2026-12-01" }, Entry with { Kind = "theme", Title = "丰收主题宣传", Media = "云岭日报" },
            Entry with { Kind = "stuff", Pieces = 40 }, Entry with { Kind = "story", Media = "云岭日报", Pieces = 12 }, Entry with { Kind = "story", Media = "云岭广播", Pieces = 5 },
        }) (await AddAsync(scene, "handler2", input)).Refusal.ShouldBeNull(input.Kind);

        var tally = await TallyAsync(scene, "director");
        tally.Where(t => t.Entries > 0).Select(t => (t.Kind.Id, t.Entries, t.Pieces)).ShouldBe([("foreign", 1, 0), ("outward", 1, 0), ("newduty", 1, 0), ("basin", 1, 0), ("theme", 1, 0), ("press", 1, 0), ("stuff", 1, 40), ("story", 2, 17)]);
        (await TallyAsync(scene, "bureau")).Sum(t => t.Entries).ShouldBe(0, "each organ keeps its own register");
        (await AddAsync(scene, "registry", Entry)).Refusal!.Rule.ShouldBe("platform.forbidden");
        var opinion = (await AddAsync(scene, "handler2", Entry with { Kind = CoordinationRules.Opinion, Title = "网传供水异味", Media = "网络论坛" })).Value;
        (await TallyAsync(scene, "director")).Single(t => t.Kind.Id == CoordinationRules.Opinion).Open.ShouldBe(1);
        (await scene.AsAsync("bureau", s => s.GetRequiredService<KeepLiaison>().SettleAsync(opinion, "已澄清", null, default))).Refusal!.Rule.ShouldBe("platform.not-found");
        (await scene.AsAsync("director", s => s.GetRequiredService<KeepLiaison>().SettleAsync(opinion, "水司检测合格，已公布", null, default))).Refusal.ShouldBeNull();
        (await TallyAsync(scene, "director")).Single(t => t.Kind.Id == CoordinationRules.Opinion).Open.ShouldBe(0);
    }

    [Theory, Engines]
    [Trait("req", "M19-A19")]
    public async Task The_other_offices_are_told_of_the_work_in_turn_with_what_needs_their_coordinating(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await CoordinationTests.OpenAsync(scene, CoordinationTests.Team with { AskedHigher = "请省粮食局调剂仓容2万吨" })).Refusal.ShouldBeNull();
        (await OwedAsync(scene)).Select(o => (o.Addressee, o.Since)).ShouldBe([("党委办公厅（室）", null), ("人大常委会办公厅（室）", null), ("政府办公厅（室）", null), ("政协办公厅（室）", (DateOnly?)null)]);
        var (work, needs) = await scene.AsAsync("director", s => s.GetRequiredService<KeepBulletin>().DraftAsync(default));
        work.ShouldBe("正在协调：秋粮收购保障。");
        needs.ShouldBe("秋粮收购保障：请省粮食局调剂仓容2万吨。");
        var sent = new BulletinInput("党委办公厅（室）", "2026-11-23", work, needs);
        (await SendAsync(scene, "director", sent with { Addressee = "某公司" })).Refusal!.Field.ShouldBe("addressee");
        (await SendAsync(scene, "director", sent with { Work = "" })).Refusal!.Field.ShouldBe("work");
        (await SendAsync(scene, "handler2", sent)).Refusal!.Rule.ShouldBe("platform.forbidden");
        var id = (await SendAsync(scene, "director", sent)).Value;
        (await OwedAsync(scene))[0].ShouldBe(new BulletinOwed("党委办公厅（室）", new DateOnly(2026, 11, 23), new DateOnly(2027, 2, 23)));
        (await scene.AsAsync("director", s => s.GetRequiredService<KeepBulletin>().AnswerAsync(id, "已转省粮食局研究", null, default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("director", s => s.GetRequiredService<KeepBulletin>().AnswerAsync(id, "再答", null, default))).Refusal!.Rule.ShouldBe("coordination.answered");
        scene.Clock.Pass(TimeSpan.FromDays(93));
        (await OwedAsync(scene))[0].IsOverdue(new DateOnly(2027, 2, 24)).ShouldBeTrue();
        var paper = BulletinPaper.Of(await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Bulletin>().SingleAsync()), "云岭市人民政府办公室");
        paper.Recipients.ShouldBe("党委办公厅（室）");
    }

    private static Task<Outcome<long>> AskAsync(Scene scene, DataInput input) => scene.AsAsync("county", s => s.GetRequiredService<AskSharing>().AskAsync(input, null, default));

    private static Task<Outcome<Done>> GiveAsync(Scene scene, string login, long id, bool given) => scene.AsAsync(login, s => s.GetRequiredService<AskSharing>().AnswerAsync(id, given, "见共享平台目录", null, default));

    private static Task<Outcome<long>> AddAsync(Scene scene, string login, LiaisonInput input) => scene.AsAsync(login, s => s.GetRequiredService<KeepLiaison>().AddAsync(input, null, default));

    private static Task<IReadOnlyList<LiaisonTally>> TallyAsync(Scene scene, string login) => scene.AsAsync(login, s => s.GetRequiredService<KeepLiaison>().TallyAsync(2026, default));

    private static Task<Outcome<long>> SendAsync(Scene scene, string login, BulletinInput input) => scene.AsAsync(login, s => s.GetRequiredService<KeepBulletin>().SendAsync(input, null, default));

    private static Task<IReadOnlyList<BulletinOwed>> OwedAsync(Scene scene) => scene.AsAsync("director", s => s.GetRequiredService<KeepBulletin>().OwedAsync(default));
}

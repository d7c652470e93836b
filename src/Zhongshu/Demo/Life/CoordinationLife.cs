using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Coordinations;
using Zhongshu.Modules.Coordinations.Bulletins;
using Zhongshu.Modules.Coordinations.Groups;
using Zhongshu.Modules.Coordinations.Keep;
using Zhongshu.Modules.Coordinations.Liaison;
using Zhongshu.Modules.Coordinations.Meetings;
using Zhongshu.Modules.Coordinations.Sharing;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Demo.Life;

/// What several units of the demonstration office settle together: a team that meets, a sheet that is finished, groups, data asked for, the liaison register. All invented.
internal sealed class CoordinationLife(LifeDays days)
{
    private const string Keeper = "director";

    private const string Team = "冬季供暖保障专班";

    public IEnumerable<LifeEvent> Events() => Sheets().Concat(Registers());

    private IEnumerable<LifeEvent> Sheets() =>
    [
        On("-9 09:20", Keeper, async (s, cancel) => (await s.GetRequiredService<KeepCoordination>().OpenAsync(new CoordinationInput
        {
            Title = Team, Kind = "team", Content = "affair", Toward = "across", Way = "pressing", Need = "热源、管网、补贴分属三个部门，来电投诉多，须合力排查。", Lead = 53, Partners = [51, 61, 40],
            Steps = [Step("排查供热管网隐患", 53, -5), Step("核定困难户采暖补贴名单", 61, 3), Step("补贴资金拨付到户", 51, 9)], AskedHigher = "请省住建厅协调增加热源气量指标",
        }, null, cancel)).Refusal),
        OnSheet("-7 10:30", "director", async (keep, s, sheet, cancel) => (await keep.NoteAsync(sheet, new NoteInput { Kind = NoteKind.Talk, On = Text(-7), With = "市住建局、市财政局", Text = "管网改造资金渠道双方理解不一致。", Result = "由市财政局按老旧小区改造口径列支，三日内出函。" }, null, cancel)).Refusal),
        OnSheet("-6 15:10", "director", async (keep, s, sheet, cancel) => (await keep.StepAsync(sheet, await StepOf(s, sheet, 1, cancel), "排查换热站86座，发现隐患14处，已处置11处。", null, cancel)).Refusal),
        OnSheet("-5 09:00", "director", async (keep, s, sheet, cancel) => (await s.GetRequiredService<CallMeeting>().RunAsync(sheet, new MeetingInput { Title = "供暖保障联席会议", StartsAt = $"{Text(-3)}T14:30", Place = "办公楼三楼会议室", Agenda = "一、隐患处置进度\n二、补贴名单" }, null, cancel)).Refusal),
        OnSheet("-4 10:20", "county", async (keep, s, sheet, cancel) => (await s.GetRequiredService<CallMeeting>().AnswerAsync(await MeetingOf(s, sheet, cancel), ReceiptAnswer.Comes, "", cancel)).Refusal),
        OnSheet("-2 09:10", "director", async (keep, s, sheet, cancel) => (await s.GetRequiredService<CallMeeting>().HoldAsync(await MeetingOf(s, sheet, cancel), "余下3处隐患三日内处置完；补贴名单公示后拨付。", null, cancel)).Refusal),
        On("-4 09:30", Keeper, async (s, cancel) => (await s.GetRequiredService<KeepCoordination>().OpenAsync(new CoordinationInput
        {
            Title = "统一各部门项目开工口径", Kind = "sharing", Content = "daily", Toward = "across", Way = "agreed", Need = "同一项目几个部门报的开工数不一样，材料对不上。", Lead = 50, Partners = [40, 60],
            Steps = [Step("列出各部门口径", 50, 2), Step("形成统一口径表", 50, 6)],
        }, null, cancel)).Refusal),
        On("-3 16:00", "bureau", async (s, cancel) => (await s.GetRequiredService<KeepCoordination>().NoteAsync(await SheetOf(s, "统一各部门项目开工口径", cancel), new NoteInput { Kind = NoteKind.Report, On = Text(-3), Text = "已列出三个部门的口径，差别在是否以施工许可为准。" }, null, cancel)).Refusal),
    ];

    private IEnumerable<LifeEvent> Registers()
    {
        yield return On("-8 10:00", Keeper, async (s, cancel) => (await s.GetRequiredService<KeepGroup>().OpenAsync("secretary", "秘书工作群", null, cancel)).Refusal);
        yield return On("-8 10:05", Keeper, async (s, cancel) => (await s.GetRequiredService<KeepGroup>().OpenAsync("director", "办公室主任联络群", null, cancel)).Refusal);
        yield return On("-2 16:20", Keeper, async (s, cancel) => (await s.GetRequiredService<KeepGroup>().SendAsync(await s.GetRequiredService<OfficeDb>().Set<ExchangeGroup>().Where(g => g.Line == "secretary").Select(g => g.Id).FirstAsync(cancel), "明天上午9时起试行新的传阅单，请各位核对分管领导的顺序。", false, null, cancel)).Refusal);
        yield return On("-6 09:40", "county", async (s, cancel) => (await s.GetRequiredService<AskSharing>().AskAsync(new DataInput { To = 50, Title = "全市项目开工数（分县区）", Purpose = "编写县政府半年工作情况，按项目代码、截至上月底", Level = "simple" }, null, cancel)).Refusal);
        yield return On("-4 15:30", "bureau", async (s, cancel) => (await s.GetRequiredService<AskSharing>().AnswerAsync(await s.GetRequiredService<OfficeDb>().Set<DataRequest>().OrderBy(r => r.Id).Select(r => r.Id).FirstAsync(cancel), true, "已放在共享平台“项目”目录，截至上月底，按施工许可口径。", null, cancel)).Refusal);
        yield return On("-3 10:10", "bureau", async (s, cancel) => (await s.GetRequiredService<AskSharing>().AskAsync(new DataInput { To = 62, Title = "开工项目用工人数", Purpose = "测算投资带动就业，按季度汇总，不要个人信息", Level = "complex" }, null, cancel)).Refusal);
        foreach (var (at, by, input) in Entries()) yield return On(at, by, async (s, cancel) => (await s.GetRequiredService<KeepLiaison>().AddAsync(input, null, cancel)).Refusal);
        yield return On("-10 11:00", Keeper, async (s, cancel) => (await s.GetRequiredService<KeepBulletin>().SendAsync(new BulletinInput("党委办公厅（室）", Text(-10), "一、三季度重点工作推进情况。\n二、民生实事进展情况。", "请协调解决两个跨市项目的用地指标。"), null, cancel)).Refusal);
    }

    private IEnumerable<(string At, string By, LiaisonInput Input)> Entries() =>
    [
        ("-9 15:00", "drafter", new() { Kind = "foreign", On = Text(-9), Title = "远帆市友好代表团来访", Partner = "远帆市人民政府办公室", Text = "会见、参观智能装备产业园，共6人。", Result = "商定每年互访一次。" }),
        ("-8 16:10", "drafter", new() { Kind = "basin", On = Text(-8), Title = "流域汛情信息互通", Partner = "远帆市水利局", Text = "商定汛期每日互通水位和放水计划。" }),
        ("-7 09:50", "drafter", new() { Kind = "newduty", On = Text(-7), Title = "承接政务新媒体管理职责", Partner = "市委网信办", Text = "移交账号清单、制度和在办事项。" }),
        ("-6 10:20", "drafter", new() { Kind = "theme", On = Text(-6), Title = "城市更新主题宣传", Partner = "市住建局", Media = "云岭日报", Text = "一周一题，连发四期。" }),
        ("-5 11:00", "drafter", new() { Kind = "stuff", On = Text(-5), Title = "民生实事素材", Partner = "各县区", Pieces = 36, Text = "文字和照片，已归类。" }),
        ("-4 11:30", "drafter", new() { Kind = "story", On = Text(-4), Title = "城市更新系列报道", Partner = "信息科供稿", Media = "云岭日报", Pieces = 4, Text = "第一至第四期已刊发。", Result = "转载12次。" }),
        ("-1 17:10", "drafter", new() { Kind = "opinion", On = Text(-1), Title = "网上反映清泉小区供暖不热", Partner = "市民", Media = "网络论坛", Text = "已转市住建局和听泉区核实，当日回应。" }),
    ];

    private LifeEvent On(string at, string by, Func<IServiceProvider, CancellationToken, Task<Refusal?>> act) => new(days.At(at), by, act);

    private LifeEvent OnSheet(string at, string by, Func<KeepCoordination, IServiceProvider, long, CancellationToken, Task<Refusal?>> act) =>
        On(at, by, async (s, cancel) => await act(s.GetRequiredService<KeepCoordination>(), s, await SheetOf(s, Team, cancel), cancel));

    private static Task<long> MeetingOf(IServiceProvider s, long sheet, CancellationToken cancel) => s.GetRequiredService<OfficeDb>().Set<CalledMeeting>().Where(m => m.CoordinationId == sheet).Select(m => m.Id).SingleAsync(cancel);

    private StepInput Step(string text, long unit, int workday) => new() { Text = text, Unit = unit, DueOn = Text(workday) };

    private static Task<long> SheetOf(IServiceProvider scope, string title, CancellationToken cancel) => scope.GetRequiredService<OfficeDb>().Set<Coordination>().Where(c => c.Title == title).Select(c => c.Id).SingleAsync(cancel);

    private static Task<long> StepOf(IServiceProvider scope, long sheet, int place, CancellationToken cancel) => scope.GetRequiredService<OfficeDb>().Set<CoordinationStep>().Where(p => p.CoordinationId == sheet && p.Place == place).Select(p => p.Id).SingleAsync(cancel);

    private string Text(int workdays) => days.Day(workdays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Improvements.Lists;
using Zhongshu.Modules.Improvements.Pilots;
using Zhongshu.Modules.Improvements.Retreats;
using Zhongshu.Modules.PeopleFiles;
using Zhongshu.Modules.PeopleFiles.Conduct;
using Zhongshu.Modules.PeopleFiles.Writing;
using Zhongshu.Modules.Regulations;
using Zhongshu.Modules.Regulations.Flows;
using Zhongshu.Modules.Regulations.Handbook;
using Zhongshu.Modules.Regulations.Plan;
using Zhongshu.Modules.Regulations.Sides;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Demo.Life;

/// A retreat with its opinions, lists and plans, a pilot, rules of conduct, writing practice, a post's handbook. All of it is invented.
internal sealed class ImprovementLife(LifeDays days)
{
    private const string Keeper = "director";
    private long _retreat, _agreed, _trial, _wait, _list, _general, _special, _done, _pilot, _writing;

    public IEnumerable<LifeEvent> Events() => [.. Retreat(), .. Lists(), .. Pilot(), .. Learning(), .. Regulations()];

    private IEnumerable<LifeEvent> Retreat()
    {
        yield return Act<KeepRetreat>("-13 08:50", Keeper, async (k, c) => Id(await k.HoldAsync("下半年办公室工作务虚会", Text(days.Day(-13)), null, c), r => _retreat = r.Id));
        yield return Opinion("-13 09:30", "head2", "过去怎么看", "急件核稿层级多，上半年三次误时。", o => _agreed = o);
        yield return Opinion("-13 09:40", "meetings", "当下怎么干", "每周三设无会日。", o => _trial = o);
        yield return Opinion("-13 09:50", "duty", "未来怎么谋", "值班信息由各县区直接填报、自动汇总。", o => _wait = o);
        yield return Opinion("-13 10:00", "handler2", "当下怎么干", "领导批示转办前先电话沟通，减少退回。", _ => { });
        yield return Class("-12 10:30", () => _agreed, new("agreed", "修订公文核稿办法，急件两级核稿。", 30, Text(days.Day(5)), ""));
        yield return Class("-12 10:40", () => _trial, new("trial", "会务科牵头试行一个月，再定。", 71, Text(days.Day(15)), ""));
        yield return Class("-12 10:50", () => _wait, new("wait", "待县区系统改造后接入。", 81, Text(days.Day(-2)), ""));
    }

    private IEnumerable<LifeEvent> Lists()
    {
        yield return Act<KeepList>("-11 11:00", Keeper, async (k, c) => Id(await k.OpenAsync(new ListInput(ListForm.List, "重点任务清单", "四季度重点任务清单", 0), null, c), l => _list = l.Id));
        yield return Line("-11 11:05", () => _list, new("", "修订公文核稿办法", 30, Text(days.Day(12))), _ => { });
        yield return Line("-11 11:06", () => _list, new("", "完成年度归档验收", 101, Text(days.Day(20))), _ => { });
        yield return Line("-11 11:07", () => _list, new("", "梳理值班电话簿并逐号核对", 81, Text(days.Day(-4))), l => _done = l);
        yield return Act<KeepList>("-5 16:00", Keeper, async (k, c) => (await k.FinishAsync(_done, "核对286个号码，更正19个。", c)).Refusal);
        yield return Act<KeepList>("-11 14:00", Keeper, async (k, c) => Id(await k.OpenAsync(new ListInput(ListForm.General, "", "机关运转优化总方案", 0), null, c), l => _general = l.Id));
        yield return Line("-11 14:05", () => _general, new("公文运转", "平件当日拟办，急件随到随办", 10, Text(days.Day(10))), _ => { });
        yield return Line("-11 14:06", () => _general, new("会议管理", "能合并的会议合并召开", 71, Text(days.Day(18))), _ => { });
        yield return Line("-11 14:07", () => _general, new("督查落实", "任务按周预警", 50, Text(days.Day(9))), _ => { });
        yield return Act<KeepList>("-11 14:20", Keeper, async (k, c) => Id(await k.OpenAsync(new ListInput(ListForm.Special, "", "会议精简专项方案", _general), null, c), l => _special = l.Id));
        yield return Line("-11 14:25", () => _special, new("会议管理", "视频会议占比提高到六成", 71, Text(days.Day(20))), _ => { });
    }

    private IEnumerable<LifeEvent> Pilot()
    {
        yield return Act<KeepPilot>("-10 09:10", Keeper, async (k, c) => Id(await k.BeginAsync(new PilotInput
        {
            Title = "急件两级核稿", Text = "急件由科长和分管副主任两级核稿，平件仍按三级。", Grounds = ["三级核稿半天走不完，急件等不起。", "两级核稿人每天都在岗。", "与公文办理工作规则不抵触。"], Scope = "秘书二科", Owner = 30, EvaluateOn = Text(days.Day(10)),
        }, null, c), p => _pilot = p.Id));
        yield return Step("-10 09:40", "decide", "主任办公会同意在秘书二科试行一个月。");
        yield return Step("-9 10:00", "advance", "明确两级核稿人，急件单独登记。");
        yield return Step("-4 16:20", "explore", "办急件11件，平均核稿1.5小时，比以前少2小时，没有差错。");
    }

    private IEnumerable<LifeEvent> Learning()
    {
        foreach (var (login, n) in new[] { "director", "head1", "head2", "handler2", "drafter", "meetings", "supervision", "duty" }.Select((l, n) => (l, n)))
            yield return new(days.At(string.Create(CultureInfo.InvariantCulture, $"-9 08:{40 + n:00}")), login, async (scope, cancel) => (await scope.GetRequiredService<KeepConduct>().SignAsync(ConductSignature.Of(scope.GetRequiredService<Office>().Rules.Value(PeopleRules.Conduct)), cancel)).Refusal);
        yield return Act<KeepConduct>("-9 09:20", "handler2", async (k, c) => (await k.AddAsync("不看完批示原文就动手。", null, c)).Refusal);
        yield return Act<KeepWriting>("-9 09:30", "head2", async (k, c) => Id(await k.SetAsync(new WritingInput(31, "thing", "写一次现场调度", Text(days.Day(-5))), null, c), t => _writing = t.Id));
        yield return Act<KeepWriting>("-6 17:20", "handler2", async (k, c) => (await k.HandInAsync(_writing, "上午九点，调度组到达供热站。先看锅炉房，再看值班记录，最后当场定了三件事：补足备件、夜间加密巡查、爆管两小时内到场。", c)).Refusal);
        yield return Act<KeepWriting>("-5 09:40", "head2", async (k, c) => (await k.CommentAsync(_writing, true, "事情写清楚了，三件事再按轻重排一下更好。", c)).Refusal);
        yield return Act<KeepWriting>("-5 09:45", "head2", async (k, c) => (await k.SetAsync(new WritingInput(31, "meaning", "为什么要当面协调", Text(days.Day(4))), null, c)).Refusal);
    }

    private IEnumerable<LifeEvent> Regulations()
    {
        yield return Act<KeepPost>("-8 15:00", "head2", async (k, c) => (await k.WriteAsync(130, "goal", "平件当日办、急件即时办，文稿零差错。", c)).Refusal);
        yield return Act<KeepPost>("-8 15:05", "head2", async (k, c) => (await k.WriteAsync(130, "responsibility", "对本科室文稿质量和时限负总责；出现错情，当天报告、三天内复盘。", c)).Refusal);
        yield return Act<ReviewFlow>("-8 15:30", Keeper, async (k, c) => (await k.RunAsync(new FlowReviewInput("incoming-document", 2, 0, ["shown", "done", "checked"], "换科室办理时分办口径还不一致，下一步写进分办说明。"), null, c)).Refusal);
        yield return new(days.At("-8 16:00"), Keeper, (scope, cancel) => SidesAsync(scope, cancel));
        yield return Act<PlanPackage>("-7 10:20", Keeper, async (k, c) => (await k.RunAsync(new PackageInput("关于进一步改进会风的若干措施（代拟稿）", "制定 会议审批和备案办法\n修订 会议管理办法", "主任办公会审定", "办公室印发", 18, Text(days.Day(18))), null, c)).Refusal);
    }

    private static async Task<Refusal?> SidesAsync(IServiceProvider scope, CancellationToken cancel)
    {
        var id = await scope.GetRequiredService<Office>().Db.Set<Regulation>().Where(r => r.Title == "公文运转规程").Select(r => r.Id).SingleAsync(cancel);
        foreach (var side in new[] { new SideInput("工作标准", "平件当日登记、当日拟办，差错率为零。", "", ""), new SideInput("业务流程", "由收文办理流程承载，环节和时限自动提示。", "incoming-document", ""), new SideInput("内部控制", "分办环节两人核对，超期自动催办。", "", "route") })
            if ((await scope.GetRequiredService<KeepSide>().RunAsync(id, side, cancel)).Refusal is { } no) return no;
        return null;
    }

    private LifeEvent Opinion(string at, string by, string question, string text, Action<long> kept) => Act<KeepRetreat>(at, by, async (k, c) => Id(await k.OpineAsync(_retreat, question, text, "", null, c), o => kept(o.Id)));

    private LifeEvent Class(string at, Func<long> opinion, ClassInput input) => Act<KeepRetreat>(at, Keeper, async (k, c) => (await k.ClassAsync(opinion(), input, c)).Refusal);

    private LifeEvent Line(string at, Func<long> list, LineInput input, Action<long> kept) => Act<KeepList>(at, Keeper, async (k, c) => Id(await k.AddAsync(list(), input, null, c), l => kept(l.Id)));

    private LifeEvent Step(string at, string stage, string words) => Act<KeepPilot>(at, "head2", async (k, c) => (await k.StepAsync(_pilot, new PilotStepInput(stage, words, "", ""), c)).Refusal);

    private LifeEvent Act<T>(string at, string by, Func<T, CancellationToken, Task<Refusal?>> act) where T : notnull => new(days.At(at), by, (scope, cancel) => act(scope.GetRequiredService<T>(), cancel));

    private static Refusal? Id<T>(Outcome<T> done, Action<T> kept)
    {
        if (done.Succeeded) kept(done.Value);
        return done.Refusal;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

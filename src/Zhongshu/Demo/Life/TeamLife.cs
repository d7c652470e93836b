using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Desk.Todos;
using Zhongshu.Modules.PeopleFiles;
using Zhongshu.Modules.PeopleFiles.Movements;
using Zhongshu.Modules.PeopleFiles.Opinions;
using Zhongshu.Modules.PeopleFiles.Plans;
using Zhongshu.Modules.PeopleFiles.Points;
using Zhongshu.Modules.PeopleFiles.Qualities;
using Zhongshu.Modules.PeopleFiles.Tolerances;
using Zhongshu.Modules.PeopleFiles.Trainings;
using Zhongshu.Modules.Teams.Assistance;
using Zhongshu.Modules.Teams.Briefs;
using Zhongshu.Modules.Teams.Charges;
using Zhongshu.Modules.Teams.Honours;
using Zhongshu.Modules.Teams.Meetings;
using Zhongshu.Modules.Teams.Parties;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Demo.Life;

/// The sections' own work in the two weeks of the demonstration office: meetings, help, information tasks, learning, and what one notes down for oneself. All of it is invented.
internal sealed class TeamLife(LifeDays days)
{
    private long _training, _opinion, _asked, _brief;

    public IEnumerable<LifeEvent> Events() => Learning().Concat(Opinions()).Concat(Meetings()).Concat(Sections()).Concat(Briefs()).Concat(People());

    private IEnumerable<LifeEvent> Learning()
    {
        yield return Training("-10 17:00", new TrainingInput { Kind = "four", Title = "领导领学全会精神", Sides = ["领导领学"], People = [20, 21, 30, 31, 40, 41] });
        yield return Training("-8 17:00", new TrainingInput { Kind = "three", Title = "青年理论学习", Text = "围绕基层治理谈体会。", People = [21, 31, 41, 61, 71] });
        yield return new(days.At("-8 17:05"), "director", async (scope, cancel) => (await scope.GetRequiredService<FillTraining>().DrawAsync(_training, null, cancel)).Refusal);
        yield return new(days.At("-8 18:10"), "director", async (scope, cancel) => (await scope.GetRequiredService<FillTraining>().FillAsync(_training, new Dictionary<string, string>(StringComparer.Ordinal) { ["提纲挈领学"] = "先列三条主线，再看分论点。", ["学到什么"] = "治理要到边到角。" }, null, cancel)).Refusal);
        yield return Training("-7 17:00", new TrainingInput { Kind = "meetings", Title = "会议报到怎样做", Sides = ["脑勤", "腿勤", "嘴勤", "眼勤"], Speaker = "案有序", People = [31, 41, 71] });
        yield return Training("-5 17:00", new TrainingInput { Kind = "dual", Title = "用表格看办件时长", Sides = ["技术"], Speaker = "讯及时", People = [21, 31, 61] });
        yield return Training("-3 08:40", new TrainingInput { Kind = "daily", Title = "每日学习信息", Text = "摘一段：抓落实，先问清楚是什么事、谁来办、到哪天。" });
        yield return Training("-2 16:00", new TrainingInput { Kind = "outing", Title = "和远帆市府办联谊", People = [20, 30, 40, 60] });
        foreach (var (title, ahead) in new[] { ("新年座谈联谊", 10), ("兄弟科室趣味运动会", 15) })
            yield return new(days.At("-9 10:00"), "director", async (scope, cancel) => (await scope.GetRequiredService<KeepPlan>().AddAsync(new PlanInput("outing", title, Text(days.Day(ahead))), null, cancel)).Refusal);
    }

    private IEnumerable<LifeEvent> Opinions()
    {
        yield return Training("-9 16:00", new TrainingInput { Kind = PeopleRules.Youth, Title = "青年干部座谈", People = [21, 31, 41, 61] });
        yield return Opinion("-9 17:00", "handler2", 31, "急件也走三级核稿，常常误时。建议急件由科长和分管副主任两级核。");
        yield return new(days.At("-8 09:20"), "leader2", async (scope, cancel) => (await scope.GetRequiredService<HearYouth>().AnswerAsync(_opinion, "建议好。急件和平件分开定核稿层级，办公室年底前改出来。", null, cancel)).Refusal);
        yield return new(days.At("-8 09:40"), "director", async (scope, cancel) => (await scope.GetRequiredService<HearYouth>().TurnAsync(_opinion, 13, "公文核稿办法分急件、平件定层级。", Text(days.Day(12)), null, cancel)).Refusal);
        yield return Opinion("-9 17:10", "drafter", 21, "跟岗的同志回来以后，希望有一次交流。");
    }

    private IEnumerable<LifeEvent> Meetings()
    {
        yield return Meeting("-7 09:30", "head2", new MeetingInput("week", 14, "", "老旧小区改造通知已送审；灌区资金请示等财政局意见。", "本周办完防汛会通知，催回财政局意见。") { Tasks = [new TaskInput("催回财政局意见", 31, Text(days.Day(-4))), new TaskInput("防汛会材料清单", 31, Text(days.Day(2)))] });
        yield return Meeting("-6 15:00", "director", new MeetingInput("board", 0, "", "上周印发文件九件、开会三次；超期两件已办结。", "年底前清理超期件；各科室报下月会议计划。") { Tasks = [new TaskInput("汇总下月会议计划", 70, Text(days.Day(3))), new TaskInput("列出年底前要办结的件", 50, Text(days.Day(1)))] });
        yield return new(days.At("-4 16:20"), "handler2", async (scope, cancel) =>
        {
            var task = await scope.GetRequiredService<Office>().Db.Set<MeetingTask>().Where(t => t.PersonId == 31 && t.DoneOn == null).OrderBy(t => t.DueOn).Select(t => t.Id).FirstAsync(cancel);
            return (await scope.GetRequiredService<HoldMeeting>().DoneAsync(task, "财政局已书面回复，附件齐。", null, cancel)).Refusal;
        });
    }

    private IEnumerable<LifeEvent> Sections()
    {
        yield return Charge("-11 09:00", 130, "分管本科室全面工作，农业农村方面文稿把关", "全年文稿无退改，急件当日办结", "对本科室办件时效和质量负责");
        yield return Charge("-11 09:10", 131, "农业农村、水利、民政方面文电会务", "全年差错不超过一件", "对经办件的时效和数据负责");
        foreach (var (name, grade, unit, needs) in new[] { ("市政府领导", "leaders", 13L, "文电、会务、调研和活动安排"), ("各科室", "inner", 15L, "综合文稿、计划总结"), ("人大代表和政协委员", "members", 16L, "建议提案交办和沟通") })
            yield return new(days.At("-11 10:00"), "director", async (scope, cancel) => (await scope.GetRequiredService<KeepParty>().ServeAsync(new PartyInput(name, grade, unit, needs), null, cancel)).Refusal);
        foreach (var (group, unit, person) in new[] { ("农业界", 14L, 31L), ("科技界", 17L, 61L), ("工商联界", 13L, 21L) })
            yield return new(days.At("-11 10:20"), "director", async (scope, cancel) => (await scope.GetRequiredService<KeepParty>().LinkAsync(new LiaisonInput(group, unit, person, "每季度联系一次，协助小组开展活动。"), null, cancel)).Refusal);
        yield return Ask("-6 10:00", "head2", new AssistanceInput(18, "乡村振兴现场会", "请帮助布置会场、排好座次。", Text(days.Day(4)), 0));
        yield return new(days.At("-5 14:00"), "meetings", async (scope, cancel) => (await scope.GetRequiredService<AskAssistance>().TakeAsync(_asked, null, cancel)).Refusal);
        yield return Ask("-10 10:00", "head1", new AssistanceInput(22, "老干部走访用车", "请保障两台车，半天。", Text(days.Day(-8)), 0));
        yield return new(days.At("-9 11:00"), "assets", async (scope, cancel) => (await scope.GetRequiredService<AskAssistance>().GiveAsync(_asked, "两台车按时到位，已收回。", null, cancel)).Refusal);
    }

    private IEnumerable<LifeEvent> Briefs()
    {
        yield return new(days.At("-12 09:00"), "director", async (scope, cancel) =>
        {
            var done = await scope.GetRequiredService<RunBrief>().PostAsync(new BriefInput("基层治理的新做法", "写一件身边的实例：难在哪里，怎样解决，别处能不能用。", Text(days.Day(3))), null, cancel);
            if (done.Succeeded) _brief = done.Value.Id;
            return done.Refusal;
        });
        foreach (var login in new[] { "handler2", "drafter", "meetings" })
            yield return new(days.At("-11 08:50"), login, async (scope, cancel) => (await scope.GetRequiredService<RunBrief>().ClaimAsync(_brief, null, cancel)).Refusal);
        yield return new(days.At("-6 17:20"), "handler2", async (scope, cancel) => (await scope.GetRequiredService<RunBrief>().HandInAsync(_brief, "一张表管到底：青禾县把七张填报表并成一张", null, cancel)).Refusal);
        yield return new(days.At("-5 17:20"), "drafter", async (scope, cancel) => (await scope.GetRequiredService<RunBrief>().HandInAsync(_brief, "小区门口的“议事亭”", null, cancel)).Refusal);
        yield return new(days.At("-4 09:00"), "director", async (scope, cancel) => (await scope.GetRequiredService<RunBrief>().UseAsync(_brief, 31, true, "省厅信息专报采用", null, cancel)).Refusal);
        yield return new(days.At("-1 16:00"), "director", async (scope, cancel) => (await scope.GetRequiredService<GiveHonour>().RunAsync(new HonourInput("brief", 31, "写得实，省厅采用。", "年底评优优先", days.Day(-12).Year), null, cancel)).Refusal);
    }

    private IEnumerable<LifeEvent> People()
    {
        yield return Move("-10 09:00", new MovementInput(41, "lend", 13, "", "防汛专班材料", Text(days.Day(-10)), Text(days.Day(5))));
        yield return Move("-12 09:20", new MovementInput(61, "second", 0, "市数据局", "政务数据挂职", Text(days.Day(-12)), Text(days.Day(60))));
        yield return new(days.At("-6 09:00"), "head2", async (scope, cancel) => (await scope.GetRequiredService<KeepMovement>().NoteLapseAsync(31, "迟到", Text(days.Day(-6)), "晨会迟到十分钟。", null, cancel)).Refusal);
        yield return new(days.At("-6 09:30"), "handler2", async (scope, cancel) =>
        {
            var id = await scope.GetRequiredService<Office>().Db.Set<Lapse>().Where(l => l.PersonId == 31).Select(l => l.Id).FirstAsync(cancel);
            return (await scope.GetRequiredService<KeepMovement>().ReplyAsync(id, "先到机要室取急件，已向科长说明。", null, cancel)).Refusal;
        });
        foreach (var (person, marks) in new[] { (31L, "92 88 90 90 91 89 86"), (21L, "90 90 85 88 90 88 90") })
            yield return new(days.At("-3 10:00"), "director", async (scope, cancel) =>
                (await scope.GetRequiredService<MarkQuality>().RunAsync(person, marks.Split(' '), "全年办件没有退回，急件都按时。", null, cancel)).Refusal);
        yield return new(days.At("-5 15:00"), "handler2", async (scope, cancel) => (await scope.GetRequiredService<DeclareDeviation>().DeclareAsync(new DeviationInput("用表格统计办件时长", "平均时长多算了半天", "没有扣除休息日", "已按工作日重算，重报。", scope.GetRequiredService<Office>().Rules.Value(ToleranceRules.Conditions)), null, cancel)).Refusal);
        foreach (var (text, important, urgent) in new[] { ("改讲话稿第二部分", true, true), ("读新修订的条例", true, false), ("回县里电话", false, true) })
            yield return new(days.At("-1 17:00"), "handler2", async (scope, cancel) => (await scope.GetRequiredService<KeepTodo>().AddAsync(new TodoInput(text, important, urgent, ""), null, cancel)).Refusal);
        yield return new(days.At("-1 17:05"), "director", async (scope, cancel) => (await scope.GetRequiredService<KeepTodo>().AddAsync(new TodoInput("想清楚明年会议计划怎样压减", true, false, ""), null, cancel)).Refusal);
    }

    private LifeEvent Training(string at, TrainingInput input) => new(days.At(at), "director", async (scope, cancel) =>
    {
        var done = await scope.GetRequiredService<KeepTraining>().AddAsync(input with { On = DayOf(at) }, null, cancel);
        if (done.Succeeded) _training = done.Value.Id;
        return done.Refusal;
    });

    private LifeEvent Opinion(string at, string by, long person, string text) => new(days.At(at), by, async (scope, cancel) =>
    {
        var talk = await scope.GetRequiredService<Office>().Db.Set<Training>().Where(t => t.Kind == PeopleRules.Youth).Select(t => t.Id).FirstAsync(cancel);
        var done = await scope.GetRequiredService<HearYouth>().AddAsync(talk, person, text, null, cancel);
        if (done.Succeeded && _opinion == 0) _opinion = done.Value.Id;
        return done.Refusal;
    });

    private LifeEvent Meeting(string at, string by, MeetingInput input) => new(days.At(at), by, async (scope, cancel) => (await scope.GetRequiredService<HoldMeeting>().RunAsync(input with { On = DayOf(at) }, null, cancel)).Refusal);

    private LifeEvent Charge(string at, long post, string work, string goal, string answers) => new(days.At(at), "director", async (scope, cancel) => (await scope.GetRequiredService<SetCharge>().RunAsync(new ChargeInput(post, work, goal, answers), null, cancel)).Refusal);

    private LifeEvent Ask(string at, string by, AssistanceInput input) => new(days.At(at), by, async (scope, cancel) =>
    {
        var office = scope.GetRequiredService<Office>();
        var leaders = await office.Db.Set<ServedParty>().Where(p => p.Grade == "leaders").Select(p => p.Id).FirstAsync(cancel);
        var done = await scope.GetRequiredService<AskAssistance>().AskAsync(input with { Served = leaders }, null, cancel);
        if (done.Succeeded) _asked = done.Value.Id;
        return done.Refusal;
    });

    private LifeEvent Move(string at, MovementInput input) => new(days.At(at), "director", async (scope, cancel) => (await scope.GetRequiredService<KeepMovement>().SendAsync(input, null, cancel)).Refusal);

    private string DayOf(string at) => Text(DateOnly.FromDateTime(days.At(at).DateTime));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

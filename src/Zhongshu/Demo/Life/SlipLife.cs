using System.Globalization;
using Zhongshu.Modules.Defects;
using Zhongshu.Modules.Defects.Lessons;
using Zhongshu.Modules.Defects.Register;
using Zhongshu.Modules.Defects.Review;
using Zhongshu.Modules.Defects.Risks;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Demo.Life;

/// Slips of the demonstration office in its two weeks, with reviews at every stage, risks and lessons. All of it is invented.
internal sealed class SlipLife(LifeDays days)
{
    private static readonly string[] Steps = ["person", "head", "discuss", "infer", "improve", "mend"];

    private static readonly string[] SeatsDone =
    [
        "座次表沿用上次会议的名单，没有同任免通知核对。", "会前核对流于形式，科里没有第二个人看，责任在我。", "本周一科务会全科讨论，重学会务核对清单。",
        "桌签、名册、座次图三处都有同样的隐患。", "名单一律从任免通知重新生成，两人背靠背核对并签字。", "本周两次会议已按新办法核对，没有差错。",
    ];

    private readonly Dictionary<string, long> _slips = new(StringComparer.Ordinal);

    public IEnumerable<LifeEvent> Events()
    {
        yield return Risk("-13 09:10", "meetings", "易错", "meeting", "名单沿用旧稿，新任职的同志姓名、座次未更新", "名单每次从任免通知重新生成，两人核对签字");
        yield return Risk("-13 09:30", "registry", "易漏", "register", "电子件与纸质件先后到，重复登记或漏登附件", "登记前按文号查重，附件逐个点数");
        yield return Risk("-12 16:20", "director", "易发", "route", "职责交叉的来文在两个科室之间来回退", "先定首问科室，分歧当天裁定并记入分歧件档案");
        yield return Risk("-12 16:40", "director", "易漏", "propose", "请示中夹带的第二个请求没有单独提出拟办意见", "拟办前逐段标出请求事项，一事一提");
        yield return Risk("-11 10:00", "assets", "廉政", "print", "印制、会议用品采购一人经手", "询价、下单、验收三人分开，每月公示");
        yield return Slip("-12 10:40", "registry", "county", new DefectInput { Kind = "characters", Stage = "draft", Found = "returned", Consequence = "inside", Unit = 40, Person = 340, Text = "请示附件中“拨付”误为“拔付”，共三处。", Correction = "退文说明，重新报送。" });
        yield return Closed("-11 15:00", "county", "county", "校对软件查不出的形近字，要靠两个人读一遍。");
        yield return Slip("-10 11:20", "leader1", "seats", new DefectInput { Kind = "seats", Stage = "meeting", Found = "leader", Consequence = "harm", Unit = 18, Person = 71, Text = "专题会座次图把刚到任的同志排在原职务的位置，桌签姓名错一字。", Foresight = "会前有核对清单，但没有写明对照任免通知。", Correction = "会前十分钟发现，现场更换桌签并致歉。" });
        yield return Opened("-10 15:30", "director", "seats", "common", [71, 70, 70, 71, 70, 70]);
        for (var i = 0; i < Steps.Length; i++)
        {
            var step = i;
            yield return new(days.At(string.Create(CultureInfo.InvariantCulture, $"{-9 + i} 16:{10 + i}")), i is 0 or 3 ? "meetings" : "p70", async (scope, cancel) => (await scope.GetRequiredService<ActOnDefect>().DoAsync(_slips["seats"], Steps[step], SeatsDone[step], cancel)).Refusal);
        }

        yield return new(days.At("-3 09:20"), "director", async (scope, cancel) => (await scope.GetRequiredService<ActOnDefect>().CloseAsync(_slips["seats"], new Closing("名单不过夜：凡涉及人名座次的，开会当天早上对照任免通知再核一遍。", true)
        {
            Conclusion = "会务、文书、值班三方会商，统一用一份最新职务名册。", Everybody = "会务科全体，秘书一科、值班室各一人。", WholeProcess = "起草套旧稿，审核只看格式，印制前没有复核。", AllScenes = "桌签、名册、座次图、新闻通稿都会犯同样的错。",
        }, cancel)).Refusal);
        yield return new(days.At("-3 10:00"), "director", async (scope, cancel) => (await scope.GetRequiredService<TellDefect>().RunAsync(_slips["seats"], "会议名单沿用旧稿、未对照任免通知，造成座次和姓名差错。请各单位查一查正在使用的名册、桌签和通讯录。", cancel)).Refusal);
        yield return new(days.At("-2 14:30"), "bureau", async (scope, cancel) => (await scope.GetRequiredService<TellDefect>().CheckAsync(_slips["seats"], true, "通讯录中两位同志职务未更新，已改。", cancel)).Refusal);
        yield return Slip("-6 09:50", "head2", "dates", new DefectInput { Kind = "date-only", Stage = "draft", Found = "superior", Consequence = "corrected", Unit = 14, Person = 31, Aspect = "作风", Text = "安全检查通知套用去年文稿，只改了时间，会场仍写旧址。", Correction = "当天发更正通知，逐家电话确认。" });
        yield return Opened("-6 11:00", "head2", "dates", "single", [31, 30, 31, 30], grave: false);
        yield return new(days.At("-4 17:00"), "handler2", async (scope, cancel) => (await scope.GetRequiredService<ActOnDefect>().DoAsync(_slips["dates"], "discuss", "全科对照原稿逐句找，共找出四处没有改的地方。", cancel)).Refusal);
        yield return Slip("-5 10:10", "supervision", "returns", new DefectInput { Kind = "procedure", Stage = "route", Found = "self", Consequence = "inside", Unit = 16, Aspect = "效率", Text = "职责交叉的批示件三次退回重分，耽误两个工作日。" });
        yield return Opened("-5 15:00", "supervision", "returns", "blocked", [51, 50, 51, 50], grave: false);
        yield return new(days.At("-4 10:40"), "head1", async (scope, cancel) => (await scope.GetRequiredService<ActOnDefect>().AdviseAsync(_slips["returns"], "建议先由首问科室接下，再谈分歧，接下当天算起时限。", cancel)).Refusal);
        yield return Slip("-1 16:00", "drafter", "figure", new DefectInput { Kind = "figures", Stage = "review", Found = "check", Consequence = "inside", Unit = 13, Text = "汇报材料前后两处投资总额不一致，核稿时发现。", Correction = "与数据来源核对后统一。" });
        yield return Lesson("-8 17:20", "handler2", "works", "核数字先找出处", ["先在原文里标出每个数字，再到来源里找", "汇报材料、信息", "上月三份材料没有退改"]);
        yield return Lesson("-7 17:40", "drafter", "draft", "汇报稿少写过程", ["删去一页工作过程，补了两条困难", "只写了自己做了什么", "先写领导要定什么，再写依据"]);
        yield return Lesson("-5 17:10", "meetings", "elsewhere", "远帆市会前一小时复核", ["远帆市府办", "会前一小时由没参加筹备的人复核名单和设备", "座次复核可以照用"]);
    }

    private LifeEvent Slip(string at, string by, string name, DefectInput input) => new(days.At(at), by, async (scope, cancel) =>
    {
        var done = await scope.GetRequiredService<RegisterDefect>().RunAsync(input with { On = DateOnly.FromDateTime(days.At(at).DateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, null, cancel);
        if (done.Succeeded) _slips[name] = done.Value.Id;
        return done.Refusal;
    });

    private LifeEvent Opened(string at, string by, string name, string approach, long[] owners, bool grave = true)
    {
        var first = int.Parse(at.Split(' ')[0], CultureInfo.InvariantCulture);
        var plan = (grave ? Steps : Steps[2..]).Select((step, i) => new StepPlan(step, owners[i], days.Day(first + 2 + i))).ToList();
        return new(days.At(at), by, async (scope, cancel) => (await scope.GetRequiredService<ActOnDefect>().OpenAsync(_slips[name], approach, plan, cancel)).Refusal);
    }

    private LifeEvent Closed(string at, string by, string name, string lesson) => new(days.At(at), by, async (scope, cancel) => (await scope.GetRequiredService<ActOnDefect>().CloseAsync(_slips[name], new Closing(lesson, true), cancel)).Refusal);

    private LifeEvent Risk(string at, string by, string kind, string stage, string text, string measure) => new(days.At(at), by, async (scope, cancel) => (await scope.GetRequiredService<KeepRisk>().AddAsync(new RiskInput(kind, stage, text, measure), null, cancel)).Refusal);

    private LifeEvent Lesson(string at, string by, string kind, string title, string[] answers) => new(days.At(at), by, async (scope, cancel) => (await scope.GetRequiredService<KeepLesson>().AddAsync(new LessonInput(kind, title, answers) { IsShared = true }, null, cancel)).Refusal);
}

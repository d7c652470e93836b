using System.Globalization;
using Zhongshu.Modules.Materials;
using Zhongshu.Modules.Materials.Asks;
using Zhongshu.Modules.Materials.Keep;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Demo.Life;

/// The library of the demonstration office: a few of each kind, modules, the practice manual, two asks for material. All of it is invented.
internal sealed class LibraryLife(LifeDays days)
{
    private long _ask;

    public IEnumerable<LifeEvent> Events()
    {
        var year = days.Day(-14).Year;
        yield return Material("-14 14:00", "head1", new() { Kind = "template", Title = "请示模板", Keywords = "请示 格式", Answers = ["一事一文，先写缘由，再写事项，最后写请求。附件名称写在正文之后。"] });
        yield return Material("-14 14:10", "meetings", new() { Kind = "template", Title = "视频会议通知模板", Keywords = "会议 通知", Answers = ["定于某月某日某时召开视频会议，请于会前一日完成设备调试，参会名单随回执报送。"] });
        yield return Material("-13 10:20", "head2", new() { Kind = "case", Title = "一份批示件三天办结", Answers = ["当天拟办、次日会商、第三天回报；牵头科室提前与财政部门对口径，没有反复。"] });
        yield return Material("-13 10:40", "drafter", new() { Kind = "draft", Title = "调度会讲话稿三篇", Answers = ["供暖、防汛、项目建设各一篇，附修改过程。"] });
        yield return Material("-13 11:00", "drafter", new() { Kind = "report", Title = "市政府工作报告", Year = $"{year - 1}", Answers = ["全年新增城镇就业1.2万人；改造老旧小区46个；新建、改扩建学校9所。"] });
        yield return Material("-13 11:10", "drafter", new() { Kind = "year-plan", Title = "办公室年度工作计划", Year = $"{year}", Answers = ["围绕公文提速、会议精简、督查落实三项重点，分季推进。"] });
        yield return Material("-12 15:00", "secretary", new() { Kind = "policy-study", Title = "基层减负政策要点", Audience = Audience.Everybody, Answers = ["少发文、少开会、少要表，能共享的数据不重复要。"] });
        yield return Material("-12 15:30", "archivist", new() { Kind = "course", Title = "扫描件怎样转成可检索文字", Audience = Audience.Everybody, Answers = ["扫描分辨率不低于300；先校正再识别；识别后逐段核对数字和姓名。"] });
        yield return Material("-11 09:20", "head2", Module("老旧小区改造", "改造 小区", "坚持先民生后提升。", "今年安排46个小区，已完工31个。", "惠及1.8万户，完成投资2.6亿元。", "年度完工率不低于95%。", "两个小区管网迁改慢。", "年底前全部完工并验收。"));
        yield return Material("-2 09:40", "bureau", Module("重点项目建设", "重点项目 开工", "以项目稳投资。", "全年120个，已开工104个。", "累计完成投资85.3亿元。", "开工率86.7%。", "用地手续影响9个项目。", "逐个项目会商，月底前销号。") with { Audience = Audience.Everybody });
        yield return Material("-10 09:40", "duty", Module("冬季供暖保障", "供暖 热源", "供暖是冬季头等民生事。", "热源12处，全部点火。", "供暖面积1420万平方米。", "室温达标率98%。", "老旧管网爆管6次。", "抢修队伍全天备勤。"));
        yield return Material("-10 14:10", "registry", Practice("办文", "来文登记", "当天登记，急件随到随登。", "核对文号、份数、附件。", "登记准确率100%，平件不过夜。"));
        yield return Material("-10 14:30", "head2", Practice("办文", "文稿核校", "套用旧稿逐句核对。", "日期、数字、人名、地名分开核。", "核后无错字，格式合规。"));
        yield return Material("-10 14:50", "meetings", Practice("办会", "会议通知", "先报批后通知。", "时间、地点、参会人三核对。", "回执齐全，会前一日再提醒。"));
        yield return Material("-10 15:10", "supervision", Practice("办事", "批示件督办", "立项当天交办。", "任务到人、时限到天。", "按期反馈率95%以上。"));
        yield return new(days.At("-5 10:30"), "head1", async (scope, cancel) => Kept(await scope.GetRequiredService<AskForMaterial>().RunAsync(new AskInput(14, "学前教育学位情况", Text(days.Day(3)), ""), null, cancel)));
        yield return new(days.At("-4 15:30"), "head2", async (scope, cancel) => (await scope.GetRequiredService<AskForMaterial>().AnswerAsync(_ask, 0, "已送秘书一科，按县区分列。", cancel)).Refusal);
        yield return new(days.At("-3 10:00"), "supervision", async (scope, cancel) => (await scope.GetRequiredService<AskForMaterial>().RunAsync(new AskInput(50, "防汛物资储备", Text(days.Day(5)), ""), null, cancel)).Refusal);
    }

    private Refusal? Kept(Outcome<MaterialAsk> done)
    {
        if (done.Succeeded) _ask = done.Value.Id;
        return done.Refusal;
    }

    private static MaterialInput Module(string title, string keywords, params string[] parts) => new() { Kind = MaterialRules.Module, Title = title, Keywords = keywords, Answers = parts };

    private static MaterialInput Practice(string area, string title, params string[] parts) => new() { Kind = MaterialRules.Practice, Title = title, Area = area, Answers = parts };

    private LifeEvent Material(string at, string by, MaterialInput input) => new(days.At(at), by, async (scope, cancel) => (await scope.GetRequiredService<KeepMaterial>().AddAsync(input, null, cancel)).Refusal);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Archives;
using Zhongshu.Modules.Archives.Ahead;
using Zhongshu.Modules.Archives.Checks;
using Zhongshu.Modules.Archives.Documents;
using Zhongshu.Modules.Archives.Duties;
using Zhongshu.Modules.Archives.Electronic;
using Zhongshu.Modules.Archives.Loans;
using Zhongshu.Modules.Archives.Products;
using Zhongshu.Modules.Archives.Tasks;
using Zhongshu.Modules.Archives.Topics;
using Zhongshu.Modules.Archives.Works;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Demo.Life;

/// The archive of the demonstration office in its two weeks: duties, tasks, loans, a topic, works by node, documents. All of it is invented.
internal sealed class ArchiveLife(LifeDays days)
{
    private const string Keeper = "archivist";
    private long _task, _late, _screen, _paper, _topic;
    private string _minutes = "", _contract = "";

    public IEnumerable<LifeEvent> Events() => [.. Duties(), .. Works(), .. Tasks(), .. Loans(), .. Topics(), .. Documents()];

    private IEnumerable<LifeEvent> Duties()
    {
        (string Kind, long Unit, long Post, string Content)[] duties =
        [
            ("lead", 0, 106, "把档案工作列入年度要点，解决人员、库房和经费。"), ("manage", 0, 110, "每季度检查一次归档，协调各科室按时移交。"), ("do", 0, 201, "收集、整理、保管、借阅和移交。"),
            ("collect", 0, 201, "按归档范围收齐，缺的当天催。"), ("arrange", 0, 201, "半年整理一次，编目上架。"), ("compile", 0, 200, "每年编报档案资政参考不少于两期。"), ("file", 0, 201, "办结一件、归档一件，次年6月底前归齐。"),
            ("form", 14, 131, "文稿、附件、处理单随办随存。"), ("hand-in", 14, 130, "月底前把办结件交档案室。"), ("safe", 14, 130, "离岗入柜，不带出办公区。"), ("form", 13, 121, "起草过程稿和签发稿齐全。"), ("hand-in", 13, 120, "月底前交齐。"), ("form", 18, 171, "会议通知、议程、纪要、签到、影像齐全。"),
        ];
        for (var i = 0; i < duties.Length; i++)
        {
            var (kind, unit, post, content) = duties[i];
            yield return Keep(string.Create(CultureInfo.InvariantCulture, $"-15 09:{10 + i}"), s => s.GetRequiredService<KeepDuty>().SetAsync(new DutyInput(kind, unit, post, content), null, default));
        }

        foreach (var (minute, scope) in new[] { (30, new ScopeInput(14, "承办的请示、批复及附件", "业务文书", "D30")), (31, new ScopeInput(13, "本室制发的通知、意见、办法", "综合文书", "Y")), (32, new ScopeInput(18, "常务会议通知、议程、材料、纪要", "会议", "Y")), (33, new ScopeInput(16, "督查通知、反馈、通报", "督查", "D30")), (34, new ScopeInput(19, "值班记录、突发事件报告", "值班应急", "D10")) })
            yield return Keep(string.Create(CultureInfo.InvariantCulture, $"-15 09:{minute}"), s => s.GetRequiredService<KeepDuty>().AddScopeAsync(scope, null, default));
        yield return Keep("-9 15:00", s => s.GetRequiredService<KeepCheck>().SeeAsync("safe-store", true, "灭火器在有效期内，温湿度记录完整，门锁完好。", null, default));
        yield return Keep("-9 15:05", s => s.GetRequiredService<KeepCheck>().SeeAsync("order-shelves", false, "第3排两盒盒脊没有写起止件号，本周补上。", null, default));
        yield return Keep("-4 16:00", s => s.GetRequiredService<KeepCheck>().ScoreAsync(days.Day(-4).Year, 14, [new("gather", "18", "两件晚归"), new("order", "20", ""), new("advice", "15", ""), new("guide", "13", "兼职档案员更换未交接"), new("digital", "15", ""), new("sharing", "15", "")], null, default));
        yield return Keep("-4 16:05", s => s.GetRequiredService<KeepCheck>().ScoreAsync(days.Day(-4).Year, 18, [new("gather", "20", ""), new("order", "17", "会议影像没有说明"), new("advice", "15", ""), new("guide", "15", ""), new("digital", "12", "录音未转存"), new("sharing", "15", "")], null, default));
    }

    private IEnumerable<LifeEvent> Works()
    {
        yield return Plan("-14 10:00", new WorkInput("building", "市档案馆新馆建设", "市住建局、市自然资源局", [Node("立项批复", 22, -10), Node("设计方案审定", 22, -1), Node("开工", 22, 30), Node("竣工验收", 22, 200)]));
        yield return Plan("-14 10:10", new WorkInput("coordinate", "秘书二科上半年文件收管存用", "秘书二科", [Node("收", 14, -8), Node("管", 21, -3), Node("存", 21, 5), Node("用", 14, 10)]));
        yield return Plan("-14 10:20", new WorkInput("acceptance", "防汛专项档案验收", "市档案局、流域管理机构", [Node("自查", 21, 3), Node("申请验收", 21, 8), Node("现场验收", 21, 15)]));
        yield return Step("-10 16:30", "p110", "立项批复", "批复已收到，建筑面积六千平方米。");
        yield return Step("-8 11:00", "head2", "收", "交来办结件32件，缺签到表1份已补。");
        yield return Step("-3 16:40", Keeper, "管", "32件已分类、编目。");
    }

    private IEnumerable<LifeEvent> Tasks()
    {
        yield return Issue("-13 09:00", new ArchiveTaskInput([13, 14, 18], days.Day(-13).Year, "上半年办结文件归档", "处理单、正文、附件齐全；影像另附说明。", Text(10)), id => _task = id);
        yield return Issue("-13 09:05", new ArchiveTaskInput([16], days.Day(-13).Year, "民生实事督查材料归档", "通知、反馈、佐证、通报成套。", Text(-3)), id => _late = id);
        yield return new(days.At("-6 17:00"), "drafter", async (s, cancel) => (await s.GetRequiredService<KeepTask>().ReportAsync(_task, "交来18件，两份会议记录在会务科。", null, cancel)).Refusal);
        yield return Keep("-6 17:30", s => s.GetRequiredService<KeepTask>().AcceptAsync(_task, null, default));
    }

    private IEnumerable<LifeEvent> Loans()
    {
        yield return Ask("-8 10:00", "handler2", new LoanInput("今年养老服务站资金的办理情况", "工作查考", "screen", 7), id => _screen = id);
        yield return Ask("-7 14:00", "meetings", new LoanInput("近期资金请示原件一份，布置会务参考", "核查凭证", "original", 3), id => _paper = id);
        yield return Ask("-1 15:30", "head1", new LoanInput("老旧小区改造有关批复", "决策参考", "screen", 5), _ => { });
        yield return Lend("-6 09:00", () => _screen);
        yield return Lend("-6 09:20", () => _paper);
        yield return Keep("-2 10:00", s => s.GetRequiredService<LendPiece>().ReturnAsync(_screen, "已看完", "答复市民政局时核对了拨付口径。", null, default));
        yield return Keep("-5 10:30", async s => await PieceAsync(s) is { } piece ? await s.GetRequiredService<LendPiece>().NoteUseAsync(piece.Code, new ArchiveUse { UserName = "云岭市地方志编纂中心 志行远", Way = "read", Purpose = "编史修志", Effect = "补充大事记一条" }, null, default) : Done.Yes);
        yield return new(days.At("-5 11:00"), Keeper, async (s, cancel) => (await s.GetRequiredService<KeepDemand>().AddAsync(new DemandInput("重大会议活动", "全市冬季供暖保障调度会", Text(5), 14, "供暖"), null, cancel)).Refusal);
        yield return new(days.At("-5 11:05"), Keeper, async (s, cancel) => (await s.GetRequiredService<KeepDemand>().AddAsync(new DemandInput("年度重点工作", "社区养老服务站建设总结", Text(12), 14, "养老"), null, cancel)).Refusal);
        yield return new(days.At("-2 16:30"), Keeper, async (s, cancel) => (await s.GetRequiredService<KeepProduct>().IssueAsync(new ProductInput("reference", "近年民生实事资金保障的做法", Text(-2), "市政府领导，秘书一科、秘书二科"), null, cancel)).Refusal);
        yield return new(days.At("-2 17:00"), Keeper, async (s, cancel) => (await s.GetRequiredService<DetectPieces>().RunAsync("归档", "本机杀毒软件查杀，无毒", null, cancel)).Refusal);
    }

    private IEnumerable<LifeEvent> Topics()
    {
        yield return new(days.At("-12 15:00"), Keeper, async (s, cancel) =>
        {
            var topic = await s.GetRequiredService<KeepTopic>().OpenAsync(new TopicInput("重大活动", "云岭市首届山货节", Text(-9), Text(-7), 18, ["文书", "照片", "录像", "实物"]), null, cancel);
            if (topic.Succeeded) _topic = topic.Value.Id;
            return topic.Refusal;
        });
        foreach (var (at, entry) in new[] { ("-6 15:00", new EntryInput("照片", "开幕式和展区照片", "会务科", Text(-9), "126", "声像柜2排1格")), ("-6 15:10", new EntryInput("实物", "节徽、纪念章", "市农业农村局", Text(-9), "2", "实物柜1格")) })
            yield return new(days.At(at), "meetings", async (s, cancel) => (await s.GetRequiredService<KeepTopic>().AddMaterialAsync(_topic, entry, null, cancel)).Refusal);
        yield return Keep("-5 15:20", async s => await PieceAsync(s) is { } piece ? await s.GetRequiredService<KeepTopic>().AddPieceAsync(_topic, piece.Code, null, default) : Done.Yes);
    }

    private IEnumerable<LifeEvent> Documents()
    {
        yield return Make("-10 11:00", new DocumentInput("minutes", "第46周主任办公会纪要", "", 0, ""), "会议议定三件事：一是月底前归齐上半年文件；二是值班记录当天录入；三是供暖调度会方案本周定稿。", code => _minutes = code);
        yield return Make("-4 11:00", new DocumentInput("contract", "办公区物业服务合同", "合同第3号", 0, ""), "服务期一年，按季支付，违约金按日计算。", code => _contract = code);
        yield return new(days.At("-10 11:30"), "drafter", async (s, cancel) => (await s.GetRequiredService<KeepDocument>().SubmitAsync(_minutes, 20, null, cancel)).Refusal);
        yield return new(days.At("-10 15:00"), "head1", async (s, cancel) => (await s.GetRequiredService<KeepDocument>().ReviewAsync(_minutes, true, "与记录一致，同意。", null, cancel)).Refusal);
        yield return new(days.At("-10 15:20"), "drafter", async (s, cancel) => (await s.GetRequiredService<KeepDocument>().PublishAsync(_minutes, true, null, cancel)).Refusal);
        yield return new(days.At("-4 11:30"), "drafter", async (s, cancel) => (await s.GetRequiredService<KeepDocument>().SubmitAsync(_contract, 20, null, cancel)).Refusal);
    }

    private LifeEvent Make(string at, DocumentInput input, string text, Action<string> keep) => new(days.At(at), "drafter", async (s, cancel) =>
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var file = await s.GetRequiredService<ReceiveFile>().RunAsync(content, input.Title + ".txt", cancel);
        if (!file.Succeeded) return file.Refusal;
        var made = await s.GetRequiredService<KeepDocument>().MakeAsync(input with { File = file.Value.File.Id }, null, cancel);
        if (made.Succeeded) keep(made.Value);
        return made.Refusal;
    });

    private LifeEvent Issue(string at, ArchiveTaskInput input, Action<long> keep) => new(days.At(at), Keeper, async (s, cancel) =>
    {
        var issued = await s.GetRequiredService<KeepTask>().IssueAsync(input, null, cancel);
        if (issued.Succeeded) keep(issued.Value[0].Id);
        return issued.Refusal;
    });

    private LifeEvent Ask(string at, string by, LoanInput input, Action<long> keep) => new(days.At(at), by, async (s, cancel) =>
    {
        var asked = await s.GetRequiredService<LendPiece>().AskAsync(input, null, cancel);
        if (asked.Succeeded) keep(asked.Value.Id);
        return asked.Refusal;
    });

    /// Approved and lent at once; nothing happens while the archive is empty.
    private LifeEvent Lend(string at, Func<long> loan) => Keep(at, async s =>
    {
        if (await PieceAsync(s) is not { } piece) return Done.Yes;
        var approved = await s.GetRequiredService<LendPiece>().ApproveAsync(loan(), piece.Code, null, default);
        return approved.Succeeded ? await s.GetRequiredService<LendPiece>().LendAsync(loan(), null, default) : approved;
    });

    private LifeEvent Plan(string at, WorkInput input) => new(days.At(at), Keeper, async (s, cancel) => (await s.GetRequiredService<KeepWork>().OpenAsync(input, null, cancel)).Refusal);

    private LifeEvent Step(string at, string by, string node, string words) => new(days.At(at), by, async (s, cancel) =>
    {
        var id = await s.GetRequiredService<Office>().Db.Set<ArchiveNode>().Where(n => n.Title == node).Select(n => n.Id).FirstAsync(cancel);
        return (await s.GetRequiredService<KeepWork>().FinishAsync(id, words, null, cancel)).Refusal;
    });

    private NodeInput Node(string title, long unit, int day) => new(title, unit, Text(day));

    private LifeEvent Keep(string at, Func<IServiceProvider, Task<Outcome<Done>>> act) => new(days.At(at), Keeper, async (s, _) => (await act(s)).Refusal);

    private static Task<ArchivedPiece?> PieceAsync(IServiceProvider scope) => scope.GetRequiredService<Office>().Db.Set<ArchivedPiece>().AsNoTracking().OrderBy(p => p.Id).FirstOrDefaultAsync();

    private string Text(int workday) => days.Day(workday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

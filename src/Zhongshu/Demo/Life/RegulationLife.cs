using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Regulations;
using Zhongshu.Modules.Regulations.Keep;
using Zhongshu.Modules.Regulations.Plan;
using Zhongshu.Modules.Regulations.Review;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Demo.Life;

/// The register of the demonstration office: some regulations old and new, remarks on them, a plan that is under way. All of it is invented.
internal sealed class RegulationLife(LifeDays days)
{
    private const string Keeper = "director";

    public IEnumerable<LifeEvent> Events()
    {
        var year = days.Day(-14).Year;
        var minute = 0;
        foreach (var input in Register(year)) yield return new(days.At(string.Create(CultureInfo.InvariantCulture, $"-14 10:{minute++:00}")), Keeper, async (scope, cancel) => (await scope.GetRequiredService<KeepRegulation>().AddAsync(await WithDetailsAsync(input, scope, cancel), null, cancel)).Refusal);
        yield return On("-10 16:30", "head2", "公文核稿办法", async (scope, id, cancel) => (await scope.GetRequiredService<KeepRegulation>().RemarkAsync(id, "第四条要求三级核稿，急件来不及。建议急件由科长和分管副主任两级核稿。", null, cancel)).Refusal);
        yield return On("-8 09:30", Keeper, "值班工作制度", async (scope, id, cancel) => (await scope.GetRequiredService<LookAtRegulation>().RunAsync(id, "revise", "值班室仍按旧电话流程报送，与现行报送时限不一致。", cancel)).Refusal);
        yield return On("-8 10:10", Keeper, "机关印章使用规定", async (scope, id, cancel) => (await scope.GetRequiredService<LookAtRegulation>().RunAsync(id, "good", "抽查本季用印登记，审批齐全。", cancel)).Refusal);
        yield return On("-7 09:40", Keeper, "公文核稿办法", async (scope, id, cancel) => (await scope.GetRequiredService<PlanRegulation>().AddAsync(new PlanInput
        {
            Kind = PlanKind.Revise, Regulation = id, Mark = "执行中发现问题", Reason = "急件核稿层级过多。", Content = "分急件、平件规定核稿层级和时限。", Approval = "主任办公会审定", Level = "办公室印发", Unit = 13, DueOn = Text(days.Day(12)),
        }, null, cancel)).Refusal);
        yield return new(days.At("-7 10:00"), Keeper, async (scope, cancel) => (await scope.GetRequiredService<PlanRegulation>().AddAsync(new PlanInput
        {
            Kind = PlanKind.Make, Title = "会议名单核对办法", Mark = "应定未定", Reason = "座次、姓名差错复盘后提出。", Content = "名单从任免通知生成，两人核对签字。", Approval = "分管领导审签", Level = "办公室印发", Unit = 18, DueOn = Text(days.Day(8)),
        }, null, cancel)).Refusal);
    }

    private static IEnumerable<RegulationInput> Register(int year)
    {
        var norm = new RegulationInput { Class = "norm", Group = "机关运转", Area = "办文", Layer = "基本规范", Level = "办公室印发", Method = "流程管理", IssuedOn = $"{year - 1}-03-12", Unit = 13 };
        yield return norm with { Title = "公文办理工作规则", Number = $"云府办〔{year - 2}〕6号", Layer = "基本制度", IsPrinciple = true, IssuedOn = $"{year - 2}-04-08", Partners = "机要室收发登记，信息科维护系统。", Summary = "一、公文办理坚持实事求是、精简高效。\n二、来文由机要室统一登记，办公室提出拟办意见。\n三、未经核稿的文稿不得送签。" };
        yield return norm with { Title = "公文运转规程", Number = $"云府办〔{year - 1}〕11号", Class = "flow", Layer = "基本流程", Summary = "一、登记、拟办、批示、分办、承办、反馈、归档依次办理。\n二、各环节时限按系统设定执行。" };
        yield return norm with { Title = "公文核稿办法", Number = $"云府办〔{year - 1}〕12号", Summary = "一、核内容、核格式、核文字。\n二、套用旧稿的逐句核对。\n三、核稿人签名负责。\n四、公文实行三级核稿。" };
        yield return norm with { Title = "会议管理办法", Number = $"云府办〔{year - 1}〕20号", Area = "办会", Layer = "基本制度", IsPrinciple = true, Unit = 18, Partners = "秘书一科、秘书二科起草会议材料，行政科保障。", Summary = "一、从严控制会议数量和规模。\n二、能合并的合并，能开视频会的不集中。" };
        yield return norm with { Title = "督查工作规程", Number = $"云府办〔{year}〕3号", Class = "flow", Group = "履职", Area = "办事", Layer = "基本流程", Method = "目标责任管理", Unit = 16, IssuedOn = $"{year}-02-18", Summary = "一、立项、交办、反馈、核查、销号。\n二、到期不反馈的先提醒，再通报。" };
        yield return norm with { Title = "值班工作制度", Number = $"云府办〔{year - 6}〕15号", Class = "mechanism", Group = "履职", Area = "办事", Layer = "基本制度", Unit = 19, IssuedOn = $"{year - 6}-06-01", Summary = "一、全天在岗值守。\n二、突发情况先电话报告、后书面报告。" };
        yield return norm with { Title = "机关印章使用规定", Number = $"云府办〔{year - 1}〕5号", Group = "机关自身建设", Area = "管物", Unit = 20, Summary = "一、用印须经审批并登记。\n二、不得在空白文件上用印。" };
        yield return norm with { Title = "科室工作责任制", Number = $"云府办〔{year}〕8号", Class = "duty", Group = "机关自身建设", Area = "办事", Method = "绩效管理", Unit = 15, IssuedOn = $"{year}-03-20", Summary = "一、科室分工、年度目标、责任人逐项列明。\n二、半年检查、年底考核。" };
    }

    /// The procedure works out the rules of handling documents.
    private static async Task<RegulationInput> WithDetailsAsync(RegulationInput input, IServiceProvider scope, CancellationToken cancel) =>
        input.Title == "公文运转规程" ? input with { Details = await IdAsync("公文办理工作规则", scope, cancel) } : input;

    private LifeEvent On(string at, string by, string title, Func<IServiceProvider, long, CancellationToken, Task<Refusal?>> act) => new(days.At(at), by, async (scope, cancel) => await act(scope, await IdAsync(title, scope, cancel), cancel));

    private static Task<long> IdAsync(string title, IServiceProvider scope, CancellationToken cancel) => scope.GetRequiredService<Office>().Db.Set<Regulation>().Where(r => r.Title == title).Select(r => r.Id).SingleAsync(cancel);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

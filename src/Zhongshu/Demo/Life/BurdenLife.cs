using System.Globalization;
using Zhongshu.Modules.Appraisals.Schemes;
using Zhongshu.Modules.Burdens;
using Zhongshu.Modules.Burdens.Forms;
using Zhongshu.Modules.Burdens.Ledger;
using Zhongshu.Modules.Burdens.Observations;
using Zhongshu.Modules.Burdens.Plans;
using Zhongshu.Modules.Burdens.Ratings;
using Zhongshu.Modules.Challenges;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Demo.Life;

/// The ledger of burdens of the demonstration office in its two weeks: a plan, some entries, a form that is out, a report, a rating, an appraisal, a posted task. All of it is invented.
internal sealed class BurdenLife(LifeDays days)
{
    private const string Officer = "supervision";
    private long _form;

    public IEnumerable<LifeEvent> Events()
    {
        yield return new(days.At("-14 09:20"), Officer, PlanAsync);
        yield return Entry("-13 10:05", "bureau", "meeting", "重大项目谋划工作座谈会");
        yield return Entry("-12 15:10", "bureau", "document", "关于做好明年重大项目储备工作的通知");
        yield return Entry("-9 09:40", "county", "meeting", "冬季农田水利工作会议");
        yield return Entry("-8 14:25", "county", "document", "关于做好森林防火工作的通知");
        yield return Entry("-6 11:00", "p353", "inspection", "建筑工地安全专项检查");
        yield return Entry("-3 16:10", "p354", "pledge", "农村公路养护责任书");
        yield return new(days.At("-11 10:30"), "bureau", FormAsync);
        yield return new(days.At("-10 09:15"), "county", async (scope, cancel) => (await scope.GetRequiredService<AnswerForm>().RunAsync(_form, new Dictionary<int, string> { [1] = "412300", [2] = "38", [3] = "21" }, cancel)).Refusal);
        yield return new(days.At("-5 17:30"), "county", async (scope, cancel) => (await scope.GetRequiredService<ReportBurden>().RunAsync(new ReportInput("forms-again", "同一份项目进度，本月已向两个部门各报一遍，口径还不一样。", "市直有关部门", 120, false), null, cancel)).Refusal);
        yield return new(days.At("-4 09:05"), "director", async (scope, cancel) =>
            (await scope.GetRequiredService<Rate>().OpenAsync(new RoundInput(string.Create(CultureInfo.InvariantCulture, $"{days.Day(-4).Year}年下半年"), days.Day(8), [50, 53, 54], [40, 41, 42, 43, 44]), null, cancel)).Refusal);
        yield return new(days.At("-4 10:20"), "director", PostAsync);
        yield return new(days.At("-3 09:30"), "director", AppraiseAsync);
    }

    private LifeEvent Entry(string at, string by, string kind, string title) => new(days.At(at), by, async (scope, cancel) =>
        (await scope.GetRequiredService<RegisterEntry>().RunAsync(new EntryInput { Kind = kind, Title = title, On = DayOf(at) }, null, cancel)).Refusal);

    private string DayOf(string at) => DateOnly.FromDateTime(days.At(at).DateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<Refusal?> PlanAsync(IServiceProvider scope, CancellationToken cancel)
    {
        var office = scope.GetRequiredService<Office>();
        long[] units = [40, 41, 42, 50, 51, 52, 53, 54];
        var plans = units.SelectMany(unit => new[]
        {
            new PlanForm(unit, BurdenKind.Document, 1 + (int)(unit % 4), 3 + (int)(unit % 4), ""), new PlanForm(unit, BurdenKind.Meeting, 1 + (int)(unit % 2), 2 + (int)(unit % 2), ""),
            new PlanForm(unit, BurdenKind.Inspection, 1, 2, ""), new PlanForm(unit, BurdenKind.Pledge, 1, 1, ""), new PlanForm(unit, BurdenKind.Form, 2, 5, ""),
        }).ToList();
        return (await scope.GetRequiredService<SetPlan>().RunAsync(office.Today.Year, plans, cancel)).Refusal;
    }

    private async Task<Refusal?> FormAsync(IServiceProvider scope, CancellationToken cancel)
    {
        var form = await scope.GetRequiredService<RegisterForm>().RunAsync(new FormInput
        {
            Title = "县区重大项目基本情况表",
            Basis = "市政府关于重大项目储备工作的部署",
            Due = days.Day(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Units = ["青禾县", "望溪县", "柏舟县"],
            Questions = [new("常住人口（人）"), new("在库项目数（个）"), new("已开工项目数（个）"), new("填报人"), new("联系电话")],
        }, null, cancel);
        if (form.Succeeded) _form = form.Value.Id;
        return form.Refusal;
    }

    private async Task<Refusal?> PostAsync(IServiceProvider scope, CancellationToken cancel) => (await scope.GetRequiredService<RunChallenge>().PostAsync(new PostInput("老旧供水管网漏损治理",
        "部分街区管网漏损率居高不下，反复开挖仍找不准漏点。", "选定街区漏损率降到9%以下，形成可推广的做法。", 53, days.Day(10), days.Day(10).AddMonths(8)), null, cancel)).Refusal;

    private async Task<Refusal?> AppraiseAsync(IServiceProvider scope, CancellationToken cancel)
    {
        var year = days.Day(-3).Year;
        return (await scope.GetRequiredService<OpenScheme>().RunAsync(new SchemeInput
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"{year}年度市直部门服务基层考核"),
            From = new DateOnly(year, 1, 1),
            To = new DateOnly(year, 12, 31),
            Units = [50, 51, 52, 53, 54],
            Parties = [40, 20, 40],
            Indicators = [new("督办任务办结", 30, "supervision.closed"), new("督办任务按期", 20, "supervision.in-time"), new("文会总量控制", 20, "burdens.plan", 80, 120), new("基层满意度", 30, Outside: true)],
        }, null, cancel)).Refusal;
    }
}

using Zhongshu.Modules.Boards.Mark;
using Zhongshu.Modules.Portals.Links;
using Zhongshu.Modules.Portals.Sites;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Demo.Life;

/// What leaders of the demonstration office keep before their eyes, and its way into other platforms. All invented.
internal sealed class BoardLife(LifeDays days, IReadOnlyDictionary<string, string> codes)
{
    public IEnumerable<LifeEvent> Events()
    {
        foreach (var (at, key, input) in Marks()) yield return new(days.At(at), "director", async (s, cancel) => (await s.GetRequiredService<MarkFocus>().RunAsync(codes[key], input, cancel)).Refusal);
        foreach (var (at, link) in Links()) yield return new(days.At(at), "sysadmin", async (s, cancel) => (await s.GetRequiredService<KeepLink>().AddAsync(link, null, cancel)).Refusal);
        yield return new(days.At("-12 10:10"), "director", async (s, cancel) => await SiteAsync(s, new() { Unit = 10, Level = "first", Title = "云岭市政府门户网站", Address = "https://www.yunling.example/" }, cancel));
        yield return new(days.At("-12 10:20"), "director", async (s, cancel) => await SiteAsync(s, new() { Unit = 40, Level = "second", Title = "青禾县政府网站", Address = "https://qinghe.yunling.example/" }, cancel));
    }

    private static IEnumerable<(string At, string Key, FocusInput Input)> Marks() =>
    [
        ("-3 09:00", "督business", new() { Class = "overall", Tags = ["supervision", "briefing"], Reason = "营商环境是全年第一位的工作" }),
        ("-2 09:30", "督parking", new() { Class = "disputed", Tags = ["supervision"], Reason = "占道手续几个部门口径不一" }),
        ("-1 08:50", "督road", new() { Class = "watched", Tags = ["supervision"], Reason = "年度民生实事，须按期交工" }),
        ("-1 17:20", "督heating", new() { Class = "sudden", Tags = ["supervision", "briefing"], Reason = "天气转冷，来电集中" }),
    ];

    private static IEnumerable<(string At, LinkInput Link)> Links() =>
    [
        ("-13 09:00", new() { Area = "办公", Title = "视频会议", Address = "https://video.yunling.example/", Text = "预约和入会" }),
        ("-13 09:05", new() { Area = "业务系统", Title = "投资项目在线审批", Address = "https://projects.yunling.example/", Text = "项目代码、审批进度" }),
        ("-13 09:10", new() { Area = "业务系统", Title = "财政一体化", Address = "https://finance.yunling.example/", Text = "预算、支付" }),
        ("-13 09:15", new() { Area = "公共服务", Title = "市民热线工单", Address = "https://hotline.yunling.example/", Text = "来电事项和办理情况" }),
    ];

    private static async Task<Refusal?> SiteAsync(IServiceProvider scope, SiteInput site, CancellationToken cancel)
    {
        var added = await scope.GetRequiredService<KeepSite>().AddAsync(site, null, cancel);
        if (!added.Succeeded) return added.Refusal;
        return (await scope.GetRequiredService<KeepSite>().CheckAsync(added.Value,
        [
            new() { Item = "build", Holds = true, Words = "由市里统一建设" }, new() { Item = "storage", Holds = true, Words = "在市政务云" }, new() { Item = "safety", Holds = true, Words = "统一监测" },
            new() { Item = "site", Holds = true, Words = "已开通" }, new() { Item = "service", Words = "办事入口正在建设" },
        ], null, cancel)).Refusal;
    }
}

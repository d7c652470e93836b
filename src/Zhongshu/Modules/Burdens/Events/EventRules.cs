using System.Globalization;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Burdens.Events;

/// An event as it is registered. Money in 万元, as people say it.
public sealed record EventInput
{
    public string Kind { get; init; } = "";

    public string Title { get; init; } = "";

    public string On { get; init; } = "";

    public string Cost { get; init; } = "";

    public static EventInput Posted(IFormCollection form) => new() { Kind = form["kind"].ToString(), Title = form["title"].ToString().Trim(), On = form["on"].ToString().Trim(), Cost = form["cost"].ToString().Trim() };
}

public sealed record SigningInput
{
    public string Project { get; init; } = "";

    public string Partner { get; init; } = "";

    public string Amount { get; init; } = "";

    /// Why it is not the same signing again.
    public string Reason { get; init; } = "";

    public static SigningInput Posted(IFormCollection form) => new() { Project = form["project"].ToString().Trim(), Partner = form["partner"].ToString().Trim(), Amount = form["amount"].ToString().Trim(), Reason = form["reason"].ToString().Trim() };
}

/// A signing that stands already.
internal sealed record SignedBefore(string Project, string Partner, string Event, DateOnly On);

/// What is to be looked at in an event's result. Tone: red when it wants answering for.
public sealed record EventAlarm(string Text, bool IsGrave);

/// 花钱问效、无效问责. Pure.
internal static class EventRules
{
    private const long TenThousand = 10_000;

    public static Outcome<(DateOnly On, long Cost)> Decide(EventInput input, IReadOnlyList<EventKind> kinds, DateOnly today)
    {
        if (kinds.All(k => k.Id != input.Kind)) return Missing("kind", "请选择种类：节庆、论坛、展会。");
        if (input.Title.Length is 0 or > 200) return Missing("title", "请填写活动名称，最多200字。");
        if (!DateOnly.TryParseExact(input.On, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || Math.Abs(on.Year - today.Year) > 3) return Missing("on", "请填写举办日期，写成 2026-01-31 的样子。");
        return Yuan(input.Cost) is { } cost ? (on, cost) : Missing("cost", $"花费“{input.Cost}”不是数字，请填万元数，没有花费填0。");
    }

    /// Refused when the same project or partner signed a like one before, until it is said what differs.
    public static Outcome<long> Sign(SigningInput input, IReadOnlyList<SignedBefore> before, double likeness)
    {
        if (input.Project.Length is 0 or > 200) return Missing("project", "请填写签约项目，最多200字。");
        if (input.Partner.Length is 0 or > 120) return Missing("partner", "请填写签约方，最多120字。");
        if (Yuan(input.Amount) is not { } amount || amount == 0) return Missing("amount", $"签约额“{input.Amount}”不是数字，请填万元数。");
        if (input.Reason.Length > 500) return Missing("reason", "说明最多500字。");
        var same = before.FirstOrDefault(b => LikeText.Of(input.Project, b.Project) >= likeness);
        return same is null || input.Reason.Length > 0 ? amount
            : new Refusal("burdens.signed-again", $"{same.On:yyyy年M月d日}在“{same.Event}”上{(same.Partner == input.Partner ? "" : $"与{same.Partner}")}已签过“{same.Project}”，疑似重复签约。请核对；确属新项目的，写明有什么不同。") { Kind = RefusalKind.Conflict, Field = "reason" };
    }

    /// 签约额与落地额比对, and whether anything came of the money.
    public static IReadOnlyList<EventAlarm> Alarms(BurdenEvent one, IReadOnlyList<EventSigning> signings, (int Report, int Idle) months, DateOnly today)
    {
        var alarms = new List<EventAlarm>();
        if (one.Effect.Length == 0 && today > one.HeldOn.AddMonths(months.Report)) alarms.Add(new($"举办满{months.Report}个月还没有报成效", one.Cost > 0));
        if (today <= one.HeldOn.AddMonths(months.Idle)) return alarms;
        foreach (var idle in signings.Where(s => s.Landed == 0)) alarms.Add(new($"“{idle.Project}”签约满{months.Idle}个月没有落地，疑似虚假签约", true));
        if (one.Cost > 0 && signings.Count > 0 && signings.All(s => s.Landed == 0)) alarms.Add(new($"花费{Wan(one.Cost)}万元，签约{Wan(signings.Sum(s => s.Amount))}万元，没有一项落地，应予问责", true));
        return alarms;
    }

    /// 万元 to yuan; null when it is no amount.
    public static long? Yuan(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) && value is >= 0 and < 100_000_000 ? (long)Math.Round(value * TenThousand) : null;

    public static string Wan(long yuan) => ((decimal)yuan / TenThousand).ToString("0.##", CultureInfo.InvariantCulture);

    public static Refusal Missing(string field, string message) => new("burdens.event", message) { Field = field };
}

/// 活动种类
internal sealed record EventKind(string Id, string Word);

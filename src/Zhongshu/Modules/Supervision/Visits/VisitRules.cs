using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision.Visits;

/// A visit as a person writes it down, perhaps on a phone at the place.
public sealed record VisitInput
{
    public string Way { get; init; } = "";

    public string On { get; init; } = "";

    public string Place { get; init; } = "";

    public string Seen { get; init; } = "";

    /// "yes", "no", or nothing chosen.
    public string Fits { get; init; } = "";

    /// 0 for the whole item.
    public int Task { get; init; }

    public long? Inspection { get; init; }

    public bool Disciplined { get; init; }

    /// 三督三察: what was looked at.
    public IReadOnlyList<string> Points { get; init; } = [];

    public IReadOnlyList<(string Kind, string Names)> Team { get; init; } = [];

    public IReadOnlyList<(string Text, string Unit)> Findings { get; init; } = [];

    public IReadOnlyList<long> Files { get; init; } = [];

    /// The form's token: a phone whose answer was lost sends the same record again, and it counts once.
    public string? Once { get; init; }

    public static VisitInput Posted(IFormCollection form) => new()
    {
        Way = form["way"].ToString(),
        On = form["on"].ToString(),
        Place = form["place"].ToString().Trim(),
        Seen = form["seen"].ToString().Trim(),
        Fits = form["fits"].ToString(),
        Task = int.TryParse(form["task"], System.Globalization.CultureInfo.InvariantCulture, out var task) ? task : 0,
        Inspection = long.TryParse(form["inspection"], System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null,
        Disciplined = form["disciplined"] == "true",
        Points = [.. form["points"].OfType<string>()],
        Team = [.. form["teamKind"].Select((kind, i) => (kind ?? "", i < form["team"].Count ? form["team"][i]?.Trim() ?? "" : ""))],
        Findings = [.. form["finding"].Select((text, i) => (text?.Trim() ?? "", i < form["findingUnit"].Count ? form["findingUnit"][i]?.Trim() ?? "" : ""))],
        Files = [.. form["file"].Select(f => long.TryParse(f, System.Globalization.CultureInfo.InvariantCulture, out var file) ? file : 0).Where(f => f > 0)],
        Once = form[Platform.Access.OnceTokens.Field] is [{ Length: > 0 and <= Platform.Access.OnceTokens.Longest } once] ? once : null,
    };
}

internal sealed record PlannedVisit(DateOnly On, bool Fits, IReadOnlyList<(string Kind, string Name)> Team, IReadOnlyList<(string Text, long? Unit)> Findings);

/// What a record of a visit must say. Pure.
internal static class VisitRules
{
    private const int MostFindings = 30;

    public static Outcome<PlannedVisit> Decide(VisitInput input, RuleBook rules, OrganisationBook book, DateOnly today)
    {
        if (rules.Value(SupervisionRules.VisitWays).All(w => w.Id != input.Way)) return SupervisionRefusals.Missing("way", "请选择督查方式。");
        if (DocketInput.Day(input.On) is not { } on) return SupervisionRefusals.Missing("on", "请填写督查日期。");
        if (on > today) return SupervisionRefusals.Missing("on", $"督查日期{on:yyyy年M月d日}还没有到，请在督查后登记。");
        if (input.Place.Length is 0 or > 200) return SupervisionRefusals.Missing("place", "请填写到了哪里，最多200字。");
        if (input.Seen.Length == 0) return SupervisionRefusals.Missing("seen", "请写明看到的真实情况。");
        if (input.Seen.Length > 4000) return SupervisionRefusals.TooLong("seen", "真实情况", 4000, input.Seen.Length);
        if (input.Fits is not ("yes" or "no")) return SupervisionRefusals.Missing("fits", "请选择与报来的情况是否相符。");
        if (input.Points.FirstOrDefault(p => !rules.Value(SupervisionRules.VisitPoints).Contains(p, StringComparer.Ordinal)) is not null) return SupervisionRefusals.Missing("points", "请从列出的督察内容中勾选。");
        if (!input.Disciplined) return SupervisionRefusals.Missing("disciplined", "请对照督查纪律逐条核对后勾选。");
        var team = new List<(string, string)>();
        foreach (var (kind, names) in input.Team)
            foreach (var name in Receivers.Names(names))
            {
                if (rules.Value(SupervisionRules.Team).All(t => t.Id != kind) || name.Length > 60) return SupervisionRefusals.Missing("team", $"请核对督查人员“{name.Cut(20)}”，几个人用顿号隔开。");
                team.Add((kind, name));
            }

        if (team.Count == 0) return SupervisionRefusals.Missing("team", "请登记督查人员，至少一人。");
        var findings = Findings(input, book, today);
        return findings.Succeeded ? new PlannedVisit(on, input.Fits == "yes", team, findings.Value) : findings.Refusal;
    }

    private static Outcome<IReadOnlyList<(string Text, long? Unit)>> Findings(VisitInput input, OrganisationBook book, DateOnly today)
    {
        var findings = new List<(string, long?)>();
        foreach (var (text, name) in input.Findings.Where(f => f.Text.Length > 0))
        {
            if (text.Length > 500) return SupervisionRefusals.TooLong("finding", "每个问题", 500, text.Length);
            var unit = Receivers.Find(book, name, today);
            if (name.Length > 0 && unit is null) return SupervisionRefusals.UnknownUnit("finding", name);
            findings.Add((text, unit?.Id));
        }

        if (input.Fits == "no" && findings.Count == 0) return SupervisionRefusals.Missing("finding", "与报来的情况不符的，请列出具体问题。");
        return findings.Count > MostFindings ? SupervisionRefusals.Missing("finding", $"一次最多列{MostFindings}个问题，请分次登记。") : findings.ToArray();
    }
}

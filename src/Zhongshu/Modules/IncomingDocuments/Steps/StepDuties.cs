using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.IncomingDocuments.Steps;

/// One step of 收文: what is done, what is demanded, and which role answers for it (M1-A14).
internal sealed record StepDuty(string Step, string Word, string Procedure, string Demand, string Role, string Responsible);

internal static class StepDuties
{
    private const int MostNames = 4;

    public static StepDuty? Of(RuleBook rules, string stepId) => rules.Value(IncomingRules.StepDuties).FirstOrDefault(d => d.Step == stepId || (stepId == "instruction-in-turn" && d.Step == "instruction"));

    /// The limit of a step as its rule says it, the urgent ones first.
    public static string LimitOf(RuleBook rules, string step)
    {
        if (step == "registration") return $"当日登记、当日送出，{rules.Value(IncomingRules.DailyClearAt)}检查";
        if (step == "filing") return "按归档时间";
        if (step == "reading") return rules.Value(DeadlineRules.Circulate).ToString() ?? "";
        var key = step switch { "instruction" => DeadlineRules.Instruct, "proposed-handling" or "routing" or "closing-review" => DeadlineRules.Propose, _ => DeadlineRules.Handle };
        return string.Join('；', rules.Value(DeadlineRules.Urgencies).OrderByDescending(u => u.Rank).Select(u => $"{u.Word}{rules.LimitFor(key, u.Rank).Value}"));
    }

    /// The post that answers for it, and who holds it today.
    public static string PeopleOf(OrganisationBook book, StepDuty duty, long home, DateOnly day)
    {
        if (duty.Role is "" or "无") return duty.Responsible;
        var names = book.WithRole(duty.Role, home, day).Select(h => h.Person.Name).Distinct().ToList();
        return names.Count is 0 or > MostNames ? duty.Responsible : $"{duty.Responsible}：{string.Join('、', names)}";
    }
}

using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision.Docket;

/// What a docketing must be: where it comes from, who answers for what, until when. Pure.
internal static class DocketRules
{
    private const int MostTasks = 100;

    public static Outcome<PlannedDocket> Decide(DocketForm form, RuleBook rules, OrganisationBook book, DateOnly today)
    {
        if (Refuses(form, rules) is { } no) return no;
        var limit = rules.Value(SupervisionRules.Limits).First(l => l.Id == form.LimitClass);
        var proposed = rules.Calendar.AddWorkdays(today, limit.Workdays);
        var tasks = new List<PlannedTask>();
        var remarks = new List<string>();
        for (var i = 0; i < form.Tasks.Count; i++)
        {
            var task = form.Tasks[i];
            if (RefusesTask(task, i, form.Tasks.Count) is { } wrong) return wrong;
            var due = TaskDates.Set(task.DueOn ?? proposed, today, rules.Calendar, Field("due", i));
            if (!due.Succeeded) return due.Refusal;
            if (due.Value.Remark is { } remark) remarks.Add(remark);
            if (due.Value.Day < proposed && form.ShortReason.Length == 0) return TooShort(limit, proposed, i);
            tasks.Add(new PlannedTask(task.Title.Length == 0 ? form.Title : task.Title, task.Measure, task.LeadUnitId, task.Supporting, [.. task.Copied.Except(task.Supporting)], due.Value.Day) { IsFallback = task.IsFallback });
        }

        return new PlannedDocket(tasks, Turning(form, book), remarks) { IsShort = tasks.Exists(t => t.DueOn < proposed) };
    }

    /// 办理打转: who wrote the report would be told to carry out what he himself reported on.
    public static string Turning(DocketForm form, OrganisationBook book)
    {
        if (form.WrittenByUnitId is not { } writer || book.Unit(writer) is not { } unit) return "";
        var home = book.HomeOf(writer)?.Id ?? writer;
        return form.Tasks.Any(t => t.LeadUnitId == writer || t.LeadUnitId == home) ? $"{unit.ShortName}既是报件单位又是牵头单位，请防止“写报告、批报告、督报告、再报告”的办理打转" : "";
    }

    private static Refusal? Refuses(DocketForm form, RuleBook rules)
    {
        if (form.Title.Length == 0) return SupervisionRefusals.Missing("title", "请填写督办事项名称，用一句话说清要办成什么事。");
        if (form.Title.Length > 200) return SupervisionRefusals.TooLong("title", "事项名称", 200, form.Title.Length);
        if (!Enum.IsDefined(form.Source)) return SupervisionRefusals.Missing("source", "请选择事项来源。");
        if (form.Source == SourceKind.Instruction && form.Quote.Length == 0) return SupervisionRefusals.Missing("quote", "领导批示立项须抄清批示原文，一字不改。");
        if (form.Source == SourceKind.Instruction && form.LeaderName.Length == 0) return SupervisionRefusals.Missing("leader", "请填写作出批示的领导。");
        if (form.Source != SourceKind.Instruction && form.Origin.Length == 0) return SupervisionRefusals.Missing("origin", "请写明依据：哪次会议、哪份文件、哪份清单的第几项。");
        if (form.Quote.Length > 4000) return SupervisionRefusals.TooLong("quote", "批示原文", 4000, form.Quote.Length);
        if (form.Origin.Length > 500) return SupervisionRefusals.TooLong("origin", "立项依据", 500, form.Origin.Length);
        if (form.Advice.Length > 4000) return SupervisionRefusals.TooLong("advice", "督办意见", 4000, form.Advice.Length);
        if (rules.Value(SupervisionRules.Limits).All(l => l.Id != form.LimitClass)) return SupervisionRefusals.Missing("limit", "请选择时限档：应急处置、常规督办或复杂督办。");
        if (!Enum.IsDefined(form.Reporting)) return SupervisionRefusals.Missing("reporting", "请选择反馈方式。");
        if (form.Tasks.Count == 0) return SupervisionRefusals.Missing("lead-0", "至少要分解出一项任务，明确牵头单位。");
        return form.Tasks.Count > MostTasks ? SupervisionRefusals.Missing("lead-0", $"一个事项最多分解{MostTasks}项任务，现有{form.Tasks.Count}项。请分成几个事项立项。") : null;
    }

    private static Refusal? RefusesTask(TaskForm task, int index, int count)
    {
        var name = count == 1 ? "任务" : $"第{index + 1}项任务";
        if (task.Title.Length == 0 && count > 1) return SupervisionRefusals.Missing(Field("task", index), $"请填写{name}的内容。");
        if (task.Title.Length > 500) return SupervisionRefusals.TooLong(Field("task", index), name, 500, task.Title.Length);
        if (task.Measure.Length > 1000) return SupervisionRefusals.TooLong(Field("measure", index), $"{name}的成果标准", 1000, task.Measure.Length);
        if (task.LeadUnitId == 0) return SupervisionRefusals.Missing(Field("lead", index), $"请选择{name}的牵头单位。没有明确承办单位的，选“{Receivers.Fallback}”。");
        return task.Supporting.Contains(task.LeadUnitId) || task.Copied.Contains(task.LeadUnitId)
            ? SupervisionRefusals.Missing(Field("support", index), $"{name}的牵头单位又列在配合或抄送单位中，请去掉一处。") : null;
    }

    private static Refusal TooShort(LimitClass limit, DateOnly proposed, int index) => new("supervision.short",
        $"“{limit.Word}”计入公文流转{limit.Transit}个、调查核实{limit.Verify}个、研究落实{limit.Study}个工作日，建议时限为{proposed:yyyy年M月d日}。确需更早的，请填写缩短时限的理由。") { Field = Field("due", index) };

    private static string Field(string name, int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}-{index}");
}

using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Supervision.Tasks;

/// 核查: what the supervision office makes of a feedback. Pure.
internal static class CheckingLife
{
    public static Outcome<TaskMove> Decide(TaskStanding task, TaskCommand command, TaskFacts facts) => command.Verb switch
    {
        TaskVerb.Accept => new TaskMove(task with { State = TaskState.Running, DueOn = NextPeriod(task, facts), AnsweredAt = null, Progress = Progress(task, facts) }, "采纳进展，继续办理"),
        TaskVerb.Refuse => command.Reason.Length == 0
            ? new Refusal("supervision.missing", "请写明缺什么、怎么补，责任单位才知道如何补报。") { Field = "Reason" }
            : new TaskMove(task with { State = TaskState.Running, AnsweredAt = null, Progress = facts.Reached }, "退回补报"),
        TaskVerb.TurnLongTerm => command.Reason.Length == 0 ? SupervisionRefusals.NoReason(TaskVerb.TurnLongTerm) : LongTerm(task, facts),
        _ => Closed(task, command, facts),
    };

    private static Outcome<TaskMove> Closed(TaskStanding task, TaskCommand command, TaskFacts facts)
    {
        var figures = facts.Figures;
        if (facts.Last is not { IsFinal: true } last) return new Refusal("supervision.not-final", "责任单位还没有申请销号，只报了进展。可以采纳进展，或退回请其报送办理结果。") { Kind = RefusalKind.Conflict };
        if (facts.OpenParts > 0) return SupervisionRefusals.PartsOpen(command.Verb, facts.OpenParts);
        if (!figures.Proves(last.Evidence)) return SupervisionRefusals.OnlyPaper(figures);
        if (facts.NeedsVoice && !last.Evidence.Contains(SupervisionRules.VoiceEvidence, StringComparer.Ordinal))
            return new Refusal("supervision.voice", $"群众和企业的诉求要以本人是否满意为准。佐证里还没有“{figures.Evidence.FirstOrDefault(e => e.Id == SupervisionRules.VoiceEvidence)?.Word}”，请退回补报，或跟踪到真正解决再销号。") { Field = "Evidence" };
        var known = figures.Checking.Where(c => command.Ways.Contains(c.Id, StringComparer.Ordinal)).ToList();
        if (known.Count == 0) return new Refusal("supervision.ways", "请选择核查方式：通过什么途径核实了办理结果。") { Field = "Ways" };
        if (facts.NeedsOnsite && !known.Exists(w => w.Onsite))
            return new Refusal("supervision.onsite", $"这类事项销号前须现场核验。请实地核验后选择“{figures.Checking.FirstOrDefault(c => c.Onsite)?.Word}”再销号。") { Field = "Ways" };
        if (facts.NeedsOnsite && facts.VisitFits is null) return new Refusal("supervision.onsite-record", "这类事项销号前须现场核验，还没有这次反馈之后的核验记录。请先登记督查情况，再销号。") { Field = "Ways" };
        if (facts.VisitFits == false) return new Refusal("supervision.onsite-failed", "现场核验与报来的情况不符，不能销号。请退回补报，整改后再次核验。") { Kind = RefusalKind.Conflict };
        if (command.Verb == TaskVerb.ClosePartly && command.Reason.Length == 0) return new Refusal("supervision.rest", "请写明还剩哪些没有完成，剩余部分将另列一项任务继续督办。") { Field = "Reason" };
        var rest = command.Verb == TaskVerb.ClosePartly ? TermLife.Day(command.On, facts) : default(Outcome<SetDate>?);
        if (rest?.Refusal is { } no) return no;
        var answered = task.AnsweredAt ?? last.At;
        var closed = task with
        {
            State = TaskState.Closed,
            Progress = 100,
            ClosedAt = facts.Now,
            AnsweredAt = answered,
            InTime = answered < OfficeDay.Start(task.DueOn.AddDays(1)),
            AskedDueOn = null,
            AskedReason = "",
            LookBackOn = TaskDates.After(facts.Today, figures.LookBack, figures.Calendar),
        };
        var ways = string.Join('、', known.Select(w => w.Word));
        return new TaskMove(closed, $"{TaskWords.Of(command.Verb)}（{ways}），定于{closed.LookBackOn:yyyy年M月d日}回头看") { Remark = rest?.Value.Remark };
    }

    private static TaskMove LongTerm(TaskStanding task, TaskFacts facts)
    {
        var due = TaskDates.After(facts.Today, facts.Figures.LongTerm, facts.Figures.Calendar);
        return new TaskMove(task with { State = TaskState.Running, IsLongTerm = true, DueOn = due, Progress = Progress(task, facts), AnsweredAt = null, AskedDueOn = null, AskedReason = "" }, $"转为长期工作，下次{due:yyyy年M月d日}前报告");
    }

    /// What was reported as done and goes on is not done: it stands where it was taken up last.
    private static int Progress(TaskStanding task, TaskFacts facts) => task.State == TaskState.Checking && facts.Last is { IsFinal: true } ? facts.Reached : task.Progress;

    /// Long-term work is due again one period on; other work keeps its deadline.
    private static DateOnly NextPeriod(TaskStanding task, TaskFacts facts) => task.IsLongTerm ? TaskDates.After(facts.Today, facts.Figures.LongTerm, facts.Figures.Calendar) : task.DueOn;
}

using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Defects;

/// Who does a step by when.
public sealed record StepPlan(string Step, long OwnerId, DateOnly? DueOn);

/// What is said when a slip is struck off.
public sealed record Closing(string Lesson, bool IsCase)
{
    /// 责任人, named now where nobody was before.
    public long PersonId { get; init; }

    public string Conclusion { get; init; } = "";

    public string Everybody { get; init; } = "";

    public string WholeProcess { get; init; } = "";

    public string AllScenes { get; init; } = "";
}

/// 登记 → 复盘（依次各步）→ 销号. Pure.
internal static class DefectLife
{
    public const int Longest = 1000;

    /// The steps to do, or why the review cannot begin so.
    public static Outcome<IReadOnlyList<DefectStep>> Open(Defect defect, ApproachWord? approach, IReadOnlyList<StepPlan> plan, (IReadOnlyList<ReviewStep> Steps, DateOnly Today) figures)
    {
        if (defect.State != DefectState.Registered) return DefectRefusals.NotNow("安排复盘", defect.State);
        if (approach is null) return DefectRefusals.Missing("approach", "请选择这是哪一类问题：个性、共性，还是堵点难点。");
        var (rows, before) = (new List<DefectStep>(), figures.Today);
        foreach (var step in figures.Steps)
        {
            if (plan.FirstOrDefault(p => p.Step == step.Id) is not { OwnerId: > 0 } of) return DefectRefusals.NoOwner(step.Word);
            if (of.DueOn is not { } due || due < before) return DefectRefusals.NoDue(step.Word);
            rows.Add(new DefectStep { DefectId = defect.Id, Step = step.Id, OwnerId = of.OwnerId, DueOn = before = due });
        }

        (defect.State, defect.Approach) = (DefectState.InReview, approach.Id);
        return rows;
    }

    /// Steps are done one after another; what was done may be put better as long as the review is open.
    public static Refusal? Do(Defect defect, string stepId, string words, (IReadOnlyList<ReviewStep> Order, IReadOnlyList<DefectStep> Rows) steps, (string Name, DateOnly Today) by)
    {
        if (defect.State != DefectState.InReview) return DefectRefusals.NotNow("填写复盘", defect.State);
        if (words.Length is 0 or > Longest) return DefectRefusals.Missing("words", $"请写明这一步做了什么，最多{Longest}字。");
        foreach (var step in steps.Order)
        {
            if (steps.Rows.FirstOrDefault(r => r.Step == step.Id) is not { } row) continue;
            if (step.Id == stepId)
            {
                (row.Words, row.DoneOn, row.DoneBy) = (words, by.Today, by.Name);
                return null;
            }

            if (row.DoneOn is null) return DefectRefusals.StepBefore(step.Word);
        }

        return Refusal.NotFound("这一步");
    }

    /// 销号: a slight slip at once, with its lesson; a reviewed one when every step is done and the three alls are said.
    public static Refusal? Close(Defect defect, Closing closing, (bool Must, int Advices) facts, (IReadOnlyList<ReviewStep> Order, IReadOnlyList<DefectStep> Rows, ApproachWord? Approach) review, DateOnly today)
    {
        if (defect.State == DefectState.Closed) return DefectRefusals.NotNow("再次销号", defect.State);
        if (defect.State == DefectState.Registered && facts.Must) return DefectRefusals.MustReview;
        if (new[] { closing.Lesson, closing.Conclusion, closing.Everybody, closing.WholeProcess, closing.AllScenes }.Any(t => t.Length > Longest)) return DefectRefusals.Missing("lesson", $"每一栏最多{Longest}字，请精简。");
        if (defect.State == DefectState.InReview && Unreviewed(defect, closing, facts.Advices, review) is { } no) return no;
        if (closing.Lesson.Length == 0) return DefectRefusals.NoLesson;
        (defect.Lesson, defect.IsCase, defect.ClosedOn, defect.State) = (closing.Lesson, closing.IsCase, today, DefectState.Closed);
        (defect.Conclusion, defect.Everybody, defect.WholeProcess, defect.AllScenes) = (closing.Conclusion, closing.Everybody, closing.WholeProcess, closing.AllScenes);
        return null;
    }

    public static string WordOf(DefectState state) => state switch { DefectState.Registered => "待处理", DefectState.InReview => "复盘中", _ => "已销号" };

    private static Refusal? Unreviewed(Defect defect, Closing closing, int advices, (IReadOnlyList<ReviewStep> Order, IReadOnlyList<DefectStep> Rows, ApproachWord? Approach) review)
    {
        var open = review.Order.FirstOrDefault(s => review.Rows.Any(r => r.Step == s.Id && r.DoneOn is null));
        if (open is not null) return DefectRefusals.StepOpen(open.Word);
        if (closing.Everybody.Length == 0 || closing.WholeProcess.Length == 0 || closing.AllScenes.Length == 0) return DefectRefusals.NoWhole;
        if (defect.Approach == DefectRules.OpenDoor && advices == 0) return DefectRefusals.NoAdvice;
        return review.Approach is { } approach && closing.Conclusion.Length == 0 ? DefectRefusals.Missing("conclusion", $"请写明{approach.Asks}。") : null;
    }
}

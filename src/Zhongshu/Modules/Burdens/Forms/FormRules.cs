using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Burdens.Forms;

/// A question as asked for: its text, its measure, and what is to be done where the same was asked before.
internal sealed record QuestionForm(string Text, string Measure, QuestionMode Mode, string Reason)
{
    private const int LongestMeasure = 10;

    // What stands in the brackets is a measure only when it reads like one: 是/否, 如有请说明, 2025年末 are not.
    private static readonly string[] NoMeasure = ["是", "否", "有", "无", "如", "请", "含", "填", "选", "写", "说明", "注明", "可", "截至", "截止"];

    /// One line of the form: 常住人口（人） is a number of 人; without a measure it is a text.
    public static QuestionForm Of(string line)
    {
        var text = line.Trim().TrimEnd('：', ':', '？', '?');
        var open = text.LastIndexOfAny(['（', '(']);
        return open > 0 && text[^1] is '）' or ')' && IsMeasure(text[(open + 1)..^1].Trim()) ? new QuestionForm(text[..open].Trim(), text[(open + 1)..^1].Trim(), QuestionMode.Ask, "") : new QuestionForm(text, "", QuestionMode.Ask, "");
    }

    private static bool IsMeasure(string words) => words.Length is > 0 and <= LongestMeasure && !NoMeasure.Any(w => words.Contains(w, StringComparison.Ordinal)) && !words.Any(c => char.IsDigit(c) || c is '、' or '，' or '。' or '；' or '：' or ',' or ';');
}

/// A question that was asked before, and where its answers are.
internal sealed record AskedBefore(long QuestionId, long FormId, string Text, string Place);

/// A question of the new form beside the one that asked the same.
public sealed record SameQuestion(string Text, string Before, string Place, long FormId);

internal sealed record SameQuestions(IReadOnlyList<SameQuestion> Same) : Refusal("burdens.same-question",
    $"有{Same.Count}个问题已经问过：{string.Join('；', Same.Select(s => $"“{s.Text}”见{s.Place}"))}。请取用已有答案；数据确须更新的，写明理由。");

/// What is asked for stands in the library already (工作模块).
internal sealed record ModulesKnown(IReadOnlyList<Materials.Contracts.KnownModule> Known) : Refusal("burdens.known-module",
    $"知识库里已有{string.Join('、', Known.Select(k => $"“{k.Title}”"))}，可以直接取用，不必再要单位填。还要填的，请在“有何不同”写明。");

/// A form that may be registered.
internal sealed record PlannedForm(IReadOnlyList<PlannedQuestion> Questions)
{
    /// What units have to write themselves.
    public int Asked => Questions.Count(q => q.Mode is QuestionMode.Ask or QuestionMode.Renew);
}

internal sealed record PlannedQuestion(QuestionForm Form, QuestionMode Mode, long? SameAsId);

/// 一表通: nobody is asked twice for what was answered, nor at all for what the house knows. Pure.
internal static class FormRules
{
    public const int MostQuestions = 100;

    private const int LongestReason = 500;

    public static Outcome<PlannedForm> Decide(IReadOnlyList<QuestionForm> questions, IReadOnlyList<AskedBefore> before, IReadOnlyList<string> known, double likeness)
    {
        if (questions.Count is 0 or > MostQuestions) return FormRefusals.NoQuestions;
        if (questions.FirstOrDefault(q => q.Text.Length is 0 or > 200) is not null) return FormRefusals.LongQuestion;
        if (questions.Any(q => q.Reason.Length > LongestReason)) return FormRefusals.LongReason;
        if (questions.GroupBy(q => LikeText.Normal(q.Text)).FirstOrDefault(g => g.Count() > 1) is { } twice) return FormRefusals.Twice(twice.First().Text);
        var planned = new List<PlannedQuestion>();
        var same = new List<SameQuestion>();
        foreach (var question in questions)
        {
            var was = known.Any(k => IsSame(question.Text, k, 1)) ? null : Nearest(question.Text, before, likeness);
            if (was is null) planned.Add(new PlannedQuestion(question, known.Any(k => IsSame(question.Text, k, 1)) ? QuestionMode.Known : QuestionMode.Ask, null));
            else if (question.Mode == QuestionMode.Reuse || (question.Mode == QuestionMode.Renew && question.Reason.Length > 0)) planned.Add(new PlannedQuestion(question, question.Mode, was.QuestionId));
            else same.Add(new SameQuestion(question.Text, was.Text, was.Place, was.FormId));
        }

        return same.Count > 0 ? new SameQuestions(same) { Kind = RefusalKind.Conflict, Field = "questions" } : new PlannedForm(planned);
    }

    private static AskedBefore? Nearest(string text, IReadOnlyList<AskedBefore> before, double likeness) =>
        before.Select(b => (Before: b, Share: LikeText.Of(text, b.Text))).Where(b => b.Share >= likeness).OrderByDescending(b => b.Share).ThenByDescending(b => b.Before.QuestionId).Select(b => b.Before).FirstOrDefault();

    private static bool IsSame(string one, string other, double least) => LikeText.Of(one, other) >= least;
}

/// Every expected "no" of the forms, one line each.
internal static class FormRefusals
{
    public static readonly Refusal NoBasis = new("burdens.form-basis", "请写明报表的名称和依据。没有依据的报表不得下发。") { Field = "basis" };

    public static readonly Refusal NoDue = new("burdens.form-due", "请填写报送时限，不早于今天。") { Field = "due" };

    public static readonly Refusal NoUnits = new("burdens.form-units", "请至少选一个填报单位。") { Field = "units" };

    public static readonly Refusal NoQuestions = new("burdens.form-questions", "请写出要问的内容，一行一问，最多100问。") { Field = "questions" };

    public static readonly Refusal LongQuestion = new("burdens.form-question", "每一问最多200字，请精简。") { Field = "questions" };

    public static readonly Refusal LongReason = new("burdens.form-reason", "更新数据的理由最多500字，请精简。") { Field = "questions" };

    public static readonly Refusal Gone = new("burdens.form-gone", "这张报表没有获得批准或已取消，不用填报。") { Kind = RefusalKind.Conflict };

    public static Refusal LongAnswer(string text) => new("burdens.form-answer-length", $"“{text}”最多填2000字，请精简，详细材料另附。") { Field = text };

    public static readonly Refusal NotYours = new("burdens.form-unit", "这张报表没有发给本单位，不需要填报。") { Kind = RefusalKind.Forbidden };

    public static readonly Refusal NotSent = new("burdens.form-waits", "这张报表还在报批，批准后才能填报。") { Kind = RefusalKind.Conflict };

    public static Refusal Twice(string text) => new("burdens.form-twice", $"“{text}”在这张表里问了两次，请删去一处。") { Field = "questions" };

    public static Refusal NoAnswer(string text) => new("burdens.form-answer", $"“{text}”还没有填。没有的请填“无”或 0。") { Field = text };

    public static Refusal NoNumber(string text, string value) => new("burdens.form-number", $"“{text}”应填数字，现为“{value}”。") { Field = text };
}

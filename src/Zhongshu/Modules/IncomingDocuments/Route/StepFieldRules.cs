using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.IncomingDocuments.Route;

/// 拟办前三问 and the principle of a routing: checked and taken over from the form of the step.
internal static class StepFieldRules
{
    private const int LongestAnswer = 600;
    private const int LongestReason = 400;

    public static Refusal? Take(RuleBook rules, IncomingDocument document, StepAnswer answer) => (answer.StepId, answer.Verb) switch
    {
        ("proposed-handling", "complete") => ProposalPhrases.RefusesBlanks(answer.Opinion) ?? ToLeader(rules, document, answer) ?? Questions(rules, document, answer),
        ("routing", "complete") => ProposalPhrases.RefusesBlanks(answer.Opinion) ?? Principle(rules, document, answer),
        _ => null,
    };

    /// 重大事项不得单级通过 (M1-B09): it is not handed out before a leader has instructed.
    private static Refusal? ToLeader(RuleBook rules, IncomingDocument document, StepAnswer answer)
    {
        if (answer.To != "routing") return null;
        var word = rules.Value(IncomingRules.LeaderWords).FirstOrDefault(w => document.Title.Contains(w, StringComparison.Ordinal) || document.Substance.Contains(w, StringComparison.Ordinal));
        return word is null ? null : new Refusal("incoming.leader-first", $"这件来文涉及“{word}”，须送领导批示后再分办，不能直接分办。请改选“送领导批示”。{rules.Get(IncomingRules.LeaderWords).Ref.Citation}。") { Field = "to" };
    }

    private static Refusal? Questions(RuleBook rules, IncomingDocument document, StepAnswer answer)
    {
        var must = rules.KindsOf(IncomingRules.QuestionedKinds).Contains(document.Kind);
        foreach (var question in rules.Value(IncomingRules.ThreeQuestions))
        {
            var text = answer.Field(question.Id);
            if (text.Length > LongestAnswer) return new IncomingRefusals.TooLong(question.Id, question.Ask, text.Length, LongestAnswer);
            if (text.Length > 0) Write(document, question.Id, text);
            else if (must && Read(document, question.Id).Length == 0) return new IncomingRefusals.Missing(question.Id, $"拟办前请先回答：{question.Ask}。");
        }

        return null;
    }

    private static Refusal? Principle(RuleBook rules, IncomingDocument document, StepAnswer answer)
    {
        var (principle, reason) = (answer.Field("routingPrinciple"), answer.Field("routingReason"));
        if (reason.Length > LongestReason) return new IncomingRefusals.TooLong("routingReason", "分办理由", reason.Length, LongestReason);
        if (principle.Length > 0 && rules.Value(IncomingRules.RoutingPrinciples).All(p => p.Word != principle)) return new IncomingRefusals.UnknownCode("routingPrinciple", "分办原则");
        var (distinction, cause) = (answer.Field("distinction"), answer.Field("disputeCause"));
        if (distinction.Length > 0 && rules.Value(IncomingRules.Distinctions).All(d => d.Word != distinction)) return new IncomingRefusals.UnknownCode("distinction", "区分依据");
        if (cause.Length > LongestReason) return new IncomingRefusals.TooLong("disputeCause", "分歧根源", cause.Length, LongestReason);
        if (distinction.Length > 0) document.Distinction = distinction;
        if (cause.Length > 0) document.DisputeCause = cause;
        if (principle.Length > 0) document.RoutingPrinciple = principle;
        if (reason.Length > 0) document.RoutingReason = reason;
        return null;
    }

    public static string Read(IncomingDocument document, string question) => question switch
    {
        "purpose" => document.Purpose,
        "background" => document.Background,
        _ => document.Consideration,
    };

    private static void Write(IncomingDocument document, string question, string text)
    {
        if (question == "purpose") document.Purpose = text;
        else if (question == "background") document.Background = text;
        else document.Consideration = text;
    }
}

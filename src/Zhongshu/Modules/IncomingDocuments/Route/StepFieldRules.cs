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
        ("proposed-handling", "complete") => Questions(rules, document, answer),
        ("routing", "complete") => Principle(rules, document, answer),
        _ => null,
    };

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

using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.IncomingDocuments.Instructions;

/// How an instruction stands to what the office proposed.
public enum Agreement
{
    /// 同意拟办
    Agrees,

    /// 另有要求
    Adds,

    /// 与拟办不一致
    Differs,
}

/// Reads it from the words alone; people judge (M1-B37). Pure.
internal static class InstructionAgreement
{
    public static Agreement Of(RuleBook rules, string text)
    {
        if (rules.Value(IncomingRules.DifferenceWords).Any(w => text.Contains(w, StringComparison.Ordinal))) return Agreement.Differs;
        var rest = text;
        // The longest phrase first, so that a short word in it does not leave its ends behind.
        foreach (var word in rules.Value(IncomingRules.AgreementWords).OrderByDescending(w => w.Length)) rest = rest.Replace(word, "", StringComparison.Ordinal);
        return rest.Any(char.IsLetterOrDigit) ? Agreement.Adds : Agreement.Agrees;
    }

    public static string Word(Agreement agreement) => agreement switch { Agreement.Agrees => "同意拟办", Agreement.Differs => "与拟办不一致", _ => "另有要求" };
}

using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.CommandLine.Documents;

/// The words of the registration as people at a command line say them: those of the page, those of the interface, and the names in the program.
internal static class SpokenWords
{
    /// 请示 is enough for 下级请示, as long as no other kind ends so.
    public static Outcome<IncomingKind> Kind(RuleBook rules, string said)
    {
        var kinds = rules.Value(IncomingRules.Kinds).ToList();
        var at = kinds.FindIndex(k => k.Word == said || k.Id.Equals(said, StringComparison.OrdinalIgnoreCase));
        if (at < 0 && Enum.TryParse<IncomingKind>(said, ignoreCase: true, out var named) && Enum.IsDefined(named)) return named;
        if (at < 0 && said.Length > 1 && kinds.Where(k => k.Word.EndsWith(said, StringComparison.Ordinal)).ToList() is [var only]) at = kinds.IndexOf(only);
        return at >= 0 ? (IncomingKind)(at + 1) : new Refusal("command.kind", $"来文方式可用：{string.Join("、", kinds.Select(k => $"{k.Word}（{k.Id}）"))}。");
    }

    public static Outcome<Urgency> Urgency(RuleBook rules, string said)
    {
        var known = rules.Value(DeadlineRules.Urgencies);
        if (known.FirstOrDefault(u => u.Word == said) is { } word) return (Urgency)word.Rank;
        return Enum.TryParse<Urgency>(said, ignoreCase: true, out var named) && Enum.IsDefined(named) ? named
            : new Refusal("command.urgency", $"紧急程度可用：{string.Join("、", known.Select(u => $"{u.Word}（{(Urgency)u.Rank}）"))}。");
    }

    public static Outcome<int> Level(string said) =>
        said is ['0' or '1' or '2' or '3'] ? said[0] - '0' : Classification.Parse(said) is { } level ? level : new Refusal("command.classification", "密级请写无（0）、秘密（1）、机密（2）、绝密（3）。");
}

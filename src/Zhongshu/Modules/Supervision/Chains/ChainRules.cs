using Zhongshu.Calendar;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision.Chains;

/// One link of a chain: what the office calls it, by what the program sees that it happened, whether its time is counted from the arrival; for all items, or those of some sources or topics.
internal sealed record ChainWord(string Group, string Word, string Sign, bool Timed, IReadOnlyList<string> Sources, IReadOnlyList<string> Topics);

/// How often a paper of this kind is due.
internal sealed record IssueEvery(string Kind, Within Every);

internal static class ChainRules
{
    private const string Use = "督查督办";

    public static readonly RuleKey<IReadOnlyList<ChainWord>> Links = RuleKey.Table("supervision.chains", Use, r => new ChainWord(r.Text("group"), r.Text("word"), r.Text("sign"), r.YesNo("timed"), r.List("sources"), r.List("topics")));

    public static readonly RuleKey<IReadOnlyList<IssueEvery>> Issues = RuleKey.Table("supervision.issue-every", Use, r => new IssueEvery(r.Text("id"), r.Limit("every")));

    public static readonly RuleNeeds Needs = new([Links, Issues], [KnownSigns]);

    private static IEnumerable<(RuleKey Key, string Message)> KnownSigns(RuleBook book)
    {
        foreach (var link in book.Value(Links))
        {
            if (!Enum.TryParse<ChainSign>(link.Sign, true, out _)) yield return (Links, $"“{link.Group}”的“{link.Word}”：没有“{link.Sign}”这种标志，可用的有{string.Join('、', Enum.GetNames<ChainSign>()).ToLowerInvariant()}。");
            if (SupervisionRules.KindsOf(link.Sources).Contains((SourceKind)0)) yield return (Links, $"“{link.Group}”的来源不在来源表中。");
        }

        foreach (var issue in book.Value(Issues).Where(i => Reports.ReportKinds.Find(i.Kind) is null)) yield return (Issues, $"没有“{issue.Kind}”这种通报和报告。");
    }
}

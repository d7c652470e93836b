using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Archives.Loans;

/// 借阅方式: for how many days at most, whether something has to come back, and whether the file is opened on the screen.
public sealed record LoanWay(string Id, string Word, int Days, bool IsOnScreen);

internal static class LoanRules
{
    private const string Use = "档案借阅";

    /// The use that a package taken down counts as.
    public const string Download = "download";

    public static readonly RuleKey<IReadOnlyList<LoanWay>> Ways = RuleKey.Table("archives.loan-ways", Use, r => new LoanWay(r.Text("id"), r.Text("word"), r.Whole("days"), r.YesNo("screen")));

    public static readonly RuleKey<IReadOnlyList<string>> Purposes = RuleKey.List("archives.use-purposes", Use);

    /// In days: how often somebody is reminded of the same.
    public static readonly RuleKey<int> RemindEvery = RuleKey.Whole("archives.remind-every", "档案提醒");

    public static readonly RuleNeeds Needs = new([Ways, Purposes, RemindEvery], []);

    public static string WayWord(this RuleBook rules, string way) => way == Download ? "下载归档包" : rules.Value(Ways).FirstOrDefault(w => w.Id == way)?.Word ?? way;
}

namespace Zhongshu.Platform.Rules.Keys;

/// A kind of incoming piece and the word that its number carries.
internal sealed record NumberSeries(string Kind, string Code);

/// Patterns of the numbers that the office gives out.
internal static class NumberingRules
{
    public static readonly RuleKey<string> Incoming = RuleKey.Text("numbering.incoming", "收文登记");

    public static readonly RuleKey<IReadOnlyList<NumberSeries>> IncomingSeries =
        RuleKey.Table("numbering.incoming-series", "收文登记", r => new NumberSeries(r.Text("kind"), r.Text("code")));

    public static readonly RuleKey<string> Matter = RuleKey.Text("numbering.matter", "事项编码");

    public static readonly RuleKey<string> Outgoing = RuleKey.Text("numbering.outgoing", "发文编号");

    public static readonly RuleNeeds Needs = new([Incoming, IncomingSeries, Matter, Outgoing], [PatternsHoldASerial]);

    private static IEnumerable<(RuleKey Key, string Message)> PatternsHoldASerial(RuleBook book)
    {
        foreach (var key in new[] { Incoming, Matter, Outgoing })
            if (!book.Value(key).Contains("{序号", StringComparison.Ordinal) || !book.Value(key).Contains("{年}", StringComparison.Ordinal))
                yield return (key, "编号格式须含 {年} 和 {序号}，否则会重号。");
    }
}

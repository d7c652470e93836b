using Zhongshu.Platform;
using Zhongshu.Typesetting;

namespace Zhongshu.Modules.Boards.Digest;

/// 周况 and 要情 of the same rows: the one tells all by kind, the other what stands on the board. Pure.
internal static class DigestPapers
{
    public static OfficialDocument Week(IReadOnlyList<OfficeFact> facts, (DateOnly From, DateOnly To) days, (string Issuer, DateOnly Today) signed)
    {
        var body = new List<Block> { Text($"{Span(days)}，共{facts.Count}项。") };
        foreach (var (group, i) in facts.GroupBy(f => f.Kind, StringComparer.Ordinal).Select((g, i) => (g, i)))
        {
            body.Add(new Paragraph(1, [new TextRun($"{HeadingNumber.Of(i)}、{group.Key}（{group.Count()}项）", FontRole.HeiTi)]));
            body.AddRange(group.Select((f, n) => Text($"{n + 1}. {Line(f)}")));
        }

        return Paper("一周工作情况", body, signed);
    }

    public static OfficialDocument Key(IReadOnlyList<OfficeFact> facts, (DateOnly From, DateOnly To) days, (string Issuer, DateOnly Today) signed)
    {
        var focus = facts.Where(f => f.IsFocus).ToList();
        var body = new List<Block> { Text(focus.Count == 0 ? $"{Span(days)}，没有列入看板的事项。" : $"{Span(days)}，重点事项{focus.Count}项。") };
        body.AddRange(focus.Select((f, n) => Text($"{n + 1}. 〔{f.Kind}〕{Line(f)}")));
        return Paper("要情", body, signed);
    }

    private static string Line(OfficeFact fact) =>
        $"{OfficeDay.Local(fact.At):M月d日}，{fact.What.TrimEnd('。')}{(fact.Unit.Length > 0 ? $"，{fact.Unit}" : "")}{(fact.Place.Length > 0 ? $"，{fact.Place}" : "")}{(fact.People.Length > 0 ? $"，{fact.People}" : "")}。";

    private static string Span((DateOnly From, DateOnly To) days) => $"{days.From:yyyy年M月d日}至{days.To:M月d日}";

    private static OfficialDocument Paper(string title, List<Block> body, (string Issuer, DateOnly Today) signed) => new() { Title = title, Body = body, SignOff = new SignOff { Style = SignOffStyle.Plain, Signatories = [signed.Issuer], Date = $"{signed.Today:yyyy年M月d日}" } };

    private static Paragraph Text(string text) => new(0, [new TextRun(text)]);
}

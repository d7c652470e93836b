using Zhongshu.Typesetting;

namespace Zhongshu.Modules.Burdens.Observations;

/// A case as a circular tells it.
internal sealed record CaseTold(BurdenReport Report, NegativeItem Item, string Handler);

/// 典型问题通报, drafted from the closed cases: what it was, which rule it goes against, what was done. A person edits and issues it. Pure.
internal static class CaseCircular
{
    public static OfficialDocument Draft(IReadOnlyList<CaseTold> cases, string issuer, DateOnly today)
    {
        var body = new List<Block> { Text($"近期，基层减负观测点反映并经核查办结的加重基层负担问题中，有{cases.Count}个具有典型性，现予通报。") };
        foreach (var (told, i) in cases.Select((c, i) => (c, i)))
        {
            body.Add(new Paragraph(1, [new TextRun($"{HeadingNumber.Of(i)}、{told.Item.Word}", FontRole.HeiTi)]));
            body.Add(Text($"反映情况：{Ended(told.Report.Text)}"));
            body.Add(Text($"对照规定：{Ended(told.Item.Source)}"));
            if (told.Report.Answer.Length > 0) body.Add(Text($"{told.Handler}答复：{Ended(told.Report.Answer)}"));
            body.Add(Text($"处理结果：{Ended(told.Report.Result)}"));
        }

        body.Add(new Paragraph(1, [new TextRun($"{HeadingNumber.Of(cases.Count)}、工作要求", FontRole.HeiTi)]));
        body.Add(Text("各单位要对照上述问题逐一检视，有同类问题的立即改正并登记结果；没有的也要登记。办公室将适时回头看，对改了又犯的再次通报。"));
        return new OfficialDocument
        {
            Title = "关于加重基层负担典型问题的通报",
            Body = body,
            SignOff = new SignOff { Style = SignOffStyle.Plain, Signatories = [issuer], Date = $"{today:yyyy年M月d日}" },
        };
    }

    private static string Ended(string text) => text.TrimEnd('。', '；', '.') + "。";

    private static Paragraph Text(string text) => new(0, [new TextRun(text)]);
}

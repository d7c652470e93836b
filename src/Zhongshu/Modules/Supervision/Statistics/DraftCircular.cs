using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Typesetting;

namespace Zhongshu.Modules.Supervision.Statistics;

/// 督查通报 and 督查专报, drafted from the figures; the annex lists the tasks behind every number by code. A person edits and issues it. Pure.
internal static class DraftCircular
{
    private const int MostNamed = 30;

    /// 通报: results, praise and reminders, to all.
    public static OfficialDocument Circular(CircularFacts facts)
    {
        var body = new List<Block> { Text(Lead(facts)), Heading("一、总体情况"), Text(Overall(facts)), Units(facts) };
        body.Add(Heading("二、点名表扬"));
        var praised = facts.Figures.Units.Where(u => u.Assigned > 0 && u.Closed == u.Assigned && u.InTime == u.Closed).Select(u => facts.NameOf(u.Key)).ToList();
        body.Add(Text(praised.Count == 0 ? "本期没有全部按期办结的单位。" : $"{string.Join('、', praised)}承担的督办任务全部按期办结，予以表扬。"));
        body.Add(Heading("三、点名提醒"));
        body.AddRange(Reminders(facts));
        body.Add(Heading("四、成果晾晒"));
        var closed = facts.Tasks.Where(t => t.State == TaskState.Closed).OrderByDescending(t => t.ClosedAt).Take(MostNamed).ToList();
        body.AddRange(closed.Count == 0 ? [Text("本期没有办结的任务。")] : closed.Select((t, i) => Text($"{i + 1}. {facts.NameOf(t.Unit)}：{t.Task}（{t.Code}），{(t.InTime ? "按期" : "逾期")}办结。")));
        body.Add(Heading("五、工作要求"));
        body.Add(Text("请各单位对照附件清单逐项核对。未办结的要明确责任人和完成时间，按期反馈进展；超期的要说明原因和赶进度措施；已办结的要巩固成果，做好回头看准备。"));
        return Document(facts, $"关于{Period(facts)}督查督办情况的通报", body);
    }

    /// 专报: what a leader must know, the lagging first.
    public static OfficialDocument Special(CircularFacts facts)
    {
        var body = new List<Block> { Heading("一、总体进展"), Text(Overall(facts)), Heading("二、进展缓慢事项") };
        body.AddRange(Reminders(facts));
        body.Add(Heading("三、下一步建议"));
        var worst = facts.Overdue.GroupBy(t => t.Unit).OrderByDescending(g => g.Count()).Take(3).Select(g => facts.NameOf(g.Key)).ToList();
        body.Add(Text(worst.Count == 0 ? "继续按时限跟踪督办，适时组织回头看。" : $"拟对{string.Join('、', worst)}等超期任务较多的单位逐项会商，查明原因、分清责任、限期整改；需跨部门协调的，提请召开协调会研究。"));
        return Document(facts, $"{Period(facts)}督查督办专报", body);
    }

    private static string Lead(CircularFacts facts) => $"现将{Period(facts)}立项交办的督查督办事项办理情况通报如下。";

    private static string Overall(CircularFacts facts)
    {
        var total = facts.Figures.Total;
        var rates = total.Assigned == 0 ? "" : $"，办结率{total.ClosedRate:P1}{(total.InTimeRate is { } rate ? $"，按期率{rate:P1}" : "")}{(total.Days is { } days ? $"，平均用时{days:0.0}日" : "")}";
        return $"共交办任务{total.Assigned}项，涉及{facts.Figures.Units.Count}个单位；已核查{total.Checked}项，已销号{total.Closed}项{rates}；超期未办结{total.Overdue}项，其中超期且没有反馈的{total.NoTail}项，报过进展但超期未办结的{total.WeakTail}项；销号后重新打开的{total.CutShort}项。";
    }

    private static TableBlock Units(CircularFacts facts)
    {
        var rows = new List<IReadOnlyList<string>> { new[] { "单位", "交办", "销号", "办结率", "按期率", "超期" } };
        rows.AddRange(facts.Figures.Units.Select(u => (IReadOnlyList<string>)[facts.NameOf(u.Key), $"{u.Assigned}", $"{u.Closed}", Percent(u.ClosedRate), Percent(u.InTimeRate), $"{u.Overdue}"]));
        return new TableBlock(rows);
    }

    private static IEnumerable<Block> Reminders(CircularFacts facts)
    {
        var overdue = facts.Overdue.ToList();
        if (overdue.Count == 0) return [Text("没有超期未办结的任务。")];
        var named = overdue.Take(MostNamed).Select((t, i) => Text($"{i + 1}. {facts.NameOf(t.Unit)}：{t.Task}（{t.Code}），时限{t.DueOn:M月d日}，已超期{facts.Today.DayNumber - t.DueOn.DayNumber}日，{(t.Progress == 0 ? "没有反馈进展" : $"进度{t.Progress}%")}。"));
        return overdue.Count > MostNamed ? named.Append(Text($"另有{overdue.Count - MostNamed}项超期任务，见附件。")) : named;
    }

    private static OfficialDocument Document(CircularFacts facts, string title, IReadOnlyList<Block> body)
    {
        var rows = new List<IReadOnlyList<string>> { new[] { "事项码", "任务", "单位", "时限", "情况" } };
        rows.AddRange(facts.Tasks.Select(t => (IReadOnlyList<string>)[t.Code, t.Task, facts.NameOf(t.Unit), $"{t.DueOn:yyyy-MM-dd}",
            t.State == TaskState.Closed ? t.InTime ? "按期销号" : "逾期销号" : t.DueOn < facts.Today ? "超期" : TaskWords.Of(t.State)]));
        return new OfficialDocument
        {
            Title = title,
            Body = body,
            AttachmentNames = ["督查督办任务清单"],
            Attachments = [new Attachment("附件", "督查督办任务清单", [new TableBlock(rows)])],
            SignOff = new SignOff { Style = SignOffStyle.Plain, Signatories = [facts.Issuer.Name], Date = $"{facts.Today:yyyy年M月d日}" },
        };
    }

    private static string Period(CircularFacts facts)
    {
        var (from, to) = (facts.Figures.From, facts.Figures.To);
        return from.Year == to.Year ? $"{from:yyyy年M月d日}至{to:M月d日}" : $"{from:yyyy年M月d日}至{to:yyyy年M月d日}";
    }

    private static string Percent(double? share) => share is { } known ? $"{known:P0}" : "—";

    private static Paragraph Heading(string text) => new(1, [new TextRun(text, FontRole.HeiTi)]);

    private static Paragraph Text(string text) => new(0, [new TextRun(text)]);
}

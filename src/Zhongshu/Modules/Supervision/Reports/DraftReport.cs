using Zhongshu.Modules.Supervision.Statistics;
using Zhongshu.Typesetting;
using static Zhongshu.Modules.Supervision.Reports.ReportText;

namespace Zhongshu.Modules.Supervision.Reports;

/// 专报、签报、月报 and 盘点, drafted from the figures. What only a person can judge is left as a line in brackets. Pure.
internal static class DraftReport
{
    private const int MostLines = 200;

    /// 专报: what a leader must know, the lagging first.
    public static OfficialDocument Special(CircularFacts facts)
    {
        var worst = Worst(facts);
        return Document(facts, $"{Period(facts)}督查督办专报",
        [
            Heading("一、总体进展"), Text(UnderWay(facts)), Heading("二、进展缓慢事项"), .. Reminders(facts), Heading("三、需要协调的困难"), .. Difficulties(facts), Heading("四、下一步建议"),
            Text(worst.Length == 0 ? "继续按时限跟踪督办，适时组织回头看。" : $"拟就{facts.Overdue.Count()}项超期任务与{worst}逐项会商，查明原因、分清责任、限期整改；需跨部门协调的，提请召开协调会研究。"),
        ]);
    }

    /// 签报: for one's own leader to sign; what it asks stands at its end.
    public static OfficialDocument Signed(CircularFacts facts)
    {
        var worst = Worst(facts);
        return Document(facts, $"关于{Period(facts)}督查督办情况的签报",
        [
            Text($"根据督办安排，对督办事项的办理情况作了梳理。{UnderWay(facts)}"), .. facts.Overdue.Any() ? Reminders(facts) : [],
            Text(worst.Length == 0 ? "拟将办理情况通报各单位，并适时组织回头看。" : $"拟约请{worst}说明情况，限期整改，并视情印发提醒通报。"), Text("妥否，请批示。"),
        ], "办公室领导");
    }

    /// 督办事项进展, month by month: every open or just closed item's tasks with what was reported last.
    public static OfficialDocument Booklet(CircularFacts facts)
    {
        var body = new List<Block> { Text(UnderWay(facts)) };
        foreach (var (source, i) in facts.Tasks.GroupBy(t => t.Source).OrderBy(g => g.Key).Select((g, i) => (g, i)))
        {
            body.Add(Heading($"{HeadingNumber.Of(i)}、{(facts.Sources.Count >= (int)source.Key ? facts.Sources[(int)source.Key - 1].Word : "其他")}（{source.Count()}项）"));
            var rows = new List<IReadOnlyList<string>> { new[] { "任务", "牵头单位", "时限", "进度", "最近反馈" } };
            rows.AddRange(source.Take(MostLines).Select(t => (IReadOnlyList<string>)[$"{t.Task}（{t.Code}）", facts.NameOf(t.Unit), Day(facts, t.DueOn), t.State == TaskState.Closed ? Standing(facts, t) : $"{t.Progress}%", t.Latest.Length > 0 ? t.Latest : t.Reported ? "已退回补报" : "未反馈"]));
            body.Add(new TableBlock(rows));
            if (source.Count() > MostLines) body.Add(Text($"另有{source.Count() - MostLines}项，见附件1。"));
        }

        return Document(facts, $"督办事项进展（{facts.Figures.To:yyyy年M月}）", body);
    }

    /// 关键节点盘点: progress, experience, shortcomings, measures.
    public static OfficialDocument Review(CircularFacts facts)
    {
        var total = facts.Figures.Total;
        var ahead = facts.Figures.Units.Where(u => u.ClosedRate is { } rate && rate >= 0.8 && u.Overdue == 0).Take(5).Select(u => facts.NameOf(u.Key)).ToList();
        return Document(facts, $"{PointOf(facts)}重点任务盘点",
        [
            Heading("一、进展情况"), Text(Overall(facts)), Units(facts),
            Heading("二、经验做法"), Text(ahead.Count == 0 ? "（请归纳推进较快的单位的做法。）" : $"{string.Join('、', ahead)}推进较快，没有超期任务。（请归纳做法。）"), .. Results(facts),
            Heading("三、存在不足"), Text(Shortcomings(total)), .. facts.Overdue.Any() ? Reminders(facts) : [],
            Heading("四、改进措施"), Text(total.Overdue == 0 ? "保持节奏，按节点推进；对将到期的任务提前提醒。" : $"对{total.Overdue}项超期任务逐项定责任人、定措施、定时间，按周销号；确需协调的，提请专题会议研究。"), Text("（请补充下一步重点安排。）"),
        ]);
    }

    /// Of all that was under way in the period, whenever it was docketed.
    private static string UnderWay(CircularFacts facts) => $"{Period(facts)}在办和办结的督办事项，{Overall(facts)}";

    private static string Shortcomings(FigureLine total)
    {
        (string Words, int Count)[] known = [("有头无尾，超期且没有报过进展", total.NoTail), ("虎头蛇尾，报过进展但超期未办结", total.WeakTail), ("掐头去尾，销号后又重新打开", total.CutShort)];
        var found = known.Where(k => k.Count > 0).ToList();
        return found.Count == 0 ? "没有超期未办结和销号后重新打开的任务。（请归纳其他不足。）" : string.Join('；', found.Select((f, i) => $"{(found.Count > 1 ? $"{HeadingNumber.Of(i)}是" : "")}{f.Words}{f.Count}项")) + "。";
    }

    /// 跨地区跨部门的困难 that only those above can settle.
    private static IEnumerable<Block> Difficulties(CircularFacts facts) => facts.Helps.Count == 0 ? [Text("各单位没有提出需要协调的困难。")]
        : Listed(facts.Helps.Take(MostLines).Select(h => $"{facts.NameOf(h.UnitId)}（{h.Code}）：{h.Text.TrimEnd('。')}，{h.AskedAt.ToOffset(Platform.OfficeDay.Offset):M月d日}提出。"));

    /// 一季度, 上半年, 前三季度 or 全年 when the period is one of them.
    private static string PointOf(CircularFacts facts)
    {
        var (from, to) = (facts.Figures.From, facts.Figures.To);
        var point = StatisticsPeriod.Points(to).FirstOrDefault(p => p.Title != "本月" && p.From == from && p.To == to).Title;
        return point is null ? Period(facts) : $"{to.Year}年{point}";
    }
}

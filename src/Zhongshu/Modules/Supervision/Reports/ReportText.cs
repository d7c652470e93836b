using Zhongshu.Modules.Supervision.Statistics;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Typesetting;

namespace Zhongshu.Modules.Supervision.Reports;

/// What circulars and reports have in common: the sentences out of the figures, and the annexes that name what stands behind them. Pure.
internal static class ReportText
{
    private const int MostNamed = 30;
    private const int MostCodes = 60;
    private const int MostUnits = 3;

    private static readonly Figure[] Traced = [Figure.Assigned, Figure.Checked, Figure.Closed, Figure.InTime, Figure.Overdue, Figure.NoTail, Figure.WeakTail, Figure.CutShort];

    public static string Overall(CircularFacts facts)
    {
        var total = facts.Figures.Total;
        if (total.Assigned == 0) return "没有交办任务。";
        var rates = $"，办结率{Percent(total.ClosedRate)}{(total.InTimeRate is { } rate ? $"，按期率{Percent(rate)}" : "")}{(total.Days is { } days ? $"，平均用时{days:0.#}日" : "")}";
        var late = (total.Overdue, total.NoTail, total.WeakTail) switch
        {
            (0, _, _) => "没有超期未办结的任务",
            (_, 0, _) => $"超期未办结{total.Overdue}项，均报过进展",
            (_, _, 0) => $"超期未办结{total.Overdue}项，均没有反馈",
            _ => $"超期未办结{total.Overdue}项，其中没有反馈的{total.NoTail}项、报过进展的{total.WeakTail}项",
        };
        return $"共交办任务{total.Assigned}项，涉及{facts.Figures.Units.Count}个单位；已核查{total.Checked}项，已销号{total.Closed}项{rates}；{late}{(total.CutShort > 0 ? $"；销号后重新打开{total.CutShort}项" : "")}。";
    }

    public static TableBlock Units(CircularFacts facts)
    {
        var rows = new List<IReadOnlyList<string>> { new[] { "单位", "交办", "销号", "办结率", "按期率", "超期" } };
        rows.AddRange(facts.Figures.Units.Select(u => (IReadOnlyList<string>)[facts.NameOf(u.Key), $"{u.Assigned}", $"{u.Closed}", Percent(u.ClosedRate), Percent(u.InTimeRate), $"{u.Overdue}"]));
        return new TableBlock(rows);
    }

    /// Units that closed all they had, each in time.
    public static IReadOnlyList<string> InTime(CircularFacts facts) => [.. facts.Figures.Units.Where(u => u.Assigned > 0 && u.Closed == u.Assigned && u.InTime == u.Closed).Select(u => facts.NameOf(u.Key))];

    public static Block Praised(CircularFacts facts) =>
        Text(InTime(facts) is { Count: > 0 } praised ? $"{string.Join('、', praised)}承担的督办任务全部按期办结，予以表扬。" : "本期没有全部按期办结的单位。");

    public static IEnumerable<Block> Reminders(CircularFacts facts)
    {
        var overdue = facts.Overdue.ToList();
        if (overdue.Count == 0) return [Text("没有超期未办结的任务。")];
        var named = Listed(overdue.Take(MostNamed).Select(t => $"{facts.NameOf(t.Unit)}：{t.Task}（{t.Code}），时限{Day(facts, t.DueOn)}，已超期{facts.Today.DayNumber - t.DueOn.DayNumber}日，{(t.Reported ? $"进度{t.Progress}%" : "没有反馈进展")}。"));
        return overdue.Count > MostNamed ? named.Append(Text($"另有{overdue.Count - MostNamed}项超期任务，见附件。")) : named;
    }

    public static IEnumerable<Block> Results(CircularFacts facts)
    {
        var closed = facts.Behind(Figure.Closed).OrderByDescending(t => t.ClosedAt).ToList();
        if (closed.Count == 0) return [Text("本期没有办结的任务。")];
        var named = Listed(closed.Take(MostNamed).Select(t => $"{facts.NameOf(t.Unit)}：{t.Task}（{t.Code}），{(t.InTime ? "按期" : "逾期")}办结。{t.Latest}"));
        return closed.Count > MostNamed ? named.Append(Text($"另有{closed.Count - MostNamed}项办结任务，见附件。")) : named;
    }

    /// Numbered where there are several: a single one needs no number.
    public static IEnumerable<Block> Listed(IEnumerable<string> lines) => lines.ToList() is [var single] ? [Text(single)] : lines.Select((line, i) => Text($"{i + 1}. {line}"));

    /// A day of this year needs no year.
    public static string Day(CircularFacts facts, DateOnly day) => day.Year == facts.Today.Year ? $"{day:M月d日}" : $"{day:yyyy年M月d日}";

    /// The units with the most overdue tasks, as one names them: 甲、乙、丙, or 甲、乙、丙等5个单位. Empty when none may be named.
    public static string Worst(CircularFacts facts)
    {
        var late = facts.Overdue.GroupBy(t => t.Unit).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => facts.NameOf(g.Key)).ToList();
        return string.Join('、', late.Take(MostUnits)) + (late.Count > MostUnits ? $"等{late.Count}个单位" : "");
    }

    /// With the list of tasks and, for each figure, the items behind it.
    public static OfficialDocument Document(CircularFacts facts, string title, IReadOnlyList<Block> body, string recipients = "")
    {
        var rows = new List<IReadOnlyList<string>> { new[] { "事项码", "任务", "单位", "时限", "情况" } };
        rows.AddRange(facts.Tasks.Select(t => (IReadOnlyList<string>)[t.Code, t.Task, facts.NameOf(t.Unit), Day(facts, t.DueOn), Standing(facts, t)]));
        return new OfficialDocument
        {
            Title = title,
            Recipients = recipients,
            Body = body,
            AttachmentNames = ["督查督办任务清单", "数字出处"],
            Attachments = [new Attachment("附件1", "督查督办任务清单", [new TableBlock(rows)]), new Attachment("附件2", "数字出处", [new TableBlock(Sources(facts))])],
            SignOff = new SignOff { Style = SignOffStyle.Plain, Signatories = [facts.Issuer.Name], Date = $"{facts.Today:yyyy年M月d日}" },
        };
    }

    public static string Standing(CircularFacts facts, NamedTask task) =>
        task.State == TaskState.Closed ? task.InTime ? "按期销号" : "逾期销号" : facts.IsOverdue(task) ? "超期" : TaskWords.Of(task.State);

    /// 2026年, 2026年10月 and 2026年1至10月 where whole months are meant; from day to day otherwise.
    public static string Period(CircularFacts facts)
    {
        var (from, to) = (facts.Figures.From, facts.Figures.To);
        if (from.Year != to.Year) return $"{from:yyyy年M月d日}至{to:yyyy年M月d日}";
        if (from.Day > 1 || to.AddDays(1).Day > 1) return $"{from:yyyy年M月d日}至{to:M月d日}";
        return (from.Month, to.Month) switch
        {
            (1, 12) => $"{from:yyyy年}",
            var (first, last) when first == last => $"{from:yyyy年M月}",
            _ => $"{from:yyyy年M}至{to:M月}",
        };
    }

    public static Paragraph Heading(string text) => new(1, [new TextRun(text, FontRole.HeiTi)]);

    public static Paragraph Text(string text) => new(0, [new TextRun(text)]);

    private static List<IReadOnlyList<string>> Sources(CircularFacts facts)
    {
        var rows = new List<IReadOnlyList<string>> { new[] { "数字", "项数", "事项码" } };
        foreach (var figure in Traced.Where(f => facts.Count(f) > 0))
        {
            var named = facts.Behind(figure);
            var codes = named.Select(t => t.Code).Distinct().ToList();
            var hidden = facts.Count(figure) - named.Count;
            var text = string.Join('、', codes.Take(MostCodes)) + (codes.Count > MostCodes ? $"等{codes.Count}件" : "") + (hidden > 0 ? $"{(codes.Count > 0 ? "；" : "")}另有{hidden}项知悉范围有限，不列" : "");
            rows.Add([FigureFilter.Word(figure), $"{facts.Count(figure)}", text]);
        }

        return rows;
    }

    private static string Percent(double? share) => share is { } known ? $"{known * 100:0.#}%" : "—";
}

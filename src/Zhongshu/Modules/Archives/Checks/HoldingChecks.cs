namespace Zhongshu.Modules.Archives.Checks;

/// What the archive looks like in figures, gathered once for all checks.
public sealed record HoldingFigures
{
    public int Pieces { get; init; }

    public int Late { get; init; }

    public int Gaps { get; init; }

    /// Numbers that are missing in the sequences of the archival codes.
    public int MissingNumbers { get; init; }

    /// Null when arranging is under way or not due yet.
    public DateOnly? ArrangingDue { get; init; }

    public int SectionsWithoutScope { get; init; }

    public int UnheldDuties { get; init; }

    /// Pieces without a detection that went well within the time for which one holds good.
    public int Undetected { get; init; }

    public int LateLoans { get; init; }

    public int NeverUsed { get; init; }

    /// Compiled this year.
    public int Products { get; init; }

    public int OpenTopics { get; init; }

    /// Topics in which a kind of material that is wanted is missing.
    public int ThinTopics { get; init; }
}

/// How one point stands. IsWell null: nobody has looked.
public sealed record CheckResult(CheckPoint Point, bool? IsWell, string Text, string Href);

/// 三项检查: what can be seen from the ledgers is computed, the rest is what somebody saw, while it is still good. Pure.
internal static class HoldingChecks
{
    public static CheckResult Of(CheckPoint point, HoldingFigures figures, int mostNeverUsed, DateOnly today)
    {
        var (well, text, href) = point.Measure switch
        {
            "owed" => (figures.Late == 0, figures.Late == 0 ? "没有应归未归" : $"应归未归{figures.Late}件", "archives/tasks"),
            "gaps" => (figures.Gaps == 0, figures.Gaps == 0 ? "各科室各年度没有断档" : $"疑似断档{figures.Gaps}处", "archives?state=filed"),
            "numbers" => (figures.MissingNumbers == 0, figures.MissingNumbers == 0 ? "件号连续" : $"件号缺{figures.MissingNumbers}个", "archives/catalogue"),
            "arranged" => (figures.ArrangingDue is null || figures.ArrangingDue > today, figures.ArrangingDue is { } due && due <= today ? $"应在{due:M月d日}前开展定期整理" : "按期整理", "archives/work/plans"),
            "scopes" => (figures.SectionsWithoutScope == 0, figures.SectionsWithoutScope == 0 ? "各科室都有归档范围" : $"{figures.SectionsWithoutScope}个科室没有登记归档范围", "archives/work/scopes"),
            "duties" => (figures.UnheldDuties == 0, figures.UnheldDuties == 0 ? "责任都已落实" : $"{figures.UnheldDuties}项责任没有落实", "archives/work/duties"),
            "detected" => (figures.Undetected == 0, figures.Undetected == 0 ? "都已检测合格" : $"{figures.Undetected}件没有检测或不合格", "archives/work/electronic"),
            "late-loans" => (figures.LateLoans == 0, figures.LateLoans == 0 ? "没有逾期未还" : $"{figures.LateLoans}件逾期未还", "archives/loans"),
            "never-used" => Never(figures, mostNeverUsed),
            "products" => (figures.Products > 0, $"今年编研成果{figures.Products}项", "archives/loans/products"),
            "topics" => (figures.ThinTopics == 0, figures.ThinTopics == 0 ? $"专题{figures.OpenTopics}个，材料门类齐全" : $"{figures.ThinTopics}个专题缺材料门类", "archives/work/topics"),
            _ => throw new InvalidOperationException($"Unknown measure {point.Measure}: the rules are checked at start."),
        };
        return new CheckResult(point, well, text, href);
    }

    public static CheckResult Seen(CheckPoint point, ArchiveCheck? last, int goodFor, DateOnly today) => last is null ? new(point, null, "还没有检查", "")
        : last.On.AddMonths(goodFor) < today ? new(point, null, $"上次检查{last.On:yyyy年M月d日}，已满{goodFor}个月，请重新检查", "")
        : new(point, last.IsWell, $"{last.Words}（{last.PersonName} {last.On:M月d日}）", "");

    /// Every number from the first to the last that no piece has, by year, retention and section.
    public static int MissingNumbers(IEnumerable<(int Count, int Last)> sequences) => sequences.Sum(s => s.Last - s.Count);

    private static (bool Well, string Text, string Href) Never(HoldingFigures figures, int most)
    {
        var share = figures.Pieces == 0 ? 0 : (int)Math.Round(figures.NeverUsed * 100m / figures.Pieces);
        return (share <= most, figures.Pieces == 0 ? "还没有归档件" : $"从未利用{figures.NeverUsed}件，占{share}%", "archives/loans/use");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Calendar;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision.Rounds;

/// 督查日程: how often, and to how many places drawn by lot.
internal sealed record RoundWord(string Id, string Word, Within Every, int Draw);

/// 一次抽点: the places that were drawn, and what was seen there.
public sealed class Round
{
    public long Id { get; init; }

    public long UnitId { get; init; }

    /// Id in supervision.rounds.
    public required string Kind { get; init; }

    public DateOnly On { get; init; }

    /// Unit ids, separated by blanks.
    public required string Targets { get; init; }

    /// Which of supervision.round-areas were looked at, separated by 、
    public string Areas { get; set; } = "";

    public string Found { get; set; } = "";

    public DateOnly? DoneOn { get; set; }

    public required string DrawnBy { get; init; }

    public DateTimeOffset At { get; init; }

    internal IReadOnlyList<long> Places => Inspections.InspectionRules.TargetsOf(Targets);
}

internal static class RoundRules
{
    private const string Use = "党建督查";

    public static readonly RuleKey<IReadOnlyList<RoundWord>> Kinds = RuleKey.Table("supervision.rounds", Use, r => new RoundWord(r.Text("id"), r.Text("word"), r.Limit("every"), r.Whole("draw")));

    public static readonly RuleKey<IReadOnlyList<string>> Areas = RuleKey.List("supervision.round-areas", Use);

    public static readonly RuleNeeds Needs = new([Kinds, Areas], [Some]);

    /// The half of the year in which a day lies.
    public static (DateOnly From, DateOnly To) HalfOf(DateOnly day) => day.Month <= 6 ? (new(day.Year, 1, 1), new(day.Year, 6, 30)) : (new(day.Year, 7, 1), new(day.Year, 12, 31));

    /// 半年全覆盖: the places that no round of this half has reached. Pure.
    public static IReadOnlyList<long> Uncovered(IReadOnlyList<long> places, IEnumerable<Round> rounds, DateOnly today)
    {
        var (from, to) = HalfOf(today);
        var reached = rounds.Where(r => r.On >= from && r.On <= to).SelectMany(r => r.Places).ToHashSet();
        return [.. places.Where(p => !reached.Contains(p))];
    }

    /// 抽点随机: those not reached in this half come first, the rest fills up; pick(n) is any number below n. Pure but for pick.
    public static IReadOnlyList<long> Draw(IReadOnlyList<long> places, IReadOnlyList<long> uncovered, int count, Func<int, int> pick)
    {
        var drawn = new List<long>();
        foreach (var pool in new[] { uncovered.ToList(), places.Except(uncovered).ToList() })
            while (drawn.Count < count && pool.Count > 0)
            {
                var at = pick(pool.Count);
                drawn.Add(pool[at]);
                pool.RemoveAt(at);
            }

        return drawn;
    }

    /// From which day on it is to be drawn again.
    public static DateOnly? NextOn(RoundWord kind, IEnumerable<Round> rounds, WorkCalendar calendar) =>
        rounds.Where(r => r.Kind == kind.Id).Max(r => (DateOnly?)r.On) is { } last ? TaskDates.After(last, kind.Every, calendar) : null;

    private static IEnumerable<(RuleKey Key, string Message)> Some(RuleBook book)
    {
        if (book.Value(Kinds).Count == 0 || book.Value(Kinds).Any(k => k.Draw < 1 || k.Every.Amount < 1)) yield return (Kinds, "至少要有一种督查日程，频次和抽点数大于零。");
        if (book.Value(Areas).Count == 0) yield return (Areas, "至少要有一个领域。");
    }
}

internal sealed class RoundTable : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> table)
    {
        table.ToTable("SupervisionRound").HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.Kind).HasMaxLength(24);
        table.Property(r => r.Targets).HasMaxLength(400);
        table.Property(r => r.Areas).HasMaxLength(200);
        table.Property(r => r.Found).HasMaxLength(1000);
        table.Property(r => r.DrawnBy).HasMaxLength(60);
        table.Ignore(r => r.Places);
        table.HasIndex(r => new { r.UnitId, r.On });
    }
}

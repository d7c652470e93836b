using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Appraisals.Discipline;

/// 会议违纪的种类: whether it climbs the ladder, and the points it costs the unit at the end of the year.
internal sealed record BreachWord(string Id, string Word, bool Climbs, int Points);

/// 处置阶梯: what is proposed for the n-th time without good reason.
internal sealed record LadderStep(int Times, string Measure);

/// 会议由谁召集: the units that alone take attendance at it; none: whoever keeps the appraisals.
internal sealed record ConvenerWord(string Id, string Word, IReadOnlyList<string> Units);

/// 会议违纪: somebody late, absent, substituted, gone early or without leave, at one meeting.
public sealed class Breach
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// Id in appraisals.conveners.
    public required string Convener { get; init; }

    public required string Meeting { get; init; }

    public DateOnly On { get; init; }

    public required string PersonName { get; init; }

    public long UnitId { get; init; }

    /// Id in appraisals.breaches.
    public required string Kind { get; init; }

    /// 正当理由; with one it is on record and counts for nothing.
    public string Excuse { get; init; } = "";

    public required string RecordedBy { get; init; }

    public DateTimeOffset At { get; init; }
}

/// What one person has come to in a year: the times that count, and the measure that they lead to.
internal sealed record BreachCount(string PersonName, long UnitId, int Times, LadderStep? Proposed, IReadOnlyList<Breach> Breaches);

internal static class DisciplineRules
{
    private const string Use = "会议纪律";

    public static readonly RuleKey<IReadOnlyList<BreachWord>> Kinds = RuleKey.Table("appraisals.breaches", Use, r => new BreachWord(r.Text("id"), r.Text("word"), r.YesNo("climbs"), r.Whole("points")));

    public static readonly RuleKey<IReadOnlyList<LadderStep>> Ladder = RuleKey.Table("appraisals.ladder", Use, r => new LadderStep(r.Whole("times"), r.Text("settle")));

    public static readonly RuleKey<IReadOnlyList<ConvenerWord>> Conveners = RuleKey.Table("appraisals.conveners", Use, r => new ConvenerWord(r.Text("id"), r.Text("word"), r.List("units")));

    public static readonly RuleNeeds Needs = new([Kinds, Ladder, Conveners], [Some]);

    /// 累计阶梯: by person and unit, the most first. Pure.
    public static IReadOnlyList<BreachCount> Count(IEnumerable<Breach> breaches, RuleBook book)
    {
        var climbing = book.Value(Kinds).Where(k => k.Climbs).Select(k => k.Id).ToHashSet(StringComparer.Ordinal);
        return [.. breaches.Where(b => b.Excuse.Length == 0).GroupBy(b => (b.PersonName, b.UnitId)).Select(g =>
        {
            var times = g.Count(b => climbing.Contains(b.Kind));
            return new BreachCount(g.Key.PersonName, g.Key.UnitId, times, book.Value(Ladder).Where(l => l.Times <= times).MaxBy(l => l.Times), [.. g.OrderBy(b => b.On)]);
        }).OrderByDescending(c => c.Times).ThenBy(c => c.PersonName, StringComparer.Ordinal)];
    }

    /// 年终考核扣分 of a unit: what its people's breaches cost. Pure.
    public static int Points(IEnumerable<Breach> breaches, RuleBook book)
    {
        var points = book.Value(Kinds).ToDictionary(k => k.Id, k => k.Points, StringComparer.Ordinal);
        return breaches.Where(b => b.Excuse.Length == 0).Sum(b => points.GetValueOrDefault(b.Kind));
    }

    private static IEnumerable<(RuleKey Key, string Message)> Some(RuleBook book)
    {
        if (!book.Value(Kinds).Any(k => k.Climbs) || book.Value(Kinds).Any(k => k.Points < 0)) yield return (Kinds, "至少要有一种计入阶梯，扣分不小于零。");
        var times = book.Value(Ladder).Select(l => l.Times).ToList();
        if (times.Count == 0 || times[0] < 1 || times.Zip(times.Skip(1)).Any(t => t.First >= t.Second)) yield return (Ladder, "阶梯的次数应从小到大，至少一档。");
        if (book.Value(Conveners).Count == 0) yield return (Conveners, "至少要有一种召集。");
    }
}

internal sealed class BreachTable : IEntityTypeConfiguration<Breach>
{
    public void Configure(EntityTypeBuilder<Breach> table)
    {
        table.ToTable("AppraisalBreach").HasKey(b => b.Id);
        table.Property(b => b.Id).ValueGeneratedNever();
        table.Property(b => b.Convener).HasMaxLength(24);
        table.Property(b => b.Meeting).HasMaxLength(200);
        table.Property(b => b.PersonName).HasMaxLength(60);
        table.Property(b => b.Kind).HasMaxLength(24);
        table.Property(b => b.Excuse).HasMaxLength(500);
        table.Property(b => b.RecordedBy).HasMaxLength(60);
        table.HasIndex(b => new { b.KeeperId, b.On });
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.PeopleFiles.Qualities;

/// 一项素质 and its weight; all of them sum to 100.
internal sealed record Quality(string Id, string Word, int Weight);

/// 素质评价: how one of those in charge marks a person in a year, one mark a quality in the order of the rule.
public sealed class QualityMark
{
    public long KeeperId { get; init; }

    public int Year { get; init; }

    public long PersonId { get; init; }

    public long JudgeId { get; init; }

    public required string Marks { get; set; }

    public string Words { get; set; } = "";

    public DateOnly On { get; set; }

    public required string JudgeName { get; set; }

    internal IReadOnlyList<int> All => [.. Marks.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(m => int.Parse(m, CultureInfo.InvariantCulture))];
}

/// What a person's marks come to: the mean of each quality and the weighted whole.
public sealed record QualityTotal(int Judges, IReadOnlyList<double> Means, double Total);

internal static class QualityRules
{
    public const int Best = 100;

    public static readonly RuleKey<IReadOnlyList<Quality>> Qualities = RuleKey.Table("people.qualities", "素质评价", r => new Quality(r.Text("id"), r.Text("word"), r.Whole("weight")));

    public static readonly RuleNeeds Needs = new([Qualities], [Whole]);

    /// Marks of another number of qualities than today's are left out: the rule was changed within the year. Pure.
    public static QualityTotal? Of(IReadOnlyList<Quality> qualities, IEnumerable<QualityMark> marks)
    {
        var read = marks.Select(m => m.All).Where(m => m.Count == qualities.Count).ToList();
        if (read.Count == 0) return null;
        var means = qualities.Select((_, i) => read.Average(m => m[i])).ToList();
        return new QualityTotal(read.Count, means, qualities.Select((q, i) => means[i] * q.Weight).Sum() / Best);
    }

    private static IEnumerable<(RuleKey Key, string Message)> Whole(RuleBook book)
    {
        if (book.Value(Qualities).Count is 0 or > 12) yield return (Qualities, "素质应有1到12项。");
        if (book.Value(Qualities).Sum(q => q.Weight) != Best || book.Value(Qualities).Any(q => q.Weight < 0)) yield return (Qualities, "各项权重不小于0，合计应为100。");
    }
}

internal sealed class QualityMarkTable : IEntityTypeConfiguration<QualityMark>
{
    public void Configure(EntityTypeBuilder<QualityMark> table)
    {
        table.ToTable("QualityMark").HasKey(m => new { m.KeeperId, m.Year, m.PersonId, m.JudgeId });
        table.Property(m => m.Marks).HasMaxLength(60);
        table.Property(m => m.Words).HasMaxLength(Limits.Words);
        table.Property(m => m.JudgeName).HasMaxLength(Limits.Name);
        table.Ignore(m => m.All);
    }
}

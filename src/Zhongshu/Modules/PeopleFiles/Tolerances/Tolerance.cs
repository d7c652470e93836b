using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.PeopleFiles.Tolerances;

/// 容错申报: a figure that went wrong while something new was tried; declared by whoever tried it, judged by the office.
public sealed class Tolerance
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long PersonId { get; init; }

    /// 探索的内容
    public required string Title { get; init; }

    /// 数据偏差: what differed from what.
    public required string Deviation { get; init; }

    public required string Cause { get; init; }

    public required string Measure { get; init; }

    public DateOnly On { get; init; }

    /// Null before it was judged.
    public bool? IsAccepted { get; set; }

    public string Words { get; set; } = "";

    public string DecidedBy { get; set; } = "";

    public DateOnly? DecidedOn { get; set; }
}

internal static class ToleranceRules
{
    /// 非原则性: what has to hold, every line of it.
    public static readonly RuleKey<IReadOnlyList<string>> Conditions = RuleKey.List("people.tolerance-conditions", "容错申报");

    public static readonly RuleNeeds Needs = new([Conditions], [Some]);

    private static IEnumerable<(RuleKey Key, string Message)> Some(RuleBook book)
    {
        if (book.Value(Conditions).Count == 0) yield return (Conditions, "至少要有一个条件。");
    }
}

internal sealed class ToleranceTable : IEntityTypeConfiguration<Tolerance>
{
    public void Configure(EntityTypeBuilder<Tolerance> table)
    {
        table.ToTable("Tolerance").HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Title).HasMaxLength(Limits.Title);
        table.Property(t => t.Deviation).HasMaxLength(Limits.Words);
        table.Property(t => t.Cause).HasMaxLength(Limits.Words);
        table.Property(t => t.Measure).HasMaxLength(Limits.Words);
        table.Property(t => t.Words).HasMaxLength(Limits.Words);
        table.Property(t => t.DecidedBy).HasMaxLength(Limits.Name);
        table.HasIndex(t => new { t.KeeperId, t.DecidedOn });
        table.HasIndex(t => t.PersonId);
    }
}

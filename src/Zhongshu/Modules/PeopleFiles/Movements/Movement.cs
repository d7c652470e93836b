using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.PeopleFiles.Movements;

/// 调配的种类; whether the person goes to another section of the house.
internal sealed record MovementKind(string Id, string Word, bool IsInside);

/// 人员调配: somebody works elsewhere for a time, lent to another section for a task, or sent out to learn.
public sealed class Movement
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long PersonId { get; init; }

    /// Id in people.movements.
    public required string Kind { get; init; }

    public long FromUnitId { get; init; }

    /// 0 where the place is not of the house.
    public long ToUnitId { get; init; }

    public string Place { get; init; } = "";

    public required string Task { get; init; }

    public DateOnly Since { get; init; }

    public DateOnly DueOn { get; init; }

    public DateOnly? Until { get; set; }

    public string Result { get; set; } = "";

    public required string ByName { get; init; }
}

/// 工作纪律: a lateness that somebody wrote down, and what the person says to it.
public sealed class Lapse
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long UnitId { get; init; }

    public long PersonId { get; init; }

    /// A word of people.lapses.
    public required string Kind { get; init; }

    public DateOnly On { get; init; }

    public required string Words { get; init; }

    public string Reply { get; set; } = "";

    public required string ByName { get; init; }
}

internal static class MovementRules
{
    private const string Use = "人员调配和纪律";

    public static readonly RuleKey<IReadOnlyList<MovementKind>> Kinds = RuleKey.Table("people.movements", Use, r => new MovementKind(r.Text("id"), r.Text("word"), r.YesNo("inside")));

    public static readonly RuleKey<IReadOnlyList<string>> Lapses = RuleKey.List("people.lapses", Use);

    public static readonly RuleNeeds Needs = new([Kinds, Lapses], [Some]);

    /// How many of so many people were away by a kind within a year, and the share in percent. Pure.
    public static (int People, double Percent) Share(IEnumerable<Movement> movements, string kind, int year, int staff)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var people = movements.Where(m => m.Kind == kind && m.Since <= last && (m.Until ?? DateOnly.MaxValue) >= first).Select(m => m.PersonId).Distinct().Count();
        return (people, staff == 0 ? 0 : 100.0 * people / staff);
    }

    private static IEnumerable<(RuleKey Key, string Message)> Some(RuleBook book)
    {
        if (book.Value(Kinds).Count == 0) yield return (Kinds, "至少要有一种调配。");
        if (book.Value(Kinds).Any(k => k.Id.Length > Limits.Word)) yield return (Kinds, $"id最多{Limits.Word}个字符。");
        if (book.Value(Lapses).Any(l => l.Length > Limits.Word)) yield return (Lapses, $"每种最多{Limits.Word}字。");
    }
}

internal sealed class MovementTable : IEntityTypeConfiguration<Movement>
{
    public void Configure(EntityTypeBuilder<Movement> table)
    {
        table.ToTable("Movement").HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Kind).HasMaxLength(Limits.Word);
        table.Property(m => m.Place).HasMaxLength(Limits.Title);
        table.Property(m => m.Task).HasMaxLength(Limits.Short);
        table.Property(m => m.Result).HasMaxLength(Limits.Words);
        table.Property(m => m.ByName).HasMaxLength(Limits.Name);
        table.HasIndex(m => new { m.KeeperId, m.Since });
    }
}

internal sealed class LapseTable : IEntityTypeConfiguration<Lapse>
{
    public void Configure(EntityTypeBuilder<Lapse> table)
    {
        table.ToTable("Lapse").HasKey(l => l.Id);
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Property(l => l.Kind).HasMaxLength(Limits.Word);
        table.Property(l => l.Words).HasMaxLength(Limits.Short);
        table.Property(l => l.Reply).HasMaxLength(Limits.Short);
        table.Property(l => l.ByName).HasMaxLength(Limits.Name);
        table.HasIndex(l => new { l.KeeperId, l.On });
        table.HasIndex(l => l.PersonId);
    }
}

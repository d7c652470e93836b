using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision.Reforms;

/// 成熟标准: on what one of them rests for one item.
public sealed class MaturityGround : IPartOfMatter
{
    public long MatterId { get; init; }

    /// The criterion in the words of supervision.maturity.
    public required string Criterion { get; init; }

    public required string Ground { get; set; }

    public required string JudgedBy { get; set; }

    public DateTimeOffset At { get; set; }
}

/// 列入上会: a mature item on the agenda of a meeting.
public sealed class AgendaEntry : IPartOfMatter
{
    public long MatterId { get; init; }

    public required string Meeting { get; init; }

    public DateOnly On { get; init; }

    public required string EnteredBy { get; init; }

    public DateTimeOffset At { get; init; }
}

internal static class MaturityRules
{
    private const string Use = "改革督查";

    public static readonly RuleKey<IReadOnlyList<string>> Criteria = RuleKey.List("supervision.maturity", Use);

    public static readonly RuleKey<IReadOnlyList<string>> Topics = RuleKey.List("supervision.maturity-topics", Use);

    public static readonly RuleNeeds Needs = new([Criteria, Topics], [Some]);

    /// The criteria that have no ground yet; none: the item is mature. Pure.
    public static IReadOnlyList<string> Missing(RuleBook rules, IEnumerable<MaturityGround> grounds)
    {
        var met = grounds.Where(g => g.Ground.Length > 0).Select(g => g.Criterion).ToHashSet(StringComparer.Ordinal);
        return [.. rules.Value(Criteria).Where(c => !met.Contains(c))];
    }

    private static IEnumerable<(RuleKey Key, string Message)> Some(RuleBook book)
    {
        if (book.Value(Criteria).Count == 0 || book.Value(Criteria).Any(c => c.Length > 24)) yield return (Criteria, "至少要有一条成熟标准，每条最多24字。");
        var topics = book.Value(SupervisionRules.Topics).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        if (book.Value(Topics).FirstOrDefault(t => !topics.Contains(t)) is { } unknown) yield return (Topics, $"专题“{unknown}”不在专题表中。");
    }
}

internal sealed class MaturityGroundTable : IEntityTypeConfiguration<MaturityGround>
{
    public void Configure(EntityTypeBuilder<MaturityGround> table)
    {
        table.ToTable("SupervisionMaturity").HasKey(g => new { g.MatterId, g.Criterion });
        table.Property(g => g.Criterion).HasMaxLength(24);
        table.Property(g => g.Ground).HasMaxLength(500);
        table.Property(g => g.JudgedBy).HasMaxLength(60);
    }
}

internal sealed class AgendaEntryTable : IEntityTypeConfiguration<AgendaEntry>
{
    public void Configure(EntityTypeBuilder<AgendaEntry> table)
    {
        table.ToTable("SupervisionAgenda").HasKey(e => e.MatterId);
        table.Property(e => e.MatterId).ValueGeneratedNever();
        table.Property(e => e.Meeting).HasMaxLength(120);
        table.Property(e => e.EnteredBy).HasMaxLength(60);
    }
}

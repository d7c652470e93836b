using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Teams.Parties;

/// 服务对象: whom the office serves, in which grade, and which section looks after it.
public sealed class ServedParty
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// Id in teams.served-grades.
    public required string Grade { get; set; }

    public required string Name { get; init; }

    public long UnitId { get; set; }

    /// 服务内容
    public required string Needs { get; set; }
}

/// 联系分工: which section or committee keeps in touch with a group and helps its activities.
public sealed class Liaison
{
    public long KeeperId { get; init; }

    /// A word of teams.liaison-groups.
    public required string Group { get; init; }

    public long UnitId { get; set; }

    public long PersonId { get; set; }

    public required string Work { get; set; }

    public DateOnly Since { get; set; }
}

internal sealed class ServedPartyTable : IEntityTypeConfiguration<ServedParty>
{
    public void Configure(EntityTypeBuilder<ServedParty> table)
    {
        table.ToTable("ServedParty").HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.Grade).HasMaxLength(TeamLimits.Id);
        table.Property(p => p.Name).HasMaxLength(TeamLimits.Title);
        table.Property(p => p.Needs).HasMaxLength(TeamLimits.Words);
        table.HasIndex(p => new { p.KeeperId, p.Name }).IsUnique();
    }
}

internal sealed class LiaisonTable : IEntityTypeConfiguration<Liaison>
{
    public void Configure(EntityTypeBuilder<Liaison> table)
    {
        table.ToTable("Liaison").HasKey(l => new { l.KeeperId, l.Group });
        table.Property(l => l.Group).HasMaxLength(TeamLimits.Name).HasColumnName("circle");
        table.Property(l => l.Work).HasMaxLength(TeamLimits.Words);
    }
}

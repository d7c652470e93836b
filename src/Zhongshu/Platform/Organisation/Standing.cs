using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Organisation;

/// 分管: what a leader is in charge of: a unit, or a field of work in words.
internal sealed class Portfolio
{
    public long Id { get; init; }

    public long LeaderId { get; set; }

    public long? UnitId { get; set; }

    public string? Field { get; set; }

    public DateOnly Since { get; set; }

    public DateOnly? Until { get; set; }
}

/// AB角: who steps in for whom.
internal sealed class DeputyPair
{
    public long Id { get; init; }

    public long PersonId { get; set; }

    public long DeputyId { get; set; }
}

/// 委托: from a day to a day, work of one person goes to another; both names stand on the trail.
internal sealed class Delegation
{
    public long Id { get; init; }

    public long FromPersonId { get; set; }

    public long ToPersonId { get; set; }

    public DateTimeOffset Since { get; set; }

    public DateTimeOffset Until { get; set; }

    /// Whether work that waits already goes along.
    public bool TakesWaiting { get; set; }

    public string Reason { get; set; } = "";

    public DateTimeOffset? RevokedAt { get; set; }

    public bool IsActive(DateTimeOffset now) => RevokedAt is null && Since <= now && now < Until;
}

/// 联系秘书: who may record a leader's instructions (代录批示), shown as such.
internal sealed class Secretary
{
    public long Id { get; init; }

    public long LeaderId { get; set; }

    public long SecretaryId { get; set; }
}

internal enum DutyKind
{
    /// 对口
    Counterpart = 1,

    /// 归口
    Field = 2,

    /// 综合统筹
    Coordination = 3,

    /// 专项任务
    Special = 4,
}

/// 职责: what a section answers for, with its time of effect; routing proposals are read from here (遵从职能).
internal sealed class Duty
{
    public long Id { get; init; }

    public long UnitId { get; set; }

    public DutyKind Kind { get; set; }

    public required string Title { get; set; }

    /// Words that point to this duty, separated by spaces.
    public string Keywords { get; set; } = "";

    /// 审批、决定事项: words of what this unit approves or decides; it answers for comprehensive documents that ask for it.
    public string Approves { get; set; } = "";

    /// 专题: the special task that this duty is one part of (基层减负 …); empty for duties that stand alone.
    public string Topic { get; set; } = "";

    /// 总牵头: coordinates the whole special task.
    public bool IsLead { get; set; }

    public DateOnly Since { get; set; }

    public DateOnly? Until { get; set; }
}

internal sealed class PortfolioTable : IEntityTypeConfiguration<Portfolio>
{
    public void Configure(EntityTypeBuilder<Portfolio> table)
    {
        table.ToTable("Portfolio").HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.Field).HasMaxLength(200);
        table.HasIndex(p => p.LeaderId);
    }
}

internal sealed class DeputyPairTable : IEntityTypeConfiguration<DeputyPair>
{
    public void Configure(EntityTypeBuilder<DeputyPair> table)
    {
        table.ToTable("DeputyPair").HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.HasIndex(p => p.PersonId);
    }
}

internal sealed class DelegationTable : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> table)
    {
        table.ToTable("Delegation").HasKey(d => d.Id);
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property(d => d.Reason).HasMaxLength(400);
        table.HasIndex(d => d.FromPersonId);
        table.HasIndex(d => d.ToPersonId);
    }
}

internal sealed class SecretaryTable : IEntityTypeConfiguration<Secretary>
{
    public void Configure(EntityTypeBuilder<Secretary> table)
    {
        table.ToTable("Secretary").HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.HasIndex(s => s.SecretaryId);
    }
}

internal sealed class DutyTable : IEntityTypeConfiguration<Duty>
{
    public void Configure(EntityTypeBuilder<Duty> table)
    {
        table.ToTable("Duty").HasKey(d => d.Id);
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property(d => d.Title).HasMaxLength(200);
        table.Property(d => d.Keywords).HasMaxLength(1000);
        table.Property(d => d.Approves).HasMaxLength(400);
        table.Property(d => d.Topic).HasMaxLength(40);
        table.HasIndex(d => d.UnitId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Coordinations.Groups;

/// 交流群: those of one line (条线) who are told of work together.
public sealed class ExchangeGroup
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// Id in coordination.lines.
    public required string Line { get; init; }

    public required string Title { get; init; }

    public required string OpenedBy { get; init; }

    public DateTimeOffset At { get; init; }
}

public sealed class GroupMember
{
    public long GroupId { get; init; }

    public long PersonId { get; init; }
}

/// 群发: what one member tells the others; each of them has a receipt line.
public sealed class GroupMessage
{
    public long Id { get; init; }

    public long GroupId { get; init; }

    public long PersonId { get; init; }

    public required string PersonName { get; init; }

    public required string Text { get; init; }

    public bool IsUrgent { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class ExchangeGroupTable : IEntityTypeConfiguration<ExchangeGroup>
{
    public void Configure(EntityTypeBuilder<ExchangeGroup> table)
    {
        table.ToTable("ExchangeGroup").HasKey(g => g.Id);
        table.Property(g => g.Id).ValueGeneratedNever();
        table.Property(g => g.Line).HasMaxLength(CoordinationLimits.Id);
        table.Property(g => g.Title).HasMaxLength(60);
        table.Property(g => g.OpenedBy).HasMaxLength(60);
        table.HasIndex(g => g.KeeperId);
    }
}

internal sealed class GroupMemberTable : IEntityTypeConfiguration<GroupMember>
{
    public void Configure(EntityTypeBuilder<GroupMember> table)
    {
        table.ToTable("GroupMember").HasKey(m => new { m.GroupId, m.PersonId });
        table.HasIndex(m => m.PersonId);
    }
}

internal sealed class GroupMessageTable : IEntityTypeConfiguration<GroupMessage>
{
    public void Configure(EntityTypeBuilder<GroupMessage> table)
    {
        table.ToTable("GroupMessage").HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.PersonName).HasMaxLength(60);
        table.Property(m => m.Text).HasMaxLength(KeepGroup.LongestText);
        table.HasIndex(m => m.GroupId);
    }
}

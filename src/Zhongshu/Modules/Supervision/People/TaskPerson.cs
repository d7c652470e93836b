using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.People;

/// 责任到人: one person of the unit on a task, with the post and what is to be reached, in figures.
public sealed class TaskPerson : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public long TaskId { get; init; }

    /// Id in supervision.person-parts.
    public required string Part { get; init; }

    public required string Name { get; init; }

    /// 岗位
    public string Post { get; init; } = "";

    /// 目标
    public string Goal { get; init; } = "";
}

internal sealed class TaskPersonTable : IEntityTypeConfiguration<TaskPerson>
{
    public void Configure(EntityTypeBuilder<TaskPerson> table)
    {
        table.ToTable("SupervisionPerson").HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.Part).HasMaxLength(24);
        table.Property(p => p.Name).HasMaxLength(60);
        table.Property(p => p.Post).HasMaxLength(60);
        table.Property(p => p.Goal).HasMaxLength(300);
        table.HasIndex(p => p.TaskId);
        table.HasIndex(p => p.MatterId);
    }
}

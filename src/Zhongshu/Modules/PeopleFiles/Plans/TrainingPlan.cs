using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.PeopleFiles.Plans;

/// 年度计划: one activity that is meant to be held, until it was held or called off.
public sealed class TrainingPlan
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long UnitId { get; init; }

    /// Id in people.training-kinds.
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public DateOnly On { get; init; }

    /// The training that it became.
    public long? TrainingId { get; set; }

    /// 取消的理由; empty as long as it stands.
    public string Dropped { get; set; } = "";

    public required string ByName { get; init; }
}

internal sealed class TrainingPlanTable : IEntityTypeConfiguration<TrainingPlan>
{
    public void Configure(EntityTypeBuilder<TrainingPlan> table)
    {
        table.ToTable("TrainingPlan").HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.Kind).HasMaxLength(Limits.Word);
        table.Property(p => p.Title).HasMaxLength(Limits.Title);
        table.Property(p => p.Dropped).HasMaxLength(Limits.Short);
        table.Property(p => p.ByName).HasMaxLength(Limits.Name);
        table.HasIndex(p => new { p.KeeperId, p.On });
    }
}

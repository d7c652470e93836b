using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Coordinations.Sharing;

public enum DataState
{
    /// 待答复
    Open = 1,

    /// 已提供
    Given = 2,

    /// 不能提供
    Declined = 3,
}

/// 数据共享申请: one unit asks another for figures, with a limit by how hard they are to give.
public sealed class DataRequest
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long FromUnitId { get; init; }

    public long ToUnitId { get; init; }

    public required string Title { get; init; }

    public required string Purpose { get; init; }

    /// Id in coordination.data-levels.
    public required string Level { get; init; }

    public DateOnly AskedOn { get; init; }

    public DateOnly DueOn { get; init; }

    public required string AskedBy { get; init; }

    public DataState State { get; set; } = DataState.Open;

    public DateOnly? AnsweredOn { get; set; }

    public string Answer { get; set; } = "";

    public string AnsweredBy { get; set; } = "";

    /// 耗时 in working days, counted when it was answered.
    public int? Workdays { get; set; }
}

internal sealed class DataRequestTable : IEntityTypeConfiguration<DataRequest>
{
    public void Configure(EntityTypeBuilder<DataRequest> table)
    {
        table.ToTable("DataRequest").HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.Title).HasMaxLength(CoordinationLimits.Title);
        table.Property(r => r.Purpose).HasMaxLength(CoordinationLimits.Words);
        table.Property(r => r.Level).HasMaxLength(CoordinationLimits.Id);
        table.Property(r => r.AskedBy).HasMaxLength(60);
        table.Property(r => r.Answer).HasMaxLength(CoordinationLimits.Text);
        table.Property(r => r.AnsweredBy).HasMaxLength(60);
        table.HasIndex(r => new { r.KeeperId, r.State, r.DueOn });
        table.HasIndex(r => r.ToUnitId);
        table.HasIndex(r => r.FromUnitId);
    }
}

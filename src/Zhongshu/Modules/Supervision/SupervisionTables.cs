using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Supervision;

internal sealed class SupervisionItemTable : IEntityTypeConfiguration<SupervisionItem>
{
    public void Configure(EntityTypeBuilder<SupervisionItem> table)
    {
        table.ToTable("SupervisionItem").HasKey(i => i.MatterId);
        table.Property(i => i.MatterId).ValueGeneratedNever();
        table.Property(i => i.LimitClass).HasMaxLength(24);
        table.Property(i => i.Phase).HasMaxLength(24);
        table.Property(i => i.Topic).HasMaxLength(24);
        table.Property(i => i.Grounds).HasMaxLength(4000);
        table.Property(i => i.Advice).HasMaxLength(4000);
        table.Property(i => i.Turning).HasMaxLength(400);
        table.Property(i => i.Result).HasMaxLength(4000);
        table.Property(i => i.Purpose).HasMaxLength(1000);
        table.Property(i => i.Gist).HasMaxLength(1000);
        table.Property(i => i.Course).HasMaxLength(2000);
        table.Property(i => i.Scheme).HasMaxLength(4000);
        table.HasIndex(i => new { i.UnitId, i.Light, i.DueOn, i.MatterId }).IsDescending(false, true, false, false).HasFilter("is_open");
        table.HasIndex(i => new { i.UnitId, i.DocketedAt });
        table.HasIndex(i => new { i.UnitId, i.ClosedAt });
        table.HasIndex(i => new { i.UnitId, i.Topic, i.Source, i.IsOpen, i.Light });
        table.HasIndex(i => new { i.LeaderId, i.MatterId });
    }
}

internal sealed class BasisTable : IEntityTypeConfiguration<Basis>
{
    public void Configure(EntityTypeBuilder<Basis> table)
    {
        table.ToTable("SupervisionBasis").HasKey(b => b.Id);
        table.Property(b => b.Id).ValueGeneratedNever();
        table.Property(b => b.LeaderName).HasMaxLength(60);
        table.Property(b => b.Quote).HasMaxLength(4000);
        table.Property(b => b.Origin).HasMaxLength(500);
        table.HasIndex(b => b.MatterId);
        table.HasIndex(b => b.MatterId, "ix_supervision_basis_quoted").HasFilter("quote <> ''");
        table.HasIndex(b => new { b.LeaderId, b.MatterId });
        table.HasIndex(b => b.FromMatterId);
        table.HasIndex(b => b.OpinionId);
    }
}

internal sealed class SentLetterTable : IEntityTypeConfiguration<SentLetter>
{
    public void Configure(EntityTypeBuilder<SentLetter> table)
    {
        table.ToTable("SupervisionLetter").HasKey(l => l.Id);
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Property(l => l.Number).HasMaxLength(80);
        table.HasIndex(l => l.MatterId);
    }
}

internal sealed class SupervisionTaskTable : IEntityTypeConfiguration<SupervisionTask>
{
    public void Configure(EntityTypeBuilder<SupervisionTask> table)
    {
        table.ToTable("SupervisionTask").HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Title).HasMaxLength(500);
        table.Property(t => t.Measure).HasMaxLength(1000);
        table.Property(t => t.AskedReason).HasMaxLength(1000);
        table.Property(t => t.PersonName).HasMaxLength(60);
        table.HasIndex(t => new { t.MatterId, t.Number }).IsUnique();
        table.HasIndex(t => new { t.LeadUnitId, t.State, t.MatterId });
        table.HasIndex(t => new { t.Light, t.RedAt });
        table.HasIndex(t => new { t.Light, t.YellowAt });
        table.HasIndex(t => t.ChaseAt);
        table.HasIndex(t => t.LookBackOn);
        table.HasIndex(t => t.AskedDueOn);
        table.HasIndex(t => new { t.State, t.MatterId });
    }
}

internal sealed class TaskUnitTable : IEntityTypeConfiguration<TaskUnit>
{
    public void Configure(EntityTypeBuilder<TaskUnit> table)
    {
        table.ToTable("SupervisionUnit").HasKey(u => new { u.TaskId, u.UnitId });
        table.HasIndex(u => new { u.UnitId, u.MatterId });
        table.HasIndex(u => u.MatterId);
    }
}

internal sealed class TaskFeedbackTable : IEntityTypeConfiguration<TaskFeedback>
{
    public void Configure(EntityTypeBuilder<TaskFeedback> table)
    {
        table.ToTable("SupervisionFeedback").HasKey(f => f.Id);
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.PersonName).HasMaxLength(60);
        table.Property(f => f.ApprovedBy).HasMaxLength(60);
        table.Property(f => f.Text).HasMaxLength(8000);
        table.Property(f => f.Promise).HasMaxLength(2000);
        table.Property(f => f.Note).HasMaxLength(2000);
        table.HasIndex(f => f.TaskId);
        table.HasIndex(f => f.MatterId);
    }
}

internal sealed class CountersignTable : IEntityTypeConfiguration<Countersign>
{
    public void Configure(EntityTypeBuilder<Countersign> table)
    {
        table.ToTable("SupervisionCountersign").HasKey(c => new { c.FeedbackId, c.UnitId });
        table.Property(c => c.Words).HasMaxLength(1000);
        table.Property(c => c.PersonName).HasMaxLength(60);
        table.HasIndex(c => c.MatterId);
    }
}

internal sealed class EvidenceTable : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> table)
    {
        table.ToTable("SupervisionEvidence").HasKey(e => e.Id);
        table.Property(e => e.Id).ValueGeneratedNever();
        table.Property(e => e.Kind).HasMaxLength(24);
        table.Property(e => e.Text).HasMaxLength(1000);
        table.HasIndex(e => e.FeedbackId);
        table.HasIndex(e => e.MatterId);
    }
}

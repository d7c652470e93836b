using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.IncomingDocuments.Intents;

internal enum IntentState
{
    /// 沟通中
    Talking = 0,

    /// 已一致，可以正式报送
    Agreed = 1,

    /// 已正式报送
    Submitted = 2,

    /// 撤回
    Withdrawn = 3,
}

/// 报件意向: what a unit means to submit, talked over before it is formally sent, with the day by which it must be here (M1-B40, M1-B43).
internal sealed class SubmissionIntent
{
    public long Id { get; init; }

    /// Who will submit, and to which house.
    public long UnitId { get; init; }

    public long HomeUnitId { get; init; }

    /// Id in incoming.review-leads: 文件文稿, 会议方案 …
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public required string Gist { get; init; }

    /// The day it is needed: of the meeting, or of issue; and by when it must be here so that leaders have time to review it.
    public DateOnly NeededOn { get; init; }

    public DateOnly LatestOn { get; init; }

    public IntentState State { get; set; }

    /// How often it went back and forth before it was agreed.
    public int Rounds { get; set; }

    public long? MatterId { get; set; }

    /// Formally submitted after the latest day.
    public bool IsLate { get; set; }

    public DateTimeOffset? RemindedAt { get; set; }

    public long ByPersonId { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset At { get; init; }
}

/// One turn of the talk.
internal sealed class IntentNote
{
    public long Id { get; init; }

    public long IntentId { get; init; }

    public required string Who { get; init; }

    public required string Text { get; init; }

    public bool IsOffice { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class SubmissionIntentTable : IEntityTypeConfiguration<SubmissionIntent>
{
    public void Configure(EntityTypeBuilder<SubmissionIntent> table)
    {
        table.ToTable("SubmissionIntent").HasKey(i => i.Id);
        table.Property(i => i.Id).ValueGeneratedNever();
        table.Property(i => i.Kind).HasMaxLength(24);
        table.Property(i => i.Title).HasMaxLength(200);
        table.Property(i => i.Gist).HasMaxLength(1000);
        table.Property(i => i.ByName).HasMaxLength(60);
        table.HasIndex(i => new { i.UnitId, i.State });
        table.HasIndex(i => new { i.State, i.LatestOn });
    }
}

internal sealed class IntentNoteTable : IEntityTypeConfiguration<IntentNote>
{
    public void Configure(EntityTypeBuilder<IntentNote> table)
    {
        table.ToTable("IntentNote").HasKey(n => n.Id);
        table.Property(n => n.Id).ValueGeneratedNever();
        table.Property(n => n.Who).HasMaxLength(120);
        table.Property(n => n.Text).HasMaxLength(1000);
        table.HasIndex(n => n.IntentId);
    }
}

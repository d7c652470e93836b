using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Follow;

public enum HelpState
{
    /// 待回应
    Asked = 1,

    /// 已回应，待单位确认
    Answered = 2,

    /// 已解决
    Solved = 3,

    /// 未解决，撤回
    Dropped = 4,
}

/// 督帮一体: what a unit asks of the supervisor on a task; a loop of its own, counted from the asking to the unit's own "solved".
public sealed class Help : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public long TaskId { get; init; }

    public long UnitId { get; init; }

    /// Id in supervision.help-kinds.
    public required string Kind { get; init; }

    public required string Text { get; init; }

    public required string AskedBy { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public HelpState State { get; set; }

    public string Answer { get; set; } = "";

    public string AnsweredBy { get; set; } = "";

    /// The first answer: how long the office took is counted by this.
    public DateTimeOffset? AnsweredAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// How often the unit said that the answer did not solve it.
    public int Returned { get; set; }

    /// What the unit said last.
    public string Said { get; set; } = "";

    /// How many pieces of work it has put on desks so far.
    public int Moves { get; set; }
}

internal sealed class HelpTable : IEntityTypeConfiguration<Help>
{
    public void Configure(EntityTypeBuilder<Help> table)
    {
        table.ToTable("SupervisionHelp").HasKey(h => h.Id);
        table.Property(h => h.Id).ValueGeneratedNever();
        table.Property(h => h.Kind).HasMaxLength(24);
        table.Property(h => h.Text).HasMaxLength(1000);
        table.Property(h => h.AskedBy).HasMaxLength(60);
        table.Property(h => h.Answer).HasMaxLength(2000);
        table.Property(h => h.AnsweredBy).HasMaxLength(60);
        table.Property(h => h.Said).HasMaxLength(1000);
        table.HasIndex(h => h.MatterId);
        table.HasIndex(h => h.TaskId);
        table.HasIndex(h => new { h.State, h.AskedAt });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Challenges;

public enum ChallengeState
{
    /// 张榜
    Posted = 1,

    /// 已选定，待签军令状
    Chosen = 2,

    /// 攻坚中
    Signed = 3,

    /// 揭榜成功
    Won = 4,

    /// 未完成
    Failed = 5,

    /// 流榜: nobody bid, or nobody was fit.
    Lapsed = 6,
}

/// 榜单: a hard task that units may offer to take.
public sealed class Challenge
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public required string Title { get; init; }

    /// 要解决的问题
    public required string Need { get; init; }

    /// 考核指标
    public required string Measure { get; init; }

    /// 业务主管部门, the second of the two that supervise.
    public long FieldUnitId { get; init; }

    public DateOnly BidsUntil { get; init; }

    public DateOnly DueOn { get; init; }

    public ChallengeState State { get; set; } = ChallengeState.Posted;

    public long? ChosenUnitId { get; set; }

    public string ChoiceReason { get; set; } = "";

    /// 军令状, as it was signed.
    public string Charge { get; set; } = "";

    public string SignedBy { get; set; } = "";

    public DateOnly? SignedOn { get; set; }

    /// 事项码 of the supervision item that it became.
    public string MatterCode { get; set; } = "";

    /// By when the next monthly meeting is to be held.
    public DateOnly? MeetingDue { get; set; }

    /// 滞后: the office and the field's unit both supervise.
    public bool IsLagging { get; set; }

    /// 评估得分, 0 to 100.
    public int? Mark { get; set; }

    public string Result { get; set; } = "";

    public DateOnly? EndedOn { get; set; }

    public DateTimeOffset At { get; init; }

    public required string PersonName { get; init; }
}

/// 揭榜: what a unit offers.
public sealed class ChallengeBid
{
    public long ChallengeId { get; init; }

    public long UnitId { get; init; }

    public required string Plan { get; set; }

    /// 节点: a line each, beginning with a day.
    public required string Milestones { get; set; }

    public required string Measure { get; set; }

    /// 领衔人
    public required string Leader { get; set; }

    public DateTimeOffset At { get; set; }

    /// Marks by the criteria of the rule, separated by commas, and their weighted sum.
    public string Marks { get; set; } = "";

    public int? Mark { get; set; }
}

/// 推进会: once a month while it runs.
public sealed class ChallengeMeeting
{
    public long Id { get; init; }

    public long ChallengeId { get; init; }

    public DateOnly HeldOn { get; init; }

    public required string Words { get; init; }

    public bool IsLagging { get; init; }

    public required string PersonName { get; init; }
}

internal sealed class ChallengeTable : IEntityTypeConfiguration<Challenge>
{
    public void Configure(EntityTypeBuilder<Challenge> table)
    {
        table.ToTable("Challenge").HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.Title).HasMaxLength(200);
        table.Property(c => c.Need).HasMaxLength(2000);
        table.Property(c => c.Measure).HasMaxLength(1000);
        table.Property(c => c.ChoiceReason).HasMaxLength(1000);
        table.Property(c => c.Charge).HasMaxLength(2000);
        table.Property(c => c.SignedBy).HasMaxLength(60);
        table.Property(c => c.MatterCode).HasMaxLength(24);
        table.Property(c => c.Result).HasMaxLength(2000);
        table.Property(c => c.PersonName).HasMaxLength(60);
        table.HasIndex(c => new { c.KeeperId, c.State });
    }
}

internal sealed class ChallengeBidTable : IEntityTypeConfiguration<ChallengeBid>
{
    public void Configure(EntityTypeBuilder<ChallengeBid> table)
    {
        table.ToTable("ChallengeBid").HasKey(b => new { b.ChallengeId, b.UnitId });
        table.Property(b => b.Plan).HasMaxLength(2000);
        table.Property(b => b.Milestones).HasMaxLength(2000);
        table.Property(b => b.Measure).HasMaxLength(1000);
        table.Property(b => b.Leader).HasMaxLength(60);
        table.Property(b => b.Marks).HasMaxLength(200);
    }
}

internal sealed class ChallengeMeetingTable : IEntityTypeConfiguration<ChallengeMeeting>
{
    public void Configure(EntityTypeBuilder<ChallengeMeeting> table)
    {
        table.ToTable("ChallengeMeeting").HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Words).HasMaxLength(2000);
        table.Property(m => m.PersonName).HasMaxLength(60);
        table.HasIndex(m => m.ChallengeId);
    }
}

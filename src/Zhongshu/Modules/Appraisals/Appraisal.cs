using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Appraisals;

public enum SchemeState
{
    /// 评分中
    Open = 1,

    /// 结果告知，可申诉
    Shown = 2,

    /// 已确认
    Confirmed = 3,
}

/// 考核方案
public sealed class AppraisalScheme
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public required string Title { get; init; }

    public DateOnly FirstDay { get; init; }

    public DateOnly LastDay { get; init; }

    /// Weights of the three parties, in the order of the rule, separated by commas; they sum to 100.
    public required string PartyWeights { get; init; }

    public SchemeState State { get; set; } = SchemeState.Open;

    /// What was warned of, and why it was opened all the same.
    public string Warnings { get; init; } = "";

    public string Reason { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public required string PersonName { get; init; }
}

/// 指标: with a figure of the house it is quantitative, without one qualitative (people's opinions).
public sealed class AppraisalIndicator
{
    public long Id { get; init; }

    public long SchemeId { get; init; }

    public int Place { get; init; }

    public required string Title { get; init; }

    public int Weight { get; init; }

    /// Id of a figure of the house; empty for opinions.
    public string Figure { get; init; } = "";

    /// The value that earns full marks, and the one that earns none.
    public double Full { get; init; }

    public double None { get; init; }

    /// 外部: judged by those outside the unit's own line of work.
    public bool IsOutside { get; init; }

    /// 责任岗位: the post that answers for it; empty for none.
    public string PostName { get; init; } = "";

    /// 一票否决: whoever earns nothing here stands behind all others.
    public bool IsVeto { get; init; }

    public bool IsQuantitative => Figure.Length > 0;
}

/// 被考核单位
public sealed class AppraisedUnit
{
    public long SchemeId { get; init; }

    public long UnitId { get; init; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    public string Appeal { get; set; } = "";

    public string AppealAnswer { get; set; } = "";
}

/// 定性评价: one person's mark for one unit and indicator, 0 to 100, with the reason.
public sealed class AppraisalOpinion
{
    public long IndicatorId { get; init; }

    public long UnitId { get; init; }

    public long PersonId { get; init; }

    public long SchemeId { get; init; }

    /// Place of the party in the rule, from 0.
    public int Party { get; init; }

    public int Mark { get; set; }

    public string Reason { get; set; } = "";
}

/// 剥离非工作因素: marks given back because the loss was not the unit's doing.
public sealed class StrippedFactor
{
    public long Id { get; init; }

    public long SchemeId { get; init; }

    public long IndicatorId { get; init; }

    public long UnitId { get; init; }

    public double Points { get; init; }

    public required string Reason { get; init; }

    public required string PersonName { get; init; }
}

/// A figure as it was taken when the results were told.
public sealed class AppraisalFigure
{
    public long SchemeId { get; init; }

    public long UnitId { get; init; }

    public required string Figure { get; init; }

    public double? Value { get; init; }

    public required string Words { get; init; }

    public required string Address { get; init; }
}

internal sealed class AppraisalFigureTable : IEntityTypeConfiguration<AppraisalFigure>
{
    public void Configure(EntityTypeBuilder<AppraisalFigure> table)
    {
        table.ToTable("AppraisalFigure").HasKey(f => new { f.SchemeId, f.UnitId, f.Figure });
        table.Property(f => f.Figure).HasMaxLength(40);
        table.Property(f => f.Words).HasMaxLength(200);
        table.Property(f => f.Address).HasMaxLength(400);
    }
}

internal sealed class AppraisalSchemeTable : IEntityTypeConfiguration<AppraisalScheme>
{
    public void Configure(EntityTypeBuilder<AppraisalScheme> table)
    {
        table.ToTable("AppraisalScheme").HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Title).HasMaxLength(120);
        table.Property(s => s.PartyWeights).HasMaxLength(40);
        table.Property(s => s.Warnings).HasMaxLength(2000);
        table.Property(s => s.Reason).HasMaxLength(1000);
        table.Property(s => s.PersonName).HasMaxLength(60);
        table.HasIndex(s => s.KeeperId);
    }
}

internal sealed class AppraisalIndicatorTable : IEntityTypeConfiguration<AppraisalIndicator>
{
    public void Configure(EntityTypeBuilder<AppraisalIndicator> table)
    {
        table.ToTable("AppraisalIndicator").HasKey(i => i.Id);
        table.Property(i => i.Id).ValueGeneratedNever();
        table.Property(i => i.Title).HasMaxLength(120);
        table.Property(i => i.Figure).HasMaxLength(40);
        table.Property(i => i.PostName).HasMaxLength(60);
        table.Ignore(i => i.IsQuantitative);
        table.HasIndex(i => i.SchemeId);
    }
}

internal sealed class AppraisedUnitTable : IEntityTypeConfiguration<AppraisedUnit>
{
    public void Configure(EntityTypeBuilder<AppraisedUnit> table)
    {
        table.ToTable("AppraisedUnit").HasKey(u => new { u.SchemeId, u.UnitId });
        table.Property(u => u.Appeal).HasMaxLength(2000);
        table.Property(u => u.AppealAnswer).HasMaxLength(2000);
    }
}

internal sealed class AppraisalOpinionTable : IEntityTypeConfiguration<AppraisalOpinion>
{
    public void Configure(EntityTypeBuilder<AppraisalOpinion> table)
    {
        table.ToTable("AppraisalOpinion").HasKey(o => new { o.IndicatorId, o.UnitId, o.PersonId });
        table.Property(o => o.Reason).HasMaxLength(1000);
        table.HasIndex(o => o.SchemeId);
    }
}

internal sealed class StrippedFactorTable : IEntityTypeConfiguration<StrippedFactor>
{
    public void Configure(EntityTypeBuilder<StrippedFactor> table)
    {
        table.ToTable("AppraisalStripped").HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Reason).HasMaxLength(1000);
        table.Property(s => s.PersonName).HasMaxLength(60);
        table.HasIndex(s => s.SchemeId);
    }
}

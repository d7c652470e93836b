using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Platform.Matters;

public enum MatterState
{
    Open = 0,
    Suspended = 1,
    Closed = 2,

    /// 已归档
    Filed = 3,

    /// 终止、退文、拒收
    Ended = 4,
}

/// 紧急程度, in rising order so that lists sort by it.
public enum Urgency
{
    /// 常规
    Routine = 0,

    /// 平急
    Mild = 1,

    /// 加急
    Urgent = 2,

    /// 特急
    Immediate = 3,
}

/// Marks what hangs on a matter and is seen exactly when the matter is.
public interface IPartOfMatter
{
    long MatterId { get; }
}

/// 事项: what everything hangs on; one matter, one file (一事一档).
public sealed class Matter
{
    public long Id { get; init; }

    /// 事项码: year, serial and a check digit; printed as a QR code.
    public required string Code { get; init; }

    public required string Title { get; set; }

    /// Which module's matter it is: incoming, outgoing, meeting …
    public required string Kind { get; init; }

    /// 本级单位 whose ledger it stands in.
    public long UnitId { get; init; }

    public int Classification { get; set; }

    public Urgency Urgency { get; set; }

    /// 限定知悉范围: only persons named on the access list see it, no office or section at large.
    public bool IsRestricted { get; set; }

    public MatterState State { get; set; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// 当前环节 and who holds the ball, in words, for lists.
    public string Stage { get; set; } = "";

    public string Holder { get; set; } = "";

    /// Since when the present holder has it (压文 is counted from here).
    public DateTimeOffset HeldSince { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public int TrailCount { get; set; }

    public byte[] TrailHash { get; set; } = [];

    public int Version { get; set; }

    public bool IsOpen => State is MatterState.Open or MatterState.Suspended;

    /// Every change to a matter asks this first: a closed file is not written to.
    public Refusal? RefusesWork() => State switch
    {
        MatterState.Open => null,
        MatterState.Suspended => new Refusal("matter.suspended", "这件事项已暂停办理。请先恢复办理，再继续操作。") { Kind = RefusalKind.Conflict },
        MatterState.Ended => new Refusal("matter.ended", "这件事项已终止，不能再办理。确需办理的，请重新登记。") { Kind = RefusalKind.Conflict },
        MatterState.Filed => new Refusal("matter.filed", "这件事项已归档，不能再办理或改动。内容有误的，请由档案员登记更正说明；需要补办的，请另行登记来文并注明前件。") { Kind = RefusalKind.Conflict },
        _ => new Refusal("matter.closed", "这件事项已办结，不能再改动。确需补办的，请由办公室重新打开。") { Kind = RefusalKind.Conflict },
    };
}

/// Who may read a matter, and why. The list is the whole of the read access: no row, no sight.
public sealed class MatterAccess
{
    public long Subject { get; init; }

    public long MatterId { get; init; }

    public DateTimeOffset Since { get; init; }

    /// Why: 登记, 承办, 传阅, 知悉范围 …
    public string Reason { get; init; } = "";

    /// The matter is open: what is in hand is found without walking through what is done. The database keeps it in step with the matter's state.
    public bool IsOpen { get; init; }
}

/// 关联: one matter leads to another (来文转发文, 批示转督办, 续来文).
public sealed class MatterLink
{
    public long FromId { get; init; }

    public long ToId { get; init; }

    public required string Relation { get; init; }
}

internal sealed class MatterTable : IEntityTypeConfiguration<Matter>
{
    public void Configure(EntityTypeBuilder<Matter> table)
    {
        table.ToTable("Matter").HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Code).HasMaxLength(24);
        table.Property(m => m.Title).HasMaxLength(500);
        table.Property(m => m.Kind).HasMaxLength(24);
        table.Property(m => m.Stage).HasMaxLength(60);
        table.Property(m => m.Holder).HasMaxLength(200);
        table.Property(m => m.Version).IsConcurrencyToken();
        table.HasIndex(m => m.Code).IsUnique();
        table.HasIndex(m => new { m.State, m.DueAt });
        table.HasIndex(m => new { m.State, m.HeldSince });
    }
}

internal sealed class MatterAccessTable : IEntityTypeConfiguration<MatterAccess>
{
    public void Configure(EntityTypeBuilder<MatterAccess> table)
    {
        table.ToTable("MatterAccess").HasKey(a => new { a.Subject, a.MatterId });
        table.Property(a => a.Reason).HasMaxLength(40);
        table.HasIndex(a => a.MatterId);
        table.HasIndex(a => new { a.Subject, a.MatterId }).HasFilter("is_open");
    }
}

internal sealed class MatterLinkTable : IEntityTypeConfiguration<MatterLink>
{
    public void Configure(EntityTypeBuilder<MatterLink> table)
    {
        table.ToTable("MatterLink").HasKey(l => new { l.FromId, l.ToId, l.Relation });
        table.Property(l => l.Relation).HasMaxLength(24);
        table.HasIndex(l => l.ToId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Archives.Loans;

public enum LoanState
{
    Asked = 0,
    Approved = 1,
    Lent = 2,
    Returned = 3,
    Declined = 4,
}

/// 借阅: somebody asks for a piece, it is approved, lent until a day, and comes back.
public sealed class ArchiveLoan
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// The piece, once it is known which one is meant.
    public long? PieceId { get; set; }

    /// What was asked for, in words: number, title, about when.
    public required string Wanted { get; init; }

    public required string Purpose { get; init; }

    /// Id in archives.loan-ways.
    public required string Way { get; init; }

    public int Days { get; init; }

    public long BorrowerId { get; init; }

    public required string BorrowerName { get; init; }

    public long UnitId { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public LoanState State { get; set; }

    public string DecidedBy { get; set; } = "";

    public string Words { get; set; } = "";

    public DateOnly? LentOn { get; set; }

    public DateOnly? DueOn { get; set; }

    public DateOnly? ReturnedOn { get; set; }

    /// 归还时的情况 and 利用效果
    public string Condition { get; set; } = "";

    public string Effect { get; set; } = "";

    /// The loan itself opened the file to the borrower, and closes it again.
    public bool GaveSight { get; set; }

    public DateOnly? RemindedOn { get; set; }

    public bool IsLate(DateOnly today) => State == LoanState.Lent && DueOn < today;

    public static string WordOf(LoanState state) => state switch { LoanState.Asked => "待审批", LoanState.Approved => "待取件", LoanState.Lent => "借出", LoanState.Returned => "已归还", _ => "未批准" };
}

/// 利用: one time that a piece was used.
public sealed class ArchiveUse
{
    public long Id { get; init; }

    public long PieceId { get; init; }

    public DateTimeOffset At { get; init; }

    public long PersonId { get; init; }

    /// Who used it; a visitor from outside with the unit.
    public required string UserName { get; init; }

    public required string Way { get; init; }

    public string Purpose { get; init; } = "";

    public string Effect { get; init; } = "";
}

internal sealed class ArchiveLoanTable : IEntityTypeConfiguration<ArchiveLoan>
{
    public void Configure(EntityTypeBuilder<ArchiveLoan> table)
    {
        table.ToTable("ArchiveLoan").HasKey(l => l.Id);
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Property(l => l.Wanted).HasMaxLength(300);
        table.Property(l => l.Purpose).HasMaxLength(60);
        table.Property(l => l.Way).HasMaxLength(24);
        table.Property(l => l.BorrowerName).HasMaxLength(60);
        table.Property(l => l.DecidedBy).HasMaxLength(60);
        table.Property(l => l.Words).HasMaxLength(ArchiveKeeper.LongestWords);
        table.Property(l => l.Condition).HasMaxLength(300);
        table.Property(l => l.Effect).HasMaxLength(ArchiveKeeper.LongestWords);
        table.HasIndex(l => new { l.KeeperId, l.State });
        table.HasIndex(l => l.BorrowerId);
        table.HasIndex(l => l.PieceId);
    }
}

internal sealed class ArchiveUseTable : IEntityTypeConfiguration<ArchiveUse>
{
    public void Configure(EntityTypeBuilder<ArchiveUse> table)
    {
        table.ToTable("ArchiveUse").HasKey(u => u.Id);
        table.Property(u => u.Id).ValueGeneratedNever();
        table.Property(u => u.UserName).HasMaxLength(120);
        table.Property(u => u.Way).HasMaxLength(24);
        table.Property(u => u.Purpose).HasMaxLength(60);
        table.Property(u => u.Effect).HasMaxLength(ArchiveKeeper.LongestWords);
        table.HasIndex(u => new { u.PieceId, u.At });
    }
}

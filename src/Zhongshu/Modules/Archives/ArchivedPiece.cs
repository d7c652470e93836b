using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Archives;

/// 归档文件(一件): a closed matter as the archive keeps it. Written once; a correction is a new line on the trail.
public sealed class ArchivedPiece : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public long UnitId { get; init; }

    /// 档号
    public required string Code { get; init; }

    /// 全宗号
    public required string Fonds { get; init; }

    public int Year { get; init; }

    /// 保管期限代码: Y, D30, D10
    public required string Retention { get; init; }

    /// 机构代码
    public string Section { get; init; } = "";

    /// 件号: 1, 2, 3 … without a gap within year, retention and section.
    public int Number { get; init; }

    public required string Title { get; init; }

    /// 责任者
    public required string Responsible { get; init; }

    public string DocumentNumber { get; init; } = "";

    public DateOnly? DocumentDate { get; init; }

    public int Classification { get; init; }

    public int Pages { get; init; }

    /// The rule that proposed the retention, and why this one was taken.
    public string Rule { get; init; } = "";

    public string Reason { get; init; } = "";

    public DateTimeOffset FiledAt { get; init; }

    public long FiledBy { get; init; }

    public required string FiledByName { get; init; }

    /// The matter's trail as it was filed: how many lines, and the hash of the last.
    public int TrailCount { get; set; }

    public string TrailHash { get; set; } = "";

    /// What lies in the file: names, sizes and SHA-256 of its parts, as JSON.
    public required string Contents { get; init; }

    /// 档号 by the rule's format: 0101-WS·2026-D30-MSY-0001; without a section its part is left out.
    internal static string CodeOf(RuleBook book, ArchivePlace place, int number) => book.Value(ArchiveRules.CodeFormat)
        .Replace("{全宗号}", place.Fonds, StringComparison.Ordinal)
        .Replace("{门类}", book.Value(ArchiveRules.DocumentCategory), StringComparison.Ordinal)
        .Replace("{年度}", place.Year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{期限}", place.Retention, StringComparison.Ordinal)
        .Replace(place.Section.Length == 0 ? "-{机构}" : "{机构}", place.Section, StringComparison.Ordinal)
        .Replace("{件号}", number.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

/// Where a piece stands in the archive: within one such place the numbers run on.
internal sealed record ArchivePlace(long UnitId, string Fonds, int Year, string Retention, string Section)
{
    public string SequenceKey => string.Create(CultureInfo.InvariantCulture, $"archive-{UnitId}-{Year}-{Retention}-{Section}");
}

/// 不归档: a closed matter that is not kept as a piece, for which of the rule's reasons, and who decided.
internal sealed class NotFiled : IPartOfMatter
{
    public long MatterId { get; init; }

    /// The item of the rule, to the letter.
    public string Item { get; set; } = "";

    public string Note { get; set; } = "";

    public string PersonName { get; set; } = "";

    public DateTimeOffset At { get; set; }
}

internal sealed class ArchivedPieceTable : IEntityTypeConfiguration<ArchivedPiece>
{
    public void Configure(EntityTypeBuilder<ArchivedPiece> table)
    {
        table.ToTable("ArchivedPiece").HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.Code).HasMaxLength(60);
        table.Property(p => p.Fonds).HasMaxLength(12);
        table.Property(p => p.Retention).HasMaxLength(8);
        table.Property(p => p.Section).HasMaxLength(12);
        table.Property(p => p.Title).HasMaxLength(500);
        table.Property(p => p.Responsible).HasMaxLength(120);
        table.Property(p => p.DocumentNumber).HasMaxLength(80);
        table.Property(p => p.Rule).HasMaxLength(60);
        table.Property(p => p.Reason).HasMaxLength(400);
        table.Property(p => p.FiledByName).HasMaxLength(60);
        table.Property(p => p.TrailHash).HasMaxLength(64);
        table.HasIndex(p => p.MatterId).IsUnique();
        table.HasIndex(p => p.Code).IsUnique();
        table.HasIndex(p => new { p.UnitId, p.Year, p.Retention, p.Section, p.Number }).IsUnique();
    }
}

internal sealed class NotFiledTable : IEntityTypeConfiguration<NotFiled>
{
    public void Configure(EntityTypeBuilder<NotFiled> table)
    {
        table.ToTable("NotFiled").HasKey(n => n.MatterId);
        table.Property(n => n.MatterId).ValueGeneratedNever();
        table.Property(n => n.Item).HasMaxLength(120);
        table.Property(n => n.Note).HasMaxLength(400);
        table.Property(n => n.PersonName).HasMaxLength(60);
    }
}

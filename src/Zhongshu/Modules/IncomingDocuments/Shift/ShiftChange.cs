using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.IncomingDocuments.Shift;

/// 交接班: what one clerk of the registry desk leaves to the next, as it stood at that moment, and that the next one took it over.
internal sealed class ShiftChange
{
    public long Id { get; init; }

    public long UnitId { get; init; }

    public long FromId { get; init; }

    public required string FromName { get; init; }

    public long ToId { get; init; }

    public required string ToName { get; init; }

    /// What was gathered, as JSON (ShiftSheet); never changed.
    public required string Sheet { get; init; }

    /// 交班说明
    public string Remarks { get; init; } = "";

    public DateTimeOffset HandedAt { get; init; }

    public DateTimeOffset? TakenAt { get; set; }

    /// 接班说明
    public string TakenRemarks { get; set; } = "";

    public ShiftSheet Read() => ShiftSheet.Read(Sheet);
}

/// The gathered lists: title, how many there are, and the first of them.
public sealed record ShiftSheet(DateTimeOffset Since, IReadOnlyList<ShiftPart> Parts)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static ShiftSheet Read(string text) => JsonSerializer.Deserialize<ShiftSheet>(text, Json)!;
}

public sealed record ShiftPart(string Title, int Count, IReadOnlyList<ShiftLine> Lines);

/// One document: of a restricted or classified one only the number is kept, for the next clerk may not know more.
public sealed record ShiftLine(string Code, string RegistryNumber, string Title, string Sender, string Where, DateTimeOffset? DueAt);

internal sealed class ShiftChangeTable : IEntityTypeConfiguration<ShiftChange>
{
    public void Configure(EntityTypeBuilder<ShiftChange> table)
    {
        table.ToTable("ShiftChange").HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.FromName).HasMaxLength(60);
        table.Property(s => s.ToName).HasMaxLength(60);
        table.Property(s => s.Remarks).HasMaxLength(2000);
        table.Property(s => s.TakenRemarks).HasMaxLength(2000);
        table.HasIndex(s => new { s.UnitId, s.Id });
    }
}

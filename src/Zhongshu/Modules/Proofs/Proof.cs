using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Proofing.Documents;

namespace Zhongshu.Modules.Proofs;

/// 校核稿: a text that one person has had checked; only that person sees it, for some days.
internal sealed class Proof
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public long Id { get; init; }

    public long PersonId { get; init; }

    public required string Name { get; init; }

    /// The paragraphs as they were checked, JSON.
    public required string Text { get; init; }

    public FileFormat Format { get; init; }

    /// The file it was read from, for the annotated copy.
    public long? FileId { get; init; }

    public bool IsDeep { get; init; }

    public bool ForPublication { get; init; }

    public string Level { get; init; } = "";

    /// 文种 as the title says or the writer said; empty when neither did.
    public string Kind { get; init; } = "";

    public int TitleWords { get; init; }

    public int BodyWords { get; init; }

    public int AttachmentWords { get; init; }

    /// Findings beyond what a person can work through; they are counted, not kept.
    public int Dropped { get; init; }

    public DateTimeOffset At { get; init; }

    public static string Write(SourceDocument document) =>
        JsonSerializer.Serialize(document.Paragraphs.Select(p => new Line(p.Text, p.Number, p.Place, p.Cell is { } c ? [c.Table, c.Row, c.Column] : null)), Json);

    public SourceDocument Document()
    {
        var lines = JsonSerializer.Deserialize<List<Line>>(Text, Json)!;
        return new SourceDocument([.. lines.Select((l, i) => new Paragraph
        {
            Index = i, Text = l.T, Number = l.N, Place = l.P, Cell = l.C is [var table, var row, var column] ? new CellAddress(table, row, column) : null,
        })]);
    }

    private sealed record Line(string T, string? N, ParagraphPlace P, int[]? C);
}

internal sealed class ProofTable : IEntityTypeConfiguration<Proof>
{
    public void Configure(EntityTypeBuilder<Proof> table)
    {
        table.ToTable("Proof").HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.Name).HasMaxLength(255);
        table.Property(p => p.Level).HasMaxLength(8);
        table.Property(p => p.Kind).HasMaxLength(16);
        table.HasIndex(p => p.PersonId);
        table.HasIndex(p => p.At);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.IncomingDocuments;

internal sealed class IncomingDocumentTable : IEntityTypeConfiguration<IncomingDocument>
{
    public void Configure(EntityTypeBuilder<IncomingDocument> table)
    {
        table.ToTable("IncomingDocument").HasKey(d => d.MatterId);
        table.Property(d => d.MatterId).ValueGeneratedNever();
        table.Property(d => d.RegistryNumber).HasMaxLength(60);
        table.Property(d => d.Sender).HasMaxLength(120);
        table.Property(d => d.DocumentNumber).HasMaxLength(80);
        table.Property(d => d.NumberKey).HasMaxLength(80);
        table.Property(d => d.Title).HasMaxLength(500);
        table.Property(d => d.SecrecyTerm).HasMaxLength(20);
        table.Property(d => d.Addressee).HasMaxLength(400);
        table.Property(d => d.Substance).HasMaxLength(400);
        table.Property(d => d.ContentKey).HasMaxLength(64);
        table.Property(d => d.SupportingUnits).HasMaxLength(400);
        table.Property(d => d.RoutingPrinciple).HasMaxLength(24);
        table.Property(d => d.RoutingReason).HasMaxLength(400);
        table.Property(d => d.Distinction).HasMaxLength(24);
        table.Property(d => d.DisputeCause).HasMaxLength(400);
        table.Property(d => d.Purpose).HasMaxLength(600);
        table.Property(d => d.Background).HasMaxLength(600);
        table.Property(d => d.Consideration).HasMaxLength(600);
        table.Property(d => d.Result).HasMaxLength(2000);
        table.Property(d => d.AnsweredHow).HasMaxLength(200);
        table.Property(d => d.AnswerWaived).HasMaxLength(400);
        table.Ignore(d => d.IsAnswered);
        table.Property(d => d.Retention).HasMaxLength(8);
        table.Property(d => d.ArchivalCode).HasMaxLength(60);
        table.HasIndex(d => new { d.UnitId, d.RegistryYear, d.RegistrySerial }).IsUnique();
        table.HasIndex(d => new { d.NumberKey, d.Sender });
        table.HasIndex(d => d.ContentKey);
        table.HasIndex(d => new { d.State, d.MatterId });
        table.HasIndex(d => new { d.Sender, d.MatterId });
        table.HasIndex(d => new { d.LeadUnitId, d.MatterId });
        table.HasIndex(d => new { d.ReceivedAt, d.FirstSentAt });
        table.HasIndex(d => new { d.FirstSentAt, d.ReceivedAt });
        table.HasIndex(d => new { d.Kind, d.AnsweredAt, d.ClosedAt });
        table.HasIndex(d => new { d.RegistryYear, d.State });
        table.HasIndex(d => d.MatterId).HasFilter("routing_principle <> ''").HasDatabaseName("ix_incoming_document_disputed");
    }
}

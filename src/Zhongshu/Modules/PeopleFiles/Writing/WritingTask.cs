using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.PeopleFiles.Writing;

/// 文字练兵: one exercise of one step, set by whoever keeps the person's file, handed in, read and passed or sent back.
public sealed class WritingTask
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long PersonId { get; init; }

    /// Id in people.writing-steps.
    public required string Step { get; init; }

    public required string Title { get; init; }

    public DateOnly DueOn { get; init; }

    public required string SetBy { get; init; }

    public string Text { get; set; } = "";

    public DateOnly? HandedOn { get; set; }

    public string Comment { get; set; } = "";

    public DateOnly? PassedOn { get; set; }
}

internal sealed class WritingTaskTable : IEntityTypeConfiguration<WritingTask>
{
    public const int LongestText = 8000;

    public void Configure(EntityTypeBuilder<WritingTask> table)
    {
        table.ToTable("WritingTask").HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Step).HasMaxLength(Limits.Word);
        table.Property(t => t.Title).HasMaxLength(Limits.Title);
        table.Property(t => t.SetBy).HasMaxLength(60);
        table.Property(t => t.Text).HasMaxLength(LongestText);
        table.Property(t => t.Comment).HasMaxLength(Limits.Words);
        table.HasIndex(t => t.PersonId);
    }
}

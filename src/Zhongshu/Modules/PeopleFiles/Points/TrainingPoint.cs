using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.PeopleFiles.Points;

/// One side or part that a training was of, or what was written down of one of its questions.
public sealed class TrainingPoint
{
    /// 要点: what it said, in a few words.
    public const string Gist = "要点";

    public long TrainingId { get; init; }

    /// A side, a part or a question of the kind, or the gist.
    public required string Word { get; init; }

    public string Text { get; set; } = "";

    public required string ByName { get; set; }
}

/// 随机抽问: who was drawn on which subject, and how it was answered.
public sealed class TrainingQuestion
{
    public long TrainingId { get; init; }

    public required string Topic { get; init; }

    public long PersonId { get; init; }

    public string Answer { get; set; } = "";

    public required string ByName { get; set; }
}

internal sealed class TrainingPointTable : IEntityTypeConfiguration<TrainingPoint>
{
    public void Configure(EntityTypeBuilder<TrainingPoint> table)
    {
        table.ToTable("TrainingPoint").HasKey(p => new { p.TrainingId, p.Word });
        table.Property(p => p.Word).HasMaxLength(Limits.Point);
        table.Property(p => p.Text).HasMaxLength(Limits.Words);
        table.Property(p => p.ByName).HasMaxLength(Limits.Name);
    }
}

internal sealed class TrainingQuestionTable : IEntityTypeConfiguration<TrainingQuestion>
{
    public void Configure(EntityTypeBuilder<TrainingQuestion> table)
    {
        table.ToTable("TrainingQuestion").HasKey(q => new { q.TrainingId, q.Topic });
        table.Property(q => q.Topic).HasMaxLength(Limits.Point);
        table.Property(q => q.Answer).HasMaxLength(Limits.Words);
        table.Property(q => q.ByName).HasMaxLength(Limits.Name);
    }
}

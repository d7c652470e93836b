using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Matters;

/// In which box of the processing slip an opinion stands.
internal enum OpinionKind
{
    /// 拟办意见
    Proposal = 1,

    /// 领导批示
    Instruction = 2,

    /// 会签、会办意见
    Countersign = 3,

    /// 承办情况
    Handling = 4,

    /// 审核意见
    Review = 5,

    /// 退回、退文理由
    Return = 6,

    /// 阅示、传阅
    Reading = 7,
}

/// 意见: what a person wrote on a matter, to the letter. Written once; never changed (M1-A17).
internal sealed class Opinion : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public OpinionKind Kind { get; init; }

    public string StepId { get; init; } = "";

    public required string Text { get; init; }

    public long PersonId { get; init; }

    public required string PersonName { get; init; }

    public string PostName { get; init; } = "";

    /// 代录人: who typed it, when that was not the person.
    public string? RecordedBy { get; init; }

    /// The date that the person put under it, which for a paper instruction may be earlier than the entry.
    public DateOnly WrittenOn { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class OpinionTable : IEntityTypeConfiguration<Opinion>
{
    public void Configure(EntityTypeBuilder<Opinion> table)
    {
        table.ToTable("Opinion").HasKey(o => o.Id);
        table.Property(o => o.Id).ValueGeneratedNever();
        table.Property(o => o.Text).HasMaxLength(4000);
        table.Property(o => o.StepId).HasMaxLength(40);
        table.Property(o => o.PersonName).HasMaxLength(60);
        table.Property(o => o.PostName).HasMaxLength(120);
        table.Property(o => o.RecordedBy).HasMaxLength(60);
        table.HasIndex(o => o.MatterId);
        table.HasIndex(o => new { o.Kind, o.Id });
    }
}

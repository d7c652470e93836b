using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Talks;

/// 沟通和协调: a doubt cleared up with whoever reported, a coordination meeting, a summons, guidance on the spot. Written once.
public sealed class Talk : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    /// Id in supervision.talk-kinds.
    public required string Kind { get; init; }

    public DateOnly On { get; init; }

    /// 参加方
    public required string With { get; init; }

    /// 疑惑、议题或困难
    public required string Issue { get; init; }

    /// 结果、结论或赶进度措施
    public required string Result { get; init; }

    public required string RecordedBy { get; init; }

    public DateTimeOffset At { get; init; }

    /// 事前、事中、事后, by when the tasks were sent and when the last one was closed.
    public string PhaseIn(DateOnly? sentOn, DateOnly? endedOn) => sentOn is not { } sent || On < sent ? "事前" : endedOn is { } ended && On > ended ? "事后" : "事中";
}

internal sealed class TalkTable : IEntityTypeConfiguration<Talk>
{
    public void Configure(EntityTypeBuilder<Talk> table)
    {
        table.ToTable("SupervisionTalk").HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Kind).HasMaxLength(24);
        table.Property(t => t.With).HasMaxLength(300);
        table.Property(t => t.Issue).HasMaxLength(1000);
        table.Property(t => t.Result).HasMaxLength(2000);
        table.Property(t => t.RecordedBy).HasMaxLength(60);
        table.HasIndex(t => t.MatterId);
    }
}

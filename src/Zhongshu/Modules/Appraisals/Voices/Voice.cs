using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Appraisals.Voices;

/// 从哪里听到的: 第三方评估、实地暗访、企业和群众.
internal sealed record VoiceSource(string Id, string Word);

/// 服务对象反映: what those served advise, what they need, how satisfied they are; taken back into how the work is done.
public sealed class Voice
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// 哪个单位的服务
    public long UnitId { get; init; }

    /// Id in appraisals.voice-sources.
    public required string Source { get; init; }

    public DateOnly On { get; init; }

    public required string Who { get; init; }

    /// 意见建议
    public string Opinion { get; init; } = "";

    /// 需要
    public string Need { get; init; } = "";

    /// 满意度, 0 to 100; null when nobody was asked.
    public int? Mark { get; init; }

    /// 反馈到流程: which stage of the work was changed, and how.
    public string Stage { get; set; } = "";

    public string Answer { get; set; } = "";

    public DateOnly? AnsweredOn { get; set; }

    public required string RecordedBy { get; init; }

    public DateTimeOffset At { get; init; }
}

internal static class VoiceRules
{
    private const string Use = "服务对象反映";

    public static readonly RuleKey<IReadOnlyList<VoiceSource>> Sources = RuleKey.Table("appraisals.voice-sources", Use, r => new VoiceSource(r.Text("id"), r.Text("word")));

    /// The stages of the work into which it can be taken back.
    public static readonly RuleKey<IReadOnlyList<string>> Stages = RuleKey.List("appraisals.voice-stages", Use);

    public static readonly RuleNeeds Needs = new([Sources, Stages], [Some]);

    private static IEnumerable<(RuleKey Key, string Message)> Some(RuleBook book)
    {
        if (book.Value(Sources).Count == 0) yield return (Sources, "至少要有一种来源。");
        if (book.Value(Stages).Count == 0 || book.Value(Stages).Any(s => s.Length > 24)) yield return (Stages, "至少要有一个流程环节，每个最多24字。");
    }
}

internal sealed class VoiceTable : IEntityTypeConfiguration<Voice>
{
    public void Configure(EntityTypeBuilder<Voice> table)
    {
        table.ToTable("AppraisalVoice").HasKey(v => v.Id);
        table.Property(v => v.Id).ValueGeneratedNever();
        table.Property(v => v.Source).HasMaxLength(24);
        table.Property(v => v.Who).HasMaxLength(120);
        table.Property(v => v.Opinion).HasMaxLength(1000);
        table.Property(v => v.Need).HasMaxLength(1000);
        table.Property(v => v.Stage).HasMaxLength(24);
        table.Property(v => v.Answer).HasMaxLength(1000);
        table.Property(v => v.RecordedBy).HasMaxLength(60);
        table.HasIndex(v => new { v.KeeperId, v.On });
    }
}

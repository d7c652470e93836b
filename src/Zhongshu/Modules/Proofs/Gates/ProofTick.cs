using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Proofs.Gates;

public enum Verdict
{
    /// 未核
    Open,

    /// 符合
    Fits,

    /// 存疑
    Doubtful,

    /// 不符
    Wrong,
}

/// 人工勾核: what a person says of one thing that no program can judge.
internal sealed class ProofTick
{
    public const int LongestNote = 200;

    public long ProofId { get; init; }

    /// Id of the item in gates.yaml.
    public required string Item { get; init; }

    public Verdict Verdict { get; set; }

    public string Note { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public static string Word(Verdict verdict) => verdict switch { Verdict.Fits => "符合", Verdict.Doubtful => "存疑", Verdict.Wrong => "不符", _ => "未核" };
}

internal sealed class ProofTickTable : IEntityTypeConfiguration<ProofTick>
{
    public void Configure(EntityTypeBuilder<ProofTick> table)
    {
        table.ToTable("ProofTick").HasKey(t => new { t.ProofId, t.Item });
        table.Property(t => t.Item).HasMaxLength(60);
        table.Property(t => t.Note).HasMaxLength(ProofTick.LongestNote);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Proofs.Reviews;

internal enum ReviewKind
{
    /// 秘书过文字关: before a text is laid before a leader.
    Secretary = 1,

    /// 专家研究审核: of a text that is sensitive or weighs politically.
    Expert = 2,
}

internal enum ReviewVerdict
{
    /// 待答复
    Open,

    /// 同意
    Agreed,

    /// 退回修改
    Returned,
}

/// 请人再核: one other person reads the text and says whether it may go on.
internal sealed class ProofReview
{
    public const int LongestAsk = 200;
    public const int LongestOpinion = 600;

    public long Id { get; init; }

    public long ProofId { get; init; }

    public ReviewKind Kind { get; init; }

    public long ReaderId { get; init; }

    /// Whom the text is to be laid before; none for an expert's review.
    public long? LeaderId { get; init; }

    public string Ask { get; init; } = "";

    public DateTimeOffset AskedAt { get; init; }

    public ReviewVerdict Verdict { get; set; }

    public string Opinion { get; set; } = "";

    public DateTimeOffset? AnsweredAt { get; set; }

    public static string Word(ReviewKind kind) => kind == ReviewKind.Secretary ? "秘书过文字关" : "专家研究审核";

    public static string Word(ReviewVerdict verdict) => verdict switch { ReviewVerdict.Agreed => "同意", ReviewVerdict.Returned => "退回修改", _ => "待答复" };

    /// The gate under which the slip shows it.
    public static string GateOf(ReviewKind kind) => kind == ReviewKind.Secretary ? "文字关" : "内容关";
}

internal sealed class ProofReviewTable : IEntityTypeConfiguration<ProofReview>
{
    public void Configure(EntityTypeBuilder<ProofReview> table)
    {
        table.ToTable("ProofReview").HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.Ask).HasMaxLength(ProofReview.LongestAsk);
        table.Property(r => r.Opinion).HasMaxLength(ProofReview.LongestOpinion);
        table.HasIndex(r => r.ProofId);
        table.HasIndex(r => r.ReaderId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision.Closings;

/// 等次 of a closing appraisal.
internal sealed record GradeWord(string Id, string Word);

/// 结项考核: how a closed item was carried out, as the office judged it. Judged anew when it was opened and closed again.
public sealed class ItemGrade : IPartOfMatter
{
    public long MatterId { get; init; }

    /// Id in supervision.grades.
    public required string Grade { get; set; }

    public required string Words { get; set; }

    public required string GradedBy { get; set; }

    public DateTimeOffset At { get; set; }
}

internal static class GradeRules
{
    public static readonly RuleKey<IReadOnlyList<GradeWord>> Grades = RuleKey.Table("supervision.grades", "督查督办", r => new GradeWord(r.Text("id"), r.Text("word")));

    public static readonly RuleNeeds Needs = new([Grades], [Some]);

    private static IEnumerable<(RuleKey Key, string Message)> Some(RuleBook book)
    {
        if (book.Value(Grades).Count < 2) yield return (Grades, "结项考核至少要有两个等次。");
    }
}

internal sealed class ItemGradeTable : IEntityTypeConfiguration<ItemGrade>
{
    public void Configure(EntityTypeBuilder<ItemGrade> table)
    {
        table.ToTable("SupervisionGrade").HasKey(g => g.MatterId);
        table.Property(g => g.MatterId).ValueGeneratedNever();
        table.Property(g => g.Grade).HasMaxLength(24);
        table.Property(g => g.Words).HasMaxLength(1000);
        table.Property(g => g.GradedBy).HasMaxLength(60);
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Appraisals.People;

/// 等次 of a person's year, from so many marks on.
internal sealed record PersonGrade(string Id, string Word, int From);

/// 奖惩: what a year's grade may lead to.
internal sealed record PersonUse(string Id, string Word, IReadOnlyList<string> Grades);

/// 个人考核 of a year: what somebody says of himself by the standards of the work, what was judged of him, and what came of it.
public sealed class PersonAppraisal
{
    public long KeeperId { get; init; }

    public int Year { get; init; }

    public long PersonId { get; init; }

    /// 自评: one mark a standard, in the order of the rule, separated by commas; empty before.
    public string SelfMarks { get; set; } = "";

    public string SelfWords { get; set; } = "";

    public DateOnly? SelfOn { get; set; }

    /// 评定: one mark an aspect, in the order of the rule, separated by commas.
    public string Marks { get; set; } = "";

    public string Words { get; set; } = "";

    /// What slips took away, as counted on the day.
    public int Deducted { get; set; }

    public int Total { get; set; }

    /// Id in appraisals.person-grades; empty before.
    public string Grade { get; set; } = "";

    public string GradedBy { get; set; } = "";

    public DateOnly? GradedOn { get; set; }

    /// Id in appraisals.person-uses.
    public string Use { get; set; } = "";

    public string UseWords { get; set; } = "";

    public DateOnly? UsedOn { get; set; }

    internal static IReadOnlyList<int> Read(string marks) => [.. marks.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(m => int.Parse(m, CultureInfo.InvariantCulture))];
}

internal static class PersonRules
{
    private const string Use = "个人考核";

    /// 工作标准, by which each marks himself.
    public static readonly RuleKey<IReadOnlyList<string>> Standards = RuleKey.List("appraisals.work-standards", Use);

    /// 评定的方面
    public static readonly RuleKey<IReadOnlyList<string>> Aspects = RuleKey.List("appraisals.person-aspects", Use);

    public static readonly RuleKey<IReadOnlyList<PersonGrade>> Grades = RuleKey.Table("appraisals.person-grades", Use, r => new PersonGrade(r.Text("id"), r.Text("word"), r.Whole("from")));

    public static readonly RuleKey<IReadOnlyList<PersonUse>> Uses = RuleKey.Table("appraisals.person-uses", Use, r => new PersonUse(r.Text("id"), r.Text("word"), r.List("grades")));

    public static readonly RuleNeeds Needs = new([Standards, Aspects, Grades, Uses], [Whole]);

    /// 全面客观: the mean of all aspects less what slips cost, and the grade of that. Pure.
    public static (int Total, PersonGrade Grade) Of(RuleBook book, IReadOnlyList<int> marks, int deducted)
    {
        var total = Math.Max(0, (int)Math.Round(marks.Average(), MidpointRounding.AwayFromZero) - deducted);
        return (total, book.Value(Grades).Where(g => g.From <= total).MaxBy(g => g.From)!);
    }

    private static IEnumerable<(RuleKey Key, string Message)> Whole(RuleBook book)
    {
        if (book.Value(Standards).Count is 0 or > 12) yield return (Standards, "工作标准应有1到12条。");
        if (book.Value(Aspects).Count is 0 or > 12) yield return (Aspects, "评定的方面应有1到12个。");
        if (book.Value(Grades).Count < 2 || book.Value(Grades).Min(g => g.From) != 0) yield return (Grades, "等次至少两个，最低一等从0分起。");
        var grades = book.Value(Grades).Select(g => g.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var use in book.Value(Uses).Where(u => u.Grades.Count == 0 || u.Grades.Any(g => !grades.Contains(g)))) yield return (Uses, $"“{use.Word}”的等次不在等次表中。");
        foreach (var grade in grades.Where(g => book.Value(Uses).All(u => !u.Grades.Contains(g, StringComparer.Ordinal)))) yield return (Uses, $"等次“{grade}”没有对应的奖惩。");
    }
}

internal sealed class PersonAppraisalTable : IEntityTypeConfiguration<PersonAppraisal>
{
    public void Configure(EntityTypeBuilder<PersonAppraisal> table)
    {
        table.ToTable("AppraisalPerson").HasKey(p => new { p.KeeperId, p.Year, p.PersonId });
        table.Property(p => p.SelfMarks).HasMaxLength(60);
        table.Property(p => p.SelfWords).HasMaxLength(1000);
        table.Property(p => p.Marks).HasMaxLength(60);
        table.Property(p => p.Words).HasMaxLength(1000);
        table.Property(p => p.Grade).HasMaxLength(24);
        table.Property(p => p.GradedBy).HasMaxLength(60);
        table.Property(p => p.Use).HasMaxLength(24);
        table.Property(p => p.UseWords).HasMaxLength(1000);
    }
}

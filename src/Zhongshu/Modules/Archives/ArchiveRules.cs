using Zhongshu.Modules.Archives.Ahead;
using Zhongshu.Modules.Archives.Checks;
using Zhongshu.Modules.Archives.Documents;
using Zhongshu.Modules.Archives.Duties;
using Zhongshu.Modules.Archives.Electronic;
using Zhongshu.Modules.Archives.Loans;
using Zhongshu.Modules.Archives.Products;
using Zhongshu.Modules.Archives.Topics;
using Zhongshu.Modules.Archives.Works;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Archives;

/// 保管期限 and its code.
internal sealed record RetentionPeriod(string Code, string Word);

/// Words in a title that suggest a retention period.
internal sealed record RetentionCriterion(string Code, int Order, string Title, IReadOnlyList<string> Words);

/// A part of the archival code: its length and form.
internal sealed record ArchivalCodePart(string Part, int Length, string Form);

internal static class ArchiveRules
{
    public static readonly RuleKey<IReadOnlyList<RetentionPeriod>> Periods = RuleKey.Table("archives.periods", "归档",
        r => new RetentionPeriod(r.Text("code"), r.Text("word")));

    public static readonly RuleKey<IReadOnlyList<RetentionCriterion>> RetentionCriteria = RuleKey.Table("archives.retention-criteria", "建议保管期限",
        r => new RetentionCriterion(r.Text("code"), r.Whole("order"), r.Text("title"), r.List("words")));

    public static readonly RuleKey<string> DefaultPeriod = RuleKey.Text("archives.default-period", "建议保管期限");

    public static readonly RuleKey<string> CodeFormat = RuleKey.Text("archives.code-format", "编制档号");

    public static readonly RuleKey<IReadOnlyList<ArchivalCodePart>> CodeParts = RuleKey.Table("archives.code-parts", "编制档号",
        r => new ArchivalCodePart(r.Text("part"), r.Whole("length"), r.Text("form")));

    public static readonly RuleKey<string> DocumentCategory = RuleKey.Text("archives.document-category", "编制档号");

    public static readonly RuleKey<IReadOnlyList<string>> NotFiled = RuleKey.List("archives.not-filed", "不归档");

    public static readonly RuleKey<string> FilingYear = RuleKey.Text("archives.filing-year", "编制档号");

    /// Month and day of the next year by which last year's pieces are to be filed.
    public static readonly RuleKey<string> FilingDeadline = RuleKey.Text("archives.filing-deadline", "应归未归");

    public static readonly RuleNeeds Needs = Together(
        new([Periods, RetentionCriteria, DefaultPeriod, CodeFormat, CodeParts, DocumentCategory, NotFiled, FilingYear, FilingDeadline], [CodesExist, DeadlineIsADay]),
        LoanRules.Needs, WorkRules.Needs, DutyRules.Needs, CheckRules.Needs, TopicRules.Needs, ProductRules.Needs, DemandRules.Needs, DetectionRules.Needs, DocumentRules.Needs);

    private static RuleNeeds Together(params RuleNeeds[] needs) => new([.. needs.SelectMany(n => n.Keys)], [.. needs.SelectMany(n => n.Checks)]);

    /// The last day on which the pieces of that year are in time.
    public static DateOnly FiledBy(RuleBook book, int year) => DateOnly.ParseExact($"{year + 1}-{book.Value(FilingDeadline)}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<(RuleKey Key, string Message)> DeadlineIsADay(RuleBook book)
    {
        if (!DateOnly.TryParseExact("2000-" + book.Value(FilingDeadline), "yyyy-MM-dd", out _)) yield return (FilingDeadline, "应为月-日，如06-30。");
    }

    private static IEnumerable<(RuleKey Key, string Message)> CodesExist(RuleBook book)
    {
        var codes = book.Value(Periods).Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var row in book.Value(RetentionCriteria).Where(r => !codes.Contains(r.Code)))
            yield return (RetentionCriteria, $"“{row.Title}”的“code”应为{string.Join('、', codes)}之一，现为“{row.Code}”。");
        if (!codes.Contains(book.Value(DefaultPeriod))) yield return (DefaultPeriod, $"应为{string.Join('、', codes)}之一。");
    }
}

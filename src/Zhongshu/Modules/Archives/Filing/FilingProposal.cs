using Zhongshu.Platform;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Archives.Filing;

/// What the rules propose for one matter: how long it is kept and why, and where it stands. Pure.
internal sealed record FilingProposal(ArchivePlace Place, string RetentionWord, string Why, RuleRef Rule, int Pages)
{
    public static FilingProposal Of(RuleBook rules, OrganisationBook book, Matter matter, FilingFacts facts)
    {
        var (code, why, rule) = Retention(rules, facts.Words);
        var unit = book.Unit(matter.UnitId);
        var place = new ArchivePlace(matter.UnitId, unit?.FondsNumber ?? "", YearOf(matter, facts), code, SectionOf(book, unit, facts.HandledBy));
        return new FilingProposal(place, WordOf(rules, code), why, rule, facts.Pages);
    }

    public static string WordOf(RuleBook rules, string retention) => rules.Value(ArchiveRules.Periods).FirstOrDefault(p => p.Code == retention)?.Word ?? retention;

    /// Of the criteria whose words occur the one with the longest period is taken, as the rule's note says.
    private static (string Code, string Why, RuleRef Rule) Retention(RuleBook rules, string words)
    {
        var order = rules.Value(ArchiveRules.Periods).Select(p => p.Code).ToList();
        var criteria = rules.Get(ArchiveRules.RetentionCriteria);
        var found = criteria.Value.Select(c => (Criterion: c, Word: c.Words.FirstOrDefault(w => words.Contains(w, StringComparison.Ordinal))))
            .Where(c => c.Word is not null).OrderBy(c => order.IndexOf(c.Criterion.Code)).ThenBy(c => c.Criterion.Order).FirstOrDefault();
        if (found.Criterion is { } criterion) return (criterion.Code, $"题名含“{found.Word}”，参照“{criterion.Title}”", criteria.Ref);
        var otherwise = rules.Get(ArchiveRules.DefaultPeriod);
        return (otherwise.Value, "没有相符的划分标准，按本单位的一般期限", otherwise.Ref);
    }

    /// 年度: the year of the document, or that of closing when it was handled across years.
    private static int YearOf(Matter matter, FilingFacts facts)
    {
        var closed = OfficeDay.Of(matter.ClosedAt ?? matter.OpenedAt).Year;
        return facts.DocumentDate is { } date && date.Year > closed ? date.Year : closed;
    }

    /// A section of the unit by its own code; what a subordinate unit handled is filed under the office.
    private static string SectionOf(OrganisationBook book, Unit? unit, long? handledBy)
    {
        var section = handledBy is { } id ? book.Unit(id) : null;
        return section is { Kind: UnitKind.Section, Code.Length: > 0 } && section.ParentId == unit?.Id ? section.Code : unit?.Code ?? "";
    }
}

using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.IncomingDocuments.Route;

/// What a person has to decide before a document is handed out. Pure.
internal static class RoutingDoubts
{
    /// Words of one unit that the text must hold before it outweighs the title.
    private const int Telling = 3;

    /// 多个主体: the sections of our own house that title and substance touch, and other units that they name (M1-B13).
    public static IReadOnlyList<string> Subjects(OrganisationBook book, RoutingFacts facts, long home)
    {
        var duties = book.Duties.Where(d => d.Topic.Length == 0 && DutyLibrary.IsInEffect(d, facts.Day) && book.Unit(d.UnitId) is { Kind: UnitKind.Section } unit && book.HomeOf(unit.Id)?.Id == home);
        var sections = duties.Where(d => d.Keywords.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(facts.Mentions)).Select(d => d.UnitId).Distinct().Select(id => book.Unit(id)!.ShortName).ToList();
        return sections.Count > 1 ? sections : [];
    }

    /// 标题归类与内容归类不一致: the text speaks again and again of what another section answers for (M1-B20).
    public static string? TitleAgainstContent(OrganisationBook book, RoutingFacts facts, long home)
    {
        if (facts.Content.Length == 0) return null;
        var sections = book.Duties.Where(d => DutyLibrary.IsInEffect(d, facts.Day) && book.Unit(d.UnitId) is { Kind: UnitKind.Section } unit && book.HomeOf(unit.Id)?.Id == home).GroupBy(d => d.UnitId)
            .Select(g => (Unit: g.Key, Words: g.SelectMany(d => d.Keywords.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct().ToList())).ToList();
        var byTitle = sections.Select(s => (s.Unit, Count: s.Words.Count(w => facts.Title.Contains(w, StringComparison.Ordinal)))).Where(s => s.Count > 0).OrderByDescending(s => s.Count).ToList();
        var byContent = sections.Select(s => (s.Unit, Count: s.Words.Sum(w => Times(facts.Content, w)))).OrderByDescending(s => s.Count).FirstOrDefault();
        if (byTitle.Count == 0 || byContent.Count < Telling || byTitle.Any(t => t.Unit == byContent.Unit)) return null;
        var shown = byTitle[0].Unit;
        if (byContent.Count <= 2 * byTitle.Max(t => sections.First(s => s.Unit == t.Unit).Words.Sum(w => Times(facts.Content, w)))) return null;
        var telling = sections.First(s => s.Unit == byContent.Unit).Words.OrderByDescending(w => Times(facts.Content, w)).First();
        return $"从标题看属{book.Unit(shown)!.ShortName}，正文却多处谈到“{telling}”，属{book.Unit(byContent.Unit)!.ShortName}。标题与内容不一致，请人工核定后分办。";
    }

    private static int Times(string text, string word)
    {
        var (times, at) = (0, 0);
        while ((at = text.IndexOf(word, at, StringComparison.Ordinal)) >= 0) (times, at) = (times + 1, at + word.Length);
        return times;
    }
}

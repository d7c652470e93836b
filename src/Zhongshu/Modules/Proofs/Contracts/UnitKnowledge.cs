using System.Text.RegularExpressions;
using Zhongshu.Modules.Proofs.UnitList;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules.Keys;
using Zhongshu.Proofing.Rules;

namespace Zhongshu.Modules.Proofs.Contracts;

/// What the house knows beside a text (两个核对): its leaders in their order, its superiors and subordinates, its places, its own list, and the documents that the text cites.
internal sealed partial class UnitKnowledge(Office office)
{
    public async Task<CheckContext> ContextAsync(TextToCheck ask, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var day = office.Today;
        var units = book.Units.Where(u => u.Until is null || day <= u.Until).ToList();
        return CheckContext.Empty with
        {
            ForPublication = ask.ForPublication,
            DocumentName = ask.Name,
            Level = (OfficeLevel)ProofingRules.LevelOf(ask.Level is { Length: > 0 } said ? said : office.Rules.Value(ProofingRules.Level)),
            LastYear = ask.LastYear is { Length: > 0 } last ? last : null,
            Points = ask.Points?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            Unit = UnitRules.Parse(UnitYaml.Write(await UnitEntries.OfAsync(office, cancel))),
            KnownDocuments = await CitedDocuments.ReadAsync(office, ask.Document, cancel),
            Officials = [.. Leaders(book, day)],
            Superiors = [.. units.Where(u => u.Kind == UnitKind.Superior).SelectMany(Names)],
            Subordinates = [.. units.Where(u => u.Kind == UnitKind.Subordinate).SelectMany(Names)],
            OwnPlaces = [.. units.Select(u => Place().Match(u.Name)).Where(m => m.Success).Select(m => m.Value).Distinct(StringComparer.Ordinal)],
        };
    }

    private static IEnumerable<Official> Leaders(OrganisationBook book, DateOnly day) =>
        book.People.Where(p => p.Precedence is not null && (p.Until is null || day <= p.Until)).OrderBy(p => p.Precedence).ThenBy(p => p.Id)
            .Select(p => new Official(p.Name, [.. book.PostsOf(p.Id, day).Select(post => post.Name)]));

    private static IEnumerable<string> Names(Unit unit) => ((string[])[unit.Name, unit.ShortName]).Where(n => n.Length > 1).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}{1,7}?[省市县区州盟旗镇乡]")]
    private static partial Regex Place();
}

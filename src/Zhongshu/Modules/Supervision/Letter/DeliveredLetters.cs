using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;
using Zhongshu.Typesetting.Slips;

namespace Zhongshu.Modules.Supervision.Letter;

/// 督办函 that were sent to the actor's unit, for its registry: whom a letter names may enter it as received, without having the item.
internal static class DeliveredLetters
{
    public const string Key = "supervision";
    private const int Most = 50;

    public static async Task<IReadOnlyList<DeliveredPaper>> ListAsync(Office office, DateOnly since, CancellationToken cancel)
    {
        var from = OfficeDay.Start(since);
        var letters = await Sent(office).Where(l => l.At >= from).OrderByDescending(l => l.Id).Take(Most).ToListAsync(cancel);
        var named = await NamedAsync(office, letters, cancel);
        return [.. letters.Where(l => named.Contains(l.Id)).Select(l => (l.Id, l.At, Letter: LetterParts.Read(l.Parts))).Select(l => new DeliveredPaper(l.Id, TitleOf(l.Letter), l.Letter.Issuer, l.Letter.Number, OfficeDay.Of(l.At)))];
    }

    public static async Task<PaperFile?> OpenAsync(Office office, long id, CancellationToken cancel)
    {
        if (await Sent(office).Where(l => l.Id == id).SingleOrDefaultAsync(cancel) is not { } sent || (await NamedAsync(office, [sent], cancel)).Count == 0) return null;
        var letter = LetterParts.Read(sent.Parts);
        return new PaperFile(string.Create(CultureInfo.InvariantCulture, $"督办函{letter.Number}.docx"), Typesetter.ToDocx(letter.ToDocument(), LayoutRules.Standard));
    }

    /// By the unit's own row among the tasks. 一事一报 goes to the person in charge and through no registry; what is classified is on no platform.
    private static IQueryable<SentLetter> Sent(Office office)
    {
        var home = office.Actor.HomeUnitId;
        var mine = office.Db.Set<TaskUnit>().IgnoreQueryFilters().Where(u => u.UnitId == home).Select(u => u.MatterId);
        return
            from letter in office.Db.Set<SentLetter>().IgnoreQueryFilters().AsNoTracking()
            join item in office.Db.Set<SupervisionItem>().IgnoreQueryFilters() on letter.MatterId equals item.MatterId
            join matter in office.Db.Set<Matter>().IgnoreQueryFilters() on letter.MatterId equals matter.Id
            where mine.Contains(letter.MatterId) && item.UnitId != home && item.Reporting != Reporting.Single && matter.Classification == 0
            select letter;
    }

    /// Those of the letters that name the actor's unit, whatever it was called then; what was sent to a unit that it took over is its own.
    private static async Task<HashSet<long>> NamedAsync(Office office, IReadOnlyList<SentLetter> letters, CancellationToken cancel)
    {
        var home = office.Actor.HomeUnitId;
        var book = await office.BookAsync(cancel);
        var read = letters.Select(l => (Letter: l, Units: LetterParts.UnitsOf(l.Parts))).ToList();
        var named = read.Where(r => r.Units?.Any(u => u == home || IsHeir(book, home, u)) == true).Select(r => r.Letter.Id).ToHashSet();
        var old = read.Where(r => r.Units is null).Select(r => r.Letter).ToList();
        if (old.Count == 0) return named;
        var matters = old.Select(l => l.MatterId).Distinct().ToArray();
        // Letters from before the units were kept: by the tasks that they list and that the unit has a part in.
        var parts = await (
            from unit in office.Db.Set<TaskUnit>().IgnoreQueryFilters()
            join task in office.Db.Set<SupervisionTask>().IgnoreQueryFilters() on unit.TaskId equals task.Id
            where unit.UnitId == home && matters.Contains(unit.MatterId)
            select new { unit.MatterId, unit.Part, task.Title }).ToListAsync(cancel);
        foreach (var letter in old)
        {
            var said = LetterParts.Read(letter.Parts);
            if (parts.Exists(p => p.MatterId == letter.MatterId && (p.Part == UnitPart.Copied ? said.Copies.Length > 0 : said.Duties.Any(d => d.Task == p.Title)))) named.Add(letter.Id);
        }

        return named;
    }

    /// The unit took over, at once or by steps, from one that was merged or abolished.
    private static bool IsHeir(OrganisationBook book, long unit, long gone)
    {
        var at = book.Unit(gone);
        for (var steps = 0; at?.SuccessorId is { } next && steps < 20; steps++)
        {
            if (next == unit) return true;
            at = book.Unit(next);
        }

        return false;
    }

    private static string TitleOf(SupervisionLetter letter) => letter.ToDocument().Title;
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
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
        var name = await NameAsync(office, cancel);
        return [.. letters.Select(l => (l.Id, l.At, Letter: LetterParts.Read(l.Parts))).Where(l => IsNamed(l.Letter, name)).Select(l => new DeliveredPaper(l.Id, TitleOf(l.Letter), l.Letter.Issuer, l.Letter.Number, OfficeDay.Of(l.At)))];
    }

    public static async Task<PaperFile?> OpenAsync(Office office, long id, CancellationToken cancel)
    {
        if (await Sent(office).Where(l => l.Id == id).SingleOrDefaultAsync(cancel) is not { } sent) return null;
        var letter = LetterParts.Read(sent.Parts);
        return IsNamed(letter, await NameAsync(office, cancel)) ? new PaperFile(string.Create(CultureInfo.InvariantCulture, $"督办函{letter.Number}.docx"), Typesetter.ToDocx(letter.ToDocument(), LayoutRules.Standard)) : null;
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

    private static async Task<string> NameAsync(Office office, CancellationToken cancel) => (await office.BookAsync(cancel)).Unit(office.Actor.HomeUnitId)?.Name ?? "";

    private static bool IsNamed(SupervisionLetter letter, string unit) =>
        unit.Length > 0 && letter.Duties.SelectMany(d => d.Supporting.Split('、').Append(d.Lead)).Concat(letter.Copies.Split('，')).Contains(unit, StringComparer.Ordinal);

    private static string TitleOf(SupervisionLetter letter) => letter.ToDocument().Title;
}

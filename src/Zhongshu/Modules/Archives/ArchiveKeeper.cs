using System.Globalization;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Archives;

/// What the ledgers of the archive have in common: whose they are, who is told, what the house's own chain says.
internal static class ArchiveKeeper
{
    public const int LongestTitle = 120;
    public const int LongestWords = 1000;

    public static async Task<long> KeeperAsync(this Office office, CancellationToken cancel) => UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);

    public static void TellArchive(this Office office, long person, string kind, string text)
    {
        if (person != 0 && person != office.Actor.PersonId)
            office.Tell(person, kind, text);
    }

    public static IEnumerable<long> Archivists(this OrganisationBook book, long keeper, DateOnly day) => book.WithRole("archivist", keeper, day).Select(a => a.Person.Id).Distinct();

    /// The sections that form archives: those that stand and have somebody in them who is no leader.
    public static IReadOnlyList<Unit> WorkingSections(this OrganisationBook book, long keeper, DateOnly day) =>
        [.. book.SectionsOf(keeper).Where(u => (u.Until is null || day <= u.Until) && book.MembersOf(u.Id, day).Any(m => !OrganisationBook.RolesOf(m.Post).Contains("leader", StringComparer.Ordinal)))];

    public static Task SayArchiveAsync(this Office office, string text, long id, string? quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("archives.kept", text) { Quote = string.IsNullOrWhiteSpace(quote) ? null : quote, Changes = new { id } }, office.Ids, office.Now, cancel);

    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text?.Trim(), "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static Refusal? NoWords(string words, string ask) => words.Length is 0 or > LongestWords ? ArchiveRefusals.Missing("words", $"{ask}，最多{LongestWords}字。") : null;

    public static Refusal? NoTitle(string title, string ask) => title.Length is 0 or > LongestTitle ? ArchiveRefusals.Missing("title", $"{ask}，最多{LongestTitle}字。") : null;
}

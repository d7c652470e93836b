using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Search;

namespace Zhongshu.Modules.Defects.Lessons;

/// Lessons in the search box.
internal static class LessonShelf
{
    public static async Task<IReadOnlyList<Found>> FindAsync(Office office, SearchAsk ask, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var rows = KeepLesson.Seen(office, book).AsNoTracking();
        foreach (var (_, word) in ask.Wanted) rows = LessonAsk.Where(rows, "", "", word, office.Actor.PersonId);
        foreach (var word in ask.Unwanted) rows = rows.Where(l => !l.Title.Contains(word) && !l.Text.Contains(word));
        return [.. (await rows.OrderByDescending(l => l.Id).Take(SearchShelf.Most).Select(l => new { l.Id, l.Title, l.PersonId, l.On }).ToListAsync(cancel))
            .Select(l => new Found(l.Title, $"{book.Person(l.PersonId)?.Name}，{l.On:yyyy年M月d日}", $"lessons/{l.Id}"))];
    }
}

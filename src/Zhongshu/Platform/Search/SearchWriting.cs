using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Search;

/// What the index holds of a matter.
internal sealed record SearchText(string Title, string Number, string Sender, string Text);

/// Writes the index in the transaction of the change itself.
internal static class SearchWriting
{
    public static Task IndexAsync(this OfficeDb db, long matterId, SearchText of, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("The index is written inside the transaction of the change.");
        var (title, number, sender, text) = (SearchTokens.Of(of.Title), SearchTokens.Of(of.Number), SearchTokens.Of(of.Sender), SearchTokens.Of(of.Text));
        if (db.IsSqlite)
            return db.Database.ExecuteSqlAsync($"INSERT INTO search_entry (rowid, title, number, sender, text) VALUES ({matterId}, {Join(title)}, {Join(number)}, {Join(sender)}, {Join(text)})", cancel);
        var vector = SearchExpression.Vector(("title", title), ("number", number), ("sender", sender), ("text", text));
        return db.Database.ExecuteSqlAsync($"INSERT INTO search_entry (matter_id, tokens) VALUES ({matterId}, {vector}::tsvector) ON CONFLICT (matter_id) DO UPDATE SET tokens = excluded.tokens", cancel);
    }

    /// The text has changed: what was there before goes.
    public static async Task ReindexAsync(this OfficeDb db, long matterId, SearchText of, CancellationToken cancel)
    {
        if (db.IsSqlite) await db.Database.ExecuteSqlAsync($"DELETE FROM search_entry WHERE rowid = {matterId}", cancel);
        await db.IndexAsync(matterId, of, cancel);
    }

    private static string Join(List<string> tokens) => string.Join(' ', tokens);
}

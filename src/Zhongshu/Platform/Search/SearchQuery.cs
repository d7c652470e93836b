using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Platform.Search;

/// Finds matters, newest first, only those on whose access list the asker stands. Somebody who sees few matters is asked from that side,
/// so that a frequent word costs him no walk through everybody's documents.
internal static class SearchQuery
{
    private const int FewMatters = 2000;
    private static readonly int[] Nearest = [30, 300];

    private const string Entries = "search_entry";
    private const string Opinions = "search_opinion";

    public static async Task<(IReadOnlyList<long> Matters, long? Next)> FindAsync(Office office, SearchAsk ask, long? before, int size, CancellationToken cancel)
    {
        if (ask.IsEmpty || office.Actor.Subjects.Length == 0) return ([], null);
        var (opinions, documents) = (ask.OfOpinions, ask.OfDocuments);
        var range = Range(ask, before);
        var ids = opinions.IsEmpty ? await AskAsync(office, Entries, documents, null, (range.Low, range.High, size + 1), cancel)
            : await AskAsync(office, Opinions, opinions, documents.IsEmpty ? null : documents, (range.Low, range.High, size + 1), cancel);
        if (opinions.IsEmpty && ask.MayBeInOpinions)
        {
            var said = await AskAsync(office, Opinions, ask, null, (range.Low, range.High, size + 1), cancel);
            ids = [.. ids.Union(said).OrderDescending().Take(size + 1)];
        }

        return ids.Count > size ? (ids[..size], ids[size - 1]) : (ids, null);
    }

    /// One index, and, when there is a second ask, only what the index of documents finds by that.
    private static async Task<List<long>> AskAsync(Office office, string index, SearchAsk ask, SearchAsk? also, (long Low, long High, int Count) page, CancellationToken cancel)
    {
        var subjects = string.Join(',', office.Actor.Subjects.Select(s => s.ToString(CultureInfo.InvariantCulture)));
        var sqlite = office.Db.IsSqlite;
        var sql = sqlite ? Sqlite(index, subjects, await SeesFewAsync(office.Db, subjects, cancel), also is not null) : Postgres(index, subjects, also is not null);
        string Said(SearchAsk asked) => sqlite ? SearchExpression.ForSqlite(asked) : SearchExpression.ForPostgres(asked);
        Task<List<long>> FromAsync(long low)
        {
            object[] parameters = [Said(ask), low, page.High, office.Actor.Clearance, page.Count];
            return office.Db.Database.SqlQueryRaw<long>(sql, also is null ? parameters : [.. parameters, Said(also)]).ToListAsync(cancel);
        }

        if (!sqlite)
        {
            foreach (var low in Nearer(page, office.Now))
                if (await FromAsync(low) is var newest && newest.Count == page.Count) return newest;
        }

        return await FromAsync(page.Low);
    }

    // PostgreSQL looks at every place of a word before it puts them in order: the newest fill a page of most words that are frequent.
    private static IEnumerable<long> Nearer((long Low, long High, int Count) page, DateTimeOffset now)
    {
        var top = Math.Min(page.High, Ids.First(now.AddDays(1)));
        return Nearest.Select(days => top - (Ids.First(now) - Ids.First(now.AddDays(-days)))).Where(low => low > page.Low);
    }

    private static (long Low, long High) Range(SearchAsk ask, long? before)
    {
        var low = ask.From is { } from ? Ids.First(OfficeDay.Start(from)) : 0;
        var high = ask.To is { } to ? Ids.First(OfficeDay.End(to)) : long.MaxValue;
        return (low, Math.Min(high, before ?? long.MaxValue));
    }

    private static async Task<bool> SeesFewAsync(OfficeDb db, string subjects, CancellationToken cancel)
    {
        if (!db.IsSqlite) return false;
        var sql = $"SELECT count(*) AS \"Value\" FROM (SELECT 1 FROM matter_access WHERE subject IN ({subjects}) LIMIT {FewMatters + 1})";
        return await db.Database.SqlQueryRaw<int>(sql).SingleAsync(cancel) <= FewMatters;
    }

    // The subjects are numbers of our own, the names of the tables are ours; everything typed goes in as a parameter.
    private static string Sqlite(string index, string subjects, bool few, bool also)
    {
        var more = also ? $$"""AND s.rowid IN (SELECT e.rowid FROM {{Entries}} e WHERE e.{{Entries}} MATCH {5})""" : "";
        return few
            ? $$"""
               SELECT s.rowid AS "Value" FROM {{index}} s WHERE s.{{index}} MATCH {0} {{more}}
                 AND s.rowid IN (SELECT a.matter_id FROM matter_access a JOIN matter m ON m.id = a.matter_id WHERE a.subject IN ({{subjects}}) AND a.matter_id >= {1} AND a.matter_id < {2} AND m.classification <= {3})
               ORDER BY s.rowid DESC LIMIT {4}
               """
            : $$"""
               SELECT s.rowid AS "Value" FROM {{index}} s WHERE s.{{index}} MATCH {0} AND s.rowid >= {1} AND s.rowid < {2} {{more}}
                 AND EXISTS (SELECT 1 FROM matter_access a JOIN matter m ON m.id = a.matter_id WHERE a.matter_id = s.rowid AND a.subject IN ({{subjects}}) AND m.classification <= {3})
               ORDER BY s.rowid DESC LIMIT {4}
               """;
    }

    private static string Postgres(string index, string subjects, bool also) =>
        $$"""
         SELECT s.matter_id AS "Value" FROM {{index}} s WHERE s.tokens @@ {0}::tsquery AND s.matter_id >= {1} AND s.matter_id < {2}
           {{(also ? $$"""AND EXISTS (SELECT 1 FROM {{Entries}} e WHERE e.matter_id = s.matter_id AND e.tokens @@ {5}::tsquery)""" : "")}}
           AND EXISTS (SELECT 1 FROM matter_access a JOIN matter m ON m.id = a.matter_id WHERE a.matter_id = s.matter_id AND a.subject IN ({{subjects}}) AND m.classification <= {3})
         ORDER BY s.matter_id DESC LIMIT {4}
         """;
}

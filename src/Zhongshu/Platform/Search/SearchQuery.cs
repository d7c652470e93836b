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

    public static async Task<(IReadOnlyList<long> Matters, long? Next)> FindAsync(Office office, SearchAsk ask, long? before, int size, CancellationToken cancel)
    {
        if (ask.IsEmpty || office.Actor.Subjects.Length == 0) return ([], null);
        var subjects = string.Join(',', office.Actor.Subjects.Select(s => s.ToString(CultureInfo.InvariantCulture)));
        var (low, high) = Range(ask, before);
        var few = await SeesFewAsync(office.Db, subjects, cancel);
        var sql = office.Db.IsSqlite ? Sqlite(subjects, few) : Postgres(subjects);
        var expression = office.Db.IsSqlite ? SearchExpression.ForSqlite(ask) : SearchExpression.ForPostgres(ask);
        var ids = await office.Db.Database.SqlQueryRaw<long>(sql, expression, low, high, office.Actor.Clearance, size + 1).ToListAsync(cancel);
        return ids.Count > size ? (ids[..size], ids[size - 1]) : (ids, null);
    }

    private static (long Low, long High) Range(SearchAsk ask, long? before)
    {
        var low = ask.From is { } from ? Ids.First(OfficeDay.Start(from)) : 0;
        var high = ask.To is { } to ? Ids.First(OfficeDay.Start(to.AddDays(1))) : long.MaxValue;
        return (low, Math.Min(high, before ?? long.MaxValue));
    }

    private static async Task<bool> SeesFewAsync(OfficeDb db, string subjects, CancellationToken cancel) =>
        db.IsSqlite && await db.Database.SqlQueryRaw<int>(FewSql(subjects)).SingleAsync(cancel) <= FewMatters;

    private static string FewSql(string subjects) => $"SELECT count(*) AS \"Value\" FROM (SELECT 1 FROM matter_access WHERE subject IN ({subjects}) LIMIT {FewMatters + 1})";

    // The subjects are numbers of our own; everything typed goes in as a parameter.
    private static string Sqlite(string subjects, bool few) => few
        ? $$"""
           SELECT s.rowid AS "Value" FROM search_entry s WHERE s.search_entry MATCH {0}
             AND s.rowid IN (SELECT a.matter_id FROM matter_access a JOIN matter m ON m.id = a.matter_id WHERE a.subject IN ({{subjects}}) AND a.matter_id >= {1} AND a.matter_id < {2} AND m.classification <= {3})
           ORDER BY s.rowid DESC LIMIT {4}
           """
        : $$"""
           SELECT s.rowid AS "Value" FROM search_entry s WHERE s.search_entry MATCH {0} AND s.rowid >= {1} AND s.rowid < {2}
             AND EXISTS (SELECT 1 FROM matter_access a JOIN matter m ON m.id = a.matter_id WHERE a.matter_id = s.rowid AND a.subject IN ({{subjects}}) AND m.classification <= {3})
           ORDER BY s.rowid DESC LIMIT {4}
           """;

    private static string Postgres(string subjects) =>
        $$"""
         SELECT s.matter_id AS "Value" FROM search_entry s WHERE s.tokens @@ {0}::tsquery AND s.matter_id >= {1} AND s.matter_id < {2}
           AND EXISTS (SELECT 1 FROM matter_access a JOIN matter m ON m.id = a.matter_id WHERE a.matter_id = s.matter_id AND a.subject IN ({{subjects}}) AND m.classification <= {3})
         ORDER BY s.matter_id DESC LIMIT {4}
         """;
}

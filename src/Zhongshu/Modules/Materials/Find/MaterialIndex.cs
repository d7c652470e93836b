using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Search;

namespace Zhongshu.Modules.Materials.Find;

/// 全文检索 of the library: the same tokens and the same language as the index of matters, in a table of its own.
internal static class MaterialIndex
{
    /// In the transaction of the change; what was there before goes.
    public static async Task WriteAsync(Office office, Material one, CancellationToken cancel)
    {
        var db = office.Db;
        var file = one.FileId is { } id ? await db.Set<KeptFile>().Where(f => f.Id == id).Join(db.Set<FileText>(), f => f.Hash, t => t.Hash, (_, t) => t.Text).FirstOrDefaultAsync(cancel) : null;
        var (title, words, sender, text) = (SearchTokens.Of(one.Title), SearchTokens.Of(one.Keywords), SearchTokens.Of(one.PersonName), SearchTokens.Of($"{one.Text}\n{file}"));
        if (db.IsSqlite)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM search_material WHERE rowid = {one.Id}", cancel);
            await db.Database.ExecuteSqlAsync($"INSERT INTO search_material (rowid, title, number, sender, text) VALUES ({one.Id}, {Join(title)}, {Join(words)}, {Join(sender)}, {Join(text)})", cancel);
            return;
        }

        var vector = SearchExpression.Vector(("title", title), ("number", words), ("sender", sender), ("text", text));
        await db.Database.ExecuteSqlAsync($"INSERT INTO search_material (material_id, tokens) VALUES ({one.Id}, {vector}::tsvector) ON CONFLICT (material_id) DO UPDATE SET tokens = excluded.tokens", cancel);
    }

    /// Those of the materials that hold what was asked for.
    public static IQueryable<Material> Matching(OfficeDb db, IQueryable<Material> materials, SearchAsk ask)
    {
        if (ask.IsEmpty) return materials;
        var found = db.IsSqlite
            ? db.Database.SqlQueryRaw<long>("SELECT rowid AS \"Value\" FROM search_material WHERE search_material MATCH {0}", SearchExpression.ForSqlite(ask))
            : db.Database.SqlQueryRaw<long>("SELECT material_id AS \"Value\" FROM search_material WHERE tokens @@ {0}::tsquery", SearchExpression.ForPostgres(ask));
        return materials.Where(m => found.Contains(m.Id));
    }

    private static string Join(List<string> tokens) => string.Join(' ', tokens);
}

using Microsoft.EntityFrameworkCore;

namespace Zhongshu.Platform.Database;

/// What hangs on a matter is seen exactly when the matter is. The filter has a name of its own, because to leave a filter out is said for a query as a whole,
/// wherever it is written: without names, rows that are joined to their matters would bring those in unfiltered too.
internal static class PartFilter
{
    public static readonly string[] Names = ["part"];

    /// For a query that joins the rows to their matters: the matter's own filter stays, and is asked once instead of once for each kind of row.
    public static IQueryable<T> Parts<T>(this IQueryable<T> rows) where T : class => rows.IgnoreQueryFilters(Names);

    public static void Apply(ModelBuilder modelBuilder, Type part, OfficeDb db) =>
        typeof(OfficeDb).GetMethod(nameof(OfficeDb.FilterPart), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(part).Invoke(db, [modelBuilder]);
}

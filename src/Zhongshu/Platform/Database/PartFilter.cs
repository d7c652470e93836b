using Microsoft.EntityFrameworkCore;

namespace Zhongshu.Platform.Database;

internal static class PartFilter
{
    public static void Apply(ModelBuilder modelBuilder, Type part, OfficeDb db) =>
        typeof(OfficeDb).GetMethod(nameof(OfficeDb.FilterPart), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(part).Invoke(db, [modelBuilder]);
}

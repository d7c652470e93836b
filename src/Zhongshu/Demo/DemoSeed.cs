using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Demo;

/// Puts the demonstration office into a database that has no organisation yet.
internal static class DemoSeed
{
    public static async Task<bool> PlantAsync(OfficeDb db, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await db.Set<Unit>().AnyAsync(cancel)) return false;
        DemoOffice.Read().AddTo(db);
        await db.SaveChangesAsync(cancel);
        await OrganisationVersion.MoveAsync(db, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}

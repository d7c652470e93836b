using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Matters;

/// The way to a matter for whoever acts on it: through the actor's filter, once. What hangs on it is then read by its number alone,
/// for it is seen exactly when the matter is.
internal static class MatterReads
{
    private static readonly CompiledQuery<string, Matter?> ByCode = new((db, code) => db.Set<Matter>().SingleOrDefault(m => m.Code == code));

    /// For change; null when there is none or the actor may not see it.
    public static Task<Matter?> MatterAsync(this OfficeDb db, string code, CancellationToken cancel) => ByCode.AskAsync(db, code, cancel);
}

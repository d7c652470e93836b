using System.Data.Common;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Hosting;

/// /health/ready: 200 when the site can be used: the database answers and its schema is this program's. The rules were read before the start, or there was none.
internal static class Readiness
{
    public static async Task<IResult> AnswerAsync(OfficeDb db, CancellationToken cancel)
    {
        try
        {
            return await Schema.IsCurrentAsync(db, cancel) ? Results.Text("ready") : NotReady("schema");
        }
        catch (DbException)
        {
            return NotReady("database");
        }
    }

    private static IResult NotReady(string what) => Results.Text($"not ready: {what}", statusCode: StatusCodes.Status503ServiceUnavailable);
}

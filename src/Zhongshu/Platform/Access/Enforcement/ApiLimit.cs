using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Platform.Access.Enforcement;

/// A program that runs away slows nobody but itself: so many API requests a minute for one account, by the rules in force.
internal static class ApiLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly Refusal TooMany = new("access.api-requests", "接口请求过于频繁，请一分钟后再试，并检查程序是否在重复请求。");

    public static void Set(RateLimiterOptions options)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (long Person, int Most)>(http =>
        {
            if (!http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) return RateLimitPartition.GetNoLimiter<(long, int)>(default);
            var services = http.RequestServices;
            var most = services.GetRequiredService<RuleShelf>().Book.Value(AccountRules.ApiRequests);
            return RateLimitPartition.GetFixedWindowLimiter((services.GetRequiredService<CurrentActor>().Actor.PersonId, most), key => new() { PermitLimit = key.Item2, Window = Window });
        });
        options.OnRejected = async (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            await context.HttpContext.RefuseAsync(TooMany, StatusCodes.Status429TooManyRequests);
        };
    }
}

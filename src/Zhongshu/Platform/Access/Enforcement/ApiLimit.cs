using System.Globalization;
using System.Threading.RateLimiting;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Platform.Access.Enforcement;

/// A program that runs away slows nobody but itself: so many API requests a minute for one account, by the rules in force.
internal sealed class ApiLimit : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly Refusal TooMany = new("access.api-requests", "接口请求过于频繁，请一分钟后再试，并检查程序是否在重复请求。");

    // The framework's own middleware keeps a timer, and by it the whole host, for ever.
    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, (long Person, int Most)>(http =>
    {
        var services = http.RequestServices;
        var most = services.GetRequiredService<RuleShelf>().Book.Value(AccountRules.ApiRequests);
        return RateLimitPartition.GetFixedWindowLimiter((services.GetRequiredService<CurrentActor>().Actor.PersonId, most), key => new() { PermitLimit = key.Item2, Window = Window });
    });

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        using var lease = _limiter.AttemptAcquire(http);
        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }

        http.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        await http.RefuseAsync(TooMany, StatusCodes.Status429TooManyRequests);
    }

    public void Dispose() => _limiter.Dispose();
}

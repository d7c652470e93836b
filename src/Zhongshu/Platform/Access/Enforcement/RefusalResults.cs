using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Zhongshu.Platform.Decisions;
using Zhongshu.Shell.Problems;

namespace Zhongshu.Platform.Access.Enforcement;

/// The one place where a refusal becomes an answer: RFC 9457 problem details for programs, a page for people.
internal static class RefusalResults
{
    public const string ProblemJson = "application/problem+json";

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.Busy => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    public static IResult ToProblem(this Refusal refusal, int? status = null) => new Answer(refusal, status);

    public static bool WantsProblemJson(this HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        || http.Request.Headers.Authorization.Count > 0
        || (http.Request.Headers.Accept.ToString() is { Length: > 0 } accept && !accept.Contains("html", StringComparison.Ordinal) && accept.Contains("json", StringComparison.Ordinal));

    public static Task RefuseAsync(this HttpContext http, Refusal refusal, int? status = null)
    {
        var code = status ?? StatusOf(refusal.Kind);
        return http.WantsProblemJson() ? Problem(refusal, code).ExecuteAsync(http) : ProblemAnswer.WriteAsync(http, code, refusal.Message);
    }

    private static ProblemHttpResult Problem(Refusal refusal, int status)
    {
        var details = new ProblemDetails { Status = status, Title = TitleOf(status), Detail = refusal.Message, Type = "urn:zhongshu:" + refusal.Rule };
        details.Extensions["rule"] = refusal.Rule;
        if (refusal.Field is not null) details.Extensions["field"] = refusal.Field;
        return TypedResults.Problem(details);
    }

    private static string TitleOf(int status) => status switch
    {
        401 => "尚未登录",
        403 => "没有权限",
        404 => "没有找到",
        409 or 412 => "与最新情况不一致",
        413 => "内容过大",
        429 => "请求过于频繁",
        >= 500 => "系统出错",
        _ => "不能这样办理",
    };

    /// Asked in a browser (a download that cannot be made), the answer is a page as well.
    private sealed class Answer(Refusal refusal, int? status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => httpContext.RefuseAsync(refusal, status);
    }
}

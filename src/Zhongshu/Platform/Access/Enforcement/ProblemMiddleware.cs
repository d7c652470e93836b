using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Zhongshu.Platform.Decisions;
using Zhongshu.Shell.Problems;

namespace Zhongshu.Platform.Access.Enforcement;

/// The outermost answer: a bug becomes a page with a number that names the log line, a bare status a page that says what to do next. No posted text is lost.
internal sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    private static readonly Refusal FormExpired = new("form.token", ProblemWords.Of(400).Text);

    // A program has no page to go back to.
    private static readonly (string Title, string Text) UnreadBody = ("请求的内容读不出来", "正文应为 JSON，必须有的栏不能缺少或为 null，数字和日期按接口说明（/openapi/v1.json）的写法。请改正后重新提交。");

    // What the renderer says of a form that its page no longer has, with nothing in it.
    private const string EmptyWords = "text/plain";

    public async Task InvokeAsync(HttpContext http)
    {
        Harden(http.Response.Headers);
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception bug) when (!http.Response.HasStarted)
        {
            await AnswerAsync(http, bug);
            return;
        }

        if (http.Response.StatusCode >= 400 && !http.Response.HasStarted && http.Response.ContentLength is null or 0 && http.Response.ContentType is null or EmptyWords)
            await BareAsync(http);
    }

    private async Task AnswerAsync(HttpContext http, Exception bug)
    {
        var refusal = Expected(bug);
        var trace = refusal is null ? TraceOf(http) : null;
        if (trace is not null) log.LogError(bug, "Request {Method} {Path} failed, trace {Trace}", http.Request.Method, http.Request.Path, trace);
        http.Response.Clear();
        Harden(http.Response.Headers);
        refusal ??= new Refusal("platform.failed", $"系统没有办成这一步，不是您的操作有误。请稍后重试；如仍不行，请把问题编号 {trace} 告诉系统管理员。");
        var status = trace is null ? RefusalResults.StatusOf(refusal.Kind) : StatusCodes.Status500InternalServerError;
        if (refusal == FormExpired || bug is BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest }) status = StatusCodes.Status400BadRequest;
        if (http.WantsProblemJson()) await http.RefuseAsync(refusal, status);
        else await ProblemAnswer.WriteAsync(http, status, trace is null ? refusal.Message : null, trace);
    }

    private static Task BareAsync(HttpContext http)
    {
        var status = http.Response.StatusCode;
        // A form of ours that the page no longer has: it was sent before, or somebody else was first.
        if (status == StatusCodes.Status400BadRequest && HttpMethods.IsPost(http.Request.Method) && http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }) status = StatusCodes.Status409Conflict;
        http.Response.ContentType = null;
        if (!http.WantsProblemJson()) return ProblemAnswer.WriteAsync(http, status);
        var (title, text) = status == StatusCodes.Status400BadRequest && http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? UnreadBody : ProblemWords.Of(status);
        return http.RefuseAsync(new Refusal("platform.status-" + status, $"{title}。{text}"), status);
    }

    private static Refusal? Expected(Exception bug) => bug switch
    {
        DbUpdateConcurrencyException => Refusal.Stale,
        AntiforgeryValidationException => FormExpired,
        // A route reads the fields of a form whose token was refused.
        InvalidOperationException { Message: var message } when message.Contains("anti-forgery token", StringComparison.Ordinal) => FormExpired,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new Refusal("platform.too-large", ProblemWords.Of(413).Text) { Kind = RefusalKind.TooLarge },
        BadHttpRequestException => new Refusal("platform.request", "提交的内容不完整或格式不对，请核对后重新提交。"),
        InvalidDataException { Message: var message } when message.Contains("body length limit", StringComparison.OrdinalIgnoreCase) =>
            new Refusal("platform.too-large", ProblemWords.Of(413).Text) { Kind = RefusalKind.TooLarge },
        // A page asks its address for a number or a day and finds something else there.
        InvalidOperationException { Message: var message } when message.StartsWith("Cannot parse the value", StringComparison.Ordinal) =>
            new Refusal("platform.address", "地址里的数字或日期写得不对，可能复制时多了或少了字。请从左侧菜单重新进入，或用上方搜索框查找。"),
        // U+0000, which a program can write as an escape.
        _ when bug.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } => new Refusal("platform.characters", "提交的文字里有不能保存的控制字符，请删去后重新提交。"),
        _ when DiskFull.Is(bug) => new Refusal("platform.disk-full", "服务器磁盘空间已满，这一次没有保存，以前的数据不受影响。请告知系统管理员清理磁盘，再重新提交。"),
        _ => null,
    };

    private static string TraceOf(HttpContext http)
    {
        var whole = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier.Replace(":", "", StringComparison.Ordinal);
        return whole[..Math.Min(12, whole.Length)];
    }

    private static void Harden(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "SAMEORIGIN";
        headers["Referrer-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
    }
}

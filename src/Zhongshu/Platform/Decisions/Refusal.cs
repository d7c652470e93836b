namespace Zhongshu.Platform.Decisions;

/// What kind of "no" it is; decides the HTTP status and the colour of the message.
public enum RefusalKind
{
    Invalid,
    Forbidden,
    NotFound,
    Conflict,
    TooLarge,

    /// Too much at once; the same request may succeed a little later.
    Busy,
}

/// An expected "no": the rule that says it, and a Chinese sentence that says what to do next.
public record Refusal(string Rule, string Message)
{
    public RefusalKind Kind { get; init; } = RefusalKind.Invalid;

    /// The form field it speaks of, as the form names it; null for the whole form.
    public string? Field { get; init; }

    public static Refusal NotFound(string what) =>
        new("platform.not-found", $"没有找到{what}，可能已被移走，或不在您的知悉范围内。请返回列表重新查找。") { Kind = RefusalKind.NotFound };

    public static Refusal Forbidden(string what) =>
        new("platform.forbidden", $"您的岗位没有“{what}”的权限。如工作需要，请联系安全管理员授权。") { Kind = RefusalKind.Forbidden };

    public static readonly Refusal Stale =
        new("platform.stale", "这件事项刚刚被别人办理过，页面上的内容已不是最新。您填写的内容已保留，请核对最新情况后再提交。") { Kind = RefusalKind.Conflict };
}

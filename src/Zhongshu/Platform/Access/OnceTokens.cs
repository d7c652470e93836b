using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Platform.Access;

/// A form's token that was used: the same form posted twice (a double click, the back key, a retry) acts once.
internal sealed class OnceToken
{
    public required string Token { get; init; }

    public DateTimeOffset At { get; init; }
}

internal static class OnceTokens
{
    public const string Field = "zs-once";

    public const int Longest = 40;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(2);

    public static readonly Refusal Used = new("form.once", "这张表单已经提交成功，没有重复办理。请返回列表查看结果。") { Kind = RefusalKind.Conflict };

    /// Of a program, which makes its own.
    public static readonly Refusal TooLong = new("form.once-too-long", $"请求标识过长，最多{Longest}个字符。") { Field = "Idempotency-Key" };

    /// The token of the posted form; null for a program, which has none.
    public static string? OnceToken(this HttpContext http) =>
        http.Request.HasFormContentType && http.Request.Form[Field] is [{ Length: > 0 and <= Longest } token] ? token : null;

    /// Uses the token within the caller's write transaction; refuses when it was used before. A refused or failed action gives it back with its rollback.
    public static async Task<Refusal?> TakeOnceAsync(this OfficeDb db, string? token, DateTimeOffset now, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(token)) return null;
        if (token.Length > Longest) return TooLong;
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A form's token is used inside the action's write transaction.");
        var at = now.ToUnixTimeMilliseconds();
        await db.Set<OnceToken>().Where(t => t.At < now - KeptFor).ExecuteDeleteAsync(cancel);
        var taken = await db.Database.ExecuteSqlAsync($"INSERT INTO once_token (token, at) VALUES ({token}, {at}) ON CONFLICT (token) DO NOTHING", cancel);
        return taken == 1 ? null : Used;
    }
}

internal sealed class OnceTokenTable : IEntityTypeConfiguration<OnceToken>
{
    public void Configure(EntityTypeBuilder<OnceToken> table)
    {
        table.ToTable("OnceToken").HasKey(t => t.Token);
        table.Property(t => t.Token).HasMaxLength(OnceTokens.Longest);
        table.HasIndex(t => t.At);
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Platform.Requests;

/// A request that bears a key acts once: sent again (double click, back key, retry after a broken line) it is answered with what it made the first time.
internal sealed class RequestKey
{
    public long PersonId { get; init; }

    public required string Key { get; init; }

    /// Hash of what was asked for: the same key with other content is a mistake and is told.
    public required string Fingerprint { get; init; }

    /// The matter it made.
    public required string Code { get; init; }

    public DateTimeOffset At { get; init; }
}

/// A key as it came in, with the fingerprint of its request.
internal sealed record KeyedRequest(string Key, string Fingerprint)
{
    public const int Longest = 80;

    public static KeyedRequest? Of(string? key, string content) =>
        string.IsNullOrWhiteSpace(key) ? null : new(key.Trim(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))));
}

internal static class RequestKeys
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    public static readonly Refusal TooLong = new("request.key-too-long", "请求标识过长，最多80个字符。") { Field = "Idempotency-Key" };

    public static readonly Refusal OtherContent =
        new("request.key-reused", "同一请求标识已用于另一份内容。请换用新的标识后重新提交。") { Kind = RefusalKind.Conflict, Field = "Idempotency-Key" };

    /// What this request made before; null when it is new.
    public static async Task<Outcome<string?>> AnsweredAsync(OfficeDb db, KeyedRequest? request, CancellationToken cancel)
    {
        if (request is null) return (string?)null;
        if (request.Key.Length > KeyedRequest.Longest) return TooLong;
        var known = await db.Set<RequestKey>().AsNoTracking().SingleOrDefaultAsync(k => k.PersonId == db.Actor.PersonId && k.Key == request.Key, cancel);
        if (known is null) return (string?)null;
        return known.Fingerprint == request.Fingerprint ? known.Code : OtherContent;
    }

    /// Notes the answer in the caller's write transaction.
    public static async Task NoteAsync(OfficeDb db, KeyedRequest? request, string code, DateTimeOffset now, CancellationToken cancel)
    {
        if (request is null) return;
        await db.Set<RequestKey>().Where(k => k.At < now - KeptFor).ExecuteDeleteAsync(cancel);
        db.Add(new RequestKey { PersonId = db.Actor.PersonId, Key = request.Key, Fingerprint = request.Fingerprint, Code = code, At = now });
    }
}

internal sealed class RequestKeyTable : IEntityTypeConfiguration<RequestKey>
{
    public void Configure(EntityTypeBuilder<RequestKey> table)
    {
        table.ToTable("RequestKey").HasKey(k => new { k.PersonId, k.Key });
        table.Property(k => k.Key).HasMaxLength(KeyedRequest.Longest);
        table.Property(k => k.Fingerprint).HasMaxLength(64);
        table.Property(k => k.Code).HasMaxLength(24);
        table.HasIndex(k => k.At);
    }
}

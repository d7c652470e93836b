using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Platform.Trail;

/// What an action writes on the trail; who, from which post and when are added by the writing.
internal sealed record Act(string Verb, string Text)
{
    public string? Quote { get; init; }

    public object? Changes { get; init; }

    public string? ForName { get; init; }
}

/// Adds lines to the trail in the same transaction as the change itself.
internal static class TrailWriting
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// One line on the matter's chain. The matter's version moves with it, so that of two people who act at once one is told.
    public static TrailEntry Record(this OfficeDb db, Matter matter, Act act, Ids ids, DateTimeOffset now)
    {
        var entry = Entry(db.Actor, matter.Id, matter.TrailCount + 1, act, ids, now);
        var hash = TrailHash.Of(matter.TrailHash, entry);
        entry.Hash = hash;
        matter.TrailCount++;
        matter.TrailHash = hash;
        matter.Version++;
        db.Add(entry);
        return entry;
    }

    /// One line on the platform's own chain (matter 0): sign-ins, accounts, organisation, rules. Needs the caller's write transaction.
    public static async Task RecordPlatformAsync(this OfficeDb db, Act act, Ids ids, DateTimeOffset now, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("The platform's trail is written inside a write transaction.");
        // Everybody's sign-in ends this one chain: on PostgreSQL writers queue for its end instead of failing on its version.
        if (!db.IsSqlite) await db.Database.ExecuteSqlAsync($"SELECT 1 FROM trail_head WHERE chain = 0 FOR UPDATE", cancel);
        var head = await db.Set<TrailHead>().SingleAsync(h => h.Chain == 0, cancel);
        var entry = Entry(db.Actor, 0, head.Count + 1, act, ids, now);
        var hash = TrailHash.Of(head.Hash, entry);
        head.Count++;
        head.Hash = hash;
        entry.Hash = hash;
        db.Add(entry);
    }

    private static TrailEntry Entry(Actor actor, long matterId, int sequence, Act act, Ids ids, DateTimeOffset now) => new()
    {
        Id = ids.Next(),
        MatterId = matterId,
        Sequence = sequence,
        At = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
        PersonId = actor.PersonId,
        PersonName = actor.Name,
        PostName = actor.PostName,
        ForName = act.ForName,
        Verb = act.Verb,
        Text = act.Text,
        Quote = act.Quote,
        Changes = act.Changes is null ? null : JsonSerializer.Serialize(act.Changes, Json),
        Hash = [],
    };
}

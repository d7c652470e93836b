using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Access.Sessions;

/// Writes down where accounts are signed in, and when a session was last used.
internal sealed class SessionBook(IServiceScopeFactory scopes, Ids ids, TimeProvider clock)
{
    /// Not each request is worth a write.
    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<long, DateTimeOffset> _noted = new();

    public async Task<long> BeginAsync(HttpContext http, long personId)
    {
        var now = clock.GetUtcNow();
        var session = new SignInSession { Id = ids.Next(), PersonId = personId, BeganAt = now, SeenAt = now, Address = http.Connection.RemoteIpAddress?.ToString() ?? "", Device = DeviceOf(http.Request.Headers.UserAgent.ToString()) };
        await WriteAsync(db =>
        {
            db.Add(session);
            return db.SaveChangesAsync(http.RequestAborted);
        }, http.RequestAborted);
        _noted[session.Id] = now;
        return session.Id;
    }

    public async Task SeenAsync(long sessionId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (sessionId == 0 || (_noted.TryGetValue(sessionId, out var last) && now - last < NoteEvery)) return;
        _noted[sessionId] = now;
        await WriteAsync(db => db.Set<SignInSession>().Where(s => s.Id == sessionId && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancel), cancel);
    }

    /// What the browser says of itself, in words that its owner knows it by.
    public static string DeviceOf(string agent)
    {
        string? First(params (string Sign, string Word)[] words) => words.FirstOrDefault(w => agent.Contains(w.Sign, StringComparison.OrdinalIgnoreCase)).Word;
        var system = First(("iPad", "平板"), ("iPhone", "手机"), ("Android", agent.Contains("Mobile", StringComparison.OrdinalIgnoreCase) ? "手机" : "平板"), ("Windows", "Windows"), ("Mac OS", "苹果电脑"), ("Linux", "Linux"));
        var browser = First(("Edg/", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"), ("Trident", "IE"));
        return string.Join(' ', new[] { system, browser }.OfType<string>()) is { Length: > 0 } known ? known : "其他设备";
    }

    private async Task WriteAsync(Func<OfficeDb, Task<int>> write, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        await using var transaction = await db.BeginWriteAsync(cancel);
        await write(db);
        await transaction.CommitAsync(cancel);
    }
}

using System.Collections.Concurrent;
using Zhongshu.Platform.Access;

namespace Zhongshu.Modules.Accounts.SignIn;

/// Counts attempts a minute from one address and for one login, so that guessing is slow even across many accounts.
internal sealed class SignInThrottle(AccessShelf access, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Count)> _counts = new(StringComparer.Ordinal);

    public bool Admits(string address, string login)
    {
        if (_counts.Count > 10_000) Sweep();
        var byAddress = Count("a " + address);
        var byLogin = Count("l " + login);
        return byAddress <= access.Figures.AttemptsAMinute && byLogin <= access.Figures.AttemptsAMinute;
    }

    private int Count(string key)
    {
        var now = clock.GetUtcNow();
        return _counts.AddOrUpdate(key, (now, 1), (_, seen) => now - seen.Since >= Window ? (now, 1) : (seen.Since, seen.Count + 1)).Count;
    }

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var (key, seen) in _counts)
        {
            if (now - seen.Since >= Window) _counts.TryRemove(key, out _);
        }
    }
}

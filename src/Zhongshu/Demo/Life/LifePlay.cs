using Microsoft.EntityFrameworkCore;
using Zhongshu.Demo.Seeding;
using Zhongshu.Modules.IncomingDocuments.Chase;
using Zhongshu.Modules.Supervision.Sweep;
using Zhongshu.Platform;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Demo.Life;

/// Lets the real application live the two weeks before the day it is first opened, with a clock that is set from act to act:
/// every number, trail entry, deadline and notice is one that the office would have made itself.
internal sealed class LifePlay : IAsyncDisposable
{
    private static readonly TimeOnly Morning = new(8, 35);

    private readonly SeedClock _clock = new(DateTimeOffset.UnixEpoch);
    private readonly WebApplication _app;
    private readonly List<string> _refused = [];

    private LifePlay(OfficeSettings settings) => _app = OfficeHost.Build(settings, _clock);

    /// Does nothing where there is a matter already. Returns what was refused, a line each: nothing, unless a rule of this folder forbids what the plan does.
    public static async Task<IReadOnlyList<string>> RunAsync(WebApplication site, CancellationToken cancel)
    {
        await using (var scope = site.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
            if (await scope.ServiceProvider.GetRequiredService<OfficeDb>().Set<Matter>().AnyAsync(cancel)) return [];
        }

        var opened = site.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var settings = site.Services.GetRequiredService<OfficeSettings>();
        LifeMark.Begin(settings);
        await using var play = new LifePlay(settings);
        play._clock.Set(opened);
        await OfficeHost.PrepareAsync(play._app, cancel);
        var calendar = play._app.Services.GetRequiredService<RuleShelf>().Book.Calendar;
        await play.LiveAsync(LifePlan.Read(), new LifeDays(calendar, OfficeDay.Of(opened)), opened, cancel);
        LifeMark.End(settings);
        return play._refused;
    }

    private async Task LiveAsync(LifePlan plan, LifeDays days, DateTimeOffset opened, CancellationToken cancel)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        var papers = new PaperLife(days, codes);
        var items = new ItemLife(days, codes);
        var events = plan.Papers.SelectMany(papers.Events).Concat(plan.Supervision.SelectMany(items.Events)).Concat(new MarkLife(days, codes).Events())
            .Concat(new BurdenLife(days).Events()).Concat(new OfficeLife(days, codes).Events()).Concat(new SlipLife(days).Events()).Concat(new RegulationLife(days).Events()).Concat(new PeopleLife(days).Events()).Concat(new TeamLife(days).Events()).Concat(new ArchiveLife(days).Events()).Concat(new ProjectLife(days).Events()).Concat(new LibraryLife(days).Events()).Concat(new ImprovementLife(days).Events())
            .Concat(new CoordinationLife(days).Events()).Concat(new BoardLife(days, codes).Events()).ToList();
        var mornings = events.Select(e => OfficeDay.Of(e.At)).Distinct().Select(day => new LifeEvent(new DateTimeOffset(day.ToDateTime(Morning), OfficeDay.Offset), null, SweepAsync));
        foreach (var happening in events.Concat(mornings).Append(new LifeEvent(opened, null, SweepAsync)).OrderBy(e => e.At))
        {
            _clock.Set(happening.At);
            await using var scope = Scope(await ActorAsync(happening.By, cancel));
            if (await happening.Act(scope.ServiceProvider, cancel) is { } no) _refused.Add($"{happening.At:MM-dd HH:mm} {happening.By}: {no.Rule} {no.Message}");
        }
    }

    private static async Task<Refusal?> SweepAsync(IServiceProvider scope, CancellationToken cancel)
    {
        await scope.GetRequiredService<ChaseSweep>().RunAsync(cancel);
        await scope.GetRequiredService<SupervisionSweep>().RunAsync(cancel);
        return null;
    }

    private async Task<Actor> ActorAsync(string? by, CancellationToken cancel)
    {
        if (by is null) return Actor.System;
        return (await _app.Services.GetRequiredService<AccessShelf>().ActorAsync(People.Of(by), 0, cancel))!;
    }

    private AsyncServiceScope Scope(Actor actor)
    {
        var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return scope;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

/// Something that somebody does at an instant; the program itself when nobody is named.
internal sealed record LifeEvent(DateTimeOffset At, string? By, Func<IServiceProvider, CancellationToken, Task<Refusal?>> Act);

/// Who is meant by a login, or by p and a number.
internal static class People
{
    public static long Of(string name) => name is ['p', .. var digits] && long.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var id)
        ? id
        : DemoOffice.Present.Accounts.Single(a => a.Login == name).PersonId;
}

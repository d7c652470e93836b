using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Demo.Seeding;

/// How one document is to go: the way from 拟办, who instructs, who handles, and after how many acts it stands still.
internal sealed record Route(string Way, IReadOnlyList<long> Leaders, long LeadUnit, long SupportUnit, int Acts);

/// One act of a document's life: who, and what.
internal sealed record PlayedAct(long PersonId, ActForm Form);

/// Lets the real application handle a few documents on a scratch database, so that what is planted by the thousand was once true.
internal sealed class OfficePlay : IAsyncDisposable
{
    public const string Title = "【题】";
    public const string Sender = "【来】";
    public const string Number = "【号】";

    /// A Monday; the copies keep the working day and the time of day of every act.
    public static readonly DateTimeOffset Monday = new(2026, 6, 8, 8, 30, 0, TimeSpan.FromHours(8));

    private static readonly string[] Said = ["拟请{0}办理。", "请按要求抓紧办理，结果及时报告。", "同意。请主办科室牵头落实。", "已办理完毕，有关情况已书面反馈来文单位。", "无不同意见。", "同意办结。"];

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "zs-seed-" + Guid.NewGuid().ToString("N"));
    private readonly SeedClock _clock = new(Monday);
    private readonly WebApplication _app;
    private readonly Dictionary<Type, TableRows> _tables = [];

    private OfficePlay() => _app = OfficeHost.Build(new OfficeSettings { DataFolder = _folder }, _clock);

    public static async Task<OfficePlay> OpenAsync()
    {
        var play = new OfficePlay();
        await OfficeHost.PrepareAsync(play._app, default);
        return play;
    }

    /// A scope that sees everything, for taking the rows out.
    public AsyncServiceScope Scope() => Scope(Actor.System);

    /// The table of a kind of row; one for all plays, since commands are kept by it.
    public TableRows Table<T>(OfficeDb db) where T : class => _tables.TryGetValue(typeof(T), out var table) ? table : _tables[typeof(T)] = TableRows.Of<T>(db);

    /// Lets a person do something at an instant.
    public async Task<T> AsAsync<T>(long personId, DateTimeOffset at, Func<IServiceProvider, Task<T>> act)
    {
        _clock.Set(at);
        await using var scope = await ScopeAsync(personId);
        return await act(scope.ServiceProvider);
    }

    /// With a list, notes who did what, so that others can do the same with another document.
    public async Task<long> RunAsync(Route route, List<PlayedAct>? acts = null)
    {
        _clock.Set(Monday);
        var clerk = DemoOffice.Present.Accounts.First(a => a.Login == "registry");
        await using var scope = await ScopeAsync(clerk.PersonId);
        var form = new RegisterForm { Title = Title, Sender = Sender, DocumentNumber = Number, DocumentDate = OfficeDayOf(Monday).AddDays(-3), DespiteDuplicate = true, Pages = 6 };
        var document = await scope.ServiceProvider.GetRequiredService<RegisterDocument>().RunAsync(form, default);
        for (var act = 0; act < route.Acts && await StepAsync(document.Value.MatterId, route, act, acts); act++) { }
        return document.Value.MatterId;
    }

    /// The next act of whoever holds the matter; false when nobody does any more.
    private async Task<bool> StepAsync(long matterId, Route route, int act, List<PlayedAct>? acts)
    {
        string code;
        WorkItem? item;
        await using (var looking = Scope())
        {
            var db = looking.ServiceProvider.GetRequiredService<OfficeDb>();
            code = await db.Set<Matter>().Where(m => m.Id == matterId).Select(m => m.Code).SingleAsync();
            item = await db.Set<WorkItem>().AsNoTracking().Where(w => w.MatterId == matterId && w.Status == WorkStatus.Open).OrderBy(w => w.Number).FirstOrDefaultAsync();
        }

        if (item is null) return false;
        _clock.Pass(TimeSpan.FromMinutes(35 + 47 * (act % 4)));
        var evening = OfficeDayOf(_clock.GetUtcNow());
        if (_clock.GetUtcNow().ToOffset(Monday.Offset).Hour >= 17) _clock.Set(new DateTimeOffset(evening.AddDays(1).ToDateTime(new TimeOnly(9, 10)), Monday.Offset));
        var done = new PlayedAct(await HolderAsync(new Participant(item.Assignee)), Form(item, route));
        await using var scope = await ScopeAsync(done.PersonId);
        var outcome = await scope.ServiceProvider.GetRequiredService<ActOnMatter>().RunAsync(code, done.Form, default);
        acts?.Add(done);
        return outcome.Succeeded ? true : throw new InvalidOperationException($"Seed route {route.Way} at {item.StepId}: {outcome.Refusal.Message}");
    }

    private static ActForm Form(WorkItem item, Route route)
    {
        var form = new ActForm { Item = item.Number, Verb = "complete" };
        if (new Participant(item.Assignee).IsPool) return form with { Verb = "claim" };
        var unit = DemoOffice.Present.Units.First(u => u.Id == route.LeadUnit).ShortName;
        return item.StepId switch
        {
            "proposed-handling" => form with
            {
                Opinion = string.Format(System.Globalization.CultureInfo.InvariantCulture, Said[0], unit),
                To = route.Way,
                Choices = route.Way == "routing" ? [] : [new Choice(route.Way, [.. route.Leaders.Select(l => Participant.Person(l).Value)])],
            },
            "routing" => form with
            {
                Opinion = Said[1],
                Choices = [new Choice("lead-handling", [Participant.Section(route.LeadUnit).Value]), new Choice("supporting-handling", [Participant.Section(route.SupportUnit).Value])],
            },
            "instruction" or "instruction-in-turn" => form with { Opinion = Said[2] },
            "supporting-handling" => form with { Opinion = Said[4] },
            "closing-review" => form with { Verb = "approve", Opinion = Said[5] },
            _ => form with { Opinion = Said[3] },
        };
    }

    private async Task<long> HolderAsync(Participant participant)
    {
        var book = await _app.Services.GetRequiredService<OrganisationShelf>().BookAsync(default);
        return participant.Kind == ParticipantKind.Person ? participant.Id : Assigning.Persons(book, participant.Value, OfficeDayOf(_clock.GetUtcNow())).First();
    }

    private async Task<AsyncServiceScope> ScopeAsync(long personId) => Scope((await _app.Services.GetRequiredService<AccessShelf>().ActorAsync(personId, 0, default))!);

    private AsyncServiceScope Scope(Actor actor)
    {
        var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return scope;
    }

    private static DateOnly OfficeDayOf(DateTimeOffset at) => Platform.OfficeDay.Of(at);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

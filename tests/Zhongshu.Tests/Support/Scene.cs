using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Demo;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Modules.Matters.Show;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Tests.Support;

/// The application below its pages, on a database of its own, with the demonstration office; acts as whoever is named.
internal sealed class Scene : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private readonly string? _connection;

    private Scene(WebApplication app, string folder, string? connection, SetClock clock)
    {
        _app = app;
        _folder = folder;
        _connection = connection;
        Clock = clock;
    }

    public SetClock Clock { get; }

    public static Task<Scene> OpenAsync(string engine) => OpenAsync(Enum.Parse<DatabaseEngine>(engine));

    public static async Task<Scene> OpenAsync(DatabaseEngine engine = DatabaseEngine.Sqlite, Network network = Network.Intranet, Func<OfficeSettings, OfficeSettings>? with = null)
    {
        var (folder, connection) = await PreparedOffice.CopyAsync(engine);
        var clock = new SetClock(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8)));
        var settings = new OfficeSettings { DataFolder = folder, Connection = connection, Urls = "http://127.0.0.1:0", Network = network };
        var app = OfficeHost.Build(with?.Invoke(settings) ?? settings, clock);
        await OfficeHost.PrepareAsync(app, CancellationToken.None);
        return new Scene(app, folder, connection, clock);
    }

    public async Task<T> AsAsync<T>(string login, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var book = await scope.ServiceProvider.GetRequiredService<OrganisationShelf>().BookAsync(default);
        var account = DemoOffice.Present.Accounts.Single(l => l.Login == login);
        var figures = scope.ServiceProvider.GetRequiredService<AccessShelf>().Figures;
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = ActorLoading.From(book, figures, account.PersonId, account.PostId, Clock.GetUtcNow())!;
        return await act(scope.ServiceProvider);
    }

    /// As the program itself, for what happens because of time.
    public async Task<T> AsSystemAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return await act(scope.ServiceProvider);
    }

    public static string NameOf(string login) => DemoOffice.Present.Book().Person(DemoOffice.Present.Accounts.Single(l => l.Login == login).PersonId)!.Name;

    public Task<Outcome<IncomingDocument>> RegisterAsync(string login, RegisterForm form) =>
        AsAsync(login, s => s.GetRequiredService<RegisterDocument>().RunAsync(form, default));

    public Task<Outcome<FlowMove>> ActAsync(string login, string code, ActForm form) =>
        AsAsync(login, s => s.GetRequiredService<ActOnMatter>().RunAsync(code, form, default));

    public Task<string> CodeOfAsync(long matterId) =>
        AsAsync("registry", s => s.GetRequiredService<OfficeDb>().Set<Matter>().Where(m => m.Id == matterId).Select(m => m.Code).SingleAsync());

    public Task<MatterView?> SeeAsync(string login, string code) =>
        AsAsync(login, s => MatterView.ReadAsync(s.GetRequiredService<Office>(), code, default));

    /// The two weeks that a first start finds.
    public Task<IReadOnlyList<string>> LiveAsync() => Zhongshu.Demo.Life.LifePlay.RunAsync(_app, default);

    public async ValueTask DisposeAsync()
    {
        await TestDatabase.LetGoAsync(_app.Services);
        await _app.DisposeAsync();
        await TestDatabase.DropAsync(_connection);
        Directory.Delete(_folder, recursive: true);
    }
}

/// A clock that stands until it is set.
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    public void Pass(TimeSpan time) => _now += time;
}

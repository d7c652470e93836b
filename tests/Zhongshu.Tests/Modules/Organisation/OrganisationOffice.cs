using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Organisation;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Organisation;

/// The application over a database of its own, spoken to from within: one scope an action, as a request has.
internal sealed class OrganisationOffice : IAsyncDisposable
{
    public static readonly string[] Administrator = [OrganisationModule.Manage];
    public static readonly long SecurityAdministrator = TestOffice.PersonOf("secadmin");
    private readonly WebApplication _app;
    private readonly string _folder;

    private OrganisationOffice(WebApplication app, string folder)
    {
        _app = app;
        _folder = folder;
    }

    public static async Task<OrganisationOffice> OpenAsync(bool demo = true)
    {
        var folder = demo ? (await PreparedOffice.CopyAsync(DatabaseEngine.Sqlite)).Folder : Directory.CreateTempSubdirectory("zhongshu-org-").FullName;
        var app = OfficeHost.Build(new OfficeSettings { DataFolder = folder, Demo = demo, Urls = "http://127.0.0.1:0" });
        await OfficeHost.PrepareAsync(app, CancellationToken.None);
        return new OrganisationOffice(app, folder);
    }

    /// One action of a person who holds these permissions.
    public async Task<T> AsAsync<T>(long personId, string[] permissions, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var name = await ReadAsync(db => db.Set<Person>().Where(p => p.Id == personId).Select(p => p.Name).SingleOrDefaultAsync());
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = new Actor
        {
            PersonId = personId,
            Name = name ?? "测试",
            HomeUnitId = 10,
            UnitId = 17,
            Permissions = System.Collections.Frozen.FrozenSet.ToFrozenSet(permissions),
            Subjects = [Participant.Person(personId).Value],
        };
        return await act(scope.ServiceProvider);
    }

    public Task<T> AdministerAsync<T>(Func<OrganisationDesk, Task<T>> act) => AsAsync(62, Administrator, services => act(services.GetRequiredService<OrganisationDesk>()));

    public Task<T> GrantAsync<T>(Func<OrganisationDesk, Task<T>> act) => AsAsync(SecurityAdministrator, [OrganisationModule.Grant], services => act(services.GetRequiredService<OrganisationDesk>()));

    public async Task<T> ReadAsync<T>(Func<OfficeDb, Task<T>> read)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        return await read(scope.ServiceProvider.GetRequiredService<OfficeDb>());
    }

    public Task<OrganisationBook> BookAsync() => ReadAsync(db => OrganisationBook.ReadAsync(db, CancellationToken.None));

    public Task<List<TrailEntry>> TrailAsync(long matterId = 0) => ReadAsync(db => db.Set<TrailEntry>().Where(e => e.MatterId == matterId).OrderBy(e => e.Sequence).ToListAsync());

    public Task<long> VersionAsync() => ReadAsync(db => db.Set<OrganisationVersion>().Select(v => v.Version).SingleAsync());

    public async ValueTask DisposeAsync()
    {
        await TestDatabase.LetGoAsync(_app.Services);
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

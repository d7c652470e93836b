using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.CommandLine;

/// The application without its web server, for one command. The site may be running beside it.
internal sealed class OpenOffice : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OpenOffice(WebApplication app) => _app = app;

    /// Brings the schema up to date; what is not there is made.
    public static async Task<OpenOffice> PreparedAsync(OfficeSettings settings, CancellationToken cancel = default)
    {
        var app = OfficeHost.Build(settings);
        await OfficeHost.PrepareAsync(app, cancel);
        return new OpenOffice(app);
    }

    /// Changes nothing; refuses where there is no data.
    public static Outcome<OpenOffice> AsItIs(OfficeSettings settings)
    {
        var database = DatabaseOptions.From(settings.Connection, settings.DataFolder);
        if (database.Engine == DatabaseEngine.Sqlite && FileOf(database) is { } file && !File.Exists(file))
            return new Refusal("command.no-data", $"{settings.DataFolder} 中没有中枢的数据。请用 --data 指定数据目录，或用 --db 指定数据库。") { Kind = RefusalKind.NotFound };
        return new OpenOffice(OfficeHost.Build(settings));
    }

    public static string? FileOf(DatabaseOptions database) =>
        database.Engine == DatabaseEngine.Sqlite ? new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.ConnectionString).DataSource : null;

    /// A scope that acts as the system.
    public AsyncServiceScope Scope() => Scope(Actor.System);

    public AsyncServiceScope Scope(Actor actor)
    {
        var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return scope;
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// The person behind a login, from the first post, with that post's permissions.
    public async Task<Outcome<Actor>> ActorAsync(string? login)
    {
        if (string.IsNullOrWhiteSpace(login)) return new Refusal("command.as", "请用 --as 登录名 说明以谁的身份办理，例如 --as registry。");
        await using var scope = Scope();
        var name = login.Trim().ToLowerInvariant();
        var account = await scope.ServiceProvider.GetRequiredService<OfficeDb>().Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Login == name);
        if (account is null) return new Refusal("command.as", $"没有登录名 {login}。用 zhongshu user list 可以查看全部账号。") { Kind = RefusalKind.NotFound };
        var actor = await Get<AccessShelf>().ActorAsync(account.PersonId, 0, default);
        return actor is null ? new Refusal("command.as", $"{login} 现在没有任职，不能办理。请先在组织机构中安排岗位。") : actor;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

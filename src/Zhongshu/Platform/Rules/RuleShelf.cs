using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Rules;

/// Holds the rule book in force: the files as loaded at start, with this unit's adjustments from the database.
internal sealed class RuleShelf(RuleBook fromFiles, IServiceScopeFactory scopes)
{
    private volatile RuleBook? _adjusted;

    public RuleBook Book => _adjusted ?? fromFiles;

    /// A broken file stops the start with file, line and remedy.
    public static RuleBook Read(RuleLoad load) =>
        load.Book ?? throw new InvalidDataException("规则文件有误，请改正后重新启动：\n" + string.Join('\n', load.Problems));

    /// Takes the adjustments over, at start and after each new one.
    public async Task RenewAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var rows = await scope.ServiceProvider.GetRequiredService<OfficeDb>().Set<RuleOverrideRow>().AsNoTracking().ToListAsync(cancel);
        _adjusted = fromFiles.With(rows.Select(r => new RuleOverride(r.RuleId, r.Figure, r.AuthorName, r.At, r.Reason))).Book;
    }
}

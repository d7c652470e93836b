using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Tokens;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.CommandLine.Accounts;

/// token add|list|revoke: what a program shows instead of a password. Its text comes out once; the table keeps its hash.
internal static class TokenCommand
{
    public const string Usage = "用法：zhongshu token add --as 登录名 --name 用途 [--days 90] [--scopes 权限,权限]；token list [--as 登录名]；token revoke 编号。";
    private const int UsualDays = 90;
    private const int LongestName = 60;

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read(args, ["--as", "--name", "--days", "--scopes"]);
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        await using var office = await OpenOffice.PreparedAsync(read.Value.Settings);
        var outcome = read.Value.Rest switch
        {
            ["add"] => await AddAsync(office, read.Value),
            ["list"] => await ListAsync(office, read.Value["--as"]),
            ["revoke", var id] => await RevokeAsync(office, id),
            _ => new Refusal("command.usage", Usage),
        };
        return outcome.Succeeded ? await terminal.SayAsync(outcome.Value) : await terminal.RefuseAsync(outcome.Refusal);
    }

    private static async Task<Outcome<string>> AddAsync(OpenOffice opened, Arguments arguments)
    {
        var actor = await opened.ActorAsync(arguments["--as"]);
        if (!actor.Succeeded) return actor.Refusal;
        if (string.IsNullOrWhiteSpace(arguments["--name"])) return new Refusal("token.name", "请用 --name 写明令牌的用途，例如“统计室取数”。");
        var name = arguments["--name"]!.Trim();
        if (name.Length > LongestName) return new Refusal("token.name", $"令牌的用途最多 {LongestName} 字，请写短一些。");
        var longest = (int)opened.Get<AccessShelf>().Figures.TokenLongest.TotalDays;
        var days = Math.Min(UsualDays, longest);
        if (arguments["--days"] is { } text && (!int.TryParse(text, CultureInfo.InvariantCulture, out days) || days < 1 || days > longest)) return new Refusal("token.days", $"有效期请填 1 至 {longest} 天。");
        var scopes = Scopes(arguments["--scopes"], actor.Value);
        if (!scopes.Succeeded) return scopes.Refusal;
        var token = TokenText.Fresh();
        await using var scope = opened.Scope();
        var office = scope.ServiceProvider.GetRequiredService<Office>();
        await using var transaction = await office.Db.BeginWriteAsync(default);
        office.Db.Add(new ApiToken
        {
            Id = office.Ids.Next(),
            PersonId = actor.Value.PersonId,
            PostId = actor.Value.PostId,
            Name = name,
            Hash = TokenText.HashOf(token),
            Scopes = scopes.Value,
            CreatedAt = office.Now,
            ExpiresAt = office.Now.AddDays(days),
        });
        await office.Db.RecordPlatformAsync(new Act("token.made", $"在服务器上为{actor.Value.Name}生成接口令牌“{name}”") { Changes = new { Days = days, Scopes = scopes.Value } }, office.Ids, office.Now, default);
        await office.Db.SaveChangesAsync();
        await transaction.CommitAsync();
        return token;
    }

    /// As on the page: none named means all of the post; one that the post does not have would open nothing, and whoever made the token would not know why.
    private static Outcome<string> Scopes(string? words, Actor actor)
    {
        if (words is null) return "";
        var named = words.Split([',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (named.Length > 0 && named.All(actor.May)) return string.Join(',', named.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var wrong = named.FirstOrDefault(n => !actor.May(n)) ?? "";
        return new Refusal("token.scopes", $"{actor.Name}现任岗位没有权限“{wrong}”。可用：{string.Join(",", actor.Permissions.Order(StringComparer.Ordinal))}；不写 --scopes 即本岗位的全部权限。");
    }

    private static async Task<Outcome<string>> ListAsync(OpenOffice opened, string? login)
    {
        await using var scope = opened.Scope();
        var tokens = scope.ServiceProvider.GetRequiredService<OfficeDb>().Set<ApiToken>().AsNoTracking();
        if (login is not null)
        {
            var actor = await opened.ActorAsync(login);
            if (!actor.Succeeded) return actor.Refusal;
            tokens = tokens.Where(t => t.PersonId == actor.Value.PersonId);
        }

        var rows = await tokens.OrderBy(t => t.Id).ToListAsync();
        return rows.Count == 0
            ? "还没有接口令牌。"
            : string.Join('\n', rows.Select(t => $"{t.Id}\t{t.Name}\t有效期至 {OfficeDay.Local(t.ExpiresAt):yyyy-MM-dd}\t{(t.RevokedAt is null ? "有效" : "已撤销")}"));
    }

    private static async Task<Outcome<string>> RevokeAsync(OpenOffice opened, string id)
    {
        await using var scope = opened.Scope();
        var office = scope.ServiceProvider.GetRequiredService<Office>();
        await using var transaction = await office.Db.BeginWriteAsync(default);
        _ = long.TryParse(id, CultureInfo.InvariantCulture, out var number);
        var token = await office.Db.Set<ApiToken>().SingleOrDefaultAsync(t => t.Id == number && t.RevokedAt == null);
        if (token is null) return new Refusal("token.unknown", $"没有编号为 {id} 的有效令牌。用 zhongshu token list 查看编号。") { Kind = RefusalKind.NotFound };
        token.RevokedAt = office.Now;
        await office.Db.RecordPlatformAsync(new Act("token.revoked", $"在服务器上撤销接口令牌“{token.Name}”"), office.Ids, office.Now, default);
        await office.Db.SaveChangesAsync();
        await transaction.CommitAsync();
        return $"已撤销令牌“{token.Name}”，几秒内失效。";
    }
}

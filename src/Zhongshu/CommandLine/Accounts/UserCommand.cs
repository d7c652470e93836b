using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Identity;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.CommandLine.Accounts;

/// user add|password|unlock|list: accounts without a browser; the first administrator of an installation without the demonstration comes this way.
internal static class UserCommand
{
    public const string Usage = "用法：zhongshu user add 登录名 --name 姓名 [--unit 单位] [--post 岗位] [--roles 角色,角色]；user password|unlock 登录名；user list。口令用 --password 给出，不给则自动生成。";

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read(args, ["--name", "--unit", "--post", "--roles", "--password"]);
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        var (arguments, rest) = (read.Value, read.Value.Rest);
        if (rest is not (["list"] or ["add" or "password" or "unlock", _])) return await terminal.RefuseAsync(Usage);
        await using var office = await OpenOffice.PreparedAsync(arguments.Settings);
        await using var scope = office.Scope();
        if (rest is ["list"]) return await ListAsync(scope.ServiceProvider, terminal);
        var login = Logins.Normal(rest[1]);
        var outcome = rest[0] switch
        {
            "add" => await AddAsync(scope.ServiceProvider, login, arguments),
            "password" => await ChangeAsync(scope.ServiceProvider, login, arguments, password: true),
            _ => await ChangeAsync(scope.ServiceProvider, login, arguments, password: false),
        };
        return outcome.Succeeded ? await terminal.SayAsync(outcome.Value) : await terminal.RefuseAsync(outcome.Refusal);
    }

    private static async Task<int> ListAsync(IServiceProvider services, Terminal terminal)
    {
        var (db, now) = (services.GetRequiredService<OfficeDb>(), services.GetRequiredService<Office>().Now);
        var rows = await (from account in db.Set<Account>().AsNoTracking()
                          join person in db.Set<Person>() on account.PersonId equals person.Id
                          orderby account.Login
                          select new { account, person.Name }).ToListAsync();
        foreach (var row in rows)
        {
            var state = row.account.IsDisabled ? "已停用" : row.account.LockedUntil > now ? "已锁定" : "正常";
            await terminal.Out.WriteLineAsync($"{row.account.Login}\t{row.Name}\t{state}");
        }

        return Terminal.Well;
    }

    private static async Task<Outcome<string>> AddAsync(IServiceProvider services, string login, Arguments arguments)
    {
        if (Logins.Refuses(login) is { } no) return no;
        if (string.IsNullOrWhiteSpace(arguments["--name"])) return new Refusal("account.name", "请用 --name 给出姓名。");
        var office = services.GetRequiredService<Office>();
        var password = NewPassword(services, login, arguments);
        if (!password.Succeeded) return password;
        await using var transaction = await office.Db.BeginWriteAsync(default);
        if (await office.Db.Set<Account>().AnyAsync(a => a.Login == login)) return new Refusal("account.login-taken", $"登录名 {login} 已有人使用，请换一个。");
        var person = await FirstPeople.FindOrAddAsync(office, arguments["--name"]!.Trim(), arguments["--unit"], arguments["--post"], arguments["--roles"]);
        if (!person.Succeeded) return person.Refusal;
        if (await office.Db.Set<Account>().AnyAsync(a => a.PersonId == person.Value.Id)) return new Refusal("account.known", $"{person.Value.Name} 已有账号。改口令请用 user password。");
        office.Db.Add(new Account
        {
            PersonId = person.Value.Id,
            Login = login,
            PasswordHash = Hash(services, login, password.Value),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            PasswordChangedAt = office.Now,
            MustChangePassword = arguments["--password"] is null,
        });
        await office.Db.RecordPlatformAsync(new Act("account.opened", $"在服务器上为{person.Value.Name}开通账号“{login}”"), office.Ids, office.Now, default);
        await office.Db.SaveChangesAsync();
        await OrganisationVersion.MoveAsync(office.Db, default);
        await transaction.CommitAsync();
        return Said($"已为{person.Value.Name}开通账号 {login}。", password.Value, arguments);
    }

    private static async Task<Outcome<string>> ChangeAsync(IServiceProvider services, string login, Arguments arguments, bool password)
    {
        var office = services.GetRequiredService<Office>();
        var fresh = NewPassword(services, login, arguments);
        if (password && !fresh.Succeeded) return fresh;
        await using var transaction = await office.Db.BeginWriteAsync(default);
        var account = await office.Db.Set<Account>().SingleOrDefaultAsync(a => a.Login == login);
        if (account is null) return new Refusal("account.unknown", $"没有登录名 {login}。用 zhongshu user list 查看全部账号。") { Kind = RefusalKind.NotFound };
        account.FailedCount = 0;
        account.LockedUntil = null;
        if (password)
        {
            account.FormerHashes = (account.PasswordHash + "\n" + account.FormerHashes).Trim('\n');
            account.PasswordHash = Hash(services, login, fresh.Value);
            account.PasswordChangedAt = office.Now;
            account.MustChangePassword = arguments["--password"] is null;
            account.SecurityStamp = Guid.NewGuid().ToString("N");
        }

        var act = password ? new Act("account.password-reset", $"在服务器上重置账号“{login}”的口令") : new Act("account.unlocked", $"在服务器上解锁账号“{login}”");
        await office.Db.RecordPlatformAsync(act, office.Ids, office.Now, default);
        await office.Db.SaveChangesAsync();
        await transaction.CommitAsync();
        return password ? Said($"已重置 {login} 的口令，原有登录全部失效。", fresh.Value, arguments) : $"已解锁 {login}。";
    }

    private static string Said(string done, string password, Arguments arguments) =>
        arguments["--password"] is null ? $"{done}\n口令：{password}\n只显示这一次，首次登录须修改。" : done;

    private static string Hash(IServiceProvider services, string login, string password) =>
        services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(new Account { Login = login }, password);

    private static Outcome<string> NewPassword(IServiceProvider services, string login, Arguments arguments)
    {
        var rules = services.GetRequiredService<AccessShelf>().Figures;
        var password = arguments["--password"] ?? $"Zs-{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz", 6)}{RandomNumberGenerator.GetString("23456789", 6)}";
        return PasswordRules.Refuses(rules, login, password) is { } no ? no : password;
    }
}

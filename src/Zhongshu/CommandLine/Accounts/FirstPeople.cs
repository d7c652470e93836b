using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.CommandLine.Accounts;

/// Finds the person an account is for; in an empty installation makes the unit, the post and the person that the first administrator needs.
internal static class FirstPeople
{
    private const string FirstRoles = "system-administrator";

    public static async Task<Outcome<Person>> FindOrAddAsync(Office office, string name, string? unitName, string? postName, string? roles)
    {
        var known = await office.Db.Set<Person>().Where(p => p.Name == name).OrderBy(p => p.Id).Take(2).ToListAsync();
        if (known.Count == 1) return known[0];
        if (known.Count > 1) return new Refusal("account.namesakes", $"有多人名叫{name}。请在页面上为其开通账号。");
        if (RefusesRoles(office, roles) is { } mixed) return mixed;
        if (Longer(name, 60) || Longer(unitName, 40) || Longer(postName, 60)) return new Refusal("account.length", "姓名、岗位最多 60 字，单位最多 40 字，请写短一些。");
        if (await UnitAsync(office, unitName) is not { } unit) return new Refusal("account.unit", "人员不在组织机构中。请用 --unit 给出单位名称，将一并新增单位、岗位和人员。");
        var person = new Person { Id = office.Ids.Next(), Name = name, SortOrder = 1 };
        var post = new Post { Id = office.Ids.Next(), UnitId = unit.Id, Name = postName ?? "系统管理员", Roles = Roles(roles), SortOrder = 1 };
        office.Db.AddRange(person, post, new Holding { Id = office.Ids.Next(), PersonId = person.Id, PostId = post.Id, Since = office.Today, IsPrimary = true });
        return person;
    }

    private static string Roles(string? words) => words is null ? FirstRoles : string.Join(',', Split(words));

    private static string[] Split(string words) => [.. words.Split([',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// A role that is not in the rules opens nothing; and 三员分立 holds on the server as on the pages.
    private static Refusal? RefusesRoles(Office office, string? words)
    {
        var named = Split(words ?? FirstRoles);
        var known = office.Rules.Value(AccessRules.Roles);
        if (named.FirstOrDefault(n => known.All(r => r.Id != n)) is { } unknown)
            return new Refusal("account.roles", $"没有“{unknown}”这个角色。可用：{string.Join('、', known.Select(r => $"{r.Id}（{r.Word}）"))}。");
        return named.Any(one => named.Any(other => !office.Rules.MayHoldTogether(one, other)))
            ? new Refusal("account.three-officers", "系统管理、安全管理、审计三员分设，不能由一人兼任，也不能兼办业务（三员分立）。请分别开通账号。")
            : null;
    }

    private static bool Longer(string? text, int most) => text?.Length > most;

    private static async Task<Unit?> UnitAsync(Office office, string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        if (await office.Db.Set<Unit>().FirstOrDefaultAsync(u => u.Name == name || u.ShortName == name) is { } known) return known;
        var unit = new Unit { Id = office.Ids.Next(), Name = name, ShortName = name, Kind = UnitKind.Own, Since = office.Today, SortOrder = 1 };
        office.Db.Add(unit);
        return unit;
    }
}

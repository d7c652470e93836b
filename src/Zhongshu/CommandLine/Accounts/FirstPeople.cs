using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

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
        if (await UnitAsync(office, unitName) is not { } unit) return new Refusal("account.unit", "人员不在组织机构中。请用 --unit 给出单位名称，将一并新增单位、岗位和人员。");
        var person = new Person { Id = office.Ids.Next(), Name = name, SortOrder = 1 };
        var post = new Post { Id = office.Ids.Next(), UnitId = unit.Id, Name = postName ?? "系统管理员", Roles = roles ?? FirstRoles, SortOrder = 1 };
        office.Db.AddRange(person, post, new Holding { Id = office.Ids.Next(), PersonId = person.Id, PostId = post.Id, Since = office.Today, IsPrimary = true });
        return person;
    }

    private static async Task<Unit?> UnitAsync(Office office, string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        if (await office.Db.Set<Unit>().FirstOrDefaultAsync(u => u.Name == name || u.ShortName == name) is { } known) return known;
        var unit = new Unit { Id = office.Ids.Next(), Name = name, ShortName = name, Kind = UnitKind.Own, Since = office.Today, SortOrder = 1 };
        office.Db.Add(unit);
        return unit;
    }
}

using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Organisation.Roles;

internal sealed class RolesForm
{
    public long Id { get; set; }

    public string Stamp { get; set; } = "";

    /// Role ids that are ticked.
    public Dictionary<string, bool> Roles { get; set; } = [];

    public static RolesForm Of(Post post) => new()
    {
        Id = post.Id,
        Stamp = Organisation.Stamp.Of(post),
        Roles = OrganisationBook.RolesOf(post).ToDictionary(r => r, _ => true, StringComparer.Ordinal),
    };
}

/// 授予岗位角色: the system administrator sets the post up, the security administrator says what it may.
internal static class GrantRoles
{
    public static Task<Outcome<Done>> RunAsync(OrganisationDesk desk, RolesForm form, CancellationToken cancel) => desk.ChangeAsync(OrganisationModule.Grant, async (db, book) =>
    {
        if (book.Post(form.Id) is not { } before || await db.FindAsync<Post>([form.Id], cancel) is not { } post) return Refusal.NotFound("岗位");
        if (Stamp.Of(before) != form.Stamp) return Refusals.Stale;
        var words = Words.Roles(desk.Office.Rules);
        post.Roles = string.Join(',', words.Keys.Where(r => form.Roles.GetValueOrDefault(r)));
        if (post.Roles == before.Roles) return (Act?)null;
        var now = Words.RolesOf(post, words);
        return new Act("organisation.roles", $"授予岗位角色：{book.Unit(post.UnitId)?.ShortName} {post.Name}（{(now.Length > 0 ? now : "无")}）") { Changes = new { post.Id, Before = before.Roles, After = post.Roles } };
    }, cancel);
}

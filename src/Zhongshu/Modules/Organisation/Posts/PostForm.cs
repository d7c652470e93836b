using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Organisation.Posts;

internal sealed class PostForm
{
    public long Id { get; set; }

    public string Stamp { get; set; } = "";

    public long UnitId { get; set; }

    public string? Name { get; set; }

    public int SortOrder { get; set; }

    public static PostForm Of(Post post) => new()
    {
        Id = post.Id,
        Stamp = Organisation.Stamp.Of(post),
        UnitId = post.UnitId,
        Name = post.Name,
        SortOrder = post.SortOrder,
    };

    public Refusal? Refuses(OrganisationBook book, DateOnly day)
    {
        var name = Name?.Trim() ?? "";
        if (name.Length == 0) return Refusals.NoName;
        if (name.Length > 60) return Refusals.TooLong("Name", "岗位名称", 60);
        if (book.Unit(UnitId) is not { } unit || unit.Until < day) return new Refusal("organisation.unit", "请选择岗位所在的科室或单位。") { Field = "UnitId" };
        return book.Posts.Any(p => p.Id != Id && p.UnitId == UnitId && p.Name == name && (p.Until is null || day <= p.Until)) ? Refusals.SameName(name, unit.ShortName) : null;
    }
}

/// 设岗、改岗、撤岗.
internal static class PostChanges
{
    public static Task<Outcome<Done>> SaveAsync(OrganisationDesk desk, PostForm form, CancellationToken cancel) => desk.ChangeAsync(async (db, book) =>
    {
        var isNew = form.Stamp.Length == 0;
        var before = book.Post(form.Id);
        if (isNew && before is not null) return (Act?)null;
        if (isNew && !desk.IsFresh(form.Id)) return Refusals.OldForm;
        if (!isNew && before is null) return Refusal.NotFound("岗位");
        if (!isNew && Stamp.Of(before) != form.Stamp) return Refusals.Stale;
        if (form.Refuses(book, desk.Office.Today) is { } refusal) return refusal;
        var post = isNew ? new Post { Id = form.Id, Name = "" } : (await db.FindAsync<Post>([form.Id], cancel))!;
        post.UnitId = form.UnitId;
        post.Name = form.Name!.Trim();
        post.SortOrder = form.SortOrder;
        if (isNew) db.Add(post);
        var unit = book.Unit(post.UnitId)!.ShortName;
        return new Act("organisation.post", before is null ? $"在{unit}设岗：{post.Name}" : $"修改岗位：{unit} {post.Name}") { Changes = new { post.Id, Before = before, After = post } };
    }, cancel);

    public static Task<Outcome<Done>> EndAsync(OrganisationDesk desk, long postId, CancellationToken cancel) => desk.ChangeAsync(async (db, book) =>
    {
        if (await db.FindAsync<Post>([postId], cancel) is not { } post) return Refusal.NotFound("岗位");
        if (post.Until is not null) return (Act?)null;
        if (book.HoldersOf(postId, desk.Office.Today).Any()) return Refusals.PostStillHeld;
        post.Until = desk.Office.Today.AddDays(-1);
        return new Act("organisation.post-ended", $"撤销岗位：{book.Unit(post.UnitId)?.ShortName} {post.Name}") { Changes = new { post.Id, post.Until } };
    }, cancel);
}

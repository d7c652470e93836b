using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Teams.Charges;

/// 岗位责任: what a post does, what it is to reach this year, and what it answers for.
public sealed class PostCharge
{
    public long PostId { get; init; }

    public long KeeperId { get; init; }

    /// 分工
    public string Work { get; set; } = "";

    /// 目标
    public string Goal { get; set; } = "";

    /// 责任
    public string Answers { get; set; } = "";

    public DateOnly Since { get; set; }

    public string ByName { get; set; } = "";
}

public sealed record ChargeInput(long Post, string Work, string Goal, string Answers);

internal sealed class SetCharge(Office office)
{
    public Task<Outcome<Done>> RunAsync(ChargeInput input, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        var circle = TeamCircle.Of(office, book);
        if (Posts(book, circle, office.Today).FirstOrDefault(p => p.Id == input.Post) is not { } post) return TeamRefusals.Missing("post", "请选择一个在用的岗位。");
        if (!circle.Keeps(post.UnitId)) return TeamRefusals.NotOurs with { Field = "post" };
        foreach (var (field, word, text) in new[] { ("work", "分工", input.Work), ("goal", "目标", input.Goal), ("answers", "责任", input.Answers) })
            if (text.Length is 0 or > TeamLimits.Words) return TeamRefusals.Missing(field, $"请写明{word}，最多{TeamLimits.Words}字；分工、目标、责任都要有。");
        var row = await office.Db.Set<PostCharge>().SingleOrDefaultAsync(c => c.PostId == post.Id, cancel);
        if (row is null) office.Db.Add(row = new PostCharge { PostId = post.Id, KeeperId = circle.Keeper });
        (row.Work, row.Goal, row.Answers, row.Since, row.ByName) = (input.Work, input.Goal, input.Answers, office.Today, office.Actor.Name);
        foreach (var person in book.HoldersOf(post.Id, office.Today)) office.TellTeam(person.Id, "result", $"您的岗位责任已更新。目标：{row.Goal}");
        await office.SayTeamAsync($"岗位责任：{book.LabelOf(post.UnitId)}{post.Name}", post.Id, row.Goal, cancel);
        return Done.Yes;
    }, cancel);

    /// The posts of the house in use but the leaders'; those of one's own section for who does not manage.
    public static IReadOnlyList<Post> Posts(OrganisationBook book, TeamCircle circle, DateOnly day) =>
        !circle.IsInside ? [] : [.. book.SectionsOf(circle.Keeper).Where(u => (u.Until is null || day <= u.Until) && (circle.Manages || u.Id == circle.Own)).SelectMany(u => book.Posts.Where(p => p.UnitId == u.Id && (p.Until is null || day <= p.Until)).OrderBy(p => p.SortOrder).ThenBy(p => p.Id)).Where(p => !TeamCircle.IsLeader(p))];
}

internal sealed class PostChargeTable : IEntityTypeConfiguration<PostCharge>
{
    public void Configure(EntityTypeBuilder<PostCharge> table)
    {
        table.ToTable("PostCharge").HasKey(c => c.PostId);
        table.Property(c => c.PostId).ValueGeneratedNever();
        table.Property(c => c.Work).HasMaxLength(TeamLimits.Words);
        table.Property(c => c.Goal).HasMaxLength(TeamLimits.Words);
        table.Property(c => c.Answers).HasMaxLength(TeamLimits.Words);
        table.Property(c => c.ByName).HasMaxLength(TeamLimits.Name);
        table.HasIndex(c => c.KeeperId);
    }
}

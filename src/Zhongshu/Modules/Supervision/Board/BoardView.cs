using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision.Board;

/// 常用查询 of the board that one person keeps under a name of his own.
internal sealed class BoardView
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public required string Name { get; init; }

    /// The board's address after the question mark, as BoardFilter writes it.
    public required string Query { get; init; }
}

internal sealed class BoardViewTable : IEntityTypeConfiguration<BoardView>
{
    public void Configure(EntityTypeBuilder<BoardView> table)
    {
        table.ToTable("SupervisionView").HasKey(v => v.Id);
        table.Property(v => v.Id).ValueGeneratedNever();
        table.Property(v => v.Name).HasMaxLength(30);
        table.Property(v => v.Query).HasMaxLength(1000);
        table.HasIndex(v => new { v.PersonId, v.Name }).IsUnique();
    }
}

internal sealed class KeepBoardView(Office office)
{
    private const int Most = 30;

    public async Task<Outcome<BoardView>> SaveAsync(string? name, BoardFilter filter, CancellationToken cancel)
    {
        var word = (name ?? "").Trim();
        if (word.Length is 0 or > 30) return new Refusal("supervision.view-name", "请给常用查询起个名字，最多30字。") { Field = "name" };
        var mine = await MineAsync(cancel);
        if (mine.Count >= Most) return new Refusal("supervision.view-count", $"常用查询最多存{Most}个，请先删去不用的。") { Kind = RefusalKind.Conflict };
        if (mine.Exists(v => v.Name == word)) return new Refusal("supervision.view-twice", $"已有名为“{word}”的常用查询，请换个名字，或先删去旧的。") { Field = "name", Kind = RefusalKind.Conflict };
        var query = (filter with { After = null }).Address("").TrimStart('?');
        if (query.Length > 1000) return new Refusal("supervision.view-long", "查询条件太长，存不下。请减少条件后再存。") { Field = "name" };
        var view = new BoardView { Id = office.Ids.Next(), PersonId = office.Actor.PersonId, Name = word, Query = query };
        office.Db.Add(view);
        await office.Db.SaveChangesAsync(cancel);
        return view;
    }

    public Task<int> DropAsync(long id, CancellationToken cancel) => office.Db.Set<BoardView>().Where(v => v.Id == id && v.PersonId == office.Actor.PersonId).ExecuteDeleteAsync(cancel);

    public Task<List<BoardView>> MineAsync(CancellationToken cancel) =>
        office.Db.Set<BoardView>().AsNoTracking().Where(v => v.PersonId == office.Actor.PersonId).OrderBy(v => v.Id).ToListAsync(cancel);
}

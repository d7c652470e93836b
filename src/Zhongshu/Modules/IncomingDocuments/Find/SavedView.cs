using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.IncomingDocuments.Find;

/// 常用查询: a filter of the ledger that one person keeps under a name of his own.
internal sealed class SavedView
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public required string Name { get; init; }

    /// The ledger's address after the question mark, as LedgerFilter writes it.
    public required string Query { get; init; }
}

/// Keeps and drops a person's own views.
internal sealed class KeepView(Office office)
{
    private const int Most = 30;

    public async Task<Outcome<SavedView>> SaveAsync(string? name, LedgerFilter filter, CancellationToken cancel)
    {
        var word = (name ?? "").Trim();
        if (word.Length is 0 or > 30) return new Refusal("incoming.view-name", "请给常用查询起个名字，最多30字。") { Field = "name" };
        var mine = office.Db.Set<SavedView>().Where(v => v.PersonId == office.Actor.PersonId);
        if (await mine.CountAsync(cancel) >= Most) return new Refusal("incoming.view-count", $"常用查询最多存{Most}个，请先删去不用的。") { Kind = RefusalKind.Conflict };
        if (await mine.AnyAsync(v => v.Name == word, cancel)) return new Refusal("incoming.view-twice", $"已有名为“{word}”的常用查询，请换个名字，或先删去旧的。") { Field = "name", Kind = RefusalKind.Conflict };
        var address = (filter with { Before = null }).Address("");
        var view = new SavedView { Id = office.Ids.Next(), PersonId = office.Actor.PersonId, Name = word, Query = address.TrimStart('?') };
        office.Db.Add(view);
        await office.Db.SaveChangesAsync(cancel);
        return view;
    }

    public async Task<Outcome<Done>> DropAsync(long id, CancellationToken cancel) =>
        await office.Db.Set<SavedView>().Where(v => v.Id == id && v.PersonId == office.Actor.PersonId).ExecuteDeleteAsync(cancel) == 1 ? Done.Yes : Refusal.NotFound("这个常用查询");

    public Task<List<SavedView>> MineAsync(CancellationToken cancel) =>
        office.Db.Set<SavedView>().AsNoTracking().Where(v => v.PersonId == office.Actor.PersonId).OrderBy(v => v.Id).ToListAsync(cancel);
}

internal sealed class SavedViewTable : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> table)
    {
        table.ToTable("SavedView").HasKey(v => v.Id);
        table.Property(v => v.Id).ValueGeneratedNever();
        table.Property(v => v.Name).HasMaxLength(30);
        table.Property(v => v.Query).HasMaxLength(1000);
        table.HasIndex(v => new { v.PersonId, v.Name }).IsUnique();
    }
}

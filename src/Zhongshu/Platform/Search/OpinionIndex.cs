using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Platform.Search;

/// How far the opinions are in the index: everything up to this opinion.
internal sealed class SearchMark
{
    public required string Name { get; init; }

    public long UpTo { get; set; }
}

/// 意见、批示 in the index, one entry a matter. They follow within a minute, by a job, so that no act of anybody waits for the index;
/// what was there before the index was is taken in the same way, a stretch at a time.
internal sealed class OpinionIndex(Office office)
{
    private const string Mark = "opinions";
    private const int Stretch = 500;

    /// An opinion that began to be written this long ago is committed or gone.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);

    public static readonly OfficeJob<OpinionIndex> Job = new("意见入检索", TimeSpan.FromSeconds(30), (index, cancel) => index.RunAsync(cancel)) { Purpose = "把新写的意见、批示收入全文检索。" };

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        var done = 0;
        while (System.Diagnostics.Stopwatch.GetElapsedTime(began) < Budget && await StretchAsync(cancel) is > 0 and var taken) done += taken;
        return done;
    }

    private async Task<int> StretchAsync(CancellationToken cancel)
    {
        var until = Ids.First(office.Now - Settled);
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var mark = await office.Db.Set<SearchMark>().SingleOrDefaultAsync(m => m.Name == Mark, cancel);
        if (mark is null) office.Db.Add(mark = new SearchMark { Name = Mark });
        var from = mark.UpTo;
        var fresh = await office.Db.Set<Opinion>().AsNoTracking().Where(o => o.Id > from && o.Id < until).OrderBy(o => o.Id).Take(Stretch).Select(o => new { o.Id, o.MatterId }).ToListAsync(cancel);
        if (fresh.Count == 0) return 0;
        foreach (var matters in fresh.Select(f => f.MatterId).Distinct().Chunk(100))
        {
            var opinions = await office.Db.Set<Opinion>().AsNoTracking().Where(o => matters.Contains(o.MatterId)).OrderBy(o => o.Id).ToListAsync(cancel);
            foreach (var matter in opinions.GroupBy(o => o.MatterId)) await WriteAsync(matter.Key, TextOf(matter), cancel);
        }

        mark.UpTo = fresh[^1].Id;
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        office.Db.ChangeTracker.Clear();
        return fresh.Count;
    }

    /// What the index holds of the opinions of one matter.
    public static string TextOf(IEnumerable<Opinion> opinions) => string.Join('\n', opinions.Select(o => $"{o.PersonName} {o.Text}"));

    private async Task WriteAsync(long matterId, string text, CancellationToken cancel)
    {
        var tokens = SearchTokens.Of(text);
        if (office.Db.IsSqlite)
        {
            var joined = string.Join(' ', tokens);
            await office.Db.Database.ExecuteSqlAsync($"DELETE FROM search_opinion WHERE rowid = {matterId}", cancel);
            await office.Db.Database.ExecuteSqlAsync($"INSERT INTO search_opinion (rowid, text) VALUES ({matterId}, {joined})", cancel);
            return;
        }

        var vector = SearchExpression.Vector(("text", tokens));
        await office.Db.Database.ExecuteSqlAsync($"INSERT INTO search_opinion (matter_id, tokens) VALUES ({matterId}, {vector}::tsvector) ON CONFLICT (matter_id) DO UPDATE SET tokens = excluded.tokens", cancel);
    }
}

internal sealed class SearchMarkTable : Microsoft.EntityFrameworkCore.IEntityTypeConfiguration<SearchMark>
{
    public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<SearchMark> table)
    {
        table.ToTable("SearchMark").HasKey(m => m.Name);
        table.Property(m => m.Name).HasMaxLength(24);
    }
}

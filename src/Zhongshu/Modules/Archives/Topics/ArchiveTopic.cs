using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Archives.Topics;

/// 专题: a major event or a lasting subject whose material of every kind is brought together under one catalogue.
public sealed class ArchiveTopic
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// A word of archives.topic-kinds.
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public DateOnly From { get; init; }

    public DateOnly To { get; init; }

    /// The section that hands the material in.
    public long UnitId { get; init; }

    /// 应收门类, words of archives.genres, parted by 、.
    public required string Wanted { get; init; }

    public IReadOnlyList<string> Genres => Wanted.Split('、', StringSplitOptions.RemoveEmptyEntries);
}

/// One entry of a topic's catalogue: a filed piece, or material of another kind with where it is kept.
public sealed class TopicEntry
{
    public long Id { get; init; }

    public long TopicId { get; init; }

    public long? PieceId { get; init; }

    public required string Genre { get; init; }

    public required string Title { get; init; }

    public string Author { get; init; } = "";

    public DateOnly? FormedOn { get; init; }

    public int Count { get; init; }

    /// 存放地点; the archival code of a piece.
    public required string Place { get; init; }

    public DateOnly AddedOn { get; init; }

    public required string AddedBy { get; init; }
}

/// A topic with its catalogue, as its reader may see it.
internal sealed record TopicView(ArchiveTopic Topic, IReadOnlyList<TopicEntry> Entries)
{
    /// 门类 that are wanted and of which nothing has come in.
    public IReadOnlyList<string> Missing => [.. Topic.Genres.Where(g => Entries.All(e => e.Genre != g))];

    public static async Task<IReadOnlyList<TopicView>> AllAsync(Office office, long keeper, CancellationToken cancel)
    {
        var topics = await office.Db.Set<ArchiveTopic>().AsNoTracking().Where(t => t.KeeperId == keeper).OrderByDescending(t => t.From).ThenByDescending(t => t.Id).Take(200).ToListAsync(cancel);
        var ids = topics.Select(t => t.Id).ToArray();
        // An entry that stands for a piece is seen exactly when the piece is.
        var entries = (await office.Db.Set<TopicEntry>().AsNoTracking()
            .Where(e => ids.Contains(e.TopicId) && (e.PieceId == null || office.Db.Set<ArchivedPiece>().Any(p => p.Id == e.PieceId)))
            .OrderBy(e => e.FormedOn).ThenBy(e => e.Id).ToListAsync(cancel)).ToLookup(e => e.TopicId);
        return [.. topics.Select(t => new TopicView(t, [.. entries[t.Id]]))];
    }
}

internal sealed class ArchiveTopicTable : IEntityTypeConfiguration<ArchiveTopic>
{
    public void Configure(EntityTypeBuilder<ArchiveTopic> table)
    {
        table.ToTable("ArchiveTopic").HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Kind).HasMaxLength(24);
        table.Property(t => t.Title).HasMaxLength(ArchiveKeeper.LongestTitle);
        table.Property(t => t.Wanted).HasMaxLength(300);
        table.Property(t => t.From).HasColumnName("begins_on");
        table.Property(t => t.To).HasColumnName("ends_on");
        table.Ignore(t => t.Genres);
        table.HasIndex(t => t.KeeperId);
    }
}

internal sealed class TopicEntryTable : IEntityTypeConfiguration<TopicEntry>
{
    public void Configure(EntityTypeBuilder<TopicEntry> table)
    {
        table.ToTable("TopicEntry").HasKey(e => e.Id);
        table.Property(e => e.Id).ValueGeneratedNever();
        table.Property(e => e.Genre).HasMaxLength(24);
        table.Property(e => e.Title).HasMaxLength(500);
        table.Property(e => e.Author).HasMaxLength(ArchiveKeeper.LongestTitle);
        table.Property(e => e.Place).HasMaxLength(ArchiveKeeper.LongestTitle);
        table.Property(e => e.AddedBy).HasMaxLength(60);
        table.HasIndex(e => e.TopicId);
        table.HasIndex(e => e.PieceId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.FollowUps;

internal enum FollowUpState
{
    /// 待启动
    Waiting = 0,

    /// 已启动
    Started = 1,

    /// 已出台
    Done = 2,

    /// 不需配套
    Waived = 3,
}

/// 配套事项: what our own level has to make or to amend because of a document from above (M1-A20).
internal sealed class FollowUp : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    /// 制定 or 修订
    public required string Kind { get; init; }

    /// The sentence of the document that asks for it.
    public required string Quote { get; init; }

    public FollowUpState State { get; set; }

    public long? UnitId { get; set; }

    public DateOnly? DueOn { get; set; }

    /// 成果 or why nothing is needed.
    public string Note { get; set; } = "";

    public DateTimeOffset At { get; init; }

    public DateTimeOffset? ChangedAt { get; set; }
}

/// Reads from a text what it asks lower levels to make or amend. Pure.
internal static class FollowUpReading
{
    private const int Most = 20;
    private const int Longest = 300;

    public static IReadOnlyList<(string Kind, string Quote)> Of(string text, IReadOnlyList<string> words)
    {
        var found = new List<(string, string)>();
        foreach (var sentence in text.Split(['。', '；', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (found.Count == Most) break;
            if (!words.Any(w => sentence.Contains(w, StringComparison.Ordinal)) || found.Exists(f => f.Item2 == sentence)) continue;
            found.Add((sentence.Contains("修订", StringComparison.Ordinal) || sentence.Contains("修改", StringComparison.Ordinal) ? "修订" : "制定", sentence.Cut(Longest)));
        }

        return found;
    }
}

internal sealed class FollowUpTable : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> table)
    {
        table.ToTable("FollowUp").HasKey(f => f.Id);
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.Kind).HasMaxLength(8);
        table.Property(f => f.Quote).HasMaxLength(300);
        table.Property(f => f.Note).HasMaxLength(300);
        table.HasIndex(f => f.MatterId);
        table.HasIndex(f => new { f.State, f.Id });
    }
}

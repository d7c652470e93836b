using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Marks;

/// How an item is marked: how pressing and weighty, how the office takes a hand in it, what goes down with it, what is learnt from it. No row: nothing was marked.
public sealed class ItemMark : IPartOfMatter
{
    public long MatterId { get; init; }

    /// 轻重缓急, 1 to 4 as somebody set it; 0: as the item itself shows.
    public int Priority { get; set; }

    /// 介入方式: id in supervision.interventions; empty for none.
    public string Way { get; set; } = "";

    /// 专项督办; otherwise 常态.
    public bool IsSpecial { get; set; }

    /// 即办件
    public bool IsPrompt { get; set; }

    /// 下派是否合理
    public string Reasonable { get; set; } = "";

    /// 随任务下沉的资源和力量
    public string Support { get; set; } = "";

    /// 举一反三: measures beyond this one matter.
    public string Lesson { get; set; } = "";

    public string MarkedBy { get; set; } = "";

    public DateTimeOffset At { get; set; }
}

internal sealed class ItemMarkTable : IEntityTypeConfiguration<ItemMark>
{
    public void Configure(EntityTypeBuilder<ItemMark> table)
    {
        table.ToTable("SupervisionMark").HasKey(m => m.MatterId);
        table.Property(m => m.MatterId).ValueGeneratedNever();
        table.Property(m => m.Way).HasMaxLength(24);
        table.Property(m => m.Reasonable).HasMaxLength(1000);
        table.Property(m => m.Support).HasMaxLength(1000);
        table.Property(m => m.Lesson).HasMaxLength(2000);
        table.Property(m => m.MarkedBy).HasMaxLength(60);
    }
}

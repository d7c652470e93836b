using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Materials;

/// 谁可以看
public enum Audience
{
    /// 本科室
    Section = 1,

    /// 全室
    Office = 2,

    /// 全室和下级单位
    Everybody = 3,
}

/// 资料: one piece of the office's library, of a kind that the rules know; changed by versions, of which all stay.
public sealed class Material
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long UnitId { get; init; }

    public long PersonId { get; init; }

    public required string PersonName { get; init; }

    /// Id in materials.kinds.
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// 年度, of kinds that are kept by the year.
    public int? Year { get; init; }

    /// A word of materials.areas, of kinds that are kept by the work.
    public string Area { get; init; } = "";

    /// 关键词, separated by spaces; a module is recognised by them when somebody is about to ask for the same.
    public string Keywords { get; init; } = "";

    public Audience Audience { get; set; }

    /// The present version: its number, text (the answers of its kind, each under its question) and file.
    public int Number { get; set; }

    public required string Text { get; set; }

    public long? FileId { get; set; }

    public DateOnly ChangedOn { get; set; }

    /// 撤下
    public DateOnly? EndedOn { get; set; }
}

/// 版本: what it said from when on, and what was changed.
public sealed class MaterialVersion
{
    public long MaterialId { get; init; }

    public int Number { get; init; }

    public required string Text { get; init; }

    public long? FileId { get; init; }

    public required string Note { get; init; }

    public required string PersonName { get; init; }

    public DateTimeOffset At { get; init; }
}

/// 索要材料: who asked which unit for what, so that nobody is asked for the same again and again.
public sealed class MaterialAsk
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// Who asks, and who is asked.
    public long AskerId { get; init; }

    public long UnitId { get; init; }

    public required string What { get; init; }

    public DateOnly On { get; init; }

    public DateOnly DueOn { get; init; }

    /// Why it is asked although it was known or asked before.
    public string Reason { get; init; } = "";

    public long PersonId { get; init; }

    public required string PersonName { get; init; }

    public string Answer { get; set; } = "";

    /// The material that answers it.
    public long? MaterialId { get; set; }

    public DateOnly? AnsweredOn { get; set; }
}

internal sealed class MaterialTable : IEntityTypeConfiguration<Material>
{
    public void Configure(EntityTypeBuilder<Material> table)
    {
        table.ToTable("Material").HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.PersonName).HasMaxLength(60);
        table.Property(m => m.Kind).HasMaxLength(24);
        table.Property(m => m.Title).HasMaxLength(MaterialLimits.Title);
        table.Property(m => m.Area).HasMaxLength(24);
        table.Property(m => m.Keywords).HasMaxLength(MaterialLimits.Keywords);
        table.Property(m => m.Text).HasMaxLength(MaterialLimits.Text);
        table.HasIndex(m => new { m.KeeperId, m.Kind, m.Id });
    }
}

internal sealed class MaterialVersionTable : IEntityTypeConfiguration<MaterialVersion>
{
    public void Configure(EntityTypeBuilder<MaterialVersion> table)
    {
        table.ToTable("MaterialVersion").HasKey(v => new { v.MaterialId, v.Number });
        table.Property(v => v.Text).HasMaxLength(MaterialLimits.Text);
        table.Property(v => v.Note).HasMaxLength(MaterialLimits.Words);
        table.Property(v => v.PersonName).HasMaxLength(60);
    }
}

internal sealed class MaterialAskTable : IEntityTypeConfiguration<MaterialAsk>
{
    public void Configure(EntityTypeBuilder<MaterialAsk> table)
    {
        table.ToTable("MaterialAsk").HasKey(a => a.Id);
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.What).HasMaxLength(MaterialLimits.Keywords);
        table.Property(a => a.Reason).HasMaxLength(MaterialLimits.Words);
        table.Property(a => a.PersonName).HasMaxLength(60);
        table.Property(a => a.Answer).HasMaxLength(MaterialLimits.Words);
        table.HasIndex(a => new { a.KeeperId, a.On });
    }
}

internal static class MaterialLimits
{
    public const int Title = 120;
    public const int Keywords = 200;
    public const int Words = 1000;
    public const int Text = 8000;
}

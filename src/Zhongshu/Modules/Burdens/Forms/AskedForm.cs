using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Burdens.Forms;

/// 报表: registered before it may be sent (一表通), with what it costs those who fill it in.
public sealed class AskedForm
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long IssuerId { get; init; }

    /// 登记号: 报表〔2026〕1号.
    public required string Number { get; init; }

    public required string Title { get; init; }

    /// 依据: what requires it.
    public required string Basis { get; init; }

    public DateOnly DueOn { get; init; }

    /// How long a unit needs for it, as estimated.
    public int Minutes { get; init; }

    /// Its place in the ledger: units see the form once that is counted.
    public long EntryId { get; init; }

    public DateTimeOffset At { get; init; }

    public required string PersonName { get; init; }
}

public enum QuestionMode
{
    /// 新问
    Ask = 1,

    /// 取用已有答案: not asked where the answer is known.
    Reuse = 2,

    /// 数据须更新: asked again with a reason, the last answer filled in.
    Renew = 3,

    /// 系统已有: who, where, when; filled in and not asked.
    Known = 4,
}

public sealed class FormQuestion
{
    public long Id { get; init; }

    public long FormId { get; init; }

    public int Place { get; init; }

    public required string Text { get; init; }

    /// 计量单位; with one the answer is a number.
    public string Measure { get; init; } = "";

    /// The text as it is compared.
    public required string Plain { get; init; }

    public QuestionMode Mode { get; init; }

    /// The question that asked the same before.
    public long? SameAsId { get; init; }

    public string Reason { get; init; } = "";
}

/// A unit that is to fill in a form.
public sealed class FormUnit
{
    public long FormId { get; init; }

    public long UnitId { get; init; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public string PersonName { get; set; } = "";
}

public sealed class FormAnswer
{
    public long QuestionId { get; init; }

    public long UnitId { get; init; }

    public long FormId { get; init; }

    public required string Value { get; set; }

    /// It was there already and stands unchanged.
    public bool WasKnown { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class AskedFormTable : IEntityTypeConfiguration<AskedForm>
{
    public void Configure(EntityTypeBuilder<AskedForm> table)
    {
        table.ToTable("BurdenForm").HasKey(f => f.Id);
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.Number).HasMaxLength(60);
        table.Property(f => f.Title).HasMaxLength(200);
        table.Property(f => f.Basis).HasMaxLength(500);
        table.Property(f => f.PersonName).HasMaxLength(60);
        table.HasIndex(f => new { f.KeeperId, f.At });
    }
}

internal sealed class FormQuestionTable : IEntityTypeConfiguration<FormQuestion>
{
    public void Configure(EntityTypeBuilder<FormQuestion> table)
    {
        table.ToTable("BurdenQuestion").HasKey(q => q.Id);
        table.Property(q => q.Id).ValueGeneratedNever();
        table.Property(q => q.Text).HasMaxLength(200);
        table.Property(q => q.Measure).HasMaxLength(20);
        table.Property(q => q.Plain).HasMaxLength(200);
        table.Property(q => q.Reason).HasMaxLength(500);
        table.HasIndex(q => q.FormId);
    }
}

internal sealed class FormUnitTable : IEntityTypeConfiguration<FormUnit>
{
    public void Configure(EntityTypeBuilder<FormUnit> table)
    {
        table.ToTable("BurdenFormUnit").HasKey(u => new { u.FormId, u.UnitId });
        table.Property(u => u.PersonName).HasMaxLength(60);
        table.HasIndex(u => u.UnitId);
    }
}

internal sealed class FormAnswerTable : IEntityTypeConfiguration<FormAnswer>
{
    public void Configure(EntityTypeBuilder<FormAnswer> table)
    {
        table.ToTable("BurdenAnswer").HasKey(a => new { a.QuestionId, a.UnitId });
        table.Property(a => a.Value).HasMaxLength(2000);
        table.HasIndex(a => new { a.FormId, a.UnitId });
    }
}

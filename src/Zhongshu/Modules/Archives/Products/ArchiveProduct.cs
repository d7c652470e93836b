using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Archives.Products;

/// 编研成果: what was compiled out of the archive and issued.
public sealed class ArchiveProduct
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// Id in archives.products.
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public int Year { get; init; }

    /// 期号 within kind and year.
    public int Number { get; init; }

    public DateOnly IssuedOn { get; init; }

    public required string SentTo { get; init; }

    /// What it was used for, once it is known.
    public string Effect { get; set; } = "";

    public required string PersonName { get; init; }
}

public sealed record ProductKind(string Id, string Word);

internal static class ProductRules
{
    public static readonly RuleKey<IReadOnlyList<ProductKind>> Kinds = RuleKey.Table("archives.products", "编研成果", r => new ProductKind(r.Text("id"), r.Text("word")));

    public static readonly RuleNeeds Needs = new([Kinds], []);

    public static string ProductWord(this RuleBook rules, string kind) => rules.Value(Kinds).FirstOrDefault(k => k.Id == kind)?.Word ?? kind;
}

internal sealed class ArchiveProductTable : IEntityTypeConfiguration<ArchiveProduct>
{
    public void Configure(EntityTypeBuilder<ArchiveProduct> table)
    {
        table.ToTable("ArchiveProduct").HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.Kind).HasMaxLength(24);
        table.Property(p => p.Title).HasMaxLength(ArchiveKeeper.LongestTitle);
        table.Property(p => p.SentTo).HasMaxLength(300);
        table.Property(p => p.Effect).HasMaxLength(ArchiveKeeper.LongestWords);
        table.Property(p => p.PersonName).HasMaxLength(60);
        table.HasIndex(p => new { p.KeeperId, p.Kind, p.Year, p.Number }).IsUnique();
    }
}

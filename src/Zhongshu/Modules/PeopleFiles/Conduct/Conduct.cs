using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.PeopleFiles.Conduct;

/// 签收 of the rules of conduct: of the text as it stood, so that a changed list is signed anew.
public sealed class ConductSignature
{
    public long PersonId { get; init; }

    /// What the text hashed to.
    public required string Stamp { get; init; }

    public DateTimeOffset At { get; init; }

    /// The mark of a list, the same as long as not a word of it changes. Pure.
    public static string Of(IReadOnlyList<string> items) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', items))))[..16];
}

/// 个人行为负面清单: what a person means not to do again; its own alone.
public sealed class NegativeItem
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public required string Text { get; set; }

    public DateOnly Since { get; init; }

    public DateOnly ChangedOn { get; set; }

    /// 已改掉
    public DateOnly? EndedOn { get; set; }

    public string Result { get; set; } = "";
}

internal sealed class ConductSignatureTable : IEntityTypeConfiguration<ConductSignature>
{
    public void Configure(EntityTypeBuilder<ConductSignature> table)
    {
        table.ToTable("ConductSignature").HasKey(s => new { s.PersonId, s.Stamp });
        table.Property(s => s.Stamp).HasMaxLength(16);
    }
}

internal sealed class NegativeItemTable : IEntityTypeConfiguration<NegativeItem>
{
    public void Configure(EntityTypeBuilder<NegativeItem> table)
    {
        table.ToTable("NegativeItem").HasKey(i => i.Id);
        table.Property(i => i.Id).ValueGeneratedNever();
        table.Property(i => i.Text).HasMaxLength(Limits.Words);
        table.Property(i => i.Result).HasMaxLength(Limits.Words);
        table.HasIndex(i => i.PersonId);
    }
}

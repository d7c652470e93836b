using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Organisation;

public sealed class Person
{
    public long Id { get; init; }

    public required string Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// 涉密等级: the highest classification this person may read.
    public int Clearance { get; set; }

    /// 领导排序: the order of precedence; null for those who are no leaders.
    public int? Precedence { get; set; }

    public int SortOrder { get; set; }

    public DateOnly? Until { get; set; }
}

/// 岗位: what the roles hang on. A person has a role by holding a post.
internal sealed class Post
{
    public long Id { get; init; }

    public long UnitId { get; set; }

    public required string Name { get; set; }

    /// Role ids from rules/office/roles.yaml, separated by commas.
    public string Roles { get; set; } = "";

    public int SortOrder { get; set; }

    public DateOnly? Until { get; set; }
}

/// 任职: a person holds a post over a time.
internal sealed class Holding
{
    public long Id { get; init; }

    public long PersonId { get; set; }

    public long PostId { get; set; }

    public DateOnly Since { get; set; }

    public DateOnly? Until { get; set; }

    public bool IsPrimary { get; set; }
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.ToTable("Person").HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.Name).HasMaxLength(60);
        table.Property(p => p.Phone).HasMaxLength(40);
        table.Property(p => p.Email).HasMaxLength(120);
    }
}

internal sealed class PostTable : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> table)
    {
        table.ToTable("Post").HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.Name).HasMaxLength(60);
        table.Property(p => p.Roles).HasMaxLength(400);
        table.HasIndex(p => p.UnitId);
    }
}

internal sealed class HoldingTable : IEntityTypeConfiguration<Holding>
{
    public void Configure(EntityTypeBuilder<Holding> table)
    {
        table.ToTable("Holding").HasKey(h => h.Id);
        table.Property(h => h.Id).ValueGeneratedNever();
        table.HasIndex(h => h.PersonId);
        table.HasIndex(h => h.PostId);
    }
}

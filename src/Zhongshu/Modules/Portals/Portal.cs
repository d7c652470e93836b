using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Portals;

/// 统一入口的一项: another platform, by its address; entered by the administrator.
public sealed class PortalLink
{
    public long Id { get; init; }

    public required string Area { get; init; }

    public required string Title { get; init; }

    public required string Address { get; init; }

    public required string Text { get; init; }

    public int Place { get; init; }
}

/// 站点: one site of the three levels.
public sealed class PortalSite
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long UnitId { get; init; }

    /// Id in portal.levels.
    public required string Level { get; init; }

    public required string Title { get; init; }

    public required string Address { get; init; }

    public required string AddedBy { get; init; }
}

/// One of the seven or the six as it was seen at a site; the last look stands.
public sealed class SiteCheck
{
    public long SiteId { get; init; }

    public required string Item { get; init; }

    public bool Holds { get; set; }

    public required string Words { get; set; }

    public DateOnly On { get; set; }

    public required string CheckedBy { get; set; }
}

internal sealed class PortalLinkTable : IEntityTypeConfiguration<PortalLink>
{
    public void Configure(EntityTypeBuilder<PortalLink> table)
    {
        table.ToTable("PortalLink").HasKey(l => l.Id);
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Property(l => l.Area).HasMaxLength(40);
        table.Property(l => l.Title).HasMaxLength(60);
        table.Property(l => l.Address).HasMaxLength(300);
        table.Property(l => l.Text).HasMaxLength(200);
    }
}

internal sealed class PortalSiteTable : IEntityTypeConfiguration<PortalSite>
{
    public void Configure(EntityTypeBuilder<PortalSite> table)
    {
        table.ToTable("PortalSite").HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Level).HasMaxLength(24);
        table.Property(s => s.Title).HasMaxLength(120);
        table.Property(s => s.Address).HasMaxLength(300);
        table.Property(s => s.AddedBy).HasMaxLength(60);
        table.HasIndex(s => s.KeeperId);
    }
}

internal sealed class SiteCheckTable : IEntityTypeConfiguration<SiteCheck>
{
    public void Configure(EntityTypeBuilder<SiteCheck> table)
    {
        table.ToTable("SiteCheck").HasKey(c => new { c.SiteId, c.Item });
        table.Property(c => c.Item).HasMaxLength(24);
        table.Property(c => c.Words).HasMaxLength(300);
        table.Property(c => c.CheckedBy).HasMaxLength(60);
    }
}

/// An address as it may be linked to: http or https, a host, no login in it.
internal static class WebAddress
{
    public static bool IsGood(string text) => text.Length <= 300 && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") && url.Host.Length > 0 && url.UserInfo.Length == 0;
}

using Microsoft.AspNetCore.Routing;

namespace Zhongshu.Platform.Modules;

/// The door of one kind of office work: what it adds to the house. The list of modules is in OfficeHost.
internal abstract class Module
{
    /// Lower-case id, such as incoming.
    public abstract string Id { get; }

    public abstract string Title { get; }

    public virtual void AddServices(IServiceCollection services)
    {
    }

    public virtual void MapRoutes(IEndpointRouteBuilder routes)
    {
    }

    public virtual IEnumerable<MenuEntry> Menu => [];
}

/// One place in the menu. Group is one of the seven: 工作台, 办文, 办会, 办事, 查询, 统计, 设置. Heading is what the entry stands under where a place has many.
internal sealed record MenuEntry(string Group, string Title, string Href, string Permission, int Order, string Heading = "");

/// The whole menu of the house, as the layouts see it: they know no module.
internal sealed record Menu(IReadOnlyList<MenuEntry> Entries);

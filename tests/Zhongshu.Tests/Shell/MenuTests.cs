using Zhongshu.Platform.Modules;
using Zhongshu.Shell.Layout;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Shell;

/// A newcomer finds the way: where a place has many entries they stand under headings, a handful under each.
public sealed class MenuTests
{
    private static readonly string[] Headed = ["办文", "办事", "查询", "统计", "设置"];

    [Fact]
    public async Task no_place_shows_anybody_a_long_list_without_headings()
    {
        await using var office = await TestOffice.StartAsync();
        var menu = OfficeHost.Modules.SelectMany(m => m.Menu).ToList();
        foreach (var login in TestOffice.Logins)
        {
            var actor = await office.ActAsAsync(login, o => Task.FromResult(o.Actor));
            foreach (var place in Places.For(actor, menu, "/").Where(p => Headed.Contains(p.Name)))
            {
                place.Groups.SelectMany(g => g.Entries).ShouldBe(place.Entries, $"{login} {place.Name}: nothing is left out or out of order");
                place.Groups.ShouldAllBe(g => g.Entries.Count <= 6, $"{login} {place.Name}");
                if (place.Entries.Count > 6) place.Groups.ShouldAllBe(g => g.Heading.Length > 0, $"{login} {place.Name}");
            }
        }
    }

    [Fact]
    public async Task the_page_shows_the_headings_of_its_place_and_marks_where_one_stands()
    {
        await using var office = await TestOffice.StartAsync();
        var page = (await (await office.SignedInAsAsync("director")).GetAsync("/incoming")).Page;

        page.QuerySelectorAll(".entries h2").Select(h => h.TextContent).ShouldBe(["收文", "跟踪催办", "要求和改进", "校核排版", "档案"]);
        page.QuerySelectorAll(".entries a[aria-current=page]").Select(a => a.TextContent).ShouldBe(["收文台账"]);
        page.QuerySelectorAll(".drawer-panel h3").ShouldNotBeEmpty();
    }
}

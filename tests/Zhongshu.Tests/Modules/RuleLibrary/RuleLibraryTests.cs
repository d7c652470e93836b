using Zhongshu.Modules.RuleLibrary;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.RuleLibrary;

public sealed class RuleLibraryTests
{
    private static readonly RuleBook Book = OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!;

    [Fact]
    public void every_figure_written_for_adjustment_is_read_back_as_it_was()
    {
        foreach (var entry in Book.Entries.Where(e => e.Adjustable != Adjustable.Never))
        {
            var change = new RuleOverride(entry.Id, FigureText.Written(entry.Figure), "试验", DateTimeOffset.UnixEpoch, "原样");
            var (book, refused) = Book.With([change]);
            refused.ShouldBeEmpty(entry.Id);
            FigureText.Written(book.Find(entry.Id)!.Figure).ShouldBe(change.Figure, entry.Id);
        }
    }

    [Fact]
    public void every_column_of_every_table_has_a_heading_in_chinese() =>
        Book.Entries.Select(e => e.Figure).OfType<TableFigure>().SelectMany(FigureText.Columns).Distinct().Where(c => FigureText.Heading(c) == c).ShouldBeEmpty();

    [Fact]
    [Trait("req", "M16-A07")]
    public async Task the_page_shows_the_rows_of_a_table_with_source_and_use()
    {
        await using var office = await TestOffice.StartAsync();
        var page = await (await office.SignedInAsAsync("director")).GetAsync("/rules");
        var row = page.Page.QuerySelector("tr[id='deadlines.handle']").ShouldNotBeNull();
        row.TextContent.ShouldContain("紧急程度");
        row.TextContent.ShouldContain("10个工作日");
        row.TextContent.ShouldContain("承办");
        page.Page.QuerySelector("tr[id='deadlines.chase-levels']")!.TextContent.ShouldContain("科室负责人", Case.Sensitive, "a role is said in words");
    }
}

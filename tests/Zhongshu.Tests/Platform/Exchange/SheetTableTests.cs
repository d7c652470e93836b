using Zhongshu.Platform.Exchange;

namespace Zhongshu.Tests.Platform.Exchange;

public sealed class SheetTableTests
{
    private sealed record Line(string Title, DateOnly? Day, int? Pages, bool Urgent);

    private static WorkbookReader Book(Action<WorkbookWriter> write)
    {
        var file = new MemoryStream();
        using (var book = new WorkbookWriter(file)) write(book);
        file.Position = 0;
        return WorkbookReader.Open(file).Value;
    }

    private static Line Make(SheetLine line) => new(line.Required("标题", 10), line.Day("收文日期"), line.Whole("页数", 1, 999), line.YesNo("急件"));

    [Fact]
    public void headings_are_found_in_any_order_with_stars_and_blanks()
    {
        using var book = Book(b =>
        {
            b.StartSheet("收文", new Column("页 数"), new Column("标题*"), new Column("备注"));
            b.Row(3, "通知", "无");
        });

        SheetTable.Read(book, "收文", ["标题", "页数"], Make).Value.Good.Single().ShouldBe((2, new Line("通知", null, 3, false)));
    }

    [Fact]
    public void every_fault_of_a_row_is_named_with_its_row_and_column_and_the_good_rows_stay()
    {
        using var book = Book(b =>
        {
            b.StartSheet("收文", new Column("标题"), new Column("收文日期"), new Column("页数"), new Column("急件"));
            b.Row("好的一件", "2026年3月5日", 2, "是");
            b.Row();
            b.Row("", "明天", "很多", "也许");
            b.Row("标题长得超过了十个字的一件", new DateOnly(2026, 3, 6), 2);
        });
        var reading = SheetTable.Read(book, "收文", ["标题"], Make).Value;

        reading.Good.ShouldBe([(2, new Line("好的一件", new DateOnly(2026, 3, 5), 2, true))]);
        reading.Faults.Select(f => (f.Row, f.Column)).ShouldBe([(4, "标题"), (4, "收文日期"), (4, "页数"), (4, "急件"), (5, "标题")]);
        reading.Faults[1].ToString().ShouldBe("收文 第4行“收文日期”：“明天”不是日期，请写成 2026-01-31 的样子");
    }

    [Fact]
    public void a_missing_heading_or_sheet_is_refused_by_name()
    {
        using var book = Book(b => b.StartSheet("收文", new Column("题目")));

        SheetTable.Read(book, "收文", ["标题", "密级"], Make).Refusal!.Message.ShouldContain("标题、密级");
        SheetTable.Read(book, "发文", [], Make).Refusal!.Message.ShouldContain("发文");
    }

    [Theory]
    [InlineData("2026-3-5")]
    [InlineData("2026/03/05")]
    [InlineData("2026.3.5")]
    [InlineData("2026年3月5日")]
    [InlineData("20260305")]
    public void a_day_may_be_typed_as_offices_type_it(string typed)
    {
        using var book = Book(b => { b.StartSheet("表", new Column("标题"), new Column("收文日期")); b.Row("甲", typed); });

        SheetTable.Read(book, null, [], Make).Value.Good.Single().Value.Day.ShouldBe(new DateOnly(2026, 3, 5));
    }

    [Fact]
    public void reading_stops_when_everything_is_wrong()
    {
        using var book = Book(b => { b.StartSheet("表", new Column("标题")); for (var i = 0; i < 2000; i++) b.Row("这一行的标题总是超过十个字"); });

        SheetTable.Read(book, null, [], Make).Refusal!.Rule.ShouldBe("exchange.too-many-faults");
    }
}

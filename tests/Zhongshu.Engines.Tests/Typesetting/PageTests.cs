using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Layout;

namespace Zhongshu.Engines.Tests.Typesetting;

public class PageTests
{
    [Fact]
    public void A_full_page_holds_22_lines_of_28_characters_and_fills_the_type_area()
    {
        var page = Sample.Layout(Sample.TextOnly(Sample.Repeat("政务公开", 28 * 30))).Pages[0];
        var lines = Sample.Lines(page);

        lines.Count.ShouldBe(22);
        lines.Skip(1).ShouldAllBe(l => l.Text.Length == 28);
        lines[0].Text.Length.ShouldBe(26);
        lines[0].Top.ShouldBe(37, 0.05);
        lines[^1].Bottom.ShouldBe(37 + 225, 0.05);
        lines[1].Left.ShouldBe(28, 0.05);
        lines[1].Right.ShouldBe(28 + 156, 0.1);
        page.Width.ShouldBe(210 * Sample.Mm, 0.01);
        page.Height.ShouldBe(297 * Sample.Mm, 0.01);
    }

    [Fact]
    public void The_mark_stands_35_mm_below_the_type_area_and_the_rule_4_mm_below_the_number()
    {
        var page = Sample.Layout(Sample.Notice()).Pages[0];
        var mark = page.Glyphs.Where(g => g.Ink == Ink.Red).ToList();
        var number = Sample.Lines(page).Single(l => l.Text == "清政办发〔2026〕12号");
        var rule = page.Rules.Single(r => r.Ink == Ink.Red);

        (mark.Min(g => g.Top) / Sample.Mm).ShouldBe(37 + 35, 0.05);
        string.Concat(mark.Select(g => (char)g.Code)).ShouldBe("清源县人民政府办公室文件");
        ((rule.Y1 / Sample.Mm) - number.Bottom).ShouldBe(4, 0.05);
        (rule.X1 / Sample.Mm).ShouldBe(28, 0.05);
        (rule.X2 / Sample.Mm).ShouldBe(28 + 156, 0.05);
        ((number.Left + number.Right) / 2).ShouldBe(28 + 78, 0.1);
    }

    [Fact]
    public void Page_numbers_stand_7_mm_below_the_type_area_right_on_odd_pages_and_left_on_even_ones()
    {
        var pages = Sample.Layout(Sample.Notice(20, 200)).Pages;
        pages.Count.ShouldBeGreaterThan(3);
        for (var i = 0; i < pages.Count; i++)
        {
            var number = pages[i].Glyphs.Skip(pages[i].NumberFrom).ToList();
            string.Concat(number.Select(g => (char)g.Code)).ShouldBe($"— {i + 1} —");
            ((number[0].Top + 7) / Sample.Mm).ShouldBe(37 + 225 + 7, 0.05);
            if (i % 2 == 0) ((number[^1].X + number[^1].Advance) / Sample.Mm).ShouldBe(28 + 156 - (156 / 28.0), 0.05);
            else (number[0].X / Sample.Mm).ShouldBe(28 + (156 / 28.0), 0.05);
        }
    }

    [Theory]
    [InlineData(1, 50)]
    [InlineData(6, 200)]
    [InlineData(9, 200)]
    [InlineData(12, 200)]
    public void The_imprint_stands_at_the_foot_of_the_last_even_page(int paragraphs, int chars)
    {
        var layout = Sample.Layout(Sample.Notice(paragraphs, chars));
        (layout.Pages.Count % 2).ShouldBe(0);
        var black = layout.Pages[^1].Rules.Where(r => r.Ink == Ink.Black && r.Y1 == r.Y2).OrderBy(r => r.Y1).ToList();

        black.Count.ShouldBe(3);
        (black[^1].Y1 / Sample.Mm).ShouldBe(37 + 225, 0.05);
        black.Select(r => Math.Round(r.Weight / Sample.Mm, 2)).ShouldBe([0.35, 0.25, 0.35]);
        black.ShouldAllBe(r => Math.Abs((r.X2 - r.X1) - (156 * Sample.Mm)) < 0.01);
        layout.Pages.Take(layout.Pages.Count - 1).ShouldAllBe(p => p.Rules.All(r => r.Ink == Ink.Red));
    }

    [Fact]
    public void A_blank_page_before_the_imprint_and_the_imprint_page_carry_no_number()
    {
        var layout = Enumerable.Range(1, 60).Select(n => Sample.Layout(Sample.Notice(n, 60)))
            .First(l => l.ContentPages % 2 == 0 && l.Pages.Count > l.ContentPages);

        layout.Pages.Count.ShouldBe(layout.ContentPages + 2);
        layout.Pages[^2].Glyphs.ShouldBeEmpty();
        layout.Pages.Skip(layout.ContentPages).ShouldAllBe(p => p.Number == null);
        layout.Pages.Take(layout.ContentPages).ShouldAllBe(p => p.Number != null);
    }

    [Fact]
    public void A_signature_never_stands_on_a_page_without_text()
    {
        for (var n = 1; n < 40; n++)
        {
            var document = Sample.Notice(n, 56) with { Imprint = new Imprint() };
            var pages = Sample.Layout(document).Pages;
            if (pages.Count == 1) continue;
            var lines = Sample.Lines(pages[^1]);
            "督查工作重在落实".ShouldContain(lines[0].Text[0].ToString(), customMessage: $"{n} paragraphs leave the signature alone");
        }
    }

    [Fact]
    public void The_first_page_shows_body_text()
    {
        var head = Sample.Notice().Head with
        {
            CopyNumber = "000001",
            Classification = "机密★1年",
            Urgency = "特急",
            Issuers = ["清源县人民政府办公室", "清源县发展和改革局", "清源县财政局", "清源县审计局"],
            Approvers = ["张某", "李某", "王某某"],
        };
        var page = Sample.Layout(Sample.Notice() with { Head = head }).Pages[0];
        Sample.Lines(page).ShouldContain(l => l.Text.Contains("督查工作重在落实"));
    }
}

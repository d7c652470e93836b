using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Engines.Tests.Typesetting;

public class SignOffTests
{
    private const double Char = 156 / 28.0;

    [Fact]
    public void With_a_seal_the_date_leaves_four_characters_and_the_name_is_centred_over_it()
    {
        var layout = Sample.Layout(Sample.Notice());
        var (name, date) = NameAndDate(layout, "清源县人民政府办公室");
        var seal = layout.Seals.Single();

        date.Right.ShouldBe(28 + 156 - (4 * Char), 0.15);
        ((name.Left + name.Right) / 2).ShouldBe((date.Left + date.Right) / 2, 0.15);
        (seal.Diameter / Sample.Mm).ShouldBe(45, 0.01);
        (seal.CentreX / Sample.Mm).ShouldBe((date.Left + date.Right) / 2, 0.15);
        // Name and date lie under the seal, a little below its centre; its top is within a line of the text.
        (seal.CentreY / Sample.Mm).ShouldBeLessThan((name.Top + date.Bottom) / 2);
        (seal.CentreY / Sample.Mm).ShouldBeGreaterThan(name.Top);
        var text = Sample.Lines(layout.Pages[seal.Page]).Last(l => l.Bottom < name.Top);
        (((seal.CentreY - (seal.Diameter / 2)) / Sample.Mm) - text.Bottom).ShouldBeInRange(-1, 225 / 22.0);
    }

    [Fact]
    public void Without_a_seal_the_date_starts_two_characters_after_the_name_and_a_longer_date_pushes_it_left()
    {
        var sign = new SignOff { Style = SignOffStyle.Plain, Signatories = ["清源县人民政府办公室"], Date = "2026年3月2日" };
        var (name, date) = NameAndDate(Sample.Layout(Sample.Notice() with { SignOff = sign, Imprint = new Imprint() }), "清源县人民政府办公室");
        name.Right.ShouldBe(28 + 156 - (2 * Char), 0.15);
        (date.Left - name.Left).ShouldBe(2 * Char, 0.05);

        (name, date) = NameAndDate(Sample.Layout(Sample.Notice() with { SignOff = sign with { Signatories = ["县府办"] }, Imprint = new Imprint() }), "县府办");
        date.Right.ShouldBe(28 + 156 - (2 * Char), 0.15);
        (date.Left - name.Left).ShouldBe(2 * Char, 0.05);
    }

    [Fact]
    public void Several_seals_neither_touch_nor_leave_the_type_area_and_the_last_covers_the_date()
    {
        string[] names = ["清源县发展和改革局", "清源县财政局", "清源县审计局", "清源县统计局", "清源县人民政府办公室"];
        var layout = Sample.Layout(Sample.Notice() with { SignOff = new SignOff { Signatories = names, Date = "2026年3月2日" } });

        layout.Seals.Select(s => s.Signatory).ShouldBe(names);
        foreach (var seal in layout.Seals)
        {
            (seal.CentreX - (seal.Diameter / 2)).ShouldBeGreaterThanOrEqualTo((28 * Sample.Mm) - 0.1);
            (seal.CentreX + (seal.Diameter / 2)).ShouldBeLessThanOrEqualTo(((28 + 156) * Sample.Mm) + 0.1);
            foreach (var other in layout.Seals.Where(o => o != seal && o.Page == seal.Page))
                Math.Sqrt(Math.Pow(seal.CentreX - other.CentreX, 2) + Math.Pow(seal.CentreY - other.CentreY, 2)).ShouldBeGreaterThan(seal.Diameter);
        }

        var (_, date) = NameAndDate(layout, names[^1]);
        (layout.Seals[^1].CentreX / Sample.Mm).ShouldBe((date.Left + date.Right) / 2, 0.2);
    }

    [Fact]
    public void A_note_is_never_alone_on_a_page()
    {
        for (var lines = 1; lines <= 24; lines++)
        {
            var body = Enumerable.Range(1, lines).Select(i => (Block)Sample.Plain($"第{i}项要求。")).ToList();
            foreach (var style in Enum.GetValues<SignOffStyle>())
            {
                var document = Sample.Notice() with { Body = body, Attachments = [], AttachmentNames = [], Note = "联系人：赵某", Imprint = new Imprint() };
                var layout = Sample.Layout(document with { SignOff = document.SignOff with { Style = style } });
                var page = layout.Pages.Select(Sample.Lines).Single(p => p.Any(l => l.Text == "（联系人：赵某）")).ToList();
                page.ShouldContain(l => l.Text == "2026年3月2日", $"{lines} lines, {style}");
                page.ShouldContain(l => l.Text.EndsWith("项要求。", StringComparison.Ordinal), $"{lines} lines, {style}");
            }
        }
    }

    [Fact]
    public void Two_approvers_stand_to_a_line_and_the_number_on_the_last()
    {
        var head = Sample.Notice().Head with { Approvers = ["张某", "李某", "王某某"] };
        var lines = Sample.Lines(Sample.Layout(Sample.Notice() with { Head = head }).Pages[0]);
        var first = lines.Single(l => l.Text.StartsWith("签发人：", StringComparison.Ordinal));
        var last = lines.Single(l => l.Text.StartsWith("清政办发", StringComparison.Ordinal));

        first.Text.ShouldBe("签发人：张某李某");
        last.Text.ShouldBe("清政办发〔2026〕12号王某某");
        last.Left.ShouldBe(28 + Char, 0.05);
    }

    [Fact]
    public void Poppler_finds_the_words_where_the_layout_put_them()
    {
        if (Sample.Fonts.Value.Missing is not null || !File.Exists("/usr/bin/pdftotext")) return;
        var result = Typesetter.ToPdf(Sample.Notice(), LayoutRules.Standard, Sample.Fonts.Value);
        var path = Path.Combine(Path.GetTempPath(), $"typesetting-{Environment.ProcessId}.pdf");
        File.WriteAllBytes(path, result.Bytes);
        try
        {
            var start = new ProcessStartInfo("/usr/bin/pdftotext", ["-bbox", "-l", "1", path, "-"]) { RedirectStandardOutput = true, UseShellExecute = false };
            using var process = Process.Start(start)!;
            var html = process.StandardOutput.ReadToEnd();
            var words = Regex.Matches(html, "xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">([^<]*)<");
            words.Select(w => w.Groups[5].Value).ShouldContain("清源县人民政府办公室文件");
            var lines = Sample.Lines(result.Layout!.Pages[0]);
            foreach (var line in lines.Where(l => l.Text.Length == 28))
            {
                var word = words.First(w => w.Groups[5].Value == line.Text);
                (Value(word, 1) / Sample.Mm).ShouldBe(line.Left, 0.1);
                (Value(word, 3) / Sample.Mm).ShouldBe(line.Right, 0.3);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static double Value(Match match, int group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static (Sample.Line Name, Sample.Line Date) NameAndDate(Zhongshu.Typesetting.Layout.DocumentLayout layout, string name)
    {
        var lines = layout.Pages.SelectMany(Sample.Lines).ToList();
        var date = lines.FindIndex(l => l.Text == "2026年3月2日");
        lines[date - 1].Text.ShouldEndWith(name);
        return (lines[date - 1], lines[date]);
    }
}

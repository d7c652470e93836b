using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Fonts;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Engines.Tests.Typesetting;

public class FileTests
{
    [Fact]
    public void A_docx_is_valid_and_carries_margins_grid_and_page_numbers()
    {
        var bytes = Typesetter.ToDocx(Sample.Notice(), LayoutRules.Standard);
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), false);

        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(e => e.Description + e.Path?.XPath).ShouldBeEmpty();
        var xml = file.MainDocumentPart!.Document.OuterXml;
        xml.ShouldContain("w:linePitch=\"579\" w:charSpace=\"-849\"");
        xml.ShouldContain("w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\"");
        // 22 lines and 28 characters must fit between the margins of an A4 page.
        (22 * 579).ShouldBeLessThanOrEqualTo(16838 - 2098 - 1984);
        (28 * (16 - (849 / 4096.0)) * 20).ShouldBeLessThanOrEqualTo(11906 - 1587 - 1474);
        file.MainDocumentPart.FooterParts.Count(f => f.RootElement!.OuterXml.Contains(" PAGE ")).ShouldBe(2);
        file.MainDocumentPart.DocumentSettingsPart!.Settings.OuterXml.ShouldContain("evenAndOddHeaders");
    }

    [Fact]
    public void A_docx_holds_every_character_in_order()
    {
        var document = Sample.Notice() with { Body = [Sample.Plain("甲<乙>&\"丙“丁”——戊𠀀\uD800己")] };
        using var file = WordprocessingDocument.Open(new MemoryStream(Typesetter.ToDocx(document, LayoutRules.Standard)), false);
        Sample.Visible(file.MainDocumentPart!.Document.Body!.InnerText).ShouldBe(Sample.Visible(Sample.Layout(document).Text));
    }

    [Fact]
    public void A_pdf_read_back_gives_the_text_and_its_places()
    {
        if (Sample.Fonts.Value.Missing is not null) return;
        var document = Sample.Notice() with { Body = [Sample.Plain("第一段“引语”——甲𠀀乙。"), Sample.Plain("第二段2026年。")] };
        var result = Typesetter.ToPdf(document, LayoutRules.Standard, Sample.Fonts.Value);
        var pages = PdfReader.Read(result.Bytes);

        pages.Count.ShouldBe(result.Layout!.Pages.Count);
        for (var i = 0; i < pages.Count; i++)
        {
            var placed = result.Layout.Pages[i].Glyphs;
            pages[i].Select(g => g.Text).ShouldBe(placed.Select(g => char.ConvertFromUtf32(g.Code)));
            for (var g = 0; g < placed.Count; g++)
            {
                pages[i][g].X.ShouldBe(placed[g].X, placed[g].Size * 0.55);
                pages[i][g].Size.ShouldBe(placed[g].Size, 0.01);
                (result.Layout.Pages[i].Height - pages[i][g].Y).ShouldBeInRange(placed[g].Top, placed[g].Top + placed[g].Size);
            }
        }
    }

    [Fact]
    public void Substituted_fonts_are_named_and_no_font_at_all_is_refused_with_advice()
    {
        var none = Typesetter.ToPdf(Sample.Notice(), LayoutRules.Standard, FontSet.FromFolders(["/no-such-folder"], LayoutRules.Standard));
        none.Bytes.ShouldBeEmpty();
        none.Refusal.ShouldNotBeNull().ShouldContain("字体文件夹");
        if (Sample.Fonts.Value.Missing is not null) return;
        var result = Typesetter.ToPdf(Sample.Notice(), LayoutRules.Standard, Sample.Fonts.Value);
        foreach (var choice in Sample.Fonts.Value.Choices.Where(c => c.IsSubstitute && c.Role == FontRole.FangSong))
            result.Notices.ShouldContain(n => n.Message.Contains("仿宋") && n.Message.Contains(choice.Name));
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes()
    {
        Typesetter.ToDocx(Sample.Notice(), LayoutRules.Standard).ShouldBe(Typesetter.ToDocx(Sample.Notice(), LayoutRules.Standard));
        using var zip = new ZipArchive(new MemoryStream(Typesetter.ToDocx(Sample.Notice(), LayoutRules.Standard)));
        zip.Entries.ShouldAllBe(e => e.LastWriteTime.Year == 1980);
    }
}

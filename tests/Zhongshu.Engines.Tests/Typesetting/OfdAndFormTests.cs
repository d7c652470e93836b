using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;
using Zhongshu.Typesetting.Slips;

namespace Zhongshu.Engines.Tests.Typesetting;

public class OfdAndFormTests
{
    private static readonly XNamespace Ofd = "http://www.ofdspec.org/2016";

    private static readonly ProcessingSlip Slip = new()
    {
        Unit = "清源县人民政府办公室",
        MatterCode = "QY-2026-000123",
        Sender = "清源市人民政府办公室",
        Title = "关于做好2026年防汛抗旱工作的通知",
        ProposedHandling = [new SlipOpinion("请县长阅示。", "张某", "3月2日")],
    };

    [Fact]
    public void An_ofd_holds_the_text_in_its_places_with_its_fonts()
    {
        if (Sample.Fonts.Value.Missing is not null) return;
        var document = Sample.Notice() with { Body = [Sample.Plain("甲<乙>&“丙”𠀀丁2026年。")] };
        var result = Typesetter.ToOfd(document, LayoutRules.Standard, Sample.Fonts.Value);
        using var zip = new ZipArchive(new MemoryStream(result.Bytes));
        var root = Read(zip, Read(zip, "OFD.xml").Descendants(Ofd + "DocRoot").Single().Value);

        var pages = root.Descendants(Ofd + "Page").Select(p => Read(zip, "Doc_0/" + p.Attribute("BaseLoc")!.Value)).ToList();
        var text = string.Concat(pages.SelectMany(p => p.Descendants(Ofd + "TextCode")).Select(t => t.Value));
        text.ShouldBe(string.Concat(result.Layout!.Pages.SelectMany(p => p.Glyphs).Select(g => char.ConvertFromUtf32(g.Code))));
        foreach (var font in Read(zip, "Doc_0/PublicRes.xml").Descendants(Ofd + "FontFile")) zip.GetEntry("Doc_0/Res/" + font.Value).ShouldNotBeNull().Length.ShouldBeGreaterThan(500);
        var number = pages[0].Descendants(Ofd + "TextObject").First(t => t.Element(Ofd + "TextCode")!.Value.StartsWith("清政办发", StringComparison.Ordinal)).Attribute("Boundary")!.Value.Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray();
        number[1].ShouldBe(Sample.Lines(result.Layout.Pages[0]).Single(l => l.Text.StartsWith("清政办发", StringComparison.Ordinal)).Top, 0.01);
        var ids = pages.SelectMany(p => p.Descendants()).Select(e => e.Attribute("ID")?.Value).OfType<string>().ToList();
        ids.Distinct().Count().ShouldBe(ids.Count);
        ids.Max(i => int.Parse(i, CultureInfo.InvariantCulture)).ShouldBeLessThanOrEqualTo(int.Parse(root.Descendants(Ofd + "MaxUnitID").Single().Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_wide_table_lies_on_a_turned_page_whose_number_keeps_its_place()
    {
        var row = (IReadOnlyList<string>)[.. Enumerable.Range(1, 9).Select(i => $"第{i}列")];
        var document = new OfficialDocument { Title = "情况表", Body = [Sample.Plain("见下表。"), new TableBlock([row, .. Enumerable.Repeat(row, 30)]), Sample.Plain("完。")] };
        var layout = Sample.Layout(document);

        layout.Pages.Select(p => p.Turned).ShouldBe([false, true, true, false]);
        var turned = layout.Pages[1];
        turned.Glyphs.Take(turned.NumberFrom).ShouldAllBe(g => g.Top >= 28 * Sample.Mm - 0.1 && g.Top + g.Size <= (28 + 156) * Sample.Mm && g.X >= 35 * Sample.Mm && g.X < (35 + 225) * Sample.Mm);
        turned.Glyphs[turned.NumberFrom].X.ShouldBe(layout.Pages[3].Glyphs[layout.Pages[3].NumberFrom].X, 0.01);
        Sample.Lines(layout.Pages[2])[0].Text.ShouldBe("第1列第2列第3列第4列第5列第6列第7列第8列第9列");
        using var docx = WordprocessingDocument.Open(new MemoryStream(Typesetter.ToDocx(document, LayoutRules.Standard)), false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(docx).Select(e => e.Description + e.Path?.XPath).ShouldBeEmpty();
        docx.MainDocumentPart!.Document.OuterXml.ShouldContain("w:orient=\"landscape\"");
    }

    [Fact]
    public void A_processing_slip_fills_one_page_and_a_long_instruction_goes_on_to_more_with_nothing_lost()
    {
        Forms.Layout(Slip, LayoutRules.Standard).Pages.Count.ShouldBe(1);
        var words = Sample.Repeat("请水利局抓紧办理，", 3000) + "完";
        var layout = Forms.Layout(Slip with { Instructions = [new SlipOpinion(words, "李某", "3月3日")], Remark = "存档" }, LayoutRules.Standard);

        layout.Pages.Count.ShouldBeGreaterThan(3);
        var parts = layout.Pages.Select(p => string.Concat(p.Glyphs.Take(p.NumberFrom).Select(g => char.ConvertFromUtf32(g.Code)))).ToList();
        parts.Skip(1).ShouldAllBe(p => p.StartsWith("收文处理单（续）事项码：QY-2026-000123", StringComparison.Ordinal));
        var all = string.Concat(parts).Replace("收文处理单（续）事项码：QY-2026-000123", "").Replace("领导批示", "");
        all.ShouldContain(words + "李某　3月3日");
        all.ShouldEndWith("备注存档");
        layout.Pages.ShouldAllBe(p => p.Glyphs.Take(p.NumberFrom).All(g => g.Top + g.Size <= (37 + 225.1) * Sample.Mm));
        layout.Pages.ShouldAllBe(p => p.Rules.All(r => r.Y2 <= (37 + 225.1) * Sample.Mm));
    }

    [Fact]
    public void A_processing_slip_as_docx_is_valid_and_carries_its_qr_code()
    {
        using var docx = WordprocessingDocument.Open(new MemoryStream(Forms.ToDocx(Slip, LayoutRules.Standard)), false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(docx).Select(e => e.Description + e.Path?.XPath).ShouldBeEmpty();
        docx.MainDocumentPart!.ImageParts.Count().ShouldBe(1);
        docx.MainDocumentPart.Document.Body!.InnerText.ShouldContain("请县长阅示。");
    }

    [Fact]
    public void The_office_letters_are_documents_of_their_form()
    {
        var letter = new SupervisionLetter { Issuer = "清源县人民政府办公室", Number = "清政办函〔2026〕3号", Recipient = "县水利局", Matter = "城区内涝点整治", Requirements = ["倒排工期", "每周报送"], Deadline = "2026年4月1日", Date = "2026年3月2日" }.ToDocument();
        var page = Sample.Layout(letter).Pages[0];
        page.Number.ShouldBeNull();
        var red = page.Rules.Where(r => r.Ink == Zhongshu.Typesetting.Layout.Ink.Red).ToList();
        red.Count.ShouldBe(4);
        red.ShouldAllBe(r => Math.Abs(r.X2 - r.X1 - (170 * Sample.Mm)) < 0.1);
        (page.Glyphs.Where(g => g.Ink == Zhongshu.Typesetting.Layout.Ink.Red).Min(g => g.Top) / Sample.Mm).ShouldBe(30, 0.05);
        (red[2].Y1 / Sample.Mm).ShouldBe(297 - 20, 0.05);

        var notice = new MeetingNotice { Meeting = "县政府第3次常务会议", Time = "2026年3月5日（星期四）上午9时", Requirements = ["按时参会", "不得请假"] }.ToDocument();
        Sample.Layout(notice).Text.ShouldContain("二、有关要求（一）按时参会（二）不得请假");
    }

    [Fact]
    public void A_name_card_is_printed_on_both_faces()
    {
        if (Sample.Fonts.Value.Missing is not null) return;
        var result = Forms.NameCardsToPdf(["张某", "欧阳某某"], LayoutRules.Standard, Sample.Fonts.Value);
        result.Layout!.Pages.Count.ShouldBe(2);
        result.Layout.Pages.ShouldAllBe(p => p.Folded && p.Glyphs.All(g => g.Top > p.Height / 2));
        PdfReader.Read(result.Bytes)[0].Count.ShouldBe(4);
    }

    private static XDocument Read(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name).ShouldNotBeNull(name).Open();
        return XDocument.Load(stream);
    }
}

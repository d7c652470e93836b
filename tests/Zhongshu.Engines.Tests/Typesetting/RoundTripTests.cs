using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Checking;
using Zhongshu.Typesetting.Rules;
using Zhongshu.Typesetting.Text;

namespace Zhongshu.Engines.Tests.Typesetting;

public class RoundTripTests
{
    private static readonly Gen<string> Words = Gen.Choose(0, 60).SelectMany(n => Gen.ArrayOf(Gen.Frequency(
        (10, Gen.Choose(0x4E00, 0x9FA5)), (3, Gen.Elements("，。、；：“”《》（）—…〔〕".Select(c => (int)c).ToArray())),
        (3, Gen.Elements("abzAZ019.,()%-/<>&\"' ".Select(c => (int)c).ToArray())), (1, Gen.Choose(0x20000, 0x2A6DF)), (1, Gen.Choose(0xD800, 0xDFFF)), (1, Gen.Choose(1, 8))), n))
        .Select(codes => string.Concat(codes.Select(c => c > 0xFFFF ? char.ConvertFromUtf32(c) : ((char)c).ToString())));

    private static readonly Gen<string> Lines = Gen.Frequency(
        (6, Words), (2, Words.Select(w => "一、" + w)), (2, Words.Select(w => "（二）" + w)), (2, Words.Select(w => "1." + w)),
        (1, Words.Select(w => w + "：")), (1, Gen.Constant("")), (1, Gen.Constant("附件1")), (1, Words.Select(w => "附件：" + w)),
        (1, Words.Select(w => "附件：1. " + w)), (1, Words.Select(w => "2. " + w)), (1, Gen.Constant("2026年3月2日")),
        (1, Gen.Constant("清源县人民政府办公室")), (1, Words.Select(w => "（" + w + "）")), (1, Words.Select(w => "抄送：" + w + "。")), (1, Words.Select(w => w + "　2026年3月2日印发")), (1, Gen.Elements("：", "（）", "抄送：", "附件：", "附件", "一、", "。")));

    private static readonly Gen<string> Texts = Gen.Choose(0, 25).SelectMany(n => Gen.ArrayOf(Lines, n)).Select(l => string.Join('\n', l));

    [Fact]
    public void Whatever_is_recognised_in_a_text_every_character_is_printed_once_and_in_order()
    {
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var printed = Sample.Visible(Sample.Layout(OfficialText.Parse(text)).Text);
            return (printed == Expected(text)).Label(printed + "\n≠\n" + Expected(text));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Docx_keeps_every_character()
    {
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            using var file = WordprocessingDocument.Open(new MemoryStream(Typesetter.ToDocx(OfficialText.Parse(text), LayoutRules.Standard)), false);
            return Sample.Visible(file.MainDocumentPart!.Document.Body!.InnerText) == Expected(text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void Pdf_and_ofd_read_back_keep_every_character()
    {
        if (Sample.Fonts.Value.Missing is not null) return;
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var document = OfficialText.Parse(text);
            var pdf = Typesetter.ToPdf(document, LayoutRules.Standard, Sample.Fonts.Value);
            var printed = string.Concat(pdf.Layout!.Pages.SelectMany(p => p.Glyphs).Select(g => char.ConvertFromUtf32(g.Code)));
            var fromPdf = string.Concat(PdfReader.Read(pdf.Bytes).SelectMany(p => p).Select(g => g.Text));
            return printed == fromPdf && printed == OfdText(Typesetter.ToOfd(document, LayoutRules.Standard, Sample.Fonts.Value).Bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public void Checking_and_fixing_a_docx_never_changes_its_text()
    {
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var docx = Typesetter.ToDocx(OfficialText.Parse(text), LayoutRules.Standard);
            var fixedDocx = FormatCheck.Fix(new MemoryStream(docx), LayoutRules.Standard).Bytes;
            using var before = WordprocessingDocument.Open(new MemoryStream(docx), false);
            using var after = WordprocessingDocument.Open(new MemoryStream(fixedDocx), false);
            return before.MainDocumentPart!.Document.Body!.InnerText == after.MainDocumentPart!.Document.Body!.InnerText
                && FormatCheck.Measure(new MemoryStream(fixedDocx), LayoutRules.Standard).Departures.Count == 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private static string Expected(string text) => Sample.Visible(CharKinds.Clean(text.ReplaceLineEndings("\n")));

    private static string OfdText(byte[] file)
    {
        XNamespace ofd = "http://www.ofdspec.org/2016";
        using var zip = new ZipArchive(new MemoryStream(file));
        var pages = zip.Entries.Where(e => e.Name == "Content.xml").OrderBy(e => e.FullName.Length).ThenBy(e => e.FullName, StringComparer.Ordinal);
        return string.Concat(pages.SelectMany(e =>
        {
            using var stream = e.Open();
            return XDocument.Load(stream, LoadOptions.PreserveWhitespace).Descendants(ofd + "TextCode").Select(t => t.Value).ToList();
        }));
    }
}

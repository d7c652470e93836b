using System.Text;
using Zhongshu.Proofing.Documents;

namespace Zhongshu.Engines.Tests.Proofing.Reading;

public sealed class PageReadingTests
{
    [Fact]
    public void Ofd_text_is_joined_into_lines_and_paragraphs_by_its_place()
    {
        var ofd = OfdMaker.Page(
                (55, 40, "关于开展安全检查的通知"),
                (28, 60, "各乡镇人民政府："),
                (39, 70, "为做好秋季安全生产工作，现就开展检查的有关事项"),
                (28, 80, "通知如下，请结合实际，认真抓好各项措施的贯彻落实。"),
                (100, 250, "— 1 —"))
            .AndPage((39, 40, "检查自下月开始，分三个阶段进行，各单位要高度重视"), (28, 50, "并按时上报。"), (100, 250, "— 2 —"))
            .Bytes();

        var document = DocumentReader.Read(ofd, "通知.ofd").Document.ShouldNotBeNull();

        document.Paragraphs.Where(p => p.Place == ParagraphPlace.Body).Select(p => p.Text).ShouldBe(
        [
            "关于开展安全检查的通知",
            "各乡镇人民政府：",
            "为做好秋季安全生产工作，现就开展检查的有关事项通知如下，请结合实际，认真抓好各项措施的贯彻落实。",
            "检查自下月开始，分三个阶段进行，各单位要高度重视并按时上报。",
        ]);
        document.Paragraphs.Where(p => p.Place == ParagraphPlace.Footer).Select(p => p.Text).ShouldBe(["— 1 —", "— 2 —"]);
    }

    [Fact]
    public void Pieces_on_one_line_are_ordered_from_left_to_right_whatever_their_order_in_the_file()
    {
        var ofd = OfdMaker.Page((120, 40, "签发人：王某某"), (28, 40, "某政〔2026〕8号")).Bytes();

        DocumentReader.Read(ofd, "a.ofd").Document!.Paragraphs.Single().Text.ShouldBe("某政〔2026〕8号 签发人：王某某");
    }

    [Fact]
    public void An_ofd_without_text_is_a_scan()
    {
        DocumentReader.Read(OfdMaker.Page().Bytes(), "扫描.ofd").Refusal!.RuleId.ShouldBe("read.no_text");
    }

    [PdfFact]
    public void A_pdf_is_read_through_its_text_layer()
    {
        var result = DocumentReader.Read(PdfMaker.WithLines("NOTICE 2026", "All offices"), "a.pdf");

        result.Refusal.ShouldBeNull();
        result.Format.ShouldBe(FileFormat.Pdf);
        string.Join('\n', result.Document!.Paragraphs.Select(p => p.Text)).ShouldBe("NOTICE 2026\nAll offices");
    }

    [PdfFact]
    public void A_pdf_without_text_or_in_pieces_is_refused()
    {
        DocumentReader.Read(PdfMaker.WithLines(), "扫描.pdf").Refusal!.RuleId.ShouldBe("read.no_text");
        DocumentReader.Read(Encoding.ASCII.GetBytes("%PDF-1.4\nnot one"), "坏.pdf").Refusal!.RuleId.ShouldBe("read.damaged");
    }
}

using Zhongshu.Engines.Tests.Typesetting;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Engines.Tests.Proofing.Structure;

/// <summary>What the office's own typesetter prints must be read back as what went in, in each of its three formats.</summary>
public sealed class TypesetRoundTripTests
{
    private static readonly OfficialDocument Notice = Sample.Notice() with
    {
        Head = new DocumentHead { CopyNumber = "000001", Classification = "秘密★1年", Urgency = "特急", Issuers = ["清源县人民政府办公室"], Number = "清政办发〔2026〕12号", Approvers = ["王某某", "李某"] },
        Body =
        [
            Sample.Plain("为进一步加强政务督查工作，推动各项决策部署落到实处，经县人民政府同意，现就有关事项通知如下，请认真抓好贯彻落实。"),
            new Zhongshu.Typesetting.Paragraph(1, [new TextRun("一、明确督查重点")]),
            new Zhongshu.Typesetting.Paragraph(2, [new TextRun("（一）重大决策")]),
            Sample.Plain("围绕县委、县政府的重大决策和年度重点工作，建立任务清单、责任清单和时限清单，逐项对照检查，逐项销号管理。"),
            Sample.Plain("请于3月20日前将落实情况报县政府办公室。"),
        ],
        AttachmentNames = ["督查事项清单", "任务分工"],
        Note = "联系人：张某，联系电话：0000-1234567",
    };

    [Fact]
    public void A_word_file_is_read_back() => ShouldBeTheNotice(Typesetter.ToDocx(Notice, LayoutRules.Standard), "通知.docx");

    [Fact]
    public void An_ofd_file_is_read_back()
    {
        if (Sample.Fonts.Value.Missing is not null) return;
        ShouldBeTheNotice(Typesetter.ToOfd(Notice, LayoutRules.Standard, Sample.Fonts.Value).Bytes, "通知.ofd");
    }

    [PdfFact]
    public void A_pdf_file_is_read_back()
    {
        if (Sample.Fonts.Value.Missing is not null) return;
        ShouldBeTheNotice(Typesetter.ToPdf(Notice, LayoutRules.Standard, Sample.Fonts.Value).Bytes, "通知.pdf");
    }

    private static void ShouldBeTheNotice(byte[] file, string name)
    {
        var result = DocumentReader.Read(file, name);
        result.Refusal.ShouldBeNull();
        var reading = IncomingReading.From(result.Document!);
        var text = string.Join('\n', result.Document!.Paragraphs.Select((p, i) => $"{reading.Structure.Roles[i]} {p.Place}: {p.Number}{p.Text}"));

        reading.Structure.ShouldSatisfyAllConditions(
            text,
            s => s.Title.ShouldBe(Notice.Title),
            s => s.Kind.ShouldBe(DocumentKind.通知),
            s => s.Issuers.ShouldBe(Notice.Head.Issuers),
            s => s.DocumentNumber.ShouldBe(Notice.Head.Number),
            s => s.Classification.ShouldBe("秘密"),
            s => s.SecrecyTerm.ShouldBe("1年"),
            s => s.Urgency.ShouldBe("特急"),
            s => s.Signers.ShouldBe(Notice.Head.Approvers),
            s => s.Addressee.ShouldBe(Notice.Recipients),
            s => s.Attachments.ShouldBe(Notice.AttachmentNames),
            s => s.Signatures.ShouldBe(Notice.SignOff.Signatories),
            s => s.Date.ShouldBe(new DateOnly(2026, 3, 2)),
            s => s.CopyTo.ShouldBe(Notice.Imprint.Copies),
            s => s.Roles.Count(r => r == ElementRole.Body).ShouldBe(3),
            s => s.Roles.ShouldContain(ElementRole.Heading1),
            s => s.Roles.ShouldContain(ElementRole.Heading2));
        reading.Deadline!.Value.ShouldBe(new DateOnly(2026, 3, 20));
        reading.Contact!.Value.ShouldBe(Notice.Note);
    }
}

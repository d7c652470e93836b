using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Engines.Tests.Proofing.Structure;

public sealed class StructureRecoveryTests
{
    private const string Full = """
        000012
        机密★5年
        特急
        某某市人民政府办公室文件
        某政办发〔2026〕12号      签发人：王某某　李　某

        某某市人民政府办公室
        关于开展安全生产检查的
        通知

        各县（市、区）人民政府，市政府各部门：
        　　为做好安全生产工作，现将有关事项通知如下：
        　　一、检查内容
        　　（一）消防设施。
        　　1. 灭火器材。
        　　（1）数量和位置。
        　　请于11月30日前将检查情况反馈市应急局。
        　　附件：1. 检查表
        　　　　　2. 任务分工安排

        　　　　　　　　　　某某市人民政府办公室
        　　　　　　　　　　2026年11月2日
        　　（联系人：张某；联系电话：0000-1234567）

        附件1
        检查表
        抄送：市委办公室，市人大常委会办公室。
        某某市人民政府办公室　　　　2026年11月3日印发
        """;

    [Fact]
    public void A_full_official_text_is_taken_apart()
    {
        var structure = Recover(Full);

        structure.ShouldSatisfyAllConditions(
            s => s.Kind.ShouldBe(DocumentKind.通知),
            s => s.Title.ShouldBe("某某市人民政府办公室关于开展安全生产检查的通知"),
            s => s.Issuers.ShouldBe(["某某市人民政府办公室"]),
            s => s.DocumentNumber.ShouldBe("某政办发〔2026〕12号"),
            s => s.Classification.ShouldBe("机密"),
            s => s.SecrecyTerm.ShouldBe("5年"),
            s => s.Urgency.ShouldBe("特急"),
            s => s.Signers.ShouldBe(["王某某", "李某"]),
            s => s.Addressee.ShouldBe("各县（市、区）人民政府，市政府各部门"),
            s => s.Attachments.ShouldBe(["检查表", "任务分工安排"]),
            s => s.Signatures.ShouldBe(["某某市人民政府办公室"]),
            s => s.Date.ShouldBe(new DateOnly(2026, 11, 2)),
            s => s.CopyTo.ShouldBe("市委办公室，市人大常委会办公室"));
    }

    [Fact]
    public void Every_line_gets_its_role()
    {
        var structure = Recover(Full);

        Roles(structure).ShouldBe(
        [
            ElementRole.CopyNumber, ElementRole.Classification, ElementRole.Urgency, ElementRole.IssuerMark, ElementRole.DocumentNumber,
            ElementRole.Title, ElementRole.Title, ElementRole.Title, ElementRole.Addressee, ElementRole.Body, ElementRole.Heading1, ElementRole.Heading2,
            ElementRole.Heading3, ElementRole.Heading4, ElementRole.Body, ElementRole.AttachmentNote, ElementRole.AttachmentNote,
            ElementRole.Signature, ElementRole.Date, ElementRole.Note, ElementRole.Attachment, ElementRole.Attachment, ElementRole.CopyTo, ElementRole.Printing,
        ]);
    }

    [Theory]
    [InlineData("某政发[2026]5号", "某政发〔2026〕5号")]
    [InlineData("某政发【2026】5号", "某政发〔2026〕5号")]
    [InlineData("某政发（2026）5号", "某政发〔2026〕5号")]
    [InlineData("某政发〔2026〕第05号", "某政发〔2026〕5号")]
    [InlineData("某 政 发 〔2026〕 5 号", "某政发〔2026〕5号")]
    public void Brackets_and_zeros_of_a_document_number_are_normalised_and_the_original_kept(string written, string number)
    {
        var structure = Recover($"{written}\n关于做好某事的通知\n各局：\n现通知如下。");

        structure.DocumentNumber.ShouldBe(number);
        structure.DocumentNumberAsWritten.ShouldBe(written.Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("关于申请经费的请示", DocumentKind.请示)]
    [InlineData("某某县人民政府关于某某的复函", DocumentKind.函)]
    [InlineData("关于印发《某某管理办法》的通知", DocumentKind.通知)]
    [InlineData("关于召开全市信访工作会议的通知", DocumentKind.会议通知)]
    [InlineData("某某管理办法（试行）", DocumentKind.办法)]
    [InlineData("在全市秘书长会议上的讲话", DocumentKind.讲话稿)]
    [InlineData("关于乡村道路的调研报告", DocumentKind.研究报告)]
    [InlineData("某某志", DocumentKind.Unknown)]
    public void The_kind_is_read_from_the_title(string title, DocumentKind kind)
    {
        Recover($"{title}\n\n正文从这里开始，写得足够长，是一句完整的话。").Kind.ShouldBe(kind);
    }

    [Fact]
    public void A_number_below_the_title_is_found_as_web_pages_print_it()
    {
        var structure = Recover("某某市人民政府关于印发节水管理\n实施方案的通知\n某政发〔2026〕4号\n\n各县人民政府：\n　　现将方案印发给你们。\n某某市人民政府\n2026年1月24日\n（此件公开发布）\n\n节水管理实施方案\n一、目标\n逐年下降。");

        structure.Title.ShouldBe("某某市人民政府关于印发节水管理实施方案的通知");
        structure.DocumentNumber.ShouldBe("某政发〔2026〕4号");
        Roles(structure).ShouldBe(
        [
            ElementRole.Title, ElementRole.Title, ElementRole.DocumentNumber, ElementRole.Addressee, ElementRole.Body, ElementRole.Signature, ElementRole.Date,
            ElementRole.Note, ElementRole.Attachment, ElementRole.Heading1, ElementRole.Attachment,
        ]);
    }

    [Fact]
    public void Joint_issue_names_every_body()
    {
        var structure = Recover("某某市财政局\n某某市水利局文件\n某财农〔2026〕3号\n\n关于下达资金的通知\n\n各县财政局、水利局：\n　　现将资金下达给你们。\n\n某某市财政局　　某某市水利局\n2026年3月5日");

        structure.Issuers.ShouldBe(["某某市财政局", "某某市水利局"]);
        structure.Signatures.ShouldBe(["某某市财政局", "某某市水利局"]);
    }

    [Fact]
    public void Many_signers_go_on_beside_the_number()
    {
        var structure = Recover("某某县委文件\n签发人：王某某　李　某\n某发〔2026〕3号　　赵某某\n关于某事的请示\n市委：\n　　特此请示。");

        structure.Signers.ShouldBe(["王某某", "李某", "赵某某"]);
        structure.DocumentNumber.ShouldBe("某发〔2026〕3号");
    }

    [Fact]
    public void A_date_in_chinese_numerals_and_an_imprint_in_a_table_are_read()
    {
        Paragraph Cell(int index, string text, int row, int column) => new() { Index = index, Text = text, Place = ParagraphPlace.TableCell, Cell = new CellAddress(0, row, column) };
        var lines = SourceDocument.FromText("关于某事的批复\n某某局：\n　　同意。\n某某县人民政府\n二〇二六年十一月二十二日").Paragraphs;
        var document = new SourceDocument([.. lines, Cell(5, "抄送：县财政局。", 0, 0), Cell(6, "某某县人民政府办公室", 1, 0), Cell(7, "2026年11月23日印发", 1, 1)]);

        var structure = StructureRecovery.Recover(document);

        structure.Date.ShouldBe(new DateOnly(2026, 11, 22));
        structure.Roles.Skip(5).ShouldBe([ElementRole.CopyTo, ElementRole.Printing, ElementRole.Printing]);
        structure.CopyTo.ShouldBe("县财政局");
    }

    [Fact]
    public void Minutes_carry_their_kind_and_issue_in_the_head()
    {
        var structure = Recover("某某县人民政府常务会议纪要\n〔2026〕7号\n某某县人民政府办公室　2026年4月9日\n\n　　4月8日，县长主持召开会议，研究了三件事。");

        structure.Kind.ShouldBe(DocumentKind.纪要);
        structure.DocumentNumber.ShouldBe("〔2026〕7号");
        structure.Date.ShouldBe(new DateOnly(2026, 4, 9));
    }

    [Fact]
    public void Automatic_numbers_count_as_headings()
    {
        var document = new SourceDocument([new Paragraph { Index = 0, Text = "关于某事的意见" }, new Paragraph { Index = 1, Number = "一、", Text = "总体要求" }, new Paragraph { Index = 2, Number = "（一）", Text = "原则" }]);

        StructureRecovery.Recover(document).Roles.ShouldBe([ElementRole.Title, ElementRole.Heading1, ElementRole.Heading2]);
    }

    private static DocumentStructure Recover(string text) => StructureRecovery.Recover(SourceDocument.FromText(text));

    private static IEnumerable<ElementRole> Roles(DocumentStructure structure) =>
        structure.Roles.Where((_, i) => structure.Document.Paragraphs[i].Text.Trim().Length > 0);
}

using Zhongshu.Modules.FairCopies.Contracts;
using Zhongshu.Proofing.Documents;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Tests.Modules;

/// <summary>From a file that somebody made to the text that typesetting starts from, and from there to the elements.</summary>
public sealed class SourceTextTests
{
    [Fact]
    [Trait("req", "M3-B28")]
    public void The_structure_of_a_docx_is_recovered_whole()
    {
        var document = OfficialText.Parse("000001\n机密★1年\n特急\n清源县人民政府办公室文件\n清政办发〔2026〕12号 签发人：张某 李某\n关于报送督查工作材料的报告\n市人民政府：\n一、总体要求\n各单位要“抓落实”——见实效。\n附件：1.联络员名单\n2.填报说明\n清源县人民政府办公室\n2026年3月2日\n（联系人：张某）\n附件1\n联络员名单\n|序号|姓名|\n|1|李某|\n说明。\n抄送：县委办公室。\n清源县人民政府办公室 2026年3月2日印发");
        var read = Recover(Typesetter.ToDocx(document, LayoutRules.Standard), "报告.docx");

        read.Head.Issuers.ShouldBe(["清源县人民政府办公室"]);
        read.Head.Number.ShouldBe("清政办发〔2026〕12号");
        read.Head.Classification.ShouldBe("机密★1年");
        read.Head.Approvers.ShouldBe(["张某", "李某"]);
        read.Recipients.ShouldBe("市人民政府");
        read.AttachmentNames.ShouldBe(["联络员名单", "填报说明"]);
        (read.SignOff.Signatories.ShouldHaveSingleItem(), read.SignOff.Date, read.Note).ShouldBe(("清源县人民政府办公室", "2026年3月2日", "联系人：张某"));
        read.Attachments.ShouldHaveSingleItem().Title.ShouldBe("联络员名单");
        read.Imprint.ShouldBe(document.Imprint);
    }

    [Fact]
    [Trait("req", "M3-B28")]
    public void Those_that_issue_together_are_found_again()
    {
        var document = OfficialText.Parse("---\n发文机关: 清源县教育局、清源县财政局\n发文字号: 清教〔2026〕5号\n---\n关于做好食堂工作的通知\n各镇：\n请抓好落实。\n清源县教育局\t清源县财政局\n2026年9月1日");
        var read = Recover(Typesetter.ToDocx(document, LayoutRules.Standard), "联合.docx");

        read.Head.Issuers.ShouldBe(["清源县教育局", "清源县财政局"]);
        (read.Head.Number, read.Head.MarkSuffix, read.Title).ShouldBe(("清教〔2026〕5号", "文件", "关于做好食堂工作的通知"));
    }

    [Fact]
    [Trait("req", "M3-B28")]
    public void A_line_under_the_title_is_none_of_it_and_notes_stand_above_the_sign_off()
    {
        var document = new SourceDocument([.. new (string Text, ParagraphPlace Place)[]
        {
            ("在推进会上的讲话稿", ParagraphPlace.Body), ("称谓", ParagraphPlace.Body), ("各位同志：", ParagraphPlace.Body), ("一、开场说明", ParagraphPlace.Body), ("今天开会，任务明确。", ParagraphPlace.Body),
            ("云岭市数据局", ParagraphPlace.Body), ("2026年3月5日", ParagraphPlace.Body), ("数据来自年报。", ParagraphPlace.Footnote), ("内部资料", ParagraphPlace.Header),
        }.Select((p, i) => new Zhongshu.Proofing.Documents.Paragraph { Index = i, Text = p.Text, Place = p.Place })]);

        var read = OfficialText.Parse(SourceText.Of(document));

        read.Title.ShouldBe("在推进会上的讲话稿");
        (read.SignOff.Signatories.ShouldHaveSingleItem(), read.SignOff.Date).ShouldBe(("云岭市数据局", "2026年3月5日"));
        var body = string.Join('\n', read.Body.OfType<Zhongshu.Typesetting.Paragraph>().Select(p => string.Concat(p.Runs.Select(r => r.Text))));
        body.ShouldEndWith("今天开会，任务明确。\n注：数据来自年报。");
        body.ShouldContain("称谓");
    }

    private static OfficialDocument Recover(byte[] bytes, string name) => OfficialText.Parse(SourceText.Of(DocumentReader.Read(bytes, name).Document!));
}

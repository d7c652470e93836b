using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Text;

namespace Zhongshu.Engines.Tests.Typesetting;

/// <summary>Clause by clause what the other tests of pages do not measure.</summary>
public class FormTests
{
    private const double Char = 156 / 28.0;
    private const double Line = (225 - (16 / Sample.Mm)) / 21;

    [Fact]
    public void The_marks_of_classification_and_urgency_stand_at_the_top_left_in_heiti_in_their_order()
    {
        var head = Sample.Notice().Head with { CopyNumber = "000001", Classification = "机密★1年", Urgency = "特急" };
        var page = Sample.Layout(Sample.Notice() with { Head = head }).Pages[0];
        var lines = Sample.Lines(page);

        lines.Take(3).Select(l => l.Text).ShouldBe(["000001", "机密★1年", "特急"]);
        lines.Take(3).ShouldAllBe(l => Math.Abs(l.Left - 28) < 0.05);
        lines.Take(3).Select(l => Math.Round(l.Top - 37, 2)).ShouldBe([0, Math.Round(Line, 2), Math.Round(2 * Line, 2)]);
        page.Glyphs.Where(g => g.Code is '机' or '★' or '特').Take(3).ShouldAllBe(g => g.Face == FontRole.HeiTi && g.Size == 16);
    }

    [Fact]
    public void Joint_bodies_stand_above_one_another_spread_to_one_width_with_the_word_beside_their_middle()
    {
        var head = new DocumentHead { Issuers = ["清源县人民政府办公室", "清源县财政局", "清源县审计局"], Number = "清政办发〔2026〕12号" };
        var page = Sample.Layout(Sample.Notice() with { Head = head }).Pages[0];
        var red = page.Glyphs.Where(g => g.Ink == Ink.Red).ToList();
        var names = red.Where(g => g.Code is not ('文' or '件')).GroupBy(g => g.Top).OrderBy(g => g.Key).ToList();
        var word = red.Where(g => g.Code is '文' or '件').ToList();

        names.Select(n => string.Concat(n.OrderBy(g => g.X).Select(g => (char)g.Code))).ShouldBe(head.Issuers);
        names.Select(n => Math.Round(n.Min(g => g.X), 1)).Distinct().Count().ShouldBe(1);
        names.Select(n => Math.Round(n.Max(g => g.X), 1)).Distinct().Count().ShouldBe(1);
        word[0].X.ShouldBeGreaterThan(names[0].Max(g => g.X));
        var middle = (names[0].Key + names[^1].Key) / 2;
        word[0].Top.ShouldBe(middle, 0.1);
    }

    [Fact]
    public void However_many_bodies_issue_a_document_its_first_page_shows_text()
    {
        for (var count = 1; count <= 9; count++)
        {
            string[] issuers = [.. Enumerable.Range(1, count).Select(i => $"清源县第{i}联合工作部门")];
            var document = Sample.Notice(1, 40) with { Head = new DocumentHead { Issuers = issuers, Number = "清联发〔2026〕1号" }, Title = "关于印发《清源县若干措施》的通知" };
            Sample.Lines(Sample.Layout(document).Pages[0]).ShouldContain(l => l.Text.Contains("督查工作"), $"{count} bodies");
        }
    }

    [Fact]
    public void A_letter_has_its_double_rules_its_number_at_the_right_and_no_number_on_page_one()
    {
        var document = Sample.Notice(6, 200) with { Form = DocumentForm.Letter, Head = new DocumentHead { Issuers = ["清源县人民政府办公室"], MarkSuffix = "", Number = "清政办函〔2026〕7号", Urgency = "加急" } };
        var pages = Sample.Layout(document).Pages;
        var rules = pages[0].Rules.Where(r => r.Ink == Ink.Red).ToList();

        rules.Count.ShouldBe(4);
        rules.ShouldAllBe(r => Math.Abs(((r.X2 - r.X1) / Sample.Mm) - 170) < 0.01 && Math.Abs(((r.X1 + r.X2) / 2 / Sample.Mm) - 105) < 0.01);
        rules[0].Weight.ShouldBeGreaterThan(rules[1].Weight);
        rules[2].Weight.ShouldBeLessThan(rules[3].Weight);
        (pages[0].Glyphs.First(g => g.Ink == Ink.Red).Top / Sample.Mm).ShouldBe(30, 0.05);
        var first = Sample.Lines(pages[0]).Single(l => l.Text.StartsWith("加急", StringComparison.Ordinal));
        first.Right.ShouldBe(184, 0.1);
        pages[0].Number.ShouldBeNull();
        pages[1].Number.ShouldBe(2);
    }

    [Fact]
    public void An_order_has_its_mark_at_20_mm_its_number_centred_two_lines_below_and_its_stamp_four_characters_from_the_right()
    {
        var text = "---\n格式: 命令\n发文机关: 清源县人民政府令\n字号: 第7号\n印章: 签名章\n---\n《清源县办法》已经审议通过，现予公布。\n县长\n2026年3月25日";
        var layout = Sample.Layout(OfficialText.Parse(text));
        var mark = layout.Pages[0].Glyphs.Where(g => g.Ink == Ink.Red).ToList();
        var lines = Sample.Lines(layout.Pages[0]);
        var number = lines.Single(l => l.Text == "第7号");

        (mark[0].Top / Sample.Mm).ShouldBe(57, 0.05);
        (number.Top - ((mark[0].Top + mark[0].Size) / Sample.Mm)).ShouldBe(2 * Line, 0.05);
        ((number.Left + number.Right) / 2).ShouldBe(106, 0.1);
        ((layout.Seals[0].CentreX + (layout.Seals[0].Diameter / 2)) / Sample.Mm).ShouldBe(184 - (4 * Char), 0.05);
        lines.Single(l => l.Text == "2026年3月25日").Right.ShouldBe(184 - (4 * Char), 0.1);
        layout.Pages[0].Rules.ShouldNotContain(r => r.Ink == Ink.Red);
    }

    [Fact]
    public void Minutes_name_who_was_there_with_the_label_in_heiti_and_the_names_hanging_after_its_colon()
    {
        var names = string.Join('、', Enumerable.Range(0, 14).Select(i => "王某某"));
        var text = $"---\n格式: 纪要\n发文机关: 清源县人民政府常务会议纪要\n字号: 〔2026〕5号\n---\n研究春耕工作\n2026年4月8日，县长主持召开会议。现纪要如下：\n一、研究春耕工作\n会议指出，要抢抓农时。\n出席：{names}\n请假：卫某";
        var document = OfficialText.Parse(text);
        var page = Sample.Layout(document).Pages[0];
        var lines = Sample.Lines(page);
        var at = lines.FindIndex(l => l.Text.StartsWith("出席：", StringComparison.Ordinal));

        document.Recipients.ShouldBeEmpty();
        (page.Glyphs.Single(g => g.Ink == Ink.Red && g.Code == '清').Top / Sample.Mm).ShouldBe(72, 0.05);
        lines[at].Left.ShouldBe(28 + (2 * Char), 0.05);
        (lines[at].Top - lines[at - 1].Top).ShouldBe(2 * Line, 0.05);
        lines[at + 1].Left.ShouldBe(28 + (5 * Char), 0.05);
        page.Glyphs.Where(g => g.Code is '席' or '假').ShouldAllBe(g => g.Face == FontRole.HeiTi);
        page.Glyphs.Where(g => g.Code is '卫').ShouldAllBe(g => g.Face == FontRole.FangSong);
    }

    [Fact]
    public void An_attachment_that_opens_with_a_wide_table_is_turned_whole_and_keeps_its_table_head_on_later_pages()
    {
        IReadOnlyList<string> row = [.. Enumerable.Range(0, 10).Select(i => "内容")];
        var attachment = new Attachment("附件2", "责任人名册", [new TableBlock([.. Enumerable.Repeat(row, 40).Prepend([.. Enumerable.Range(1, 10).Select(i => $"栏目{i}")])])]);
        var pages = Sample.Layout(Sample.Notice() with { Attachments = [attachment], Imprint = new Imprint() }).Pages;

        pages.Count(p => p.Turned).ShouldBe(3);
        var turned = pages.Where(p => p.Turned).ToList();
        Sample.Lines(turned[0])[0].Text.ShouldBe("附件2");
        Sample.Lines(turned[0])[1].Text.ShouldBe("责任人名册");
        turned.ShouldAllBe(p => Sample.Lines(p).Any(l => l.Text.StartsWith("栏目1", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_attachment_note_hangs_its_names_and_closes_with_no_mark()
    {
        var document = Sample.Notice() with { AttachmentNames = ["清源县二〇二六年度小型水库除险加固工程项目建设任务分解表", "责任人名册"] };
        var lines = Sample.Layout(document).Pages.SelectMany(Sample.Lines).ToList();
        var at = lines.FindIndex(l => l.Text.StartsWith("附件：1.", StringComparison.Ordinal));

        lines[at].Left.ShouldBe(28 + (2 * Char), 0.05);
        lines[at + 1].Left.ShouldBeGreaterThan(28 + (5 * Char));
        lines[at + 2].Text.ShouldBe("2.责任人名册");
        lines[at + 2].Left.ShouldBe(28 + (5 * Char), 0.05);
        var second = Sample.Layout(document).Pages.SelectMany(p => p.Glyphs).ToList();
        lines[at + 1].Left.ShouldBe(second[second.FindIndex(g => g.Code == '责')].X / Sample.Mm, 0.05);
    }

    [Fact]
    public void A_title_keeps_its_years_and_the_names_of_its_bodies_whole()
    {
        var document = Sample.Notice() with
        {
            Head = new DocumentHead { Issuers = ["清源县财政局", "清源县教育局"], Number = "清财〔2026〕8号" },
            Title = "清源县财政局　清源县教育局关于申请追加2026年义务教育学校校舍维修改造资金的请示",
        };
        var lines = Sample.Lines(Sample.Layout(document).Pages[0]).Select(l => l.Text).ToList();
        lines.ShouldContain(l => l.Contains("清源县财政局") && l.Contains("清源县教育局"));
        lines.ShouldContain(l => l.Contains("2026年"));
    }

    [Fact]
    public void A_line_that_opens_the_text_is_no_addressee()
    {
        OfficialText.Parse("关于事项的通告\n现将有关事项通告如下：\n一、第一项").Recipients.ShouldBeEmpty();
        OfficialText.Parse("关于事项的通知\n各镇人民政府：\n请办理。").Recipients.ShouldBe("各镇人民政府");
    }

    [Theory]
    [InlineData("临政发 [2026] 12号\n签发人：张某某", "临政发 [2026] 12号")]
    [InlineData("签发人：张某某\n临政发（2026）第12号", "临政发（2026）第12号")]
    [InlineData("临政发〔2026〕12号 签发人：张某某", "临政发〔2026〕12号")]
    public void A_printed_head_is_known_however_it_was_typed(string lines, string number)
    {
        var document = OfficialText.Parse($"000012\n特急\n临江市人民政府文件\n{lines}\n关于做好防汛工作的请示\n省人民政府：\n妥否，请批示。");

        (document.Head.Number, document.Head.Urgency, document.Head.CopyNumber).ShouldBe((number, "特急", "000012"));
        document.Head.Issuers.ShouldBe(["临江市人民政府"]);
        document.Head.Approvers.ShouldBe(["张某某"]);
        document.Title.ShouldBe("关于做好防汛工作的请示");
    }

    [Theory]
    [InlineData("关于开展调研的报告\n工作情况", "关于开展调研的报告")]
    [InlineData("关于印发防汛应急预案\n的通知\n各镇：", "关于印发防汛应急预案\n的通知")]
    [InlineData("云岭市数据局\n关于开展培训的通知\n各镇：", "云岭市数据局\n关于开展培训的通知")]
    [InlineData("# 云岭市数据局\n# 年度要点\n各镇：", "云岭市数据局\n年度要点")]
    [InlineData("样例\n生成日期：1\n正文。", "样例")]
    public void A_title_ends_where_titles_end(string text, string title) => OfficialText.Parse(text + "\n正文一句。\n正文二句。").Title.ShouldBe(title);

    [Theory]
    [InlineData("关于开展“我的家乡”传播素材整理工作的通知", "传播")]
    [InlineData("在“我的家乡”传播素材整理工作部署会上的讲话稿", "整理")]
    [InlineData("关于进一步加强全市中小学校园食堂集中采购管理工作的通知", "采购")]
    public void A_title_is_never_broken_inside_a_common_word(string title, string word) =>
        TitleShape.Lines(title, 16 * 22, 22, TitleWords.Standard).ShouldContain(line => line.Contains(word));

    [Fact]
    public void An_address_fills_its_line()
    {
        var text = "用于本报告展示附件插图的说明，来源：https://knowyourmeme.example.com/photos/3227581-dmg-wo-de-dao-dun-cheems-feng，已核对。";
        var lines = Sample.Lines(Sample.Layout(Sample.TextOnly(text)).Pages[0]);
        lines.Count(l => l.Text.Length > 0 && l.Text[0] != '—').ShouldBeLessThanOrEqualTo(4);
        string.Concat(lines.Select(l => l.Text)).ShouldContain("knowyourmeme.example.com/photos/3227581-dmg-wo-de-dao-dun-cheems-feng");
    }

    [Fact]
    public void An_address_that_would_leave_a_hole_is_broken_after_one_of_its_marks()
    {
        var text = "请报县防汛办（邮箱fangxun.bangongshi.changwei@qingyuan.fangxun.example.cn，电话0123-4567890）。";
        var lines = Sample.Lines(Sample.Layout(Sample.TextOnly(text)).Pages[0]);
        lines.ShouldContain(l => l.Text.EndsWith('@') || l.Text.EndsWith('.'));
        lines.ShouldContain(l => l.Text.Contains("0123-4567890"));
    }

    [Fact]
    public void A_published_text_with_its_number_under_the_title_and_what_it_issues_after_its_date_is_read_as_such()
    {
        var document = OfficialText.Parse("清源县人民政府关于印发清源县职业教育改革\n实施方案的通知\n清政发〔2026〕4号\n\n各镇人民政府：\n现将《清源县职业教育改革实施方案》印发给你们，请认真执行。\n清源县人民政府\n2026年1月24日\n（此件公开发布）\n清源县职业教育改革实施方案\n为推进改革，制定本方案。\n一、总体要求\n坚持问题导向。");

        document.Title.ShouldBe("清源县人民政府关于印发清源县职业教育改革\n实施方案的通知");
        (document.Head.Number, document.Head.Issuers.Count).ShouldBe(("清政发〔2026〕4号", 0));
        document.Recipients.ShouldBe("各镇人民政府");
        (document.SignOff.Signatories.Single(), document.SignOff.Date, document.Note).ShouldBe(("清源县人民政府", "2026年1月24日", "此件公开发布"));
        var issued = document.Attachments.Single();
        (issued.Label, issued.Title, issued.Body.Count).ShouldBe(("", "清源县职业教育改革实施方案", 3));
    }
}

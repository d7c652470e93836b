using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Engines.Tests.Typesetting;

public class TextTests
{
    [Fact]
    public void No_line_starts_with_a_closing_mark_or_ends_with_an_opening_one()
    {
        var text = string.Concat(Enumerable.Repeat("会议强调，要“抓落实”（重在细节）；对《清源县规划》等文件、方案、要点，逐条对照！", 70));
        foreach (var line in Sample.Layout(Sample.TextOnly(text)).Pages.SelectMany(Sample.Lines))
        {
            "，。、；：！？）》”".ShouldNotContain(line.Text[0].ToString());
            "（《“".ShouldNotContain(line.Text[^1].ToString());
            // A closing mark gives up the white half of its box at the end of a line.
            line.Right.ShouldBeLessThan(28 + 156 + (line.Text[^1] > 0x7F && "，。、；：！？）》”".Contains(line.Text[^1]) ? 2.9 : 0.2));
        }
    }

    [Fact]
    public void Numbers_latin_words_dashes_and_ellipses_are_never_broken()
    {
        var text = Sample.Repeat("二〇二六年2026.5万元，系统GB/T9704运行——平稳……共计123456789件。", 2000);
        var lines = Sample.Layout(Sample.TextOnly(text)).Pages.SelectMany(Sample.Lines).Select(l => l.Text).ToList();
        for (var i = 1; i < lines.Count; i++)
        {
            (char.IsAsciiLetterOrDigit(lines[i - 1][^1]) && char.IsAsciiLetterOrDigit(lines[i][0])).ShouldBeFalse();
            (lines[i - 1][^1] == lines[i][0] && lines[i][0] is '—' or '…').ShouldBeFalse();
        }
    }

    [Fact]
    public void Quotes_and_dashes_take_the_chinese_face_and_digits_the_latin_one()
    {
        var page = Sample.Layout(Sample.TextOnly("“十四五”期间——增长5%")).Pages[0];
        var glyphs = page.Glyphs.Take(page.NumberFrom).ToList();
        glyphs.Where(g => g.Code is '“' or '”' or '—').ShouldAllBe(g => g.Face == FontRole.FangSong);
        glyphs.Single(g => g.Code == '%').Face.ShouldBe(FontRole.Latin);
    }

    [Theory]
    [InlineData("清源县人民政府办公室关于印发《清源县突发公共事件总体应急预案》的通知")]
    [InlineData("清源县人民政府办公室关于进一步加强和改进全县政务督查督办工作的通知")]
    [InlineData("清源县人民政府办公室关于转发县发展改革局等部门清源县推进基层公共服务一体化发展工作实施方案的通知")]
    public void A_long_title_is_a_trapezium_or_a_rhombus_with_no_word_broken(string title)
    {
        var page = Sample.Layout(new OfficialDocument { Title = title }).Pages[0];
        var lines = Sample.Lines(page);

        string.Concat(lines.Select(l => l.Text)).ShouldBe(title);
        lines.ShouldAllBe(l => Math.Abs(((l.Left + l.Right) / 2) - 106) < 0.2);
        var widths = lines.Select(l => l.Right - l.Left).ToList();
        widths.Distinct().Count().ShouldBe(lines.Count);
        var rises = widths.Zip(widths.Skip(1), (a, b) => Math.Sign(b - a)).ToList();
        string.Concat(rises.Select(r => r > 0 ? '+' : '-')).ShouldNotContain("-+", customMessage: "an hourglass");
        foreach (var word in new[] { "关于", "通知", "政府", "办公室", "工作", "应急", "预案", "方案", "部门", "服务" })
            if (title.Contains(word)) lines.ShouldContain(l => l.Text.Contains(word));
        lines.Skip(1).ShouldAllBe(l => l.Text[0] != '的');
    }

    [Fact]
    public void Layout_loses_and_reorders_no_character_whatever_the_text()
    {
        var texts = Gen.Choose(0, 400).SelectMany(n => Gen.ArrayOf(Gen.Frequency(
            (8, Gen.Choose(0x4E00, 0x9FA5)), (3, Gen.Elements("，。、；：“”《》（）—…！？〔〕".Select(c => (int)c).ToArray())),
            (3, Gen.Choose(0x21, 0x7E)), (1, Gen.Choose(0x20000, 0x2A6DF)), (1, Gen.Choose(0xD800, 0xDFFF)), (1, Gen.Choose(0x0, 0x1F)), (1, Gen.Choose(0x80, 0xFFFF))), n));
        Prop.ForAll(texts.ToArbitrary(), codes =>
        {
            var text = string.Concat(codes.Select(c => c > 0xFFFF ? char.ConvertFromUtf32(c) : ((char)c).ToString()));
            var shown = Sample.Layout(Sample.TextOnly(text)).Text;
            return Sample.Visible(shown) == Sample.Visible(Zhongshu.Typesetting.Text.CharKinds.Clean(text));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_lone_surrogate_and_a_control_character_are_shown_as_a_replacement_mark()
    {
        Sample.Layout(Sample.TextOnly("甲\uD800乙\u0007丙𠀀")).Text.ShouldBe("甲\uFFFD乙\uFFFD丙𠀀");
    }

    [Fact]
    public void Plain_text_is_read_as_a_document()
    {
        var document = OfficialText.Parse("""
            关于报送督查联络员名单的通知

            各乡镇人民政府：

            现就有关事项通知如下。
            一、总体要求
            （一）提高认识。各单位要高度重视。
            附件：1. 联络员名单
            2. 填报说明

            清源县人民政府办公室
            2026年3月2日

            （联系人：张某）

            附件1
            联络员名单
            | 序号 | 姓名 |
            | --- | --- |
            | 1 | 李某 |
            """);

        document.Title.ShouldBe("关于报送督查联络员名单的通知");
        document.Recipients.ShouldBe("各乡镇人民政府");
        document.Body.OfType<Paragraph>().Select(p => p.Level).ShouldBe([0, 1, 2]);
        document.Body.OfType<Paragraph>().Last().Runs.Select(r => r.Face).ShouldBe([FontRole.KaiTi, FontRole.FangSong]);
        document.AttachmentNames.ShouldBe(["联络员名单", "填报说明"]);
        document.SignOff.Signatories.ShouldBe(["清源县人民政府办公室"]);
        document.SignOff.Date.ShouldBe("2026年3月2日");
        document.Note.ShouldBe("联系人：张某");
        document.Attachments.Single().Title.ShouldBe("联络员名单");
        document.Attachments.Single().Body.OfType<TableBlock>().Single().Rows.Count.ShouldBe(2);
    }

    [Fact]
    public void Rulers_open_a_head_only_around_known_elements()
    {
        var head = OfficialText.Parse("---\n发文机关: 甲办公室、乙局\n字号: 甲办发〔2026〕1号\n印章: 无\n---\n关于某事的通知");
        head.Head.Issuers.ShouldBe(["甲办公室", "乙局"]);
        head.SignOff.Style.ShouldBe(SignOffStyle.Plain);
        head.Title.ShouldBe("关于某事的通知");
        foreach (var text in new[] { "---\n---\n附件1", "---\n\n---", "---\n甲：乙\n---", "---" })
            Sample.Visible(Sample.Layout(OfficialText.Parse(text)).Text).ShouldBe(Sample.Visible(text));
    }

    [Fact]
    public void A_unit_overrides_single_figures_and_a_misspelt_one_is_refused()
    {
        LayoutRules.Parse("figures:\n  - { id: seal.diameter, value: 42, unit: mm, clause: '', strength: 本单位, name: 印章直径 }").Pt("seal.diameter").ShouldBe(42 * Sample.Mm, 0.01);
        Should.Throw<FormatException>(() => LayoutRules.Parse("figures:\n  - { id: seal.diametre, value: 42, unit: mm }")).Message.ShouldContain("seal.diametre");
    }
}

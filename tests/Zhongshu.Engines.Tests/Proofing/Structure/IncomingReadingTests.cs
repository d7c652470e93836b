using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Engines.Tests.Proofing.Structure;

public sealed class IncomingReadingTests
{
    [Fact]
    public void A_letter_that_came_in_fills_the_form()
    {
        var reading = From("""
            某某省教育厅文件
            加急
            某教函〔2026〕88号
            关于报送校园安全工作情况的函
            某某市人民政府：
            　　请贵市于2026年12月5日前将有关情况反馈我厅。
            　　联系人：李某，电话：010-12345678
            某某省教育厅
            2026年11月20日
            """);

        reading.Title!.Value.ShouldBe("关于报送校园安全工作情况的函");
        (reading.Sender!.Value, reading.Sender.Paragraph).ShouldBe(("某某省教育厅", 0));
        (reading.DocumentNumber!.Value, reading.DocumentNumber.Paragraph).ShouldBe(("某教函〔2026〕88号", 2));
        reading.Date!.Value.ShouldBe(new DateOnly(2026, 11, 20));
        (reading.Urgency!.Value, reading.Urgency.Paragraph).ShouldBe(("加急", 1));
        reading.Addressee!.Value.ShouldBe("某某市人民政府");
        reading.Kind!.Value.ShouldBe(DocumentKind.函);
        (reading.Deadline!.Value, reading.Deadline.Paragraph).ShouldBe((new DateOnly(2026, 12, 5), 5));
        reading.Contact!.Value.ShouldBe("联系人：李某，电话：010-12345678");
        reading.Classification.ShouldBeNull();
    }

    [Fact]
    public void A_deadline_without_a_year_lies_after_the_document()
    {
        From("关于报送总结的通知\n各科室：\n　　请于1月10日下班前报办公室。\n某某局办公室\n2026年12月20日").Deadline!.Value.ShouldBe(new DateOnly(2027, 1, 10));
    }

    [Theory]
    [InlineData("2025年12月31日之前已完成转制的企业，可继续享受。")]
    [InlineData("报备机关应当于每年2月1日前，将上一年度目录报上级。")]
    [InlineData("会议于11月30日召开。")]
    public void A_date_that_asks_for_nothing_is_no_deadline(string sentence)
    {
        From($"关于某事的通知\n各科室：\n　　{sentence}\n某某局\n2026年11月20日").Deadline.ShouldBeNull();
    }

    [Fact]
    public void The_sender_comes_from_the_signature_or_the_title_without_a_red_head()
    {
        From("关于某事的通知\n各科室：\n　　照办。\n某某市卫生健康委员会\n2026年11月20日").Sender!.Value.ShouldBe("某某市卫生健康委员会");
        From("某某县委办公室　某某县人民政府办公室关于某事的通知\n\n照办，写一句完整的话。").Sender!.Value.ShouldBe("某某县委办公室、某某县人民政府办公室");
    }

    [Fact]
    public void A_units_own_table_of_letters_goes_first()
    {
        var reading = IncomingReading.From(SourceDocument.FromText("某卫发〔2026〕1号\n关于某事的通知\n各科室：\n照办。"), new Dictionary<string, string> { ["某卫发"] = "某某市卫生健康委员会" });

        reading.Sender!.Value.ShouldBe("某某市卫生健康委员会");
    }

    [Fact]
    public void Whatever_the_text_the_suggestions_point_into_it()
    {
        string[] words = ["某某市人民政府文件", "某政发〔2026〕1号", "机密★1年", "特急", "关于", "的通知", "：", "。", "一、", "（一）", "附件：1.甲", "附件1", "2026年11月2日", "99月99日前报", "请于1月1日前", "抄送：", "印发", "（注）", "\n", "\n\n", "　　", "签发人：", "联系人：", "\uD800", "①"];
        var texts = Gen.ListOf(Gen.Elements(words)).Select(parts => string.Concat(parts));

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var reading = From(text);
            var paragraphs = reading.Structure.Document.Paragraphs;
            var places = new (int Paragraph, string Text)?[]
            {
                Place(reading.Title), Place(reading.Sender), Place(reading.DocumentNumber), Place(reading.Date), Place(reading.Classification),
                Place(reading.Urgency), Place(reading.Addressee), Place(reading.Kind), Place(reading.Deadline), Place(reading.Contact),
            };
            return reading.Structure.Roles.Count == paragraphs.Count
                && places.All(p => p is null || paragraphs[p.Value.Paragraph].Text.Contains(p.Value.Text, StringComparison.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static (int, string)? Place<T>(Suggested<T>? suggested) => suggested is null ? null : (suggested.Paragraph, suggested.Text);

    private static IncomingReading From(string text) => IncomingReading.From(SourceDocument.FromText(text));
}

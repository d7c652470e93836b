using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Rules;
using Zhongshu.Proofing.Rules.Lengths;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Engines.Tests.Proofing.Rules;

public sealed class LengthTests
{
    [Theory]
    [Trait("req", "M3-A01")]
    [Trait("req", "M3-A02")]
    [Trait("req", "M3-A04")]
    [Trait("req", "M3-A05")]
    [Trait("req", "M3-A03")]
    [Trait("req", "M3-A06")]
    [InlineData(DocumentKind.督查专报, 1000)]
    [InlineData(DocumentKind.研究报告, 5000)]
    [InlineData(DocumentKind.通知, 3000)]
    [InlineData(DocumentKind.请示, 2000)]
    [InlineData(DocumentKind.报告, 2000)]
    [InlineData(DocumentKind.信息, 800)]
    [InlineData(DocumentKind.简报, 1500)]
    public void A_local_hard_limit_holds_to_the_character(DocumentKind kind, int limit)
    {
        var local = CheckContext.Empty with { Level = OfficeLevel.Township };
        Limits(kind, limit, local).ShouldBeEmpty();
        var finding = Limits(kind, limit + 1, local).ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.Error);
        finding.Message.ShouldContain(limit.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [Trait("req", "M3-A07")]
    [Trait("req", "M3-A08")]
    [Trait("req", "M3-A10")]
    [InlineData(OfficeLevel.Township, 5000)]
    [InlineData(OfficeLevel.City, 8000)]
    public void A_soft_limit_depends_on_the_level_and_asks_for_a_reason(OfficeLevel level, int limit)
    {
        var local = CheckContext.Empty with { Level = level };
        Limits(DocumentKind.讲话稿, limit, local).ShouldBeEmpty();
        var finding = Limits(DocumentKind.讲话稿, limit + 1, local).ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.Suggestion);
        finding.Message.ShouldContain("理由");
    }

    [Theory]
    [Trait("req", "M3-A09")]
    [InlineData("在全市经济工作会议上的讲话", false)]
    [InlineData("在企业家座谈会上的讲话", true)]
    public void A_speech_at_another_meeting_than_that_of_the_whole_city_is_shorter(string title, bool isTooLong)
    {
        var text = Pipeline.Structure(DocumentKind.讲话稿, (ElementRole.Title, title), (ElementRole.Body, new string('文', 5001))) with { Title = title };
        Pipeline.Check(text, CheckContext.Empty with { Level = OfficeLevel.City }).Any(f => f.Rule == "length.limit-soft").ShouldBe(isTooLong);
    }

    [Fact]
    [Trait("req", "M3-A01")]
    public void Rules_and_measures_are_exempt() => Limits(DocumentKind.办法, 6000, CheckContext.Empty with { Level = OfficeLevel.Township }).ShouldBeEmpty();

    [Fact]
    [Trait("req", "M3-B01")]
    public void A_request_to_the_centre_has_its_own_limit()
    {
        var text = Pipeline.Structure(DocumentKind.请示, (ElementRole.Title, "关于有关事项的请示"), (ElementRole.Body, new string('文', 3001))) with { Addressee = "党中央" };
        Pipeline.Check(text).ShouldContain(f => f.Rule == "length.limit-soft" && f.Message.Contains("3000", StringComparison.Ordinal));
    }

    [Fact]
    public void Characters_are_counted_as_an_office_counts_them()
    {
        TextCounts.Words("会议于2026年3月5日召开，GDP增长5.2%。").ShouldBe(17);
        TextCounts.Words("　　青石县 人民政府").ShouldBe(7);
    }

    [Fact]
    [Trait("req", "M3-A24")]
    public void A_text_that_only_changes_last_years_dates_is_named_so()
    {
        const string Last = "2025年3月5日，县政府召开安全生产工作会议，部署全年重点任务。\n各乡镇要压实责任，深入排查隐患，确保安全形势稳定，并于2025年4月1日前报送进展。";
        var now = Last.Replace("2025年3月5日", "2026年3月9日", StringComparison.Ordinal).Replace("2025年4月1日", "2026年4月8日", StringComparison.Ordinal);
        Pipeline.Check(now, CheckContext.Empty with { LastYear = Last }).ShouldContain(f => f.Rule == "length.only-dates");
    }

    [Fact]
    [Trait("req", "M3-A25")]
    public void Much_of_last_years_text_word_for_word_is_remarked_on_and_a_new_text_is_not()
    {
        const string Last = "一年来，全镇抓项目、促发展，完成投资三亿元，新建产业园两处，带动就业五百人，群众收入稳步提高，环境持续改善，治理水平明显提升。";
        var now = Last + "下一步，还要办好实事。";
        Pipeline.Check(now, CheckContext.Empty with { LastYear = Last }).ShouldContain(f => f.Rule == "length.same-as-last-year");
        Pipeline.Check("今年以来，镇上修通了三条公路，新建了两所幼儿园，老人吃饭有了食堂，孩子放学有人照看，村民看病也不用再跑县城，日子越过越有盼头，大家都说干部办事实在，说到做到，心里踏实得很。", CheckContext.Empty with { LastYear = Last })
            .ShouldNotContain(f => f.Rule == "length.same-as-last-year");
    }

    [Fact]
    [Trait("req", "M3-A23")]
    public void Names_of_other_places_are_left_over_from_a_copied_text()
    {
        var own = CheckContext.Empty with { OwnPlaces = ["青石县"] };
        Pipeline.Check("在白河县委的领导下，青石县委抓好落实。", own).ShouldHaveSingleItem().Text.ShouldBe("白河县");
        Pipeline.Check("在白河县委的领导下。").ShouldBeEmpty();
    }

    [Fact]
    [Trait("req", "M3-A13")]
    [Trait("req", "M3-B05")]
    public void Much_background_is_remarked_on()
    {
        var background = "当前形势错综复杂，做好这项工作具有重要意义，是推动发展的必然要求，各单位务必高度重视，切实增强做好工作的责任感。";
        var work = "各乡镇要逐村摸排，逐户登记，建立清单，明确专人，限期整改，按月报送进展，县政府办公室适时组织督查。";
        Pipeline.Check(string.Join('\n', Enumerable.Repeat(background, 8).Concat(Enumerable.Repeat(work, 8)))).ShouldContain(f => f.Rule == "length.background");
        Pipeline.Check(string.Join('\n', Enumerable.Repeat(background, 1).Concat(Enumerable.Repeat(work, 15)))).ShouldNotContain(f => f.Rule == "length.background");
    }

    [Fact]
    [Trait("req", "M3-B03")]
    public void One_measure_takes_one_sentence()
    {
        var text = Pipeline.Structure(DocumentKind.方案, (ElementRole.Body, "1.建立台账。明确专人。按月报送。"), (ElementRole.Body, "2.按月报送进展。"));
        Pipeline.Check(text).ShouldHaveSingleItem().Rule.ShouldBe("length.measure");
    }

    [Fact]
    [Trait("req", "M3-B04")]
    public void A_sentence_of_more_than_150_characters_is_long()
    {
        Pipeline.Check(string.Concat(Enumerable.Repeat("各单位要抓好落实，", 20)) + "确保实效。").ShouldHaveSingleItem().Rule.ShouldBe("length.sentence");
        Pipeline.Check(string.Concat(Enumerable.Repeat("各单位要抓好落实。", 20))).ShouldNotContain(f => f.Rule == "length.sentence");
    }

    [Fact]
    [Trait("req", "M3-A30")]
    public void Courtesies_may_be_cut() => Pipeline.Check("感谢各位在百忙之中参加会议。").ShouldHaveSingleItem().Rule.ShouldBe("length.courtesy");

    private static List<Finding> Limits(DocumentKind kind, int words, CheckContext context)
    {
        var text = Pipeline.Structure(kind, (ElementRole.Title, "关于有关事项的" + kind), (ElementRole.Body, new string('文', words)));
        return [.. Pipeline.Check(text, context).Where(f => f.Rule.StartsWith("length.limit", StringComparison.Ordinal))];
    }
}

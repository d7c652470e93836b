namespace Zhongshu.Engines.Tests.Proofing.Rules;

public sealed class ExamplesTests
{
    [Theory]
    [InlineData("各单位要认真布署今年的工作。", "typo.word", "布署", "部署")]
    [InlineData("截止2026年6月底，已完成投资3亿元。", "typo.context", "截止", "截至")]
    [InlineData("会议听取了汇报,研究了下步工作。", "punct.half-width", ",", "，")]
    [InlineData("要压实责任，，确保落实。", "punct.double", "，，", "，")]
    [InlineData("（一）、加强领导。", "punct.ordinal-bracket", "、", "")]
    [InlineData("一.总体要求", "punct.ordinal-chinese", ".", "、")]
    [InlineData("资金、人员、设备、等要素向基层倾斜。", "punct.before-etc", "、", "")]
    [InlineData("有三、四个问题需要研究。", "punct.rough-number", "、", "")]
    [InlineData("全年增长5～6%左右的目标可以实现。", "number.percent-range", "", "%")]
    [InlineData("二○二六年三月五日", "number.year-circle", "二○二六", "二〇二六")]
    [InlineData("二0二六年三月五日", "number.year-zero", "二0二六", "二〇二六")]
    [InlineData("各单位要认真准备，,确保落实。", "punct.double", "，,", "，")]
    [InlineData("要抓好落实。.", "punct.double", "。.", "。")]
    [InlineData("会议强调：“要抓落实。”。", "punct.quote-stop", "。", "")]
    [InlineData("包括农业、工业等等……", "punct.ellipsis-etc", "等等……", "……")]
    [InlineData("大约五、六十人参加。", "punct.rough-number", "、", "")]
    [InlineData("共有十七、八个。", "punct.rough-number", "、", "")]
    [InlineData("要顺利的推进改革。", "typo.context", "顺利的", "顺利地")]
    [InlineData("要坚决杜绝不发生事故。", "typo.context", "杜绝不发生", "杜绝发生")]
    [InlineData("近20余家企业参加。", "number.twice", "近20余", null)]
    [InlineData("年满18岁以上以上的人员可以报名。", "typo.repeat-block", "以上以上", "以上")]
    [InlineData("由办公室办公室负责。", "typo.repeat-block", "办公室办公室", "办公室")]
    [InlineData("编制十五五规划。", "typo.context", "十五五规划", "“十五五”规划")]
    [InlineData("全县共有 120 所学校，12 个乡镇。", "number.blank", " ", "")]
    [InlineData("2026年三月五日，会议召开。", "number.date-mixed", "2026年三月五日", "2026年3月5日")]
    [InlineData("二〇二六年3月十五日，会议召开。", "number.date-mixed", "二〇二六年3月十五日", "2026年3月15日")]
    [InlineData("（共印50份）", "kind.old-rule", "（共印", null)]
    [InlineData("会议定于2月30日召开。", "consistency.date", "2月30日", null)]
    [InlineData("会议定于2026年3月5日（星期五）召开。", "consistency.weekday", "五", "四")]
    public void One_error_in_a_sentence_is_found_with_its_place(string text, string rule, string stretch, string? fix)
    {
        var finding = Pipeline.Check(text).ShouldHaveSingleItem();
        finding.Rule.ShouldBe(rule);
        finding.Text.ShouldBe(stretch);
        finding.Fix.ShouldBe(fix);
    }

    [Fact]
    public void Signs_of_less_and_more_are_no_title_marks() =>
        Pipeline.Check("请学习《水利部关于印发<小型水库管理办法>的通知》。").Select(f => (f.Rule, f.Text, f.Fix)).ShouldBe([("punct.nested-title", "<", "〈"), ("punct.nested-title", ">", "〉")]);

    [Theory]
    [InlineData("六、七十年代兴建的水库。")]
    [InlineData("第十七、十八条规定。")]
    [InlineData("见《A<B的情形》一书。")]
    public void What_only_looks_like_a_rough_number_or_a_title_is_left(string text) =>
        Pipeline.Check(text).ShouldNotContain(f => f.Rule == "punct.rough-number" || f.Rule == "punct.nested-title");

    [Theory]
    [InlineData("一、总体要求\n三、重点任务", "heading.gap")]
    [InlineData("（一）加强领导\n（一）加大投入", "heading.repeat")]
    [InlineData("一、总体要求\n（1）加强领导", "heading.skip-two")]
    [InlineData("一是加强领导，三是强化保障。", "heading.series-gap")]
    public void Level_numbers_must_follow_one_another(string text, string rule) =>
        Pipeline.Check(text).ShouldContain(finding => finding.Rule == rule);

    [Fact]
    public void A_list_of_attachments_has_stops_after_its_numbers() =>
        Pipeline.Check("关于校舍安全的通知\n特此通知。\n附件：1、校舍安全项目表\n2、资金测算表").Where(f => f.Rule.StartsWith("punct.ordinal", StringComparison.Ordinal) || f.Rule.StartsWith("heading", StringComparison.Ordinal))
            .Select(f => (f.Rule, f.Fix)).ShouldBe([("punct.ordinal-arabic", "."), ("punct.ordinal-arabic", ".")]);

    [Theory]
    [InlineData("一、总体要求\n三、重点任务", "“二、”（前一个是“一、”）")]
    [InlineData("（九）加强领导\n（十一）加大投入", "“（十）”（前一个是“（九）”）")]
    [InlineData("一、总体要求\n1．目标\n3．原则", "“2．”（前一个是“1．”）")]
    public void What_is_missing_is_named_as_the_series_writes_it(string text, string said) =>
        Pipeline.Check(text).Single(finding => finding.Rule == "heading.gap").Message.ShouldContain(said);

    [Theory]
    [InlineData("保险标的的转让应当通知保险人，（二）、（四）项规定的除外。")]
    [InlineData("根据《青石县人民政府关于印发〈工作规则〉的通知》（青政发〔2026〕3号），现通知如下。")]
    [InlineData("（二）完善机制。2026年3月5日（星期四）上午9:30，会议在县政府召开。")]
    [InlineData("经济增长5%～6%，投入资金3万～5万元，覆盖三四个乡镇，惠及群众1,234人。")]
    [InlineData("联系电话：0591-12345678，网址：http://www.example.cn/a,b。")]
    [InlineData("一是加强领导，二是强化保障，三是严肃纪律。")]
    public void Clean_official_text_is_left_alone(string text) => Pipeline.Check(text).ShouldBeEmpty();

    [Theory]
    [InlineData("支持中小企业创业创新。")]
    [InlineData("要一件一件抓好落实。")]
    [InlineData("这件事还要研究研究。")]
    [InlineData("落实落实再落实。")]
    [InlineData("再审申请人申请人民法院委托鉴定。")]
    [InlineData("二〇二〇年共签约400多个项目。")]
    [InlineData("“十五五”规划纲要已经印发。")]
    [InlineData("网址是www.example.cn。")]
    public void What_only_looks_doubled_is_let_stand(string text) => Pipeline.Check(text).ShouldBeEmpty();
}

namespace Zhongshu.Engines.Tests.Proofing.Rules;

/// <summary>Sums, growth and shares that a text works out itself.</summary>
public sealed class ArithmeticTests
{
    [Theory]
    [Trait("req", "M3-B22")]
    [InlineData("直接经济损失3400万元，其中农业损失1200万元、工业损失800万元、基础设施损失1500万元。", "consistency.sum", "3400万元，其中农业损失1200万元、工业损失800万元、基础设施损失1500万元")]
    [InlineData("教育局长共计45人。其中：局长15人、副局长15人、股长14人。", "consistency.sum", "45人。其中：局长15人、副局长15人、股长14人")]
    [InlineData("全市现有水库132座，其中，小一型水库45座，小二型水库88座。", "consistency.sum", "132座，其中，小一型水库45座，小二型水库88座")]
    [InlineData("完成投资48.6亿元，占年度计划60亿元的81%，同比增长15.2%，其中：公路36.8亿元，水运8.3亿元，场站4.5亿元。", "consistency.sum", "48.6亿元，占年度计划60亿元的81%，同比增长15.2%，其中：公路36.8亿元，水运8.3亿元，场站4.5亿元")]
    [InlineData("完成投资48.6亿元，占年度计划60亿元的82%。", "consistency.share", "82%")]
    [InlineData("完成客运量1256万人次，同比下降-3.5%。", "typo.context", "下降-")]
    [InlineData("其中续建项目20个，新建项目22个，总计45个。", "consistency.sum", "20个，新建项目22个，总计45个")]
    [InlineData("全县共有学校120所，其中小学80所、初中30所、高中15所，合计120所。", "consistency.sum", "80所、初中30所、高中15所，合计120所")]
    [InlineData("全县共有学校110所，其中小学80所、初中30所、高中10所，合计120所。", "consistency.sum", "110所，其中小学80所、初中30所、高中10所")]
    [InlineData("平均降雨量320毫米，较去年同期增加120毫米，同比增长50%。", "consistency.growth", "50%")]
    [InlineData("收入完成12.6亿元，比上年的11.2亿元增长15.2%。", "consistency.growth", "15.2%")]
    [InlineData("投入由80亿元增加到100亿元，增长20%。", "consistency.growth", "20%")]
    [InlineData("一般公共预算收入完成12.6亿元。其中，税收收入8.4亿元，占一般公共预算收入的76.7%。", "consistency.share", "76.7%")]
    [InlineData("覆盖率由78%提高到80%，提高2%。", "number.points", "%")]
    [InlineData("新增贷款占全部贷款的23.5%，较去年同期提高2.3%。", "number.points", "%")]
    [InlineData("森林覆盖率达到61.2%，比上年提高0.3%。", "number.points", "%")]
    [InlineData("覆盖率由78%提高到80%，提高3个百分点。", "consistency.points", "3个百分点")]
    [InlineData("倒塌房屋120多处左右。", "number.twice", "120多处左右")]
    [InlineData("全年减少三公经费支出1倍。", "number.times-less", "1倍")]
    public void A_figure_that_the_others_contradict_is_found(string text, string rule, string stretch)
    {
        var finding = Pipeline.Check(text).ShouldHaveSingleItem();
        finding.Rule.ShouldBe(rule);
        finding.Text.ShouldBe(stretch);
    }

    [Theory]
    [InlineData("造林148万亩，其中北山绿化43万亩，退化草原修复517万亩，治沙23万亩。")]
    [InlineData("共计44人。其中：局长15人、副局长15人、股长14人。")]
    [InlineData("直接经济损失3500万元，其中农业损失1200万元、工业损失800万元、基础设施损失1500万元。")]
    [InlineData("平均降雨量320毫米，较去年同期增加120毫米，同比增长60%。")]
    [InlineData("收入完成12.6亿元，比上年的11.2亿元增长12.5%。")]
    [InlineData("一般公共预算收入完成12.6亿元。其中，税收收入8.4亿元，占一般公共预算收入的66.7%。")]
    [InlineData("覆盖率由78%提高到80%，提高2个百分点。")]
    [InlineData("森林覆盖率达到61.2%，比上年提高0.3个百分点。")]
    [InlineData("产值增长8.1%，比上年提高0.3个百分点。")]
    [InlineData("完成投资49.6亿元，占年度计划60亿元的82.7%，同比增长15.2%，其中：公路36.8亿元，水运8.3亿元，场站4.5亿元。")]
    [InlineData("实施项目600个，其中新开工341个、续建259个，当年竣工200个。")]
    [InlineData("投资120亿元，比上年增长8%，其中工业投资40亿元，增长10%。")]
    [InlineData("全县共有学校120所，其中小学80所、初中30所、高中10所，合计120所。")]
    [InlineData("减少排放后，产值增加1倍。")]
    public void Figures_that_agree_are_left_alone(string text) => Pipeline.Check(text).ShouldBeEmpty();
}

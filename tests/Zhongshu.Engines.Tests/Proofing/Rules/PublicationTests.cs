using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Rules;

namespace Zhongshu.Engines.Tests.Proofing.Rules;

/// <summary>What a text that is to be published may not show. The numbers are made up; only their check digits are right.</summary>
public sealed class PublicationTests
{
    private static readonly CheckContext ToBePublished = CheckContext.Empty with { ForPublication = true };

    [Theory]
    [InlineData("身份证号：110101199003077715。", "110101199003077715", "secrecy.identity", Severity.Error)]
    [InlineData("身份证号：110101 19900307 7715。", "110101 19900307 7715", "secrecy.identity", Severity.Error)]
    [InlineData("身份证号码370102198512120019。", "370102198512120019", "secrecy.identity", Severity.Error)]
    [InlineData("身份证号：110101900307771。", "110101900307771", "secrecy.identity", Severity.Error)]
    [InlineData("电话13800138000。", "13800138000", "secrecy.phone", Severity.Suspect)]
    [InlineData("电话１３８００１３８０００。", "１３８００１３８０００", "secrecy.phone", Severity.Suspect)]
    [InlineData("电话138 0013 8000。", "138 0013 8000", "secrecy.phone", Severity.Suspect)]
    [InlineData("电话138-0013-8000。", "138-0013-8000", "secrecy.phone", Severity.Suspect)]
    [InlineData("卡号：6222 0212 3456 7890 128。", "6222 0212 3456 7890 128", "secrecy.bank", Severity.Error)]
    [InlineData("开户名张三，6222021234567890128。", "6222021234567890128", "secrecy.bank-like", Severity.Suspect)]
    public void A_personal_number_is_told_however_it_is_grouped(string text, string number, string rule, Severity severity)
    {
        var finding = Pipeline.Check(text, ToBePublished).ShouldHaveSingleItem();
        (finding.Rule, finding.Text, finding.Severity).ShouldBe((rule, number, severity));
        Pipeline.Check(text).ShouldNotContain(f => f.Rule.StartsWith("secrecy.", StringComparison.Ordinal) && f.Rule != "secrecy.identity-check");
    }

    [Theory]
    [InlineData("统一社会信用代码：91110000600037341L。")]
    [InlineData("订单号6222021234567890128。")]
    [InlineData("财预〔2026〕13800138000号。")]
    [InlineData("联系电话0538-8223344。")]
    [InlineData("编号ZS13800138000。")]
    [InlineData("圆周率3.13800138000。")]
    public void Other_numbers_are_none_of_a_person(string text) =>
        Pipeline.Check(text, ToBePublished).ShouldNotContain(f => f.Rule.StartsWith("secrecy.", StringComparison.Ordinal));

    [Theory]
    [InlineData("联系人：张三，电话：1380013800。", 10)]
    [InlineData("手机138001380001，微信同号。", 12)]
    public void A_mobile_number_with_a_digit_too_few_or_too_many_is_told_in_any_text(string text, int digits) =>
        Pipeline.Check(text).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Rule.ShouldBe("number.phone-digits"), f => f.Message.ShouldContain($"这里有{digits}位"));

    [Theory]
    [InlineData("联系电话13800138000。")]
    [InlineData("咨询电话4008001234。")]
    [InlineData("共收取1380013800元。")]
    [InlineData("全年电话费1390013800元。")]
    public void Other_lengths_are_right_where_they_are(string text) => Pipeline.Check(text).ShouldNotContain(f => f.Rule == "number.phone-digits");

    [Fact]
    public void A_mark_without_end_names_no_term() =>
        Pipeline.Check("机密★永久\n关于做好防汛工作的通知").ShouldContain(f => f.Rule == "secrecy.long-term" && f.Message.Contains("永久", StringComparison.Ordinal));
}

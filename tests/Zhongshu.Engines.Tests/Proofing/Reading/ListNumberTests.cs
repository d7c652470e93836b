using Zhongshu.Proofing.Documents;
using static Zhongshu.Engines.Tests.Proofing.Reading.DocxMaker;

namespace Zhongshu.Engines.Tests.Proofing.Reading;

public sealed class ListNumberTests
{
    private static readonly string Outline =
        "<w:abstractNum w:abstractNumId=\"7\">"
        + Level(0, "chineseCountingThousand", "%1、") + Level(1, "chineseCountingThousand", "（%2）") + Level(2, "decimal", "%3.") + Level(3, "decimal", "（%4）")
        + "</w:abstractNum>";

    [Fact]
    public void The_four_levels_of_an_official_text_are_numbered_as_word_shows_them()
    {
        var numbers = Numbers(
            Outline + Num(1, 7),
            Item(1, 0), Item(1, 1), Item(1, 1), Item(1, 2), Item(1, 3), Item(1, 2), Item(1, 0), Item(1, 1));

        numbers.ShouldBe(["一、", "（一）", "（二）", "1.", "（1）", "2.", "二、", "（一）"]);
    }

    [Fact]
    public void Two_lists_on_one_definition_count_on_unless_a_start_is_set()
    {
        var numbers = Numbers(
            Outline + Num(1, 7) + Num(2, 7) + Num(3, 7, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"),
            Item(1, 0), Item(2, 0), Item(3, 0), Item(3, 0));

        numbers.ShouldBe(["一、", "二、", "一、", "二、"]);
    }

    [Fact]
    public void A_list_may_change_the_look_of_a_level()
    {
        var numbers = Numbers(
            Outline + Num(1, 7) + Num(2, 7, $"<w:lvlOverride w:ilvl=\"0\">{Level(0, "decimalEnclosedCircle", "%1")}</w:lvlOverride>"),
            Item(1, 0), Item(2, 0));

        numbers.ShouldBe(["一、", "②"]);
    }

    [Fact]
    public void A_number_may_come_from_the_style_or_the_style_it_is_based_on()
    {
        var maker = WithBody(P("甲", "<w:pStyle w:val=\"H2\"/>") + P("乙", "<w:pStyle w:val=\"H2b\"/>") + P("丙", "<w:pStyle w:val=\"H2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"))
            .WithNumbering("<w:abstractNum w:abstractNumId=\"7\">" + Level(0, "decimal", "%1") + Level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"H2\"/>") + "</w:abstractNum>" + Num(4, 7))
            .WithStyles("<w:style w:styleId=\"H2\"><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"H2b\"><w:basedOn w:val=\"H2\"/></w:style>");

        DocxReadingTests.Read(maker).Paragraphs.Select(p => p.Number).ShouldBe(["1.1", "1.2", null]);
    }

    [Fact]
    public void A_legal_level_writes_every_place_in_arabic()
    {
        var numbers = Numbers(
            "<w:abstractNum w:abstractNumId=\"7\">" + Level(0, "chineseCountingThousand", "第%1章") + Level(1, "decimal", "%1.%2", "<w:isLgl/>") + "</w:abstractNum>" + Num(1, 7),
            Item(1, 0), Item(1, 1));

        numbers.ShouldBe(["第一章", "1.1"]);
    }

    [Fact]
    public void A_definition_may_point_to_a_numbering_style()
    {
        var numbers = Numbers(
            "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"条\"/></w:abstractNum><w:abstractNum w:abstractNumId=\"2\"><w:styleLink w:val=\"条\"/>" + Level(0, "chineseCountingThousand", "第%1条") + "</w:abstractNum>" + Num(1, 1),
            Item(1, 0));

        numbers.ShouldBe(["第一条"]);
    }

    [Theory]
    [InlineData("chineseCountingThousand", 10, "十")]
    [InlineData("chineseCountingThousand", 21, "二十一")]
    [InlineData("chineseCountingThousand", 101, "一百零一")]
    [InlineData("chineseCountingThousand", 110, "一百一十")]
    [InlineData("japaneseCounting", 12, "十二")]
    [InlineData("chineseLegalSimplified", 12, "拾贰")]
    [InlineData("ideographDigital", 10, "一〇")]
    [InlineData("ideographTraditional", 3, "丙")]
    [InlineData("decimalEnclosedParen", 2, "⑵")]
    [InlineData("decimalFullWidth", 12, "１２")]
    [InlineData("upperRoman", 14, "XIV")]
    [InlineData("lowerLetter", 28, "bb")]
    [InlineData("decimalZero", 7, "07")]
    [InlineData("unknownFormat", 7, "7")]
    public void Number_formats(string format, int start, string expected)
    {
        Numbers($"<w:abstractNum w:abstractNumId=\"7\">{Level(0, format, "%1", start: start)}</w:abstractNum>{Num(1, 7)}", Item(1, 0)).ShouldBe([expected]);
    }

    private static string Level(int level, string format, string text, string more = "", int start = 1) =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";

    private static string Num(int id, int definition, string more = "") =>
        $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{definition}\"/>{more}</w:num>";

    private static string Item(int list, int level) =>
        P("内容", $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    private static IEnumerable<string?> Numbers(string numbering, params string[] items) =>
        DocxReadingTests.Read(WithBody(string.Concat(items)).WithNumbering(numbering)).Paragraphs.Select(p => p.Number);
}

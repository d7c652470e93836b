using System.Xml.Linq;
using Zhongshu.Flow;

namespace Zhongshu.Engines.Tests.Flow;

public sealed class ReadingTests
{
    public static TheoryData<string> Files() => [.. Directory.GetFiles(Document.Path("rules", "flows"), "*.yaml").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_flow_of_the_house_is_fit_to_run_and_can_be_drawn(string file)
    {
        var reading = FlowYaml.Read(Document.Text("rules", "flows", file), file);
        reading.Problems.ShouldBeEmpty();
        var name = Path.GetFileNameWithoutExtension(file);
        new[] { reading.Definition!.Id, $"{reading.Definition.Id}-{reading.Definition.Version}" }.ShouldContain(name, "the newest by its id, a former one with its version");
        foreach (var step in reading.Definition.Steps) FlowDiagram.Svg(reading.Definition).ShouldContain(step.Title);
    }

    [Theory]
    [InlineData("  - {id: a, title: 甲}", "没有办理人")]
    [InlineData("  - {id: a, title: 甲, assign: x, next: b}", "去向“b”不存在")]
    [InlineData("  - {id: a, title: 甲, assign: x, next: end}\n  - {id: b, title: 乙, assign: x}", "没有任何去向通到这里")]
    [InlineData("  - {id: a, title: 甲, assign: x}\n  - {id: b, title: 乙, assign: x, next: a}", "走不到办结")]
    [InlineData("  - {id: a, title: 甲, assign: x, next: [{to: end, when: n > 1}]}", "所有去向都带条件")]
    [InlineData("  - {id: a, title: 甲, assign: x, next: [{to: end, when: n >}, {to: end}]}", "条件没有写完")]
    [InlineData("  - {id: a, title: 甲, assign: x, asign: y}", "不认识的键“asign”")]
    [InlineData("  - {id: a, title: 甲, assign: x}\n  - {id: a, title: 乙, assign: x}", "重复")]
    [InlineData("  - {id: end, title: 甲, assign: x}", "应为小写英文")]
    [InlineData("  - {id: a, title: 甲, assign: x, within: soon}", "应如“3 workdays”")]
    [InlineData("  - {id: a, title: 甲, assign: x, kind: many}", "“many”不认识")]
    [InlineData("  - {id: a, title: 甲, kind: parallel, branches: [{id: l, title: 左, steps: [{id: b, title: 乙, assign: x, next: end}]}, {id: r, title: 右, steps: [{id: c, title: 丙, assign: x}]}]}", "分支内不能直接办结")]
    public void A_faulty_file_is_refused_with_the_place_and_the_reason(string steps, string message)
    {
        var reading = FlowYaml.Read("id: sample\nversion: 1\ntitle: 样例\nfields: {n: number}\nsteps:\n" + steps, "sample.yaml");
        reading.Definition.ShouldBeNull();
        reading.Problems.ShouldContain(problem => problem.Message.Contains(message) && problem.Line > 0, string.Join('\n', reading.Problems));
    }

    [Theory]
    [InlineData("")]
    [InlineData("steps: [")]
    [InlineData("- 1\n- 2")]
    [InlineData("id: a\nsteps: 3")]
    [InlineData("id: [a]\ntitle: {b: c}\nsteps: [1, 2]")]
    public void No_text_breaks_the_reader(string yaml) => FlowYaml.Read(yaml, "x.yaml").Problems.ShouldNotBeEmpty();

    [Theory]
    [InlineData("urgency == 特急 and pages > 5", true)]
    [InlineData("urgency in [特急, 加急]", true)]
    [InlineData("urgency not in [特急] or pages <= 5", false)]
    [InlineData("not (pages == 5) and tags == 人事", true)]
    [InlineData("missing == empty and not missing", true)]
    [InlineData("missing > 3 or urgency > 3", false)]
    [InlineData("day >= 2026-03-02", true)]
    [InlineData("\"特急\" == urgency", true)]
    public void A_condition_is_read_and_never_fails(string source, bool expected)
    {
        Condition.TryParse(source, name => name is "urgency" or "pages" or "missing" or "tags" or "day", out var condition, out var error).ShouldBeTrue(error?.Message);
        condition.Holds(new Dictionary<string, FieldValue> { ["urgency"] = "特急", ["pages"] = 6, ["tags"] = new[] { "人事", "财务" }, ["day"] = new DateOnly(2026, 3, 2) }).ShouldBe(expected);
    }

    [Theory]
    [InlineData("pages >", 1, 8)]
    [InlineData("pages = 5", 1, 7)]
    [InlineData("(pages > 5", 1, 11)]
    [InlineData("pages > 5\nand and", 2, 5)]
    [InlineData("pages > 5 6", 1, 11)]
    [InlineData("\"open", 1, 1)]
    public void A_faulty_condition_says_where(string source, int line, int column)
    {
        Condition.TryParse(source, name => name == "pages", out _, out var error).ShouldBeFalse();
        (error!.Line, error.Column).ShouldBe((line, column));
    }

    [Fact]
    public void Deep_nesting_is_refused_and_does_not_break_the_stack() =>
        Condition.TryParse(new string('(', 100_000) + "1", _ => false, out _, out var error).ShouldBeFalse(error?.Message);

    [Fact]
    public void The_drawing_is_sound_xml_that_marks_the_path_and_escapes_titles()
    {
        var play = Play.Of("""
              - {id: draft, title: "拟<稿>&\"'", assign: a}
              - {id: review, title: 审核, assign: b, answer: approve}
              - {id: sign, title: 签发, assign: c}
            """).Start().Done('a', "draft").Done('b', "review").Do('c', new Return(3, "draft", ReturnMode.StraightBack, 1));
        var svg = XElement.Parse(FlowDiagram.Svg(play.Definition, play.State));
        string Class(string step) => (string)svg.Descendants().Single(e => (string?)e.Attribute("data-step") == step).Attribute("class")!;
        (Class("draft"), Class("review"), Class("sign")).ShouldBe(("flow-step is-current", "flow-step is-passed", "flow-step is-waiting"));
        svg.Descendants().Count(e => ((string?)e.Attribute("class"))?.Contains("is-return") == true).ShouldBe(1);
        svg.Attribute("viewBox").ShouldNotBeNull();
        // On a wide page the letters stay letters: a quarter larger than drawn at most.
        ((string?)svg.Attribute("style")).ShouldBe($"max-width:{int.Parse(((string)svg.Attribute("viewBox")!).Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture) * 5 / 4}px");
        svg.Elements().First().Value.ShouldContain("当前环节：拟<稿>&\"'");
    }
}

using System.Globalization;
using System.Xml.Linq;
using Zhongshu.Flow;

namespace Zhongshu.Engines.Tests.Flow;

/// <summary>What is written on the lines of a drawing: each way's words once, where the way begins, and none over another's.</summary>
public sealed class DiagramTests
{
    private const int LetterWidth = 12;

    [Theory]
    [InlineData("circulation")]
    [InlineData("free")]
    [InlineData("incoming-document")]
    [InlineData("incoming-document-1")]
    public void Every_way_says_once_where_it_begins_what_it_is(string flow) => Holds(FlowYaml.Read(Document.Text("rules", "flows", flow + ".yaml"), flow).Definition!);

    [Fact]
    public void Ways_that_meet_and_ways_back_keep_their_own_words() => Holds(FlowYaml.Read("""
        id: sample
        version: 1
        title: 样例
        steps:
          - {id: draft, title: 拟稿, assign: x, choose: true, next: [{to: a, title: 送甲科}, {to: b, title: 送乙科核稿}, {to: c, title: 送丙科会签}, {to: done, title: 不需审核，直接送签发归档}]}
          - {id: a, title: 甲科, assign: x, choose: true, next: [{to: sign, title: 同意}, {to: draft, title: 这一件请退回拟稿人修改}]}
          - {id: b, title: 乙科, assign: x, choose: true, next: [{to: sign, title: 同意}, {to: done, title: 转归档}]}
          - {id: c, title: 丙科, assign: x, next: sign}
          - {id: sign, title: 签发, assign: x}
          - {id: done, title: 归档, assign: x}
        """, "sample.yaml").Definition!);

    private static void Holds(FlowDefinition definition)
    {
        var svg = XElement.Parse(FlowDiagram.Svg(definition));
        var labels = svg.Descendants().Where(e => (string?)e.Attribute("class") == "flow-label").Select(Label).ToList();
        var bottoms = svg.Descendants().Where(e => e.Attribute("data-step") is not null).ToDictionary(e => (string)e.Attribute("data-step")!, e => e.Elements().First(r => r.Name.LocalName == "rect")).ToDictionary(e => e.Key, e => Number(e.Value, "y") + Number(e.Value, "height"));
        var view = ((string)svg.Attribute("viewBox")!).Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();

        var ways = definition.Steps.SelectMany(s => s.Next.Where(n => (n.Title ?? n.When?.Source) is not null).Select(n => (s.Id, Words: n.Title ?? n.When!.Source))).Concat(definition.Steps.Where(s => s.Kind == StepKind.Free).Select(s => (s.Id, Words: "送下一位"))).ToList();
        labels.Select(l => l.Words).Order(StringComparer.Ordinal).ShouldBe(ways.Select(w => w.Words).Order(StringComparer.Ordinal));
        foreach (var way in ways) labels.Count(l => l.Words == way.Words && l.Y - bottoms[way.Id] is > 0 and < 80).ShouldBeGreaterThan(0, $"{way.Words} below {way.Id}");
        foreach (var label in labels)
        {
            label.Left.ShouldBeGreaterThanOrEqualTo(view[0], label.Words);
            label.Right.ShouldBeLessThanOrEqualTo(view[0] + view[2], label.Words);
            labels.Where(l => l != label && l.Left < label.Right && label.Left < l.Right && Math.Abs(l.Y - label.Y) < LetterWidth).ShouldBeEmpty($"over {label.Words}");
        }
    }

    private static (string Words, int Left, int Right, int Y) Label(XElement text)
    {
        var (x, width) = (Number(text, "x"), text.Value.Length * LetterWidth);
        return (string?)text.Attribute("text-anchor") == "end" ? (text.Value, x - width, x, Number(text, "y")) : (text.Value, x, x + width, Number(text, "y"));
    }

    private static int Number(XElement of, string name) => int.Parse((string)of.Attribute(name)!, CultureInfo.InvariantCulture);
}

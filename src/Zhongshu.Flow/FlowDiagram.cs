using System.Globalization;
using System.Text;
using Zhongshu.Flow.Drawing;

namespace Zhongshu.Flow;

/// <summary>
/// Draws a definition as an SVG element to be put into a page. Steps carry the classes <c>flow-step</c> and one of
/// <c>is-passed</c>, <c>is-current</c>, <c>is-waiting</c> (returned, to be come straight back to), <c>is-ahead</c>;
/// passed lines carry <c>is-passed</c>, ways back taken <c>is-return</c>. It scales to the width it is given; colours
/// come from the page's style sheet (<c>--flow-ground</c> is what words on lines stand on, else white), without one it is drawn in the text colour.
/// </summary>
public static class FlowDiagram
{
    private const int Heading = 26;
    private const int NarrowestPage = 360;

    /// <summary>The drawing; with a state, the instance's path is marked on it.</summary>
    public static string Svg(FlowDefinition definition, FlowState? state = null)
    {
        var marks = new Marks(state);
        var sequence = Layout.Of(definition.Roots, FlowDefinition.End, marks);
        var width = Math.Max(sequence.Width, NarrowestPage);
        var svg = new StringBuilder(4096);
        var name = "flow-" + Escape(definition.Id);
        Put(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"flow-diagram\" width=\"100%\" style=\"max-width:{width * 5 / 4}px\" viewBox=\"{(sequence.Width - width) / 2} 0 {width} {sequence.Height}\" role=\"img\" aria-labelledby=\"{name}-title\" font-size=\"{Layout.Letter}\" fill=\"none\" stroke=\"currentColor\">");
        Put(svg, $"<title id=\"{name}-title\">流程图：{Escape(definition.Title)}{Escape(marks.Summary(definition))}</title>");
        Put(svg, $"<defs><marker id=\"{name}-arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"9\" markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"currentColor\" stroke=\"none\"/></marker></defs>");
        Draw(svg, sequence, marks, (0, 0, name));
        return svg.Append("</svg>").ToString();
    }

    private static void Draw(StringBuilder svg, Sequence sequence, Marks marks, (int X, int Y, string Name) at)
    {
        foreach (var line in sequence.Lines) DrawLine(svg, line, marks, at);
        foreach (var box in sequence.Boxes) DrawBox(svg, box, marks, at);
        foreach (var line in sequence.Lines) DrawLabel(svg, line, at);
    }

    private static void DrawLine(StringBuilder svg, Line line, Marks marks, (int X, int Y, string Name) at)
    {
        var passed = marks.Passed(line);
        var mark = line.IsReturn ? " is-return" : passed ? " is-passed" : "";
        var looks = line.IsReturn ? " stroke-dasharray=\"5 4\"" : passed ? " stroke-width=\"2\"" : " stroke-opacity=\".5\"";
        var points = string.Join(' ', line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X + at.X},{point.Y + at.Y}")));
        Put(svg, $"<polyline class=\"flow-line{mark}\" points=\"{points}\"{looks} marker-end=\"url(#{at.Name}-arrow)\"/>");
    }

    /// <summary>On a ground of the page's own colour, so that a line of another way may run behind it.</summary>
    private static void DrawLabel(StringBuilder svg, Line line, (int X, int Y, string Name) at)
    {
        if (line.Label is { } label)
            Put(svg, $"<text class=\"flow-label\" x=\"{line.LabelAt.X + at.X}\" y=\"{line.LabelAt.Y + at.Y}\" text-anchor=\"{(line.IsLeftward ? "end" : "start")}\" font-size=\"{Layout.LabelLetter}\" fill=\"currentColor\" stroke=\"var(--flow-ground, #fff)\" stroke-width=\"3\" paint-order=\"stroke\">{Escape(label)}</text>");
    }

    private static void DrawBox(StringBuilder svg, Box box, Marks marks, (int X, int Y, string Name) at)
    {
        var (x, y) = (box.X + at.X, box.Y + at.Y);
        if (box.Step is not { } step)
        {
            if (box.Width <= 2) return;
            Put(svg, $"<rect class=\"flow-point\" x=\"{x}\" y=\"{y}\" width=\"{box.Width}\" height=\"{box.Height}\" rx=\"14\"/>");
            Text(svg, box.Middle + at.X, y + 19, box.Id == Box.Entry ? "开始" : "办结");
            return;
        }
        var mark = marks.StepClass(step.Id);
        Put(svg, $"<g class=\"{(step.Kind == StepKind.Parallel ? "flow-split" : "flow-step")} {mark}\" data-step=\"{Escape(step.Id)}\"><title>{Escape(step.Title)}({Marks.Word(mark)})</title>");
        var looks = mark switch { "is-current" => " stroke-width=\"2.5\"", "is-waiting" => " stroke-width=\"2\" stroke-dasharray=\"4 3\"", "is-passed" => "", _ => " stroke-opacity=\".5\"" };
        Put(svg, $"<rect x=\"{x}\" y=\"{y}\" width=\"{box.Width}\" height=\"{box.Height}\" rx=\"6\"{looks}/>");
        if (step.Kind == StepKind.Parallel) DrawBranches(svg, box, marks, at);
        else Text(svg, box.Middle + at.X, y + 25, step.Title);
        svg.Append("</g>");
    }

    private static void DrawBranches(StringBuilder svg, Box box, Marks marks, (int X, int Y, string Name) at)
    {
        var (x, y) = (box.X + at.X, box.Y + at.Y);
        Text(svg, box.Middle + at.X, y + 18, box.Step!.Title);
        var free = (box.Width - box.Branches.Sum(one => one.Inside.Width)) / (box.Branches.Count + 1);
        var left = x + free;
        foreach (var (branch, inside) in box.Branches)
        {
            Text(svg, left + inside.Width / 2, y + Heading + 16, branch.Title + (branch.When is { } when ? $"({when.Source})" : ""));
            Draw(svg, inside, marks, (left, y + Heading * 2 - 10, at.Name));
            left += inside.Width + free;
        }
        Text(svg, box.Middle + at.X, box.Bottom + at.Y - 8, JoinWord(box.Step.JoinRule));
    }

    private static string JoinWord(PassRule rule) => rule.Mode switch
    {
        PassMode.Any => "任一分支办结即汇合",
        PassMode.Number => $"{rule.Figure} 个分支办结即汇合",
        PassMode.Share => $"{rule.Figure}% 分支办结即汇合",
        _ => "全部办结后汇合",
    };

    private static void Text(StringBuilder svg, int x, int y, string text) =>
        Put(svg, $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" fill=\"currentColor\" stroke=\"none\">{Escape(text)}</text>");

    private static void Put(StringBuilder svg, FormattableString piece) => svg.Append(piece.ToString(CultureInfo.InvariantCulture));

    /// <summary>For text and for attributes; characters that XML forbids are dropped.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var paired = char.IsHighSurrogate(c) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1]);
            if ((char.IsSurrogate(c) && !paired) || c is '\uFFFE' or '\uFFFF' || (c < ' ' && c is not ('\t' or '\n' or '\r'))) continue;
            escaped.Append(c switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", '\'' => "&#39;", _ => c.ToString() });
        }
        return escaped.ToString();
    }
}

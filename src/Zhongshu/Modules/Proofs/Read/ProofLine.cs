using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Zhongshu.Modules.Proofs.Read;

/// One paragraph of the text: plain stretches, and marks that lead to their finding. Built by hand, because every blank between two pieces would be shown.
public sealed class ProofLine : ComponentBase
{
    [Parameter, EditorRequired] public required TextLine Of { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "id", string.Create(CultureInfo.InvariantCulture, $"p{Of.Paragraph}"));
        builder.AddContent(2, Of.Number);
        foreach (var piece in Of.Pieces)
        {
            if (piece.LeftOut > 0) Element(builder, "span", "left-out", string.Create(CultureInfo.InvariantCulture, $"（略去 {piece.LeftOut} 字）"));
            else if (piece.Finding is { } finding) Mark(builder, piece.Text, finding);
            else builder.AddContent(3, piece.Text);
        }

        builder.CloseElement();
    }

    private void Mark(RenderTreeBuilder builder, string text, ProofFinding finding)
    {
        var number = finding.Number.ToString(CultureInfo.InvariantCulture);
        builder.OpenElement(4, "a");
        builder.AddAttribute(5, "id", "t" + number);
        // A bare fragment would lead away from the page: the document has a base address.
        builder.AddAttribute(6, "href", new Uri(Navigation.Uri).PathAndQuery + "#f" + number);
        builder.AddAttribute(7, "class", $"mark {RuleWords.Css(finding.Severity)} {RuleWords.Css(finding.State)}");
        builder.AddAttribute(8, "title", finding.Message);
        if (finding.State == FindingState.Accepted)
        {
            if (text.Length > 0) Element(builder, "del", null, text);
            if (finding.Replacement is { Length: > 0 } put) Element(builder, "ins", null, put);
        }
        else
        {
            builder.AddContent(9, text.Length > 0 ? text : "⁁");
        }

        Element(builder, "sup", null, number);
        builder.CloseElement();
    }

    private static void Element(RenderTreeBuilder builder, string name, string? css, string text)
    {
        builder.OpenElement(10, name);
        if (css is not null) builder.AddAttribute(11, "class", css);
        builder.AddContent(12, text);
        builder.CloseElement();
    }
}

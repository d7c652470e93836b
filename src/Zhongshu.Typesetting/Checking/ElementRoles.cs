using System.Text.RegularExpressions;
using System.Xml.Linq;
using Zhongshu.Typesetting.Text;

namespace Zhongshu.Typesetting.Checking;

/// <summary>What a paragraph of a document is, told from its words and its place.</summary>
internal enum ElementRole
{
    /// <summary>版头 and whatever else is left as it is.</summary>
    Other,
    Title,
    Recipients,
    Body,
    Level1,
    Level2,
    Level3,
    Level4,
    AttachmentNote,
    SignOff,
    AttachmentLabel,
    Imprint,
}

/// <summary>A paragraph outside tables, with its role.</summary>
internal sealed record Element(XElement Paragraph, string Text, int Number, ElementRole Role);

internal static partial class ElementRoles
{
    private static readonly XNamespace W = DocxParts.W;

    /// <param name="body">The body of the document.</param>
    /// <param name="centred">Whether a paragraph stands centred, as the further lines of a title do.</param>
    public static List<Element> Of(XElement body, Func<XElement, bool> centred)
    {
        var paragraphs = body.Elements(W + "p").ToList();
        var texts = paragraphs.Select(p => TextOf(p).Trim()).ToList();
        var filled = Enumerable.Range(0, texts.Count).Where(i => texts[i].Length > 0).ToList();
        var roles = new ElementRole[texts.Count];
        var title = TitlePlace(texts, filled);
        var inTitle = true;
        var fresh = false;
        foreach (var i in filled.Where(i => i >= title))
        {
            var further = inTitle && (i == title || (fresh && !Caption().IsMatch(texts[i])) || (centred(paragraphs[i]) && texts[i].Length <= 40));
            roles[i] = IsIssuedTitle(paragraphs, texts, i, centred) ? ElementRole.Title : Role(texts[i], further, ref inTitle);
            fresh = roles[i] == ElementRole.AttachmentLabel;
            if (fresh) inTitle = true;
        }

        SignOff(texts, filled, roles);
        return [.. filled.Select(i => new Element(paragraphs[i], texts[i], i + 1, roles[i]))];
    }

    /// <summary>The title of what a notice issues: centred, on a new page, without the label of an attachment.</summary>
    private static bool IsIssuedTitle(List<XElement> paragraphs, List<string> texts, int at, Func<XElement, bool> centred) =>
        at > 0 && texts[at - 1].Length == 0 && paragraphs[at - 1].Element(W + "pPr")?.Element(W + "pageBreakBefore") is not null && centred(paragraphs[at]);

    /// <summary>The words of a paragraph, a line break as a line feed and a tab as a tab.</summary>
    public static string TextOf(XElement paragraph) => string.Concat(paragraph.Descendants().Select(e => e.Name == W + "t" ? e.Value : e.Name == W + "br" ? "\n" : e.Name == W + "tab" && e.Parent?.Name == W + "r" ? "\t" : ""));

    /// <summary>The title follows 发文字号 where there is one near the top; otherwise it is the first text.</summary>
    private static int TitlePlace(List<string> texts, List<int> filled)
    {
        var number = filled.Take(12).LastOrDefault(i => DocumentNumber().IsMatch(texts[i]) && texts[i].Length < 60, -1);
        return filled.FirstOrDefault(i => i > number && !Corner().IsMatch(texts[i]), texts.Count);
    }

    private static ElementRole Role(string text, bool further, ref bool inTitle)
    {
        if (AttachmentLabel().IsMatch(text)) return ElementRole.AttachmentLabel;
        if (further && text[^1] is not ('：' or '。') && OfficialText.Level(text) == 0) return ElementRole.Title;
        var first = inTitle;
        inTitle = false;
        if (first && text[^1] is '：' or ':' && text.Length < 200 && OfficialText.Level(text) == 0 && !TextLines.IsSentence(text)) return ElementRole.Recipients;
        if (text.StartsWith("抄送：", StringComparison.Ordinal) || Printed().IsMatch(text)) return ElementRole.Imprint;
        if (TextLines.Presence().IsMatch(text)) return ElementRole.Other;
        if (text.StartsWith("附件：", StringComparison.Ordinal)) return ElementRole.AttachmentNote;
        return OfficialText.Level(text) switch
        {
            1 => ElementRole.Level1,
            2 => ElementRole.Level2,
            3 => ElementRole.Level3,
            4 => ElementRole.Level4,
            _ => ElementRole.Body,
        };
    }

    private static void SignOff(List<string> texts, List<int> filled, ElementRole[] roles)
    {
        for (var at = 1; at < filled.Count; at++)
        {
            if (!Date().IsMatch(texts[filled[at]])) continue;
            roles[filled[at]] = ElementRole.SignOff;
            for (var name = at - 1; name > 0 && roles[filled[name]] == ElementRole.Body && texts[filled[name]].Length <= 30 && texts[filled[name]].IndexOfAny(['。', '，', '：']) < 0; name--)
                roles[filled[name]] = ElementRole.SignOff;
        }

        // Items under 附件： are numbered like the third level but belong to the note.
        for (var at = 1; at < filled.Count; at++)
            if (roles[filled[at]] == ElementRole.Level3 && roles[filled[at - 1]] == ElementRole.AttachmentNote) roles[filled[at]] = ElementRole.AttachmentNote;
    }

    [GeneratedRegex(@"[〔\[（(][0-9]{4}[〕\]）)].{0,4}[0-9]+\s*号|^第\s*[0-9]+\s*号$")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex("^(?:[0-9]{6}|(?:绝密|机密|秘密)(?:★.*)?|特急|加急|平急|特提)$")]
    private static partial Regex Corner();

    [GeneratedRegex("^附件[0-9]{0,2}(（[^）]*）)?$")]
    private static partial Regex AttachmentLabel();

    [GeneratedRegex("^[图表][0-9]")]
    private static partial Regex Caption();

    [GeneratedRegex("日印发$")]
    private static partial Regex Printed();

    [GeneratedRegex("^[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日$")]
    private static partial Regex Date();
}

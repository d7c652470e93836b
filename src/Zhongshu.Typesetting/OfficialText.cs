using System.Text.RegularExpressions;
using Zhongshu.Typesetting.Text;

namespace Zhongshu.Typesetting;

/// <summary>
/// Reads plain or lightly marked text as an official document: the first paragraph is the title, a line that ends in a
/// full-width colon the addressee, 一、（一）1.（1） the levels, the last short lines with a date the sign-off.
/// An optional head of <c>---</c> lines names the elements of 版头 and 版记.
/// </summary>
public static partial class OfficialText
{
    /// <summary>Reads a text. Every text is accepted; what is not recognised is a paragraph.</summary>
    public static OfficialDocument Parse(string source)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).ToList();
        var front = FrontMatter.Take(lines);
        if (HeadIsEmpty(front)) front = front with { Head = PrintedHead.Take(lines) ?? front.Head };
        if (front.Imprint.IsEmpty) front = front with { Imprint = PrintedHead.TakeImprint(lines) ?? front.Imprint };
        return Build(front, new TextLines(lines));
    }

    private static bool HeadIsEmpty(FrontMatter front) => front.Head.Issuers.Count == 0 && front.Head.Number.Length == 0;

    private static OfficialDocument Build(FrontMatter front, TextLines lines)
    {
        var title = lines.TakeTitle();
        var recipients = lines.TakeRecipients();
        var attachments = lines.TakeAttachments();
        if (lines.TakeIssuedText(title.Replace("\n", "", StringComparison.Ordinal)) is { } issued) attachments.Insert(0, issued);
        var (sign, note) = lines.TakeSignOff(front.SignOff);
        var names = lines.TakeAttachmentNote();
        return new OfficialDocument
        {
            Form = front.Form,
            Head = front.Head,
            Title = title,
            Recipients = recipients,
            Body = lines.Blocks(front.Form == DocumentForm.Minutes),
            AttachmentNames = names,
            SignOff = sign,
            Note = note,
            Attachments = attachments,
            Imprint = front.Imprint,
        };
    }

    /// <summary>The runs of a paragraph: a run-in heading up to its full stop in the face of its level, the rest in 仿宋.</summary>
    internal static Paragraph Paragraph(string line)
    {
        var marked = HeadingMark().Match(line);
        var text = marked.Success ? line[marked.Length..] : line;
        var level = Level(text);
        if (marked.Success && level == 0) level = Math.Clamp(marked.Groups[1].Length - 1, 1, 4);
        var face = level switch { 1 => FontRole.HeiTi, 2 => FontRole.KaiTi, _ => FontRole.FangSong };
        if (level == 0 || marked.Success) return new Paragraph(level, Strong(text, face));
        var stop = text.IndexOf('。');
        var heading = stop < 0 ? text : text[..(stop + 1)];
        // A numbered sentence that runs on is text with a number, not a heading.
        if (stop < 0 && text.Length > 40) return new Paragraph(0, Strong(text, FontRole.FangSong));
        var rest = text[heading.Length..];
        if (rest.Length == 0) return new Paragraph(level, [new TextRun(heading, face)]);
        return new Paragraph(level, [new TextRun(heading, face), .. Strong(rest, FontRole.FangSong)]);
    }

    /// <summary>Level of a numbered line: 一、→1 （一）→2 1.→3 （1）→4, otherwise 0.</summary>
    internal static int Level(string text) =>
        LevelOne().IsMatch(text) ? 1 : LevelTwo().IsMatch(text) ? 2 : LevelThree().IsMatch(text) ? 3 : LevelFour().IsMatch(text) ? 4 : 0;

    private static List<TextRun> Strong(string text, FontRole face)
    {
        var runs = new List<TextRun>();
        var at = 0;
        foreach (Match match in StrongMark().Matches(text))
        {
            if (match.Index > at) runs.Add(new TextRun(text[at..match.Index], face));
            runs.Add(new TextRun(match.Groups[1].Value, FontRole.HeiTi));
            at = match.Index + match.Length;
        }

        if (at < text.Length || runs.Count == 0) runs.Add(new TextRun(text[at..], face));
        return runs;
    }

    [GeneratedRegex(@"^(#{1,5})\s+")]
    internal static partial Regex HeadingMark();

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex StrongMark();

    [GeneratedRegex("^[一二三四五六七八九十]{1,3}、")]
    private static partial Regex LevelOne();

    [GeneratedRegex("^[（(][一二三四五六七八九十]{1,3}[）)]")]
    private static partial Regex LevelTwo();

    [GeneratedRegex(@"^[0-9]{1,2}[\.．](?![0-9])")]
    private static partial Regex LevelThree();

    [GeneratedRegex("^[（(][0-9]{1,2}[）)]")]
    private static partial Regex LevelFour();
}

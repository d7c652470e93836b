using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Lengths;

/// <summary>
/// 字数 as an office counts them: every Chinese character and every full-width mark is one, a run of Latin letters and digits is
/// one, blanks are none. Title, body and attachments apart; head, addressee, signature, date and 版记 belong to none of them.
/// </summary>
/// <param name="Title">标题</param>
/// <param name="Body">正文, headings included.</param>
/// <param name="Attachments">附件</param>
public readonly record struct TextCounts(int Title, int Body, int Attachments)
{
    /// <summary>Counts a document.</summary>
    public static TextCounts Of(DocumentStructure structure)
    {
        ArgumentNullException.ThrowIfNull(structure);
        var (title, body, attachments) = (0, 0, 0);
        var paragraphs = structure.Document.Paragraphs;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var words = Words(paragraphs[i].Text) + Words(paragraphs[i].Number ?? "");
            switch (i < structure.Roles.Count ? structure.Roles[i] : ElementRole.None)
            {
                case ElementRole.Title:
                    title += words;
                    break;
                case ElementRole.Attachment:
                    attachments += words;
                    break;
                case ElementRole.Body or ElementRole.None or ElementRole.Heading1 or ElementRole.Heading2 or ElementRole.Heading3 or ElementRole.Heading4:
                    body += words;
                    break;
                default:
                    break;
            }
        }

        return new TextCounts(title, body, attachments);
    }

    /// <summary>Counts one stretch of text.</summary>
    public static int Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (count, run) = (0, false);
        foreach (var c in text)
        {
            var kind = CharClass.Of(c);
            var part = kind is CharKind.Digit or CharKind.Latin or CharKind.HalfMark or CharKind.FullDigit or CharKind.FullLatin;
            if (part && !run) count++;
            else if (!part && kind is not (CharKind.Space or CharKind.Invisible)) count++;
            run = part;
        }

        return count;
    }
}

using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Headings;

/// <summary>A heading that stands alone on its line takes no stop (GB/T 15834 附录B.3), and neither does the title.</summary>
internal sealed class HeadingMarkRule : IDocumentRule
{
    private const int LongestHeading = 32;

    public void Look(CheckedText text, Remarks remarks)
    {
        foreach (var line in text.Lines())
        {
            var words = line.Text.AsSpan().TrimEnd(" 　");
            if (words.Length < 3 || line.Paragraph.Place != ParagraphPlace.Body || words[^1] is not ('。' or '，' or '；' or '：' or '、')) continue;
            var place = line.At(words.Length - 1, words.Length);
            if (line.Role == ElementRole.Title && words[^1] is '。' or '，' or '；') remarks.Add("heading.title-stop", place, "", words[^1]);
            else if (IsHeading(line, words)) remarks.Add(words[^1] == '。' ? "heading.full-stop" : "heading.mark", place, "", words[^1]);
        }
    }

    private static bool IsHeading(Line line, ReadOnlySpan<char> words)
    {
        if (words.Length > LongestHeading || words[..^1].IndexOfAny("，。；：") >= 0) return false;
        if (HeadNumber.Of(line) is not { } head || words.Length - head.End < 3) return false;
        return head.Level == HeadLevel.First; // （一）加强领导。 alone on a line is a custom of central documents
    }
}

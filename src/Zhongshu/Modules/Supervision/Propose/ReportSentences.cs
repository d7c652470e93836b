namespace Zhongshu.Modules.Supervision.Propose;

/// The sentences of a paragraph, each a piece of it to the letter. A bracket that names units belongs to the sentence before it.
internal static class ReportSentences
{
    private static readonly string[] Naming = ["单位", "牵头", "负责", "配合"];

    public static IReadOnlyList<string> Of(string paragraph)
    {
        var sentences = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i < paragraph.Length; i++)
        {
            if (paragraph[i] is '（' or '(') depth++;
            if (paragraph[i] is '）' or ')') depth = Math.Max(0, depth - 1);
            if (depth > 0 || paragraph[i] is not ('。' or '；' or '！' or '？' or ';')) continue;
            i = EndOfNaming(paragraph, i);
            Add(paragraph[start..(i + 1)]);
            start = i + 1;
        }

        Add(paragraph[start..]);
        return sentences;

        void Add(string sentence)
        {
            if (sentence.Trim().Length > 0) sentences.Add(sentence.Trim());
        }
    }

    /// ……。（责任单位：市财政局）
    private static int EndOfNaming(string text, int stop)
    {
        if (stop + 1 >= text.Length || text[stop + 1] is not ('（' or '(')) return stop;
        var close = text.IndexOfAny(['）', ')'], stop + 1);
        return close > 0 && Naming.Any(n => text.IndexOf(n, stop + 1, close - stop - 1, StringComparison.Ordinal) >= 0) ? close : stop;
    }

    /// The clauses between commas, without the bracket that names units and without end marks.
    public static IReadOnlyList<string> Clauses(string sentence) =>
        [.. Bare(sentence).Split(['，', ',', '。', '；', ';', '！', '？', '：'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string Bare(string sentence)
    {
        var open = sentence.IndexOfAny(['（', '(']);
        while (open >= 0)
        {
            var close = sentence.IndexOfAny(['）', ')'], open);
            if (close < 0) return sentence;
            if (Naming.Any(n => sentence.IndexOf(n, open, close - open, StringComparison.Ordinal) >= 0)) sentence = sentence[..open] + sentence[(close + 1)..];
            else open = close;
            open = open < sentence.Length ? sentence.IndexOfAny(['（', '('], open) : -1;
        }

        return sentence;
    }
}

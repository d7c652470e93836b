using System.Text;

namespace Zhongshu.Bench;

/// Text of a wanted length out of the labelled set: its sentences cut at their marks and joined anew in an order that is the same each time.
internal static class ProofingText
{
    private const int PartsOfParagraph = 14;

    public static string Make(int bytes)
    {
        var clean = Sentences(Path.Combine("benchmarks", "proofing-set", "clean.tsv")).ToList();
        var wrong = Sentences(Path.Combine("benchmarks", "proofing-set", "errors.tsv")).ToList();
        var text = new StringBuilder();
        var (state, length) = (17u, 0);
        for (var part = 1; length < bytes; part++)
        {
            state = (state * 1664525) + 1013904223;
            var from = state % 20 == 0 ? wrong : clean;
            var words = from[(int)((state >> 8) % (uint)from.Count)];
            var end = part % PartsOfParagraph == 0 ? "。\n" : part % 4 == 0 ? "。" : "，";
            text.Append(words).Append(end);
            length += Encoding.UTF8.GetByteCount(words) + Encoding.UTF8.GetByteCount(end);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Sentences(string path) => File.ReadLines(path)
        .Where(line => line.Length > 0 && line[0] != '#')
        .SelectMany(line => line.Split('\t')[^1].Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal).Split('⏎'))
        .Where(part => part.Length > 0 && part[0] is not ('{' or '['))
        .SelectMany(part => part.Split('，', '。', '；'))
        .Where(part => part.Length > 3);
}

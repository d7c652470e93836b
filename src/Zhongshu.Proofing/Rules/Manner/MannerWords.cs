using System.Globalization;

namespace Zhongshu.Proofing.Rules.Manner;

/// <summary>Words and figures of <c>manner.yaml</c> by id.</summary>
internal sealed class MannerWords
{
    private readonly Dictionary<string, string[]> words = [];
    private readonly Dictionary<string, int> figures = [];

    public static MannerWords Load(string path)
    {
        var read = new MannerWords();
        foreach (var map in YamlLines.Read(path))
        {
            if (map.TryGetValue("words", out var list)) read.words[map["id"]] = list.Split('、', StringSplitOptions.RemoveEmptyEntries);
            if (map.TryGetValue("value", out var value)) read.figures[map["id"]] = int.Parse(value, CultureInfo.InvariantCulture);
        }

        return read;
    }

    public int Figure(string id) => figures[id];

    /// <summary>The first of a list's words in a stretch; -1 for none.</summary>
    public int Find(string id, ReadOnlySpan<char> text, out string word)
    {
        foreach (var candidate in words[id])
        {
            var at = text.IndexOf(candidate, StringComparison.Ordinal);
            if (at < 0) continue;
            word = candidate;
            return at;
        }

        word = "";
        return -1;
    }

    public bool In(string id, ReadOnlySpan<char> text) => Find(id, text, out _) >= 0;
}

namespace Zhongshu.Proofing.Lexicon;

/// <summary>Traditional characters that have one standard simplified form.</summary>
internal sealed class TraditionalCharacters
{
    private readonly char[] simplified = new char[char.MaxValue + 1];

    private TraditionalCharacters()
    {
    }

    public static TraditionalCharacters Load(string path)
    {
        var table = new TraditionalCharacters();
        foreach (var line in File.ReadLines(path))
            if (line.Length == 3 && line[1] == '\t') table.simplified[line[0]] = line[2];
        return table;
    }

    /// <summary>The simplified form, or NUL when the unit is no traditional character.</summary>
    public char Simplify(char c) => simplified[c];
}

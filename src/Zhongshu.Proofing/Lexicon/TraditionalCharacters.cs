namespace Zhongshu.Proofing.Lexicon;

/// <summary>Traditional characters that have one standard simplified form.</summary>
internal sealed class TraditionalCharacters
{
    private readonly char[] simplified = new char[char.MaxValue + 1];
    private readonly ulong[] remarkable = new ulong[(char.MaxValue + 1) / 64]; // small enough to stay in the first cache

    private TraditionalCharacters()
    {
    }

    public static TraditionalCharacters Load(string path)
    {
        var table = new TraditionalCharacters();
        foreach (var line in File.ReadLines(path))
            if (line.Length == 3 && line[1] == '\t') table.simplified[line[0]] = line[2];
        for (var i = 0; i <= char.MaxValue; i++)
            if (table.simplified[i] != 0 || IsStrange((char)i)) table.remarkable[i >> 6] |= 1UL << (i & 63);
        return table;
    }

    /// <summary>The next unit that is traditional, or of a kind that Chinese prose does without; the length of the text for none.</summary>
    public int Next(string text, int from)
    {
        var at = from;
        while (at < text.Length && (remarkable[text[at] >> 6] >> (text[at] & 63) & 1) == 0) at++;
        return at;
    }

    private static bool IsStrange(char c) => CharClass.Of(c) switch
    {
        CharKind.FullDigit or CharKind.FullLatin or CharKind.Invisible or CharKind.Surrogate or CharKind.Space => true,
        CharKind.Other => c is >= '\uE000' and <= '\uF8FF',
        _ => false,
    };

    /// <summary>The simplified form, or NUL when the unit is no traditional character.</summary>
    public char Simplify(char c) => simplified[c];
}

namespace Zhongshu.Proofing.Deep;

/// <summary>A paragraph as tokens of the model; each token knows which UTF-16 units it came from.</summary>
/// <param name="Ids">Tokens; a boundary stands first, last and at every mark that ends a sentence.</param>
/// <param name="Starts">Index of the first UTF-16 unit of each token (paragraph length for the last boundary, -1 for the first).</param>
/// <param name="Count">How many tokens are in use.</param>
internal sealed record TokenLine(ushort[] Ids, int[] Starts, int Count);

/// <summary>Turns text into tokens: common characters as they are, numbers and Latin runs folded, blanks left out.</summary>
internal sealed class Alphabet
{
    internal const ushort Boundary = 0;
    internal const ushort Unknown = 1;
    internal const ushort Number = 2;
    internal const ushort Latin = 3;
    internal const int Reserved = 4;

    private readonly ushort[] _tokens = new ushort[char.MaxValue + 1];
    private readonly char[] _characters = new char[Levels.VocabularySize];

    internal Alphabet(ReadOnlySpan<char> characters)
    {
        Array.Fill(_tokens, Unknown);
        for (var i = 0; i < characters.Length && i < Levels.VocabularySize - Reserved; i++)
        {
            _characters[Reserved + i] = characters[i];
            _tokens[characters[i]] = (ushort)(Reserved + i);
        }

        Known = Math.Min(characters.Length, Levels.VocabularySize - Reserved) + Reserved;
    }

    internal int Known { get; }

    internal char Character(int token) => _characters[token];

    internal ushort Token(char character) => _tokens[character];

    internal static bool EndsSentence(char c) => c is '。' or '！' or '？' or '；' or '\n' or '\r' or '!' or '?' or ';';

    internal static char Fold(char c) => c switch
    {
        ',' => '，',
        ':' => '：',
        '(' => '（',
        ')' => '）',
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        _ => c,
    };

    internal TokenLine Encode(ReadOnlySpan<char> text)
    {
        var ids = new ushort[text.Length + 2];
        var starts = new int[text.Length + 2];
        ids[0] = Boundary;
        starts[0] = -1;
        var n = 1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = Fold(text[i]);
            if (char.IsWhiteSpace(c) && !EndsSentence(c)) continue;
            var from = i;
            ushort token;
            if (EndsSentence(c))
            {
                if (ids[n - 1] == Boundary) continue;
                token = Boundary;
            }
            else if (char.IsAsciiDigit(c))
            {
                while (i + 1 < text.Length && IsNumberPart(text, i + 1)) i++;
                token = Number;
            }
            else if (char.IsAsciiLetter(c))
            {
                while (i + 1 < text.Length && char.IsAsciiLetter(text[i + 1])) i++;
                token = Latin;
            }
            else
            {
                token = _tokens[c];
            }

            ids[n] = token;
            starts[n++] = from;
        }

        if (ids[n - 1] != Boundary || n == 1)
        {
            ids[n] = Boundary;
            starts[n++] = text.Length;
        }

        return new TokenLine(ids, starts, n);
    }

    private static bool IsNumberPart(ReadOnlySpan<char> text, int i)
    {
        var c = Fold(text[i]);
        if (char.IsAsciiDigit(c)) return true;
        return text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(Fold(text[i + 1]));
    }
}

using System.Numerics;
using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>Derives from Unihan which known characters are plausibly typed for another.</summary>
internal sealed class Likenesses(Dictionary<char, Glyph> glyphs, Alphabet alphabet, long[] frequency)
{
    private const int LeastFrequency = 12;
    private const int LeastForRare = 1000;
    private const int LeastForOneKey = 3000;
    private const double NearLook = 0.66;
    private const double PartLook = 0.40;
    private const double Contained = 0.75;
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>Derives the candidates anew and writes them into a model that has its counts.</summary>
    internal static void Rewrite(string unihan, string path)
    {
        var file = ModelFile.Read(path);
        using (var model = ContextModel.Open(path))
        {
            var frequency = new long[Levels.VocabularySize];
            for (var token = 0; token < model.Alphabet.Known; token++)
                frequency[token] = (long)Levels.Value(model.Expectation.Level(token));
            var (heads, candidates) = new Likenesses(TrainProofing.Unihan.Read(unihan), model.Alphabet, frequency).Build();
            file.Set<ushort>(ModelPart.CandidateHeads, heads);
            file.Set<ushort>(ModelPart.Candidates, candidates);
            Console.WriteLine($"characters {heads.Length / 2}, candidates {candidates.Length}");
        }

        file.Write(path);
    }

    internal (ushort[] Heads, ushort[] Candidates) Build()
    {
        var targets = Enumerable.Range(Alphabet.Reserved, alphabet.Known - Alphabet.Reserved)
            .Where(token => frequency[token] >= LeastFrequency && glyphs.ContainsKey(alphabet.Character(token)))
            .ToArray();
        var heads = new List<ushort>();
        var packed = new List<ushort>();
        foreach (var source in glyphs.Keys.Order())
        {
            var before = packed.Count;
            var rare = alphabet.Token(source) == Alphabet.Unknown && !glyphs[source].Modern;
            foreach (var token in targets)
            {
                var target = alphabet.Character(token);
                if (target == source) continue;
                var sound = SoundOf(glyphs[source], glyphs[target]);
                var look = LookOf(glyphs[source], glyphs[target]);
                if (sound == Sound.OneKey && look == Look.None && frequency[token] < LeastForOneKey) sound = Sound.None;
                if (rare && sound > Sound.OtherTone) sound = Sound.None;
                if (rare && look == Look.Part && frequency[token] < LeastForRare) look = Look.None;
                if (sound == Sound.None && look == Look.None) continue;
                packed.Add(new Candidate((ushort)token, sound, look).Pack());
            }

            if (packed.Count == before) continue;
            heads.Add(source);
            heads.Add((ushort)(packed.Count - before));
        }

        return ([.. heads], [.. packed]);
    }

    private readonly Dictionary<(string, string), Sound> _syllables = [];

    internal Sound SoundOf(Glyph a, Glyph b)
    {
        var best = Sound.None;
        foreach (var x in a.Syllables)
        {
            foreach (var y in b.Syllables)
            {
                if (!_syllables.TryGetValue((x, y), out var sound)) _syllables[(x, y)] = sound = Compare(x, y);
                if (sound != Sound.None && (best == Sound.None || sound < best)) best = sound;
            }
        }

        return best == Sound.OtherTone && a.Toned.Overlaps(b.Toned) ? Sound.Same : best;
    }

    private static Sound Compare(string x, string y)
    {
        if (x == y) return Sound.OtherTone;
        if (Blur(x) == Blur(y)) return Sound.Fuzzy;
        return OneKeyApart(x, y) ? Sound.OneKey : Sound.None;
    }

    internal static Look LookOf(Glyph a, Glyph b)
    {
        if (a.Strokes == 0 || b.Strokes == 0) return Look.None;
        var strokes = 1 - (Math.Abs(a.Strokes - b.Strokes) / (double)Math.Max(a.Strokes, b.Strokes));
        if (strokes < 0.3) return Look.None;
        var corner = Best(a.Corners, b.Corners, CornerLikeness);
        var series = a.Phonetic.Overlaps(b.Phonetic) ? 1 : 0;
        var radical = a.Radical == b.Radical ? 1 : 0;
        var rest = (0.22 * corner) + (0.18 * series) + (0.04 * radical) + (0.14 * strokes);
        if (rest + (0.42 * Best(a.Cangjie, b.Cangjie, MostCodeLikeness)) < PartLook) return Look.None;
        var score = rest + (0.42 * Best(a.Cangjie, b.Cangjie, CodeLikeness));
        if (score >= NearLook) return Look.Near;
        return score >= PartLook ? Look.Part : Look.None;
    }

    /// <summary>What <see cref="CodeLikeness"/> can be at most, by the letters the two share.</summary>
    private static double MostCodeLikeness(string x, string y)
    {
        var (a, b) = (Letters(x), Letters(y));
        var shared = BitOperations.PopCount(a & b);
        var most = (Math.Min(x.Length, y.Length) - Math.Min(BitOperations.PopCount(a & ~b), BitOperations.PopCount(b & ~a))) / (double)Math.Max(x.Length, y.Length);
        return (a & b) == a || (a & b) == b ? Math.Max(most, Contained) : shared == 0 ? 0 : most;
    }

    private static uint Letters(string code)
    {
        var set = 0u;
        foreach (var c in code) set |= 1u << ((c - 'A') & 31);
        return set;
    }

    private static double CodeLikeness(string x, string y)
    {
        var (shorter, longer) = x.Length <= y.Length ? (x, y) : (y, x);
        var whole = 1 - (Distance(x, y) / (double)longer.Length);
        var contained = shorter.Length > 1 && (longer.EndsWith(shorter, StringComparison.Ordinal) || longer.StartsWith(shorter, StringComparison.Ordinal));
        return contained ? Math.Max(whole, Contained) : whole;
    }

    private static double CornerLikeness(string x, string y)
    {
        var same = 0;
        for (var i = 0; i < 4; i++)
        {
            if (x[i] == y[i]) same++;
        }

        return same / 4.0;
    }

    private static double Best(List<string> a, List<string> b, Func<string, string, double> likeness)
    {
        var best = 0.0;
        foreach (var x in a)
        {
            foreach (var y in b) best = Math.Max(best, likeness(x, y));
        }

        return best;
    }

    internal static string Blur(string syllable)
    {
        var s = syllable;
        if (s.Length > 1 && s[0] is 'z' or 'c' or 's' && s[1] == 'h') s = s[0] + s[2..];
        if (s.EndsWith("ing", StringComparison.Ordinal) || s.EndsWith("eng", StringComparison.Ordinal) || s.EndsWith("ang", StringComparison.Ordinal)) s = s[..^1];
        if (s[0] == 'l') s = "n" + s[1..];
        if (s.StartsWith("hu", StringComparison.Ordinal)) s = "f" + s[(s.Length > 2 ? 2 : 1)..];
        return s;
    }

    private static bool OneKeyApart(string x, string y)
    {
        if (x.Length == y.Length)
        {
            var at = Enumerable.Range(0, x.Length).Where(i => x[i] != y[i]).ToArray();
            return at.Length == 1 && (Beside(x[at[0]], y[at[0]]) || x.Length > 2 || at[0] == 1);
        }

        return Math.Abs(x.Length - y.Length) == 1 && Math.Max(x.Length, y.Length) > 2 && Distance(x, y) == 1;
    }

    private static bool Beside(char a, char b)
    {
        foreach (var row in Rows)
        {
            var (i, j) = (row.IndexOf(a, StringComparison.Ordinal), row.IndexOf(b, StringComparison.Ordinal));
            if (i >= 0 && j >= 0) return Math.Abs(i - j) == 1;
        }

        return false;
    }

    private static int Distance(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var i = 0; i < row.Length; i++) row[i] = i;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}

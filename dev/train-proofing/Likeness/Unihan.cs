using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Zhongshu.TrainProofing;

/// <summary>What the Unihan tables say of one character.</summary>
internal sealed class Glyph
{
    internal HashSet<string> Toned { get; } = [];

    internal HashSet<string> Syllables { get; } = [];

    internal List<string> Cangjie { get; } = [];

    internal List<string> Corners { get; } = [];

    internal HashSet<string> Phonetic { get; } = [];

    /// <summary>In a modern dictionary of frequencies: a character that people type.</summary>
    internal bool Modern { get; set; }

    internal int Strokes { get; set; }

    internal int Radical { get; set; }
}

/// <summary>Reads the Unihan text files (packed by Debian's unicode-data as .bz2; unpack them into one folder first).</summary>
internal static partial class Unihan
{
    internal static Dictionary<char, Glyph> Read(string folder)
    {
        var glyphs = new Dictionary<char, Glyph>();
        foreach (var name in (string[])["Readings", "DictionaryLikeData", "IRGSources"])
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, $"Unihan_{name}.txt")))
            {
                if (!line.StartsWith("U+", StringComparison.Ordinal)) continue;
                var cells = line.Split('\t');
                var code = int.Parse(cells[0].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                if (code is < 0x4E00 or > 0x9FFF) continue;
                if (!glyphs.TryGetValue((char)code, out var glyph)) glyphs[(char)code] = glyph = new Glyph();
                Take(glyph, cells[1], cells[2]);
            }
        }

        ShareSeries(glyphs, Path.Combine(folder, "Unihan_Variants.txt"));
        return glyphs;
    }

    /// <summary>The phonetic series is told of the traditional form: 债 and 责 share it by 債 and 責.</summary>
    private static void ShareSeries(Dictionary<char, Glyph> glyphs, string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            var cells = line.Split('\t');
            if (cells.Length < 3 || cells[1] != "kTraditionalVariant" || !glyphs.TryGetValue(CodePoint(cells[0]), out var simplified)) continue;
            foreach (var variant in cells[2].Split(' '))
            {
                if (glyphs.TryGetValue(CodePoint(variant), out var traditional)) simplified.Phonetic.UnionWith(traditional.Phonetic);
            }
        }
    }

    private static char CodePoint(string cell)
    {
        var code = int.Parse(cell.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return code <= char.MaxValue ? (char)code : '\0';
    }

    private static void Take(Glyph glyph, string field, string value)
    {
        switch (field)
        {
            case "kMandarin":
                foreach (var reading in value.Split(' ')) AddReading(glyph, reading);
                break;
            case "kHanyuPinlu":
                glyph.Modern = true;
                foreach (var reading in value.Split(' ')) AddReading(glyph, reading.Split('(')[0]);
                break;
            case "kXHC1983":
                foreach (var reading in value.Split(' ')) AddReading(glyph, reading.Split(':')[1]);
                break;
            case "kCangjie":
                glyph.Cangjie.AddRange(value.Split(' '));
                break;
            case "kFourCornerCode":
                glyph.Corners.AddRange(value.Split(' '));
                break;
            case "kPhonetic":
                foreach (var series in value.Split(' ')) glyph.Phonetic.Add(Series().Match(series).Value);
                break;
            case "kTotalStrokes":
                glyph.Strokes = int.Parse(value.Split(' ')[0], CultureInfo.InvariantCulture);
                break;
            case "kRSUnicode":
                glyph.Radical = int.Parse(Series().Match(value).Value, CultureInfo.InvariantCulture);
                break;
        }
    }

    private static void AddReading(Glyph glyph, string reading)
    {
        glyph.Toned.Add(reading);
        var plain = new StringBuilder();
        foreach (var c in reading.Normalize(NormalizationForm.FormD))
        {
            if (c == '\u0308' && plain.Length > 0) plain[^1] = 'v';
            else if (char.IsAsciiLetter(c)) plain.Append(c);
        }

        if (plain.Length > 0) glyph.Syllables.Add(plain.ToString());
    }

    [GeneratedRegex("^[0-9]+")]
    private static partial Regex Series();
}

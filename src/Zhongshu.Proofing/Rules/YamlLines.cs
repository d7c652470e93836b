using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules;

/// <summary>
/// Reads a YAML list of flat maps, the shape of all our rule files. An entry a line, as the house writes them
/// (<c>- { id: a, message: "…" }</c>), is read here; a file with anything else in it goes to the YAML parser, whose start alone
/// takes longer than all our files.
/// </summary>
internal static class YamlLines
{
    private const string Opens = "- {";
    private static readonly UnitSet NotPlain = new("\"'[]{}#&*!|>%@`\\");

    public static IEnumerable<Dictionary<string, string>> Read(string path)
    {
        var maps = new List<Dictionary<string, string>>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (OneLine(line) is not { } map) return Parsed(path);
            maps.Add(map);
        }

        return maps;
    }

    /// <summary>The pairs of one line; <c>null</c> where it is written otherwise than plainly.</summary>
    private static Dictionary<string, string>? OneLine(string line)
    {
        if (!line.StartsWith(Opens, StringComparison.Ordinal) || line[^1] != '}') return null;
        var rest = line.AsSpan(Opens.Length, line.Length - Opens.Length - 1).Trim(' ');
        var map = new Dictionary<string, string>(8);
        while (!rest.IsEmpty)
        {
            var colon = rest.IndexOf(": ");
            if (colon <= 0 || NotPlain.First(rest[..colon]) >= 0 || rest[..colon].Contains(',')) return null;
            var key = rest[..colon].ToString();
            rest = rest[(colon + 2)..].TrimStart(' ');
            if (Value(ref rest) is not { } value || !map.TryAdd(key, value)) return null;
        }

        return map;
    }

    private static string? Value(ref ReadOnlySpan<char> rest)
    {
        var quoted = !rest.IsEmpty && rest[0] == '"';
        var end = quoted ? rest[1..].IndexOf('"') + 2 : rest.IndexOf(',');
        if (quoted && end < 2) return null;
        if (end < 0) end = rest.Length;
        var value = quoted ? rest[1..(end - 1)] : rest[..end].TrimEnd(' ');
        if (quoted ? value.Contains('\\') : value.IsEmpty || NotPlain.First(value) >= 0 || value.Contains(':')) return null;
        rest = rest[end..].TrimStart(' ');
        if (rest.IsEmpty) return value.ToString();
        if (rest[0] != ',') return null;
        rest = rest[1..].TrimStart(' ');
        return value.ToString();
    }

    /// <summary>What the YAML parser makes of a file.</summary>
    internal static IEnumerable<Dictionary<string, string>> Parsed(string path)
    {
        using var reader = new StreamReader(path);
        var parser = new Parser(reader);
        Dictionary<string, string>? map = null;
        string? key = null;
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart:
                    map = [];
                    break;
                case Scalar scalar when map is not null:
                    if (key is null) key = scalar.Value;
                    else (map[key], key) = (scalar.Value, null);
                    break;
                case MappingEnd when map is not null:
                    yield return map;
                    map = null;
                    break;
                default:
                    break;
            }
        }
    }
}

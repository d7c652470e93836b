using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Zhongshu.Engines.Tests.Typesetting;

/// <summary>Reads back what the PDF writer writes: every glyph's text by its ToUnicode map, and its place.</summary>
internal static partial class PdfReader
{
    public static List<List<Glyph>> Read(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var objects = Object().Matches(text).ToDictionary(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture), m => m.Groups[2].Value);
        var pages = new List<List<Glyph>>();
        foreach (var page in objects.OrderBy(o => o.Key).Select(o => o.Value).Where(o => o.Contains("/Type /Page ", StringComparison.Ordinal)))
        {
            var fonts = FontName().Matches(page).ToDictionary(m => m.Groups[1].Value, m => Font(objects, int.Parse(m.Groups[2].ValueSpan, CultureInfo.InvariantCulture)));
            pages.Add(Glyphs(Stream(objects[Reference(page, "Contents")]), fonts));
        }

        return pages;
    }

    /// <summary>The drawing operators of each page.</summary>
    public static List<string> Contents(byte[] file)
    {
        var objects = Object().Matches(Encoding.Latin1.GetString(file)).ToDictionary(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture), m => m.Groups[2].Value);
        return [.. objects.OrderBy(o => o.Key).Select(o => o.Value).Where(o => o.Contains("/Type /Page ", StringComparison.Ordinal)).Select(p => Stream(objects[Reference(p, "Contents")]))];
    }

    private static List<Glyph> Glyphs(string content, Dictionary<string, FontMap> fonts)
    {
        var glyphs = new List<Glyph>();
        foreach (Match line in Show().Matches(content))
        {
            var font = fonts[line.Groups[1].Value];
            double size = Number(line.Groups[2]), stretch = Number(line.Groups[3]) / 100, x = Number(line.Groups[4]), y = Number(line.Groups[5]);
            foreach (Match item in Item().Matches(line.Groups[6].Value))
            {
                if (!item.Groups[1].Success) x -= Number(item.Groups[2]) * size * stretch / 1000;
                for (var at = 0; at < item.Groups[1].Length; at += 4)
                {
                    var number = int.Parse(item.Groups[1].ValueSpan.Slice(at, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                    glyphs.Add(new Glyph(font.Text[number], x, y, size));
                    x += font.Widths[number - 1] * size * stretch / 1000;
                }
            }
        }

        return glyphs;
    }

    private static FontMap Font(Dictionary<int, string> objects, int number)
    {
        var map = new Dictionary<int, string>();
        foreach (Match pair in Pair().Matches(Stream(objects[Reference(objects[number], "ToUnicode")])))
            map[Convert.ToInt32(pair.Groups[1].Value, 16)] = Encoding.BigEndianUnicode.GetString(Convert.FromHexString(pair.Groups[2].Value));
        var descendant = objects[int.Parse(Regex.Match(objects[number], @"/DescendantFonts \[(\d+)").Groups[1].Value, CultureInfo.InvariantCulture)];
        var widths = Regex.Match(descendant, @"/W \[1 \[([^\]]*)\]").Groups[1].Value.Split(' ').Select(w => double.Parse(w, CultureInfo.InvariantCulture)).ToList();
        return new FontMap(map, widths);
    }

    private static string Stream(string body)
    {
        var start = body.IndexOf("stream\n", StringComparison.Ordinal) + 7;
        var length = int.Parse(Regex.Match(body, @"/Length (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        using var zlib = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(body.Substring(start, length))), CompressionMode.Decompress);
        using var reader = new StreamReader(zlib, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private static int Reference(string body, string key) => int.Parse(Regex.Match(body, $@"/{key} (\d+) 0 R").Groups[1].Value, CultureInfo.InvariantCulture);

    private static double Number(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=\n)(\d+) 0 obj\n(.*?)\nendobj\n", RegexOptions.Singleline)]
    private static partial Regex Object();

    [GeneratedRegex(@"/(F\d+) (\d+) 0 R")]
    private static partial Regex FontName();

    [GeneratedRegex(@"/(F\d+) (\S+) Tf (\S+) Tz 1 0 0 1 (\S+) (\S+) Tm \[([^\]]*)\] TJ")]
    private static partial Regex Show();

    [GeneratedRegex(@"<((?:[0-9A-F]{4})+)>|(-?[0-9.]+)")]
    private static partial Regex Item();

    [GeneratedRegex("<([0-9A-F]{4})> <([0-9A-F]+)>\n")]
    private static partial Regex Pair();

    internal sealed record Glyph(string Text, double X, double Y, double Size);

    private sealed record FontMap(Dictionary<int, string> Text, List<double> Widths);
}

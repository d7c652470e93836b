using System.Runtime.InteropServices;
using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Text;

namespace Zhongshu.Typesetting.Fonts;

/// <summary>The characters a document uses of one face, numbered from 1 in order of first use.</summary>
internal sealed class UsedFont(FontFace face, int index)
{
    private readonly Dictionary<int, int> _numbers = [];

    public FontFace Face { get; } = face;

    public int Index { get; } = index;

    public List<int> Codes { get; } = [];

    public List<int> Glyphs { get; } = [];

    /// <summary>Number of a character. Two characters never share one, so that the text can be read back exactly.</summary>
    public int Number(int code, int glyph)
    {
        if (_numbers.TryGetValue(code, out var number)) return number;
        Codes.Add(code);
        Glyphs.Add(glyph);
        return _numbers[code] = Codes.Count;
    }

    /// <summary>ttf or otf.</summary>
    public string Extension => Face.IsCff ? "otf" : "ttf";

    /// <summary>A font file with the glyphs in use.</summary>
    public byte[] Subset() => Face.IsCff ? CffSubset.WriteOpenType(Face, Glyphs, Codes) : TrueTypeSubset.Write(Face, Glyphs, Codes);
}

/// <summary>Finds the font of each glyph and notes what was substituted.</summary>
internal sealed class UsedFonts(FontSet fonts)
{
    private readonly Dictionary<long, Choice> _choices = [];
    private readonly Dictionary<FontFace, UsedFont> _used = [];
    private readonly HashSet<FontRole> _roles = [];
    private readonly SortedDictionary<string, SortedSet<int>> _replaced = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _missing = [];

    public IReadOnlyCollection<UsedFont> All => _used.Values;

    public (UsedFont Font, int Number, double Width, double Shift) Place(PlacedGlyph placed)
    {
        var key = ((long)placed.Face << 32) | (uint)placed.Code;
        ref var choice = ref CollectionsMarshal.GetValueRefOrAddDefault(_choices, key, out var known);
        if (!known) choice = Choose(placed.Face, placed.Code);
        var width = choice.Advance * placed.Size * placed.Stretch / 1000;
        return (choice.Font, choice.Number, width, Shift(placed, width));
    }

    private Choice Choose(FontRole role, int code)
    {
        var (face, glyph) = fonts.Find(role, code);
        if (!_used.TryGetValue(face, out var used)) _used[face] = used = new UsedFont(face, _used.Count);
        _roles.Add(role);
        if (glyph == 0) _missing.Add(code);
        else if (face != fonts.First(role)) Replaced(fonts.RoleName(role) + "\n" + face.Name).Add(code);
        return new(used, used.Number(code, glyph), face.Advance(glyph));
    }

    public IReadOnlyList<TypesetNotice> Notices()
    {
        var notices = new List<TypesetNotice>();
        foreach (var role in _roles.Order())
        {
            if (fonts.First(role) is not { } face) notices.Add(new("字体", $"没有找到{fonts.RoleName(role)}字体，已用其他字体代替。"));
            else if (fonts.Choice(role, face).IsSubstitute) notices.Add(new("字体", $"{fonts.RoleName(role)}以“{face.Name}”代替。如需规范字体，请将字体文件放入字体文件夹。"));
        }

        foreach (var (key, codes) in _replaced)
        {
            var names = key.Split('\n');
            notices.Add(new("缺字", $"{names[0]}字体中没有{Sample(codes)}，这些字改用“{names[1]}”。"));
        }

        if (_missing.Count > 0) notices.Add(new("缺字", $"所有字体中都没有{Sample(_missing)}，版面上以空框表示，文字内容不受影响。"));
        return notices;
    }

    /// <summary>A glyph narrower than its full-width box stands where its kind stands: opening right, closing left, others in the middle.</summary>
    private static double Shift(PlacedGlyph placed, double width)
    {
        var spare = (placed.Size * placed.Stretch) - width;
        if (spare < placed.Size * 0.05 || placed.Advance < placed.Size * placed.Stretch * 0.9) return 0;
        return CharKinds.Of(placed.Code) switch
        {
            CharKind.Opening => spare,
            CharKind.Closing or CharKind.Latin or CharKind.Space => 0,
            _ => spare / 2,
        };
    }

    /// <summary>What a character of a face is set with; the advance in thousandths of an em.</summary>
    private readonly record struct Choice(UsedFont Font, int Number, double Advance);

    private SortedSet<int> Replaced(string key) => _replaced.TryGetValue(key, out var codes) ? codes : _replaced[key] = [];

    private static string Sample(SortedSet<int> codes)
    {
        var shown = string.Concat(codes.Take(8).Select(char.ConvertFromUtf32));
        return codes.Count > 8 ? $"“{shown}”等{codes.Count}个字" : $"“{shown}”";
    }
}

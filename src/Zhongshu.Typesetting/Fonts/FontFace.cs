using System.Collections.Concurrent;

namespace Zhongshu.Typesetting.Fonts;

/// <summary>One face, its measures and its outlines, loaded once and shared.</summary>
internal sealed class FontFace
{
    private readonly SfntFile _file;
    private readonly CharacterMap _map;
    private readonly byte[] _hmtx;
    private readonly int _longMetrics;
    private readonly ConcurrentDictionary<int, byte[]> _outlines = new();
    private readonly Lazy<byte[]> _locations;
    private readonly Lazy<CffFont> _cff;
    private readonly bool _longLocations;

    public FontFace(SfntFile file, string name)
    {
        _file = file;
        Name = name;
        _map = new CharacterMap(file.Table("cmap"));
        Head = file.Table("head");
        Hhea = file.Table("hhea");
        Maxp = file.Table("maxp");
        _hmtx = file.Table("hmtx");
        UnitsPerEm = Math.Max(1, SfntFile.U16(Head, 18));
        _longLocations = SfntFile.S16(Head, 50) != 0;
        _longMetrics = Math.Max(1, SfntFile.U16(Hhea, 34));
        GlyphCount = SfntFile.U16(Maxp, 4);
        _locations = new(() => _file.Table("loca"));
        _cff = new(() => new CffFont(_file.Table("CFF "), (at, length) => _file.Part("CFF ", at, length)));
    }

    /// <summary>The name it was found by.</summary>
    public string Name { get; }

    public string Path => _file.Path;

    public bool IsCff => _file.IsCff;

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    public byte[] Head { get; }

    public byte[] Hhea { get; }

    public byte[] Maxp { get; }

    /// <summary>The CFF table.</summary>
    public CffFont Cff => _cff.Value;

    public int Glyph(int code) => _map.Glyph(code) is var glyph && glyph < GlyphCount ? glyph : 0;

    /// <summary>Advance in thousandths of an em.</summary>
    public double Advance(int glyph) => RawAdvance(glyph) * 1000.0 / UnitsPerEm;

    public int RawAdvance(int glyph) => SfntFile.U16(_hmtx, Math.Min(glyph, _longMetrics - 1) * 4);

    public int LeftBearing(int glyph) => glyph < _longMetrics
        ? SfntFile.S16(_hmtx, (glyph * 4) + 2)
        : SfntFile.S16(_hmtx, (_longMetrics * 4) + ((glyph - _longMetrics) * 2));

    /// <summary>Bytes of a TrueType outline, kept once asked for; the others, ten to twenty megabytes a Chinese face, stay in the file.</summary>
    public ReadOnlySpan<byte> Outline(int glyph) => _outlines.GetOrAdd(glyph, ReadOutline);

    private byte[] ReadOutline(int glyph)
    {
        var loca = _locations.Value;
        long start = _longLocations ? SfntFile.U32(loca, glyph * 4) : SfntFile.U16(loca, glyph * 2) * 2L;
        long end = _longLocations ? SfntFile.U32(loca, (glyph * 4) + 4) : SfntFile.U16(loca, (glyph * 2) + 2) * 2L;
        return start < end && end <= int.MaxValue ? _file.Part("glyf", (int)start, (int)(end - start)) : [];
    }

    public byte[] Table(string tag) => _file.Table(tag);
}

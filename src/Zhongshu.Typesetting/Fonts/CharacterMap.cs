namespace Zhongshu.Typesetting.Fonts;

/// <summary>Unicode to glyph, from a cmap table of format 12 or 4.</summary>
internal sealed class CharacterMap
{
    private readonly byte[] _table;
    private readonly int _at;
    private readonly int _format;

    public CharacterMap(byte[] table)
    {
        _table = table;
        for (var i = 0; i < SfntFile.U16(table, 2); i++)
        {
            var record = 4 + (i * 8);
            int platform = SfntFile.U16(table, record), encoding = SfntFile.U16(table, record + 2);
            if (platform != 0 && !(platform == 3 && encoding is 1 or 10)) continue;
            var at = (int)SfntFile.U32(table, record + 4);
            var format = SfntFile.U16(table, at);
            if (format is 4 or 12 && format > _format) (_at, _format) = (at, format);
        }
    }

    public int Glyph(int code) => _format switch
    {
        12 => Groups(code),
        4 when code <= 0xFFFF => Segments(code),
        _ => 0,
    };

    private int Groups(int code)
    {
        int low = 0, high = (int)SfntFile.U32(_table, _at + 12) - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var group = _at + 16 + (middle * 12);
            if (code > SfntFile.U32(_table, group + 4)) low = middle + 1;
            else if (code < SfntFile.U32(_table, group)) high = middle - 1;
            else return (int)(SfntFile.U32(_table, group + 8) + code - SfntFile.U32(_table, group));
        }

        return 0;
    }

    private int Segments(int code)
    {
        var twice = SfntFile.U16(_table, _at + 6);
        int low = 0, high = (twice / 2) - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (SfntFile.U16(_table, _at + 14 + (middle * 2)) < code) low = middle + 1;
            else high = middle;
        }

        var start = SfntFile.U16(_table, _at + 16 + twice + (low * 2));
        if (code < start || code > SfntFile.U16(_table, _at + 14 + (low * 2))) return 0;
        var delta = SfntFile.U16(_table, _at + 16 + (2 * twice) + (low * 2));
        var rangeAt = _at + 16 + (3 * twice) + (low * 2);
        var range = SfntFile.U16(_table, rangeAt);
        if (range == 0) return (code + delta) & 0xFFFF;
        var glyph = SfntFile.U16(_table, rangeAt + range + ((code - start) * 2));
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }
}

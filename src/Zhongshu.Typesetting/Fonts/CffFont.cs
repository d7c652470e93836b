using System.Buffers.Binary;

namespace Zhongshu.Typesetting.Fonts;

/// <summary>A Compact Font Format table: where its glyphs, subroutines and private dictionaries lie (Adobe TN 5176).</summary>
internal sealed class CffFont
{
    public const int CharStringsOperator = 17;
    public const int PrivateOperator = 18;
    public const int SubrsOperator = 19;
    public const int FontMatrixOperator = 1207;
    public const int FontArrayOperator = 1236;
    public const int FontSelectOperator = 1237;

    private readonly byte[] _data;
    private readonly CffIndex _charStrings;
    private readonly CffIndex _globals;
    private readonly List<FontPart> _parts = [];
    private readonly int _select;

    public CffFont(byte[] data)
    {
        _data = data;
        var names = new CffIndex(data, data[2]);
        var tops = new CffIndex(data, names.End);
        var strings = new CffIndex(data, tops.End);
        _globals = new CffIndex(data, strings.End);
        Top = CffDict.Read(tops[0]);
        _charStrings = new CffIndex(data, Top.Int(CharStringsOperator));
        _select = Top.Has(FontSelectOperator) ? Top.Int(FontSelectOperator) : -1;
        if (!Top.Has(FontArrayOperator))
        {
            _parts.Add(Part(Top));
            return;
        }

        var array = new CffIndex(data, Top.Int(FontArrayOperator));
        for (var i = 0; i < array.Count; i++) _parts.Add(Part(CffDict.Read(array[i])));
    }

    public CffDict Top { get; }

    public IReadOnlyList<FontPart> Parts => _parts;

    /// <summary>Which private dictionary a glyph uses.</summary>
    public int PartOf(int glyph)
    {
        if (_select < 0) return 0;
        if (_data[_select] == 0) return _data[_select + 1 + glyph];
        int low = 0, high = SfntFile.U16(_data, _select + 1) - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (SfntFile.U16(_data, _select + 3 + (middle * 3)) <= glyph) low = middle;
            else high = middle - 1;
        }

        return _data[_select + 5 + (low * 3)];
    }

    /// <summary>A glyph's outline with every subroutine written out, so that the subset needs none.</summary>
    public byte[] Outline(int glyph) => new CharStringWriter(_globals, _parts[PartOf(glyph)].Subrs).Expand(_charStrings[glyph]);

    private FontPart Part(CffDict font)
    {
        var place = font.Ints(PrivateOperator);
        if (place.Count < 2) return new FontPart([], null, font);
        var bytes = _data.AsSpan(place[1], place[0]).ToArray();
        var dictionary = CffDict.Read(bytes);
        var subrs = dictionary.Has(SubrsOperator) ? new CffIndex(_data, place[1] + dictionary.Int(SubrsOperator)) : null;
        return new FontPart(dictionary.Without(SubrsOperator), subrs, font);
    }

    /// <summary>A private dictionary without its subroutines, the subroutines, and the font dictionary it hangs on.</summary>
    internal sealed record FontPart(byte[] Private, CffIndex? Subrs, CffDict Font);
}

/// <summary>An INDEX of byte strings.</summary>
internal sealed class CffIndex
{
    private readonly byte[] _data;
    private readonly int _at;
    private readonly int _size;

    public CffIndex(byte[] data, int at)
    {
        (_data, _at) = (data, at);
        Count = SfntFile.U16(data, at);
        _size = Count == 0 ? 0 : data[at + 2];
        End = Count == 0 ? at + 2 : Base + Offset(Count);
    }

    public int Count { get; }

    public int End { get; }

    private int Base => _at + 2 + ((Count + 1) * _size);

    public ReadOnlySpan<byte> this[int index] => index >= 0 && index < Count ? _data.AsSpan(Base + Offset(index), Offset(index + 1) - Offset(index)) : default;

    private int Offset(int index)
    {
        var value = 0;
        for (var i = 0; i < _size; i++) value = (value << 8) | _data[_at + 3 + (index * _size) + i];
        return value;
    }

    public static byte[] Write(IReadOnlyList<byte[]> items)
    {
        if (items.Count == 0) return [0, 0];
        var total = items.Sum(i => i.Length);
        var index = new byte[3 + ((items.Count + 1) * 4) + total];
        BinaryPrimitives.WriteUInt16BigEndian(index, (ushort)items.Count);
        index[2] = 4;
        var offset = 1;
        var at = 3 + ((items.Count + 1) * 4);
        for (var i = 0; i < items.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(index.AsSpan(3 + (i * 4)), offset);
            items[i].CopyTo(index, at);
            offset += items[i].Length;
            at += items[i].Length;
        }

        BinaryPrimitives.WriteInt32BigEndian(index.AsSpan(3 + (items.Count * 4)), offset);
        return index;
    }
}

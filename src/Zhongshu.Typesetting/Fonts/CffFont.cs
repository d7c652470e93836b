using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace Zhongshu.Typesetting.Fonts;

/// <summary>
/// A Compact Font Format table: where its glyphs, subroutines and private dictionaries lie (Adobe TN 5176). The outlines themselves,
/// nearly all of ten to twenty megabytes, stay in the file; of those once asked for, which are few, the written-out form is kept.
/// </summary>
internal sealed class CffFont
{
    public const int CharStringsOperator = 17;
    public const int PrivateOperator = 18;
    public const int SubrsOperator = 19;
    public const int FontMatrixOperator = 1207;
    public const int FontArrayOperator = 1236;
    public const int FontSelectOperator = 1237;

    private readonly Func<int, int, byte[]> _read;
    private readonly CffPlaces _charStrings;
    private readonly CffIndex _globals;
    private readonly List<FontPart> _parts = [];
    private readonly byte[] _select;
    private readonly ConcurrentDictionary<int, byte[]> _outlines = new();

    /// <param name="data">The whole table; not kept.</param>
    /// <param name="read">Bytes of the table again: from where, how many.</param>
    public CffFont(byte[] data, Func<int, int, byte[]> read)
    {
        _read = read;
        var names = new CffIndex(data, data[2]);
        var tops = new CffIndex(data, names.End);
        var strings = new CffIndex(data, tops.End);
        _globals = CffIndex.Copy(data, strings.End);
        Top = CffDict.Read(tops[0]);
        _charStrings = new CffPlaces(new CffIndex(data, Top.Int(CharStringsOperator)));
        _select = Top.Has(FontSelectOperator) ? Select(data, Top.Int(FontSelectOperator), _charStrings.Count) : [];
        if (!Top.Has(FontArrayOperator))
        {
            _parts.Add(Part(data, Top));
            return;
        }

        var array = new CffIndex(data, Top.Int(FontArrayOperator));
        for (var i = 0; i < array.Count; i++) _parts.Add(Part(data, CffDict.Read(array[i])));
    }

    public CffDict Top { get; }

    public IReadOnlyList<FontPart> Parts => _parts;

    /// <summary>Which private dictionary a glyph uses.</summary>
    public int PartOf(int glyph)
    {
        if (_select.Length == 0) return 0;
        if (_select[0] == 0) return _select[1 + glyph];
        int low = 0, high = SfntFile.U16(_select, 1) - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (SfntFile.U16(_select, 3 + (middle * 3)) <= glyph) low = middle;
            else high = middle - 1;
        }

        return _select[5 + (low * 3)];
    }

    /// <summary>A glyph's outline with every subroutine written out, so that the subset needs none.</summary>
    public byte[] Outline(int glyph) => _outlines.GetOrAdd(glyph, Expanded);

    private byte[] Expanded(int glyph)
    {
        var (at, length) = _charStrings.Of(glyph);
        return new CharStringWriter(_globals, _parts[PartOf(glyph)].Subrs).Expand(length == 0 ? [] : _read(at, length));
    }

    private static byte[] Select(byte[] data, int at, int glyphs)
    {
        var length = data[at] == 0 ? 1 + glyphs : 5 + (3 * SfntFile.U16(data, at + 1));
        return data.AsSpan(at, Math.Min(length, data.Length - at)).ToArray();
    }

    private static FontPart Part(byte[] data, CffDict font)
    {
        var place = font.Ints(PrivateOperator);
        if (place.Count < 2) return new FontPart([], null, font);
        var bytes = data.AsSpan(place[1], place[0]).ToArray();
        var dictionary = CffDict.Read(bytes);
        var subrs = dictionary.Has(SubrsOperator) ? CffIndex.Copy(data, place[1] + dictionary.Int(SubrsOperator)) : null;
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

    /// <summary>An index with bytes of its own, so that the table need not be kept for it.</summary>
    public static CffIndex Copy(byte[] data, int at) => new(data.AsSpan(at, new CffIndex(data, at).End - at).ToArray(), 0);

    public int Count { get; }

    public int End { get; }

    private int Base => _at + 2 + ((Count + 1) * _size);

    public ReadOnlySpan<byte> this[int index] => index >= 0 && index < Count ? _data.AsSpan(Base + Offset(index), Offset(index + 1) - Offset(index)) : default;

    /// <summary>Where an entry begins in the table; of the number after the last: where the last ends.</summary>
    public int Start(int index) => Base + Offset(index);

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

/// <summary>Where the entries of an INDEX lie, without them.</summary>
internal sealed class CffPlaces
{
    private readonly int[] _starts;

    public CffPlaces(CffIndex index)
    {
        _starts = new int[index.Count + 1];
        for (var i = 0; i < _starts.Length && index.Count > 0; i++) _starts[i] = index.Start(i);
    }

    public int Count => _starts.Length - 1;

    public (int At, int Length) Of(int index) => index >= 0 && index < Count ? (_starts[index], _starts[index + 1] - _starts[index]) : (0, 0);
}

namespace Zhongshu.Proofing.Lexicon;

/// <summary>
/// A set of UTF-16 units as a bit for each: one look into 8 KB, whatever the script. Unlike the runtime's vectorised sets it is
/// fast from the first call on, because it is compiled ahead of the run, and Chinese text gives it no false hits to confirm.
/// </summary>
internal sealed class UnitSet
{
    private readonly ulong[] bits = new ulong[(char.MaxValue + 1) / 64];

    public UnitSet(ReadOnlySpan<char> units)
    {
        foreach (var unit in units) bits[unit >> 6] |= 1UL << (unit & 63);
    }

    public bool Contains(char unit) => (bits[unit >> 6] >> (unit & 63) & 1) != 0;

    /// <summary>The first place from <paramref name="from"/> on that holds one of the set; -1 for none.</summary>
    public int Next(string text, int from)
    {
        var found = First(text.AsSpan(from));
        return found < 0 ? -1 : from + found;
    }

    /// <summary>The first place that holds one of the set; -1 for none.</summary>
    public int First(ReadOnlySpan<char> text)
    {
        var set = bits;
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if ((set[unit >> 6] >> (unit & 63) & 1) != 0) return i;
        }

        return -1;
    }

    public bool HoldsAll(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
            if (!Contains(unit)) return false;
        return true;
    }
}

namespace Zhongshu.Proofing.Lexicon;

/// <summary>
/// From two neighbouring units to a number: open addressing in two arrays, no larger than half full. It holds what a general
/// dictionary would, in code that is compiled ahead of the run. Not safe to fill from several threads.
/// </summary>
/// <param name="capacity">How many pairs it will hold at first.</param>
internal sealed class PairMap(int capacity)
{
    private uint[] keys = new uint[Size(capacity)]; // the pair of two NULs stands for a free slot and is never held
    private uint[] values = new uint[Size(capacity)];
    private int count;

    /// <summary>Two units as one key.</summary>
    public static uint Key(char first, char second) => ((uint)first << 16) | second;

    public bool Contains(uint key) => key != 0 && keys[Slot(keys, key)] == key;

    public bool TryGet(uint key, out uint value)
    {
        var slot = Slot(keys, key);
        value = values[slot];
        return key != 0 && keys[slot] == key;
    }

    /// <summary>Puts a number in the place of any it had.</summary>
    public void Set(uint key, uint value)
    {
        if (key == 0) return;
        if (2 * (count + 1) > keys.Length) Grow();
        var slot = Slot(keys, key);
        if (keys[slot] != key) count++;
        (keys[slot], values[slot]) = (key, value);
    }

    private static int Size(int capacity) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, 2 * capacity));

    private static int Slot(uint[] keys, uint key)
    {
        var mask = keys.Length - 1;
        var slot = (int)((key * 0x9E3779B1u) >> 7) & mask;
        while (keys[slot] != key && keys[slot] != 0) slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var (oldKeys, oldValues) = (keys, values);
        (keys, values) = (new uint[2 * oldKeys.Length], new uint[2 * oldKeys.Length]);
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (oldKeys[i] == 0) continue;
            var slot = Slot(keys, oldKeys[i]);
            (keys[slot], values[slot]) = (oldKeys[i], oldValues[i]);
        }
    }
}

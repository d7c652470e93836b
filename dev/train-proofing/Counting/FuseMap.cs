using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>Builds the three-way binary fuse map that <see cref="CountTable"/> reads (Graf and Lemire 2022, as a map).</summary>
internal static class FuseMap
{
    internal static (CountTable.Shape Shape, ushort[] Slots) Build(ulong[] keys, byte[] levels)
    {
        var shape = ShapeFor(keys.Length);
        for (var attempt = 1; attempt < 100; attempt++)
        {
            var seeded = shape with { Seed = CountTable.Mix((ulong)attempt * 0x9E3779B97F4A7C15UL) };
            var slots = TryBuild(keys, levels, seeded);
            if (slots is not null) return (seeded, slots);
        }

        throw new InvalidOperationException("No seed resolves the map; are there doubled keys?");
    }

    private static CountTable.Shape ShapeFor(int size)
    {
        var length = 1u << (int)Math.Floor((Math.Log(size) / Math.Log(3.33)) + 2.25);
        length = Math.Min(length, 262144);
        var factor = Math.Max(1.125, 0.875 + (0.25 * Math.Log(1e6) / Math.Log(size)));
        var capacity = (uint)(size * factor);
        var segments = Math.Max(1, ((capacity + length - 1) / length) - 2);
        return new CountTable.Shape(0, length, segments);
    }

    private static ushort[]? TryBuild(ulong[] keys, byte[] levels, CountTable.Shape shape)
    {
        var degree = new byte[shape.Slots];
        var members = new int[shape.Slots];
        for (var i = 0; i < keys.Length; i++)
        {
            foreach (var slot in Slots(keys[i], shape))
            {
                if (degree[slot] == byte.MaxValue) return null;
                degree[slot]++;
                members[slot] ^= i;
            }
        }

        var order = new (int Key, int Slot)[keys.Length];
        var peeled = 0;
        var queue = new Stack<int>();
        for (var slot = 0; slot < shape.Slots; slot++)
        {
            if (degree[slot] == 1) queue.Push(slot);
        }

        while (queue.TryPop(out var slot))
        {
            if (degree[slot] != 1) continue;
            var key = members[slot];
            order[peeled++] = (key, slot);
            foreach (var other in Slots(keys[key], shape))
            {
                members[other] ^= key;
                if (--degree[other] == 1) queue.Push(other);
            }
        }

        if (peeled != keys.Length) return null;
        var values = new ushort[shape.Slots];
        while (peeled-- > 0)
        {
            var (key, slot) = order[peeled];
            var value = (CountTable.Fingerprint(CountTable.Mix(keys[key] + shape.Seed)) << CountTable.LevelBits) | levels[key];
            foreach (var other in Slots(keys[key], shape))
            {
                if (other != slot) value ^= values[other];
            }

            values[slot] = (ushort)value;
        }

        return values;
    }

    private static int[] Slots(ulong key, CountTable.Shape shape)
    {
        var (a, b, c) = CountTable.Places(CountTable.Mix(key + shape.Seed), shape);
        return [(int)a, (int)b, (int)c];
    }
}

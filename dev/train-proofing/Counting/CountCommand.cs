using System.Runtime.InteropServices;
using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>Counts the corpus and writes the statistics into a model file.</summary>
internal static class CountCommand
{
    internal sealed record Options(string Corpus, string Output, int Every, int[] Least);

    internal static void Run(Options options)
    {
        var lines = File.ReadAllLines(options.Corpus);
        var alphabet = Corpus.AlphabetOf(lines);
        var (training, aside) = Corpus.Split(lines, options.Every);
        Console.WriteLine($"lines {lines.Length}, training {training.Count}, aside {aside.Count}, alphabet {alphabet.Known}");
        if (aside.Count > 0) File.WriteAllLines(options.Output + ".aside.txt", aside);
        var stream = Corpus.Stream(training, alphabet);
        Console.WriteLine($"tokens {stream.Length}");
        var model = File.Exists(options.Output) ? ModelFile.Read(options.Output) : new ModelFile();
        model.Set<char>(ModelPart.Characters, Enumerable.Range(Alphabet.Reserved, alphabet.Known - Alphabet.Reserved)
            .Select(alphabet.Character).ToArray());
        var lists = Enumerable.Range(1, Levels.MaxOrder).Select(order => Cut(stream, order, options.Least[order - 1])).ToArray();
        WriteCounts(model, lists, stream.Length);
        WriteSmoothing(model, lists);
        model.Set<ulong>(ModelPart.Beside, Beside(lists[1]));
        model.Write(options.Output);
        Console.WriteLine($"{options.Output}: {new FileInfo(options.Output).Length:N0} bytes");
    }

    private static NgramList Cut(ushort[] stream, int order, int least)
    {
        var list = NgramCounts.Count(stream, order);
        var cut = NgramCounts.Cut(list, least);
        Console.WriteLine($"order {order}: {list.Keys.Length:N0} distinct, {cut.Keys.Length:N0} kept");
        return cut;
    }

    private static void WriteCounts(ModelFile model, NgramList[] lists, int total)
    {
        var keys = new ulong[lists.Sum(list => list.Keys.Length)];
        var levels = new byte[keys.Length];
        var n = 0;
        foreach (var list in lists)
        {
            for (var i = 0; i < list.Keys.Length; i++)
            {
                keys[n] = list.Keys[i] | ((ulong)list.Order << 60);
                levels[n++] = (byte)Levels.Of(list.Counts[i]);
            }
        }

        var (shape, slots) = FuseMap.Build(keys, levels);
        model.Set<ulong>(ModelPart.CountShape, [shape.Seed, shape.SegmentLength, shape.SegmentCount, (ulong)total]);
        model.Set<ushort>(ModelPart.Counts, slots);
        Console.WriteLine($"{keys.Length:N0} n-grams in {slots.Length * 2:N0} bytes");
    }

    private static ulong[] Beside(NgramList list)
    {
        var bits = new ulong[Levels.VocabularySize * (Levels.VocabularySize / 64)];
        foreach (var key in list.Keys) bits[key >> 6] |= 1UL << (int)(key & 63);
        return bits;
    }

    /// <summary>
    /// Absolute discounting whose back-off mass is averaged over all contexts of the same order and count level,
    /// so that one count an n-gram serves both directions.
    /// </summary>
    private static void WriteSmoothing(ModelFile model, NgramList[] lists)
    {
        var discount = new float[Levels.MaxOrder + 1];
        var forward = new float[Levels.MaxOrder * Levels.Count];
        var backward = new float[Levels.MaxOrder * Levels.Count];
        for (var order = 2; order <= Levels.MaxOrder; order++)
        {
            var list = lists[order - 1];
            discount[order] = Discount(list);
            Average(list, lists[order - 2], discount[order], key => key >> Levels.TokenBits, forward);
            var mask = (1UL << (Levels.TokenBits * (order - 1))) - 1;
            Average(list, lists[order - 2], discount[order], key => key & mask, backward);
            Console.WriteLine($"order {order}: discount {discount[order]:F3}, mass at level 1/20/60 " +
                $"{forward[((order - 1) * Levels.Count) + 1]:F3} {forward[((order - 1) * Levels.Count) + 20]:F3} {forward[((order - 1) * Levels.Count) + 60]:F3}");
        }

        model.Set<float>(ModelPart.Discount, discount);
        model.Set<float>(ModelPart.ForwardMass, forward);
        model.Set<float>(ModelPart.BackwardMass, backward);
    }

    private static float Discount(NgramList list)
    {
        var least = list.Counts.Min();
        double once = list.Counts.Count(c => c == least);
        double twice = list.Counts.Count(c => c == least + 1);
        return least == 1 ? (float)(once / (once + (2 * twice))) : 0.7f;
    }

    private static void Average(NgramList list, NgramList contexts, float discount, Func<ulong, ulong> contextOf, float[] mass)
    {
        var kept = new Dictionary<ulong, double>(contexts.Keys.Length);
        for (var i = 0; i < list.Keys.Length; i++)
            CollectionsMarshal.GetValueRefOrAddDefault(kept, contextOf(list.Keys[i]), out _) += list.Counts[i] - discount;
        var sum = new double[Levels.Count];
        var count = new double[Levels.Count];
        for (var i = 0; i < contexts.Keys.Length; i++)
        {
            var level = Levels.Of(contexts.Counts[i]);
            kept.TryGetValue(contexts.Keys[i], out var explained);
            sum[level] += Math.Clamp(1 - (explained / contexts.Counts[i]), 0.001, 1);
            count[level]++;
        }

        var last = 1.0;
        for (var level = 1; level < Levels.Count; level++)
        {
            if (count[level] > 0) last = sum[level] / count[level];
            mass[(contexts.Order * Levels.Count) + level] = (float)last;
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>Fits the wide context of a model on the corpus without the sentences kept aside; goes on from MODEL.wide where there is one.</summary>
internal static class WideCommand
{
    private const int Batch = 256;
    private const int Choices = 25;
    private const int Confused = 20;
    private const double Noise = 0.02;
    private const int Report = 1000;
    private const double RateAtFirst = 0.002;
    private const double RateGoingOn = 0.0012;
    private const double LeastRate = 0.00003;

    internal static void Run(string corpus, string path, int every, int millions)
    {
        var (training, _) = Corpus.Split(File.ReadAllLines(corpus), every);
        var random = new Random(every + millions);
        var kept = path + ".wide";
        var trainer = File.Exists(kept) ? new WideTrainer(WideContext.Read(File.ReadAllBytes(kept))!.Weights) : new WideTrainer(random);
        var rate = File.Exists(kept) ? RateGoingOn : RateAtFirst;
        using (var model = ContextModel.Open(path))
        {
            var stream = Corpus.Stream(training, model.Alphabet);
            training.Clear();
            var batches = (int)(millions * 1_000_000L / Batch);
            var (around, choices) = (new ushort[Batch * 2 * WideContext.Reach], new ushort[Batch * Choices]);
            var clock = Stopwatch.StartNew();
            var (led, loss) = (0.0, 0.0);
            for (var batch = 1; batch <= batches; batch++)
            {
                for (var b = 0; b < Batch; b++)
                    Place(model, stream, random, around.AsSpan(b * 2 * WideContext.Reach, 2 * WideContext.Reach), choices.AsSpan(b * Choices, Choices));
                var (l, c) = trainer.Learn(around, choices, (float)(rate * (1 - (batch / (double)batches)) + LeastRate));
                (led, loss) = (led + l, loss + c);
                if (batch % Report != 0) continue;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{batch}/{batches} led {led / Report:P2} loss {loss / Report:F4} {clock.Elapsed.TotalSeconds:F0} s"));
                (led, loss) = (0, 0);
                if (batch % (10 * Report) == 0) File.WriteAllBytes(kept, WideContext.Pack(trainer.Weights));
            }
        }

        var file = ModelFile.Read(path);
        file.Set<byte>(ModelPart.Wide, WideContext.Pack(trainer.Weights));
        file.Write(path);
    }

    /// <summary>A place of the text: surroundings with now and then a slip in them, the true token, and what it is mixed up with.</summary>
    private static void Place(ContextModel model, ushort[] stream, Random random, Span<ushort> around, Span<ushort> choices)
    {
        int at;
        ReadOnlySpan<ushort> rivals;
        do
        {
            at = random.Next(WideContext.Reach, stream.Length - WideContext.Reach);
            rivals = stream[at] < Alphabet.Reserved ? [] : model.CandidatesFor(model.Alphabet.Character(stream[at]));
        }
        while (rivals.IsEmpty);
        WideContext.Around(stream, at, around);
        foreach (ref var token in around)
        {
            if (token >= Alphabet.Reserved && random.NextDouble() < Noise && Rival(model, token, random) is var other and > 0) token = other;
        }

        choices.Fill(stream[at]);
        for (var i = 1; i < choices.Length; i++)
        {
            if (i > Confused) choices[i] = stream[random.Next(stream.Length)];
            else choices[i] = Pick(model, rivals, random);
            if (choices[i] < Alphabet.Reserved) choices[i] = choices[0];
        }
    }

    private static ushort Rival(ContextModel model, ushort token, Random random)
    {
        var rivals = model.CandidatesFor(model.Alphabet.Character(token));
        return rivals.IsEmpty ? (ushort)0 : Pick(model, rivals, random);
    }

    /// <summary>The commoner of two drawn at random: rare characters are seldom written by mistake.</summary>
    private static ushort Pick(ContextModel model, ReadOnlySpan<ushort> rivals, Random random)
    {
        var one = (ushort)(rivals[random.Next(rivals.Length)] & (Levels.VocabularySize - 1));
        var two = (ushort)(rivals[random.Next(rivals.Length)] & (Levels.VocabularySize - 1));
        return model.Expectation.Level(one) >= model.Expectation.Level(two) ? one : two;
    }
}

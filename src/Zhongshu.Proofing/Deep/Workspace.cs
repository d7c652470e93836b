namespace Zhongshu.Proofing.Deep;

/// <summary>One paragraph under review: tokens, the n-grams over them and how much each token is expected.</summary>
internal sealed class Workspace
{
    private const float Floor = -7;

    private readonly Expectation _expectation;
    private readonly byte[] _levels;

    internal Workspace(Expectation expectation, TokenLine line)
    {
        _expectation = expectation;
        Line = line;
        _levels = new byte[Windows.Stride * line.Count];
        Forward = new float[line.Count];
        Backward = new float[line.Count];
        expectation.Fill(Ids, Windows);
        Weigh(0, line.Count);
        Fluency = Mean(float.NegativeInfinity);
        Familiarity = Mean(Floor);
    }

    internal TokenLine Line { get; }

    internal float[] Forward { get; }

    internal float[] Backward { get; }

    /// <summary>Mean log-probability of a token: how near the paragraph is to what the model has read.</summary>
    internal float Fluency { get; }

    /// <summary>The same with the least expected tokens bounded, so that slips hardly lower it but a strange subject does.</summary>
    internal float Familiarity { get; }

    /// <summary>How many tokens have been replaced so far.</summary>
    internal int Replaced { get; private set; }

    internal Span<ushort> Ids => Line.Ids.AsSpan(0, Line.Count);

    internal Windows Windows => new(_levels, 0, Line.Count);

    /// <summary>The lower, the less either side expects this token.</summary>
    internal float Expected(int at) => Forward[at] + Backward[at];

    internal void Replace(int at, ushort token)
    {
        Ids[at] = token;
        Replaced++;
        _expectation.Refill(Ids, Windows, at, at);
        Weigh(Math.Max(0, at - Levels.MaxOrder + 1), Math.Min(Line.Count, at + Levels.MaxOrder));
    }

    private void Weigh(int from, int to)
    {
        var windows = Windows;
        for (var at = from; at < to; at++)
        {
            Forward[at] = MathF.Log(_expectation.Forward(windows, at));
            Backward[at] = MathF.Log(_expectation.Backward(windows, at));
        }
    }

    private float Mean(float floor)
    {
        var sum = 0f;
        for (var at = 1; at < Line.Count; at++) sum += Math.Max(floor, Forward[at]);
        return sum / Math.Max(1, Line.Count - 1);
    }
}

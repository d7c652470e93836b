namespace Zhongshu.Proofing.Deep;

/// <summary>The features that speak for or against one correction, each scaled to about one.</summary>
internal static class Evidence
{
    internal const int Features = 56;

    private const int Orders = Levels.MaxOrder - 1;
    private const float Log = 1 / 8f;
    private const float Level = 1 / 40f;

    /// <summary>What is known of the place, whatever the candidate.</summary>
    internal readonly ref struct Place(Windows windows, ReadOnlySpan<ushort> ids, ReadOnlySpan<float> forward, ReadOnlySpan<float> backward, int at)
    {
        internal Windows Windows { get; } = windows;

        internal ReadOnlySpan<ushort> Ids { get; } = ids;

        internal ReadOnlySpan<float> Forward { get; } = forward;

        internal ReadOnlySpan<float> Backward { get; } = backward;

        internal int At { get; } = at;
    }

    /// <summary>Features of the place as it stands.</summary>
    internal static void OfPlace(Place place, float fluency, Span<float> features)
    {
        var at = place.At;
        features[0] = place.Forward[at] * Log;
        features[1] = place.Backward[at] * Log;
        Cover(place.Windows, at, features[2..10]);
        features[10] = place.Windows[1, at] * Level / 2;
        features[11] = (place.Forward[at - 1] + place.Backward[at - 1]) * Log / 2;
        features[12] = (place.Forward[at + 1] + place.Backward[at + 1]) * Log / 2;
        features[13] = fluency * Log;
        features[14] = place.Ids[at - 1] == Alphabet.Boundary ? 1 : 0;
        features[15] = place.Ids[at + 1] == Alphabet.Boundary ? 1 : 0;
        features[16] = Odd(place.Ids[at - 1]);
        features[17] = Odd(place.Ids[at + 1]);
        features[18] = place.Ids[at] == Alphabet.Unknown ? 1 : 0;
    }

    /// <summary>Features of a candidate, with the windows as they would be with it.</summary>
    internal static void OfCandidate(Proposal proposal, Windows windows, int at, Span<float> features)
    {
        features[19] = proposal.GainForward * Log;
        features[20] = proposal.GainBackward * Log;
        features[21] = proposal.Forward * Log;
        features[22] = proposal.Backward * Log;
        Cover(windows, at, features[23..31]);
        features[31] = windows[1, at] * Level / 2;
        features[33..(33 + Candidate.Classes)].Clear();
        features[33 + proposal.Candidate.Class] = 1;
    }

    internal static void OfRivals(float lead, int rank, Span<float> features)
    {
        features[32] = lead * Log;
        features[49] = rank;
    }

    /// <summary>For each order from 2: the highest level and how many windows over this place were ever seen.</summary>
    private static void Cover(Windows windows, int at, Span<float> features)
    {
        for (var order = 2; order <= Levels.MaxOrder; order++)
        {
            var highest = 0;
            var seen = 0;
            for (var start = at - order + 1; start <= at; start++)
            {
                var level = windows[order, start];
                if (level == 0) continue;
                seen++;
                highest = Math.Max(highest, level);
            }

            features[order - 2] = highest * Level;
            features[Orders + order - 2] = seen / (float)order;
        }
    }

    private static float Odd(ushort token) => token is Alphabet.Unknown or Alphabet.Number or Alphabet.Latin ? 1 : 0;
}

/// <summary>One candidate in one place, with what the context says of it.</summary>
/// <param name="Candidate">The other character and its likeness.</param>
/// <param name="GainForward">Gain in log-probability of the stretch, read from the left.</param>
/// <param name="GainBackward">The same read from the right.</param>
/// <param name="Forward">Log-probability of the candidate given what stands left.</param>
/// <param name="Backward">The same given what stands right.</param>
/// <param name="LogOdds">That the correction is right.</param>
internal readonly record struct Proposal(
    Candidate Candidate, float GainForward, float GainBackward, float Forward, float Backward, float LogOdds)
{
    internal float Gain => GainForward + GainBackward;
}

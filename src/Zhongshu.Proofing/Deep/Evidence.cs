namespace Zhongshu.Proofing.Deep;

/// <summary>The features that speak for or against one correction, each scaled to about one.</summary>
internal static class Evidence
{
    internal const int Features = 88;

    private const int Cover = 14;
    private const int CandidateFrom = 28;
    private const int ClassFrom = CandidateFrom + 8 + Cover;
    private const float Log = 1 / 8f;
    private const float Level = 1 / 40f;
    private const float Wide = 1 / 4f;

    /// <summary>Features of the place as it stands, from <paramref name="at"/> to <paramref name="end"/> inclusive.</summary>
    internal static void OfPlace(Workspace work, int at, int end, Span<float> features)
    {
        var windows = work.Windows;
        features[0] = work.Forward[at] * Log;
        features[1] = work.Backward[end] * Log;
        features[2] = work.Backward[at] * Log;
        Covering(windows, at, features[3..]);
        features[17] = windows[1, at] * Level / 2;
        features[18] = at > 1 ? work.Expected(at - 2) * Log / 2 : 0;
        features[19] = work.Expected(at - 1) * Log / 2;
        features[20] = work.Expected(end + 1) * Log / 2;
        features[21] = end + 2 < work.Line.Count ? work.Expected(end + 2) * Log / 2 : 0;
        features[22] = work.Fluency * Log;
        features[23] = work.Ids[at - 1] == Alphabet.Boundary ? 1 : 0;
        features[24] = work.Ids[end + 1] == Alphabet.Boundary ? 1 : 0;
        features[25] = Odd(work.Ids[at - 1]) + Odd(work.Ids[end + 1]);
        features[26] = work.Ids[at] == Alphabet.Unknown ? 1 : 0;
        features[27] = Math.Min(2, work.Replaced);
    }

    /// <summary>Features of a proposal, with the windows as they would be with it.</summary>
    internal static void OfProposal(Workspace work, Proposal proposal, Windows after, int at, Span<float> features)
    {
        var end = at + proposal.Length - 1;
        features[CandidateFrom] = proposal.GainForward * Log;
        features[CandidateFrom + 1] = proposal.GainBackward * Log;
        features[CandidateFrom + 2] = proposal.Forward * Log;
        features[CandidateFrom + 3] = proposal.Backward * Log;
        features[CandidateFrom + 4] = (proposal.GainForward - proposal.Forward + work.Forward[at]) * Log;
        features[CandidateFrom + 5] = (proposal.GainBackward - proposal.Backward + work.Backward[end]) * Log;
        features[CandidateFrom + 6] = after[1, at] * Level / 2;
        Covering(after, at, features[(CandidateFrom + 7)..]);
        features[ClassFrom - 1] = Math.Min(proposal.GainForward, proposal.GainBackward) * Log;
        features[ClassFrom + proposal.Candidate.Class] = 1;
        if (proposal.Length == 1) return;
        features[ClassFrom + 16] = 1;
        features[ClassFrom + 17 + (int)proposal.Second.Sound] = 1;
        features[ClassFrom + 22 + (int)proposal.Second.Look] = 1;
    }

    /// <summary>What the wide context says of the proposal, of the place as it stands, and of the best other character.</summary>
    internal static void OfWideContext(WideLook look, Proposal proposal, float second, Span<float> features)
    {
        var own = look.Of(proposal.Candidate.Token);
        features[ClassFrom + 27] = own * Wide;
        features[ClassFrom + 28] = look.Own * Wide;
        features[ClassFrom + 29] = (own - look.Own) * Wide;
        features[ClassFrom + 30] = look.Leader == proposal.Candidate.Token ? 0 : (own - look.LeaderShare) * Wide;
        features[ClassFrom + 31] = second * Wide;
    }

    /// <summary>How far the proposal leads the next one, and its rank.</summary>
    internal static void OfRivals(float lead, int rank, Span<float> features)
    {
        features[ClassFrom + 25] = lead * Log;
        features[ClassFrom + 26] = rank;
    }

    /// <summary>Levels of all windows of two to five tokens over a place.</summary>
    private static void Covering(Windows windows, int at, Span<float> features)
    {
        var n = 0;
        for (var order = 2; order <= Levels.MaxOrder; order++)
        {
            for (var start = at - order + 1; start <= at; start++) features[n++] = windows[order, start] * Level;
        }
    }

    private static float Odd(ushort token) => token is Alphabet.Unknown or Alphabet.Number or Alphabet.Latin ? 1 : 0;
}

/// <summary>One candidate, or two side by side, in one place, with what the context says of it.</summary>
/// <param name="Candidate">The other character and its likeness.</param>
/// <param name="Second">The next character when two are changed together; otherwise token 0.</param>
/// <param name="GainForward">Gain in log-probability of the stretch, read from the left.</param>
/// <param name="GainBackward">The same read from the right.</param>
/// <param name="Forward">Log-probability of the first changed token given what stands left.</param>
/// <param name="Backward">Log-probability of the last changed token given what stands right.</param>
internal readonly record struct Proposal(
    Candidate Candidate, Candidate Second, float GainForward, float GainBackward, float Forward, float Backward)
{
    /// <summary>That the correction is right, as log-odds.</summary>
    internal float LogOdds { get; init; }

    internal int Length => Second.Token == 0 ? 1 : 2;

    internal float Gain => GainForward + GainBackward;

    /// <summary>Gain in the log share that the wide context gives.</summary>
    internal float Wide { get; init; }
}

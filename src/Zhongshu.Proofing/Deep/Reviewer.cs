using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Deep;

/// <summary>One corrected character.</summary>
/// <param name="Index">UTF-16 index in the paragraph.</param>
/// <param name="Written">The character as it stands.</param>
/// <param name="Meant">The character that the context expects, and its likeness.</param>
/// <param name="LogOdds">That the correction is right.</param>
internal readonly record struct Slip(int Index, char Written, Candidate Meant, float LogOdds)
{
    /// <summary>The known word that the text misses here; <c>null</c> where the context alone speaks.</summary>
    internal NearWord? Near { get; init; }
}

/// <summary>What to propose for a place: one other character, two side by side, or both.</summary>
[Flags]
internal enum Ask
{
    /// <summary>The place is as expected.</summary>
    Nothing = 0,

    /// <summary>Another character here.</summary>
    One = 1,

    /// <summary>Two others here and next to it.</summary>
    Two = 2,
}

/// <summary>Reads a paragraph, corrects the surest slip first, then looks at its surroundings again.</summary>
internal sealed class Reviewer(ContextModel model)
{
    /// <summary>Places that both sides expect more than this are not looked at (log-probability from both sides together).</summary>
    internal const float Suspicious = -14f;

    /// <summary>Two places whose outer sides expect less than this may have been slipped together.</summary>
    internal const float SuspiciousPair = -15f;

    /// <summary>Least log-odds of a correction.</summary>
    internal float Least { get; init; } = 0.5f;

    /// <summary>Least log-odds of a correction near one already made: where one slip is, others are, and the sentence is read again anyway.</summary>
    internal float Further { get; init; } = 0.2f;

    /// <summary>Paragraphs less familiar than this need surer corrections: the model has read little like them.</summary>
    internal float Familiar { get; init; } = -3.8f;

    /// <summary>Extra log-odds for each unit of log-probability that a paragraph is less familiar.</summary>
    internal float Caution { get; init; } = 1;

    /// <summary>Words that the model has hardly read; <c>null</c> for none.</summary>
    internal KnownWords? Known { get; init; }

    /// <summary>Whether characters missing, too many or misplaced are looked for.</summary>
    internal bool Mishaps { get; init; } = true;

    /// <summary>What the last paragraph read has missing, too many or misplaced, with the place in UTF-16 units.</summary>
    internal List<(Mishandled What, int Start)> Found { get; } = [];

    /// <summary>The search for those, with its limits.</summary>
    internal Misplaced Misplaced { get; init; } = new(model);

    /// <summary>Log-odds of a known word missed by one character: nine in ten, set by hand.</summary>
    private const float NearOdds = 2.2f;

    private readonly Proposer _proposer = new(model);

    /// <param name="text">One paragraph.</param>
    /// <param name="demands">Extra log-odds that a correction of each UTF-16 unit needs; empty for none.</param>
    internal List<Slip> Read(string text, ReadOnlySpan<float> demands = default)
    {
        Found.Clear();
        var slips = new List<Slip>();
        var line = model.Alphabet.Encode(text);
        if (line.Count < 4) return slips;
        var work = new Workspace(model.Expectation, line);
        var agenda = new Agenda(Least);
        if (Known is not null) NearWords(work, text, agenda.Done, slips, demands);
        for (var at = 1; at < line.Count - 1; at++) Look(work, text, at, agenda, demands);
        while (agenda.Surest() is var at and > 0)
        {
            var proposal = agenda[at].Proposal;
            var end = at + proposal.Length - 1;
            slips.Add(new Slip(line.Starts[at], text[line.Starts[at]], proposal.Candidate, proposal.LogOdds));
            work.Replace(at, proposal.Candidate.Token);
            agenda.Finish(at);
            if (end > at)
            {
                slips.Add(new Slip(line.Starts[end], text[line.Starts[end]], proposal.Second, proposal.LogOdds));
                work.Replace(end, proposal.Second.Token);
                agenda.Finish(end);
            }

            for (var near = Math.Max(1, at - Levels.MaxOrder - 1); near < Math.Min(line.Count - 1, end + Levels.MaxOrder + 1); near++)
                Look(work, text, near, agenda, demands);
        }

        slips.Sort((a, b) => a.Index.CompareTo(b.Index));
        if (Mishaps) Mishandle(work, agenda.Done, demands);
        return slips;
    }

    /// <summary>Known words missed by one character: the list says what is meant, the context must only bear it out.</summary>
    private void NearWords(Workspace work, string text, HashSet<int> done, List<Slip> slips, ReadOnlySpan<float> demands)
    {
        for (var at = 1; at < work.Line.Count - 1; at++)
        {
            if (work.Expected(at) > Suspicious || !IsHan(work, text, at)) continue;
            var index = work.Line.Starts[at];
            if (!demands.IsEmpty && demands[index] > 0) continue;
            if (Known!.Near(text, index, c => Alike(text[index], c) is not null) is not { } near) continue;
            var meant = Alike(text[index], near.Word[index - near.Start])!.Value;
            if (Misplaced.GainOf(work, at, meant.Token) < LeastGain(near.Word.Length)) continue;
            slips.Add(new Slip(index, text[index], meant, NearOdds) { Near = near });
            work.Replace(at, meant.Token);
            done.Add(at);
        }
    }

    private static float LeastGain(int length) => length <= 3 ? 3 : 1.5f;

    private Candidate? Alike(char written, char meant)
    {
        var token = model.Alphabet.Token(meant);
        if (token < Alphabet.Reserved) return null;
        foreach (var packed in model.CandidatesFor(written))
        {
            if (Candidate.Unpack(packed) is var candidate && candidate.Token == token) return candidate;
        }

        return null;
    }

    private void Mishandle(Workspace work, HashSet<int> done, ReadOnlySpan<float> demands)
    {
        if (work.Familiarity < Familiar) return;
        foreach (var what in Misplaced.Find(work, done))
        {
            var from = work.Line.Starts[what.At - (what.Kind == Mishap.Missing ? 1 : 0)];
            var to = work.Line.Starts[what.At + (what.Kind == Mishap.Swapped ? 1 : 0)] + 1;
            if (what.Kind != Mishap.Extra && to - from != 2) continue; // a blank stands between
            var demand = 0f;
            for (var i = from; i < to && !demands.IsEmpty; i++) demand = Math.Max(demand, demands[i]);
            if (demand > 0) continue;
            Found.Add((what, work.Line.Starts[what.At]));
        }
    }

    /// <summary>What is worth asking of a place, read as the state of the paragraph is now.</summary>
    /// <param name="work">The paragraph.</param>
    /// <param name="text">Its text.</param>
    /// <param name="at">Token index.</param>
    /// <param name="done">Tokens that were corrected already.</param>
    internal static Ask Questions(Workspace work, string text, int at, HashSet<int> done)
    {
        var ask = work.Expected(at) <= Suspicious ? Ask.One : Ask.Nothing;
        var pair = at + 2 < work.Line.Count && work.Forward[at] + work.Backward[at + 1] <= SuspiciousPair;
        if ((ask == Ask.Nothing && !pair) || !IsHan(work, text, at) || done.Contains(at)) return Ask.Nothing;
        pair = pair && IsHan(work, text, at + 1) && !done.Contains(at + 1);
        return pair ? ask | Ask.Two : ask;
    }

    private static bool IsHan(Workspace work, string text, int at) =>
        work.Ids[at] != Alphabet.Boundary && text[work.Line.Starts[at]] is >= '\u4e00' and <= '\u9fff';

    private void Look(Workspace work, string text, int at, Agenda agenda, ReadOnlySpan<float> demands)
    {
        agenda.Forget(at);
        var ask = Questions(work, text, at, agenda.Done);
        if (ask == Ask.Nothing) return;
        Span<Proposal> proposals = stackalloc Proposal[Proposer.Kept];
        Span<float> features = stackalloc float[Proposer.Kept * Evidence.Features];
        var kept = _proposer.Propose(work, at, text, ask, proposals, features);
        var best = new Held(default, float.NegativeInfinity);
        foreach (var proposal in proposals[..kept])
        {
            var demand = Caution * Math.Max(0, Familiar - work.Familiarity);
            for (var i = 0; i < proposal.Length && !demands.IsEmpty; i++) demand = Math.Max(demand, demands[work.Line.Starts[at + i]]);
            if (Guard.IsNumeral(model.Alphabet.Character(proposal.Candidate.Token))) demand += Guard.ForNumeral;
            var margin = proposal.LogOdds - demand;
            if (margin >= Math.Min(Least, Further) && margin > best.Margin) best = new Held(proposal, margin);
        }

        if (best.Margin > float.NegativeInfinity) agenda.Hold(at, best);
    }
}

/// <summary>A proposal and how far it stands above what its place demands.</summary>
internal readonly record struct Held(Proposal Proposal, float Margin);

/// <summary>
/// The best proposal of each place of a paragraph, surest first and of equals the first in the text. What is sure enough only
/// near a correction waits until one is made there. A paragraph of any length costs each of its proposals a place in a heap.
/// </summary>
/// <param name="least">Least margin of a correction by itself.</param>
internal sealed class Agenda(float least)
{
    /// <summary>Where one slip is, others are: so many tokens on either side of a correction.</summary>
    private const int Neighbourhood = 40;

    private readonly Dictionary<int, Held> _held = [];
    private readonly PriorityQueue<int, (float Margin, int At)> _queue = new();
    private readonly HashSet<int> _done = [];

    /// <summary>Tokens that were corrected already.</summary>
    internal HashSet<int> Done => _done;

    internal Held this[int at] => _held[at];

    internal void Forget(int at) => _held.Remove(at);

    internal void Hold(int at, Held held)
    {
        _held[at] = held;
        if (held.Margin >= least || IsNearDone(at)) _queue.Enqueue(at, (-held.Margin, at));
    }

    /// <summary>A token was corrected: what waits near it may now be proposed.</summary>
    internal void Finish(int at)
    {
        _done.Add(at);
        if (_held.Count == 0) return;
        for (var near = at - Neighbourhood; near <= at + Neighbourhood; near++)
        {
            if (_held.TryGetValue(near, out var held) && held.Margin < least) _queue.Enqueue(near, (-held.Margin, near));
        }
    }

    /// <summary>The surest place that is sure enough; 0 for none.</summary>
    internal int Surest()
    {
        // What was forgotten or weighed anew since it was queued is passed over.
        while (_queue.TryDequeue(out var at, out var order))
            if (_held.TryGetValue(at, out var held) && held.Margin == -order.Margin) return at;
        return 0;
    }

    private bool IsNearDone(int at)
    {
        if (_done.Count == 0) return false;
        for (var near = at - Neighbourhood; near <= at + Neighbourhood; near++)
            if (_done.Contains(near)) return true;
        return false;
    }
}

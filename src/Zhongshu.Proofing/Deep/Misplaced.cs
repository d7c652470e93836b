namespace Zhongshu.Proofing.Deep;

/// <summary>What was done to the characters of a place.</summary>
internal enum Mishap
{
    /// <summary>A character is missing.</summary>
    Missing,

    /// <summary>A character is too many.</summary>
    Extra,

    /// <summary>Two neighbours changed places.</summary>
    Swapped,
}

/// <summary>A character missing, too many or misplaced.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="At">Index of the token concerned: the one after the gap, the one too many, the first of the two.</param>
/// <param name="Token">The token that is missing; otherwise 0.</param>
/// <param name="Gain">Gain in log-probability over the stretch, both directions averaged.</param>
internal readonly record struct Mishandled(Mishap Kind, int At, ushort Token, float Gain);

/// <summary>
/// Finds characters missing, too many or misplaced: only where no three characters over a joint were ever read, and only what
/// makes a stretch that was read often. One is proposed for a place, the one that gains most over its own limit.
/// </summary>
internal sealed class Misplaced(ContextModel model)
{
    private const int Around = 6;
    private const int Width = (2 * Around) + 3;
    private const int Apart = 3;

    /// <summary>A character too many that is not its neighbour typed twice must gain this much more.</summary>
    private const float Strange = 14;

    private readonly byte[] _levels = new byte[Windows.Stride * Width];
    private readonly ushort[] _fresh = new ushort[Width];
    private Mishandled _best;
    private float _lead;

    /// <summary>Least gain of each kind; tuned on sentences kept aside.</summary>
    internal float[] Limits { get; init; } = [13f, 12f, 15f];

    /// <summary>All places of a paragraph, in its order, none near another or near a token in <paramref name="done"/>.</summary>
    internal List<Mishandled> Find(Workspace work, HashSet<int> done)
    {
        List<Mishandled>? found = null;
        for (var at = 2; at + 2 < work.Line.Count; at++)
        {
            if (!IsBroken(work, at) || IsNear(done, at) || !Best(work, at)) continue;
            (found ??= []).Add(_best);
            at += Apart;
        }

        return found ?? [];
    }

    /// <summary>What the stretch around a token gains in log-probability, both directions averaged, if another stood there.</summary>
    internal float GainOf(Workspace work, int at, ushort token)
    {
        var ids = work.Ids;
        var from = Math.Max(0, at - Around);
        var old = ids[from..Math.Min(ids.Length, at + Around + 1)];
        var total = Total(old);
        old.CopyTo(_fresh);
        _fresh[at - from] = token;
        return Total(_fresh.AsSpan(0, old.Length)) - total;
    }

    /// <summary>Neither side expects what follows here, and no three characters over the joint were ever read.</summary>
    private bool IsBroken(Workspace work, int at)
    {
        var ids = work.Ids;
        return ids[at] >= Alphabet.Reserved && ids[at - 1] >= Alphabet.Reserved
            && work.Forward[at] + work.Backward[at - 1] <= Reviewer.SuspiciousPair
            && IsHan(ids[at]) && IsHan(ids[at - 1])
            && work.Windows[3, at - 2] == 0 && work.Windows[3, at - 1] == 0;
    }

    private bool IsHan(int token) => model.Alphabet.Character(token) is >= '\u4e00' and <= '\u9fff';

    private static bool IsNear(HashSet<int> done, int at)
    {
        if (done.Count == 0) return false;
        for (var near = at - Apart; near < at + Apart; near++)
            if (done.Contains(near)) return true;
        return false;
    }

    private bool Best(Workspace work, int at)
    {
        var ids = work.Ids;
        var from = Math.Max(0, at - Around);
        var old = ids[from..Math.Min(ids.Length, at + Around)];
        var total = Total(old);
        _lead = 0;
        for (var extra = at - 1; extra <= at; extra++)
        {
            if (extra < 1 || extra + 1 >= ids.Length || !IsRead(ids[extra - 1], ids[extra + 1])) continue;
            old[..(extra - from)].CopyTo(_fresh);
            old[(extra - from + 1)..].CopyTo(_fresh.AsSpan(extra - from));
            var twice = ids[extra] == ids[extra - 1] || ids[extra] == ids[extra + 1];
            Consider(old.Length - 1, twice ? total : total + Strange, new Mishandled(Mishap.Extra, extra, 0, 0));
        }

        for (var first = Math.Max(1, at - 2); first <= at && first + 2 < ids.Length; first++)
        {
            if (ids[first] == ids[first + 1] || !IsHan(ids[first]) || !IsHan(ids[first + 1]) || !IsRead(ids[first + 1], ids[first])
                || !IsRead(ids[first - 1], ids[first + 1]) || !IsRead(ids[first], ids[first + 2])) continue;
            old.CopyTo(_fresh);
            (_fresh[first - from], _fresh[first - from + 1]) = (ids[first + 1], ids[first]);
            Consider(old.Length, total, new Mishandled(Mishap.Swapped, first, 0, 0));
        }

        Missing(ids, at, from, old, total);
        return _lead > 0;
    }

    /// <summary>Characters that were read after the left neighbour and before the right one, and in a row with one further.</summary>
    private void Missing(ReadOnlySpan<ushort> ids, int at, int from, ReadOnlySpan<ushort> old, float total)
    {
        var follows = model.After(ids[at - 1]);
        var leads = model.Before(ids[at]);
        old[..(at - from)].CopyTo(_fresh);
        old[(at - from)..].CopyTo(_fresh.AsSpan(at - from + 1));
        for (var word = 0; word < follows.Length; word++)
        {
            for (var bits = follows[word] & leads[word]; bits != 0; bits &= bits - 1)
            {
                var token = (ushort)((word << 6) + System.Numerics.BitOperations.TrailingZeroCount(bits));
                if (!IsHan(token) || model.Expectation.Level([ids[at - 1], token, ids[at]]) == 0) continue;
                if (model.Expectation.Level([ids[at - 2], ids[at - 1], token, ids[at]]) == 0 && model.Expectation.Level([ids[at - 1], token, ids[at], ids[at + 1]]) == 0) continue;
                _fresh[at - from] = token;
                Consider(old.Length + 1, total, new Mishandled(Mishap.Missing, at, token, 0));
            }
        }
    }

    private bool IsRead(ushort left, ushort right) => ContextModel.Has(model.After(left), right);

    private void Consider(int length, float total, Mishandled proposal)
    {
        var gain = Total(_fresh.AsSpan(0, length)) - total;
        var over = gain - Limits[(int)proposal.Kind];
        if (over <= _lead) return;
        _lead = over;
        _best = proposal with { Gain = gain };
    }

    private float Total(ReadOnlySpan<ushort> ids)
    {
        var windows = new Windows(_levels, 0, ids.Length);
        model.Expectation.Fill(ids, windows);
        var sum = 0f;
        for (var at = 1; at < ids.Length; at++) sum += MathF.Log(model.Expectation.Forward(windows, at));
        for (var at = 0; at + 1 < ids.Length; at++) sum += MathF.Log(model.Expectation.Backward(windows, at));
        return sum / 2;
    }
}

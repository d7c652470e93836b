namespace Zhongshu.Proofing.Deep;

/// <summary>
/// What the wide context says of one place: the share each character has among those it could be mixed up with, as
/// a logarithm. Without a wide context everything is equal.
/// </summary>
internal readonly ref struct WideLook
{
    private const float Unheard = -8;

    /// <summary>The most that a character can stand above another.</summary>
    internal const float MostGain = -Unheard;

    private readonly WideContext? _wide;
    private readonly ReadOnlySpan<float> _expected;
    private readonly float _logSum;

    private WideLook(WideContext wide, ReadOnlySpan<float> expected, ReadOnlySpan<ushort> candidates, int own)
    {
        _wide = wide;
        _expected = expected;
        var most = float.NegativeInfinity;
        var sum = 0f;
        var leader = float.NegativeInfinity;
        foreach (var packed in candidates)
        {
            var token = (ushort)(packed & (Levels.VocabularySize - 1));
            if (token == own) continue;
            var score = wide.Score(expected, token);
            if (score > leader) (leader, Leader) = (score, token);
            Take(score, ref most, ref sum);
        }

        if (own >= Alphabet.Reserved) Take(wide.Score(expected, own), ref most, ref sum);
        _logSum = most + MathF.Log(sum);
        Own = own >= Alphabet.Reserved ? Of(own) : Unheard;
        LeaderShare = leader - _logSum;
    }

    /// <summary>Share of the character as it stands.</summary>
    internal float Own { get; }

    /// <summary>The other character that suits best; 0 for none.</summary>
    internal ushort Leader { get; }

    internal float LeaderShare { get; }

    /// <param name="model">The model.</param>
    /// <param name="ids">Tokens of the paragraph.</param>
    /// <param name="at">The place.</param>
    /// <param name="written">The character that stands there.</param>
    /// <param name="room">Room for <see cref="WideContext.Output"/> numbers, kept while the look is used.</param>
    internal static WideLook At(ContextModel model, ReadOnlySpan<ushort> ids, int at, char written, Span<float> room)
    {
        var candidates = model.CandidatesFor(written);
        if (model.Wide is not { } wide || candidates.IsEmpty) return default;
        wide.Expect(ids, at, room);
        return new WideLook(wide, room, candidates, model.Alphabet.Token(written));
    }

    internal float Of(int token) => _wide is null ? 0 : Math.Max(Unheard, _wide.Score(_expected, token) - _logSum);

    private static void Take(float score, ref float most, ref float sum)
    {
        if (score > most)
        {
            sum = (sum * MathF.Exp(most - score)) + 1;
            most = score;
        }
        else
        {
            sum += MathF.Exp(score - most);
        }
    }
}

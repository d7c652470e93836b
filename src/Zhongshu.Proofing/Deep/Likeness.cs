namespace Zhongshu.Proofing.Deep;

/// <summary>How alike two characters sound.</summary>
internal enum Sound
{
    /// <summary>Not alike.</summary>
    None,

    /// <summary>Same syllable and tone.</summary>
    Same,

    /// <summary>Same syllable, another tone.</summary>
    OtherTone,

    /// <summary>Syllables that many speakers do not tell apart: z/zh, n/l, in/ing, f/h.</summary>
    Fuzzy,

    /// <summary>One letter apart when typed.</summary>
    OneKey,
}

/// <summary>How alike two characters look.</summary>
internal enum Look
{
    /// <summary>Not alike.</summary>
    None,

    /// <summary>A shared part.</summary>
    Part,

    /// <summary>Nearly the same strokes.</summary>
    Near,
}

/// <summary>A character that could stand in place of another, with the likeness that makes the slip plausible.</summary>
internal readonly record struct Candidate(ushort Token, Sound Sound, Look Look)
{
    internal const int Classes = 16;

    internal int Class => ((int)Sound * 3) + (int)Look;

    internal static Candidate Unpack(ushort packed)
    {
        var kind = packed >> Levels.TokenBits;
        return new Candidate((ushort)(packed & (Levels.VocabularySize - 1)), (Sound)(kind / 3), (Look)(kind % 3));
    }

    internal ushort Pack() => (ushort)(Token | (Class << Levels.TokenBits));

    /// <summary>The likeness as the office says it.</summary>
    internal string InWords => (Sound, Look) switch
    {
        (Sound.Same, Look.None) => "同音",
        (Sound.Same, _) => "同音形近",
        (Sound.OtherTone, Look.None) => "音近（声调不同）",
        (Sound.OtherTone, _) => "音形相近",
        (Sound.Fuzzy, Look.None) => "音近",
        (Sound.Fuzzy, _) => "音形相近",
        (Sound.OneKey, Look.None) => "拼音相差一键",
        _ => "形近",
    };
}

using System.Diagnostics.CodeAnalysis;

namespace Zhongshu.Platform.Decisions;

/// Either what was asked for, or the refusal.
internal readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Refusal is null;

    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Rule}");

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    public Outcome<TOther> Then<TOther>(Func<T, Outcome<TOther>> next) => Refusal is null ? next(_value!) : Refusal;
}

/// The value of an action that only succeeds or refuses.
internal readonly record struct Done
{
    public static readonly Done Yes;
}

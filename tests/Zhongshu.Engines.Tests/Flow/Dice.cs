namespace Zhongshu.Engines.Tests.Flow;

/// <summary>A stream of numbers read as decisions; past its end every throw is 0, so that shrinking it simplifies the case.</summary>
internal sealed class Dice(int[] throws)
{
    private int _at;

    public bool Spent => _at >= throws.Length;

    public int Throw(int sides)
    {
        if (Spent) return 0;
        return (int)((uint)throws[_at++] % (uint)sides);
    }

    /// <summary>True once in that many throws.</summary>
    public bool Once(int sides) => Throw(sides) == sides - 1;

    public T Pick<T>(params T[] among) => among[Throw(among.Length)];

    public string Names(int most)
    {
        var names = "";
        for (var count = Throw(most) + 1; count > 0; count--) names += (char)('a' + Throw(6));
        return names;
    }
}

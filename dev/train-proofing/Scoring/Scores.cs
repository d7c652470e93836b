using System.Globalization;
using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>Sentence-level scores as the field counts them: a sentence is right only if every slip in it is.</summary>
internal sealed class Scores
{
    private int _sentences;
    private int _wrong;
    private int _altered;
    private int _mended;
    private int _found;
    private int _alarms;

    internal double F1 => 2.0 * _mended / Math.Max(1, _wrong + _altered);

    internal double Alarms => _alarms / (double)Math.Max(1, _sentences - _wrong);

    internal void Add(Pair pair, string answer)
    {
        _sentences++;
        if (!pair.Clean) _wrong++;
        if (answer == pair.Written) return;
        _altered++;
        if (pair.Clean) _alarms++;
        else if (answer == pair.Meant) _mended++;
        if (!pair.Clean && Places(pair.Written, answer).SequenceEqual(Places(pair.Written, pair.Meant))) _found++;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"n {_sentences} wrong {_wrong}  detection P {Share(_found, _altered):F1} R {Share(_found, _wrong):F1} F1 {200.0 * _found / Math.Max(1, _wrong + _altered):F1}  " +
        $"correction P {Share(_mended, _altered):F1} R {Share(_mended, _wrong):F1} F1 {100 * F1:F1}  clean altered {100 * Alarms:F2} %");

    internal static string Apply(string text, IEnumerable<Slip> slips, ContextModel model)
    {
        var answer = text.ToCharArray();
        foreach (var slip in slips) answer[slip.Index] = model.Alphabet.Character(slip.Meant.Token);
        return new string(answer);
    }

    private static IEnumerable<int> Places(string a, string b) => a.Length != b.Length ? [-1] : Enumerable.Range(0, a.Length).Where(i => a[i] != b[i]);

    private static double Share(int part, int whole) => 100.0 * part / Math.Max(1, whole);
}

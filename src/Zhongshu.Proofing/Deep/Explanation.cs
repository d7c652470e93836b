using System.Globalization;

namespace Zhongshu.Proofing.Deep;

/// <summary>Says why: which characters the context expects, how often both wordings were read, by what likeness they were mixed up.</summary>
internal static class Explanation
{
    private const int Longest = Levels.MaxOrder;

    /// <summary>The wording around a slip as written and as expected, with how often the training texts have each.</summary>
    private readonly record struct Wording(int Start, int End, string Written, string Expected, double WrittenSeen, double ExpectedSeen);

    /// <summary>
    /// The shortest stretch over the slips that tells the two apart: seen with the correction, rare or never without.
    /// </summary>
    private static Wording Around(string text, string corrected, int from, int to, ContextModel model)
    {
        var best = new Wording(from, to, text[from..to], corrected[from..to], 0, 0);
        var score = double.MinValue;
        for (var length = Math.Max(2, to - from); length <= Longest; length++)
        {
            for (var start = Math.Max(0, to - length); start <= from && start + length <= text.Length; start++)
            {
                if (!AllHan(corrected.AsSpan(start, length))) continue;
                var expected = Seen(corrected.AsSpan(start, length), model);
                var written = Seen(text.AsSpan(start, length), model);
                if (expected < 1) continue;
                var worth = Math.Log(expected / (written + 0.3)) - (1.6 * length);
                if (worth <= score) continue;
                score = worth;
                best = new Wording(start, start + length, text.Substring(start, length), corrected.Substring(start, length), written, expected);
            }
        }

        return best;
    }

    /// <summary>The sentence for slips that stand side by side.</summary>
    internal static string Of(string text, string corrected, List<Slip> slips, ContextModel model)
    {
        var likeness = string.Join("，", slips.Select(slip =>
            $"「{slip.Written}」与「{model.Alphabet.Character(slip.Meant.Token)}」{slip.Meant.InWords}"));
        if (slips is [{ Near: { } near }])
            return $"「{text.AsSpan(near.Start, near.Word.Length)}」疑为「{near.Word}」：{likeness}；「{near.Word}」是通用的名称或用语。请核对。";
        var wording = Around(text, corrected, slips[0].Index, slips[^1].Index + 1, model);
        var evidence = wording.ExpectedSeen < 1
            ? "前后文更合后者"
            : $"公文语料中「{wording.Expected}」{Times(wording.ExpectedSeen)}，「{wording.Written}」{Times(wording.WrittenSeen)}";
        return $"「{wording.Written}」疑为「{wording.Expected}」：{likeness}；{evidence}。请核对。";
    }

    /// <summary>What is missing, too many or in the wrong order, and how often the text so mended was read.</summary>
    internal static string OfMishap(string text, Mishandled what, int start, ContextModel model)
    {
        var (written, meant) = what.Kind switch
        {
            Mishap.Missing => (text[(start - 1)..(start + 1)], $"{text[start - 1]}{model.Alphabet.Character(what.Token)}{text[start]}"),
            Mishap.Extra => (text[Math.Max(0, start - 1)..Math.Min(text.Length, start + 2)], string.Concat(text.AsSpan(Math.Max(0, start - 1), Math.Min(1, start)), text.AsSpan(start + 1, Math.Min(1, text.Length - start - 1)))),
            _ => (text[start..(start + 2)], $"{text[start + 1]}{text[start]}"),
        };
        var said = what.Kind switch
        {
            Mishap.Missing => $"“{written}”疑漏“{model.Alphabet.Character(what.Token)}”字，应为“{meant}”",
            Mishap.Extra => $"“{written}”疑多“{text[start]}”字，应为“{meant}”",
            _ => $"“{written}”疑前后颠倒，应为“{meant}”",
        };
        return $"{said}：公文语料中“{meant}”{Times(Seen(meant, model))}，“{written}”{Times(Seen(written, model))}。请核对。";
    }

    private static string Times(double seen) => seen < 1
        ? "未见"
        : string.Create(CultureInfo.InvariantCulture, $"约{Round(seen)}次");

    private static long Round(double seen)
    {
        var scale = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(seen)) - 1));
        return (long)(Math.Round(seen / scale) * scale);
    }

    private static double Seen(ReadOnlySpan<char> text, ContextModel model)
    {
        Span<ushort> ids = stackalloc ushort[text.Length];
        for (var i = 0; i < text.Length; i++) ids[i] = model.Alphabet.Token(text[i]);
        var level = int.MaxValue;
        for (var order = 2; order <= ids.Length; order++)
        {
            for (var start = 0; start + order <= ids.Length; start++)
                level = Math.Min(level, model.Expectation.Level(ids.Slice(start, order)));
        }

        return level == int.MaxValue ? 0 : Levels.Value(level);
    }

    private static bool AllHan(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is < '\u4e00' or > '\u9fff') return false;
        }

        return true;
    }
}

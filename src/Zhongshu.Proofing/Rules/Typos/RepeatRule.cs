using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Typos;

/// <summary>Typed or pasted twice: a block of two to twelve Chinese characters that follows itself, or one that never stands doubled.</summary>
internal sealed class RepeatRule(UnitSet neverDoubled, FrozenSet<(char First, char Second)> mayDouble) : IParagraphRule
{
    private const int Shortest = 3;
    private const int Longest = 12;
    private const string Suffixes = "组者站室卡员长级化区厅局院所法学性力权费量群带"; // 专项工作工作组, 城市城市群: the second one belongs to what follows

    public void Look(Line line, Remarks remarks)
    {
        var text = line.Text;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var first = text[i];
            if (first == text[i + 1] && CharClass.IsHan(first)) Doubled(line, i, remarks);
            if (i + 3 < text.Length && text[i + 1] == text[i + 3] && first == text[i + 2])
            {
                if (Word(line, i, remarks)) i += 3;
                continue;
            }

            if (!MayRepeat(text, i)) continue;
            for (var length = Shortest; length <= Longest && i + (2 * length) <= text.Length; length++)
            {
                if (text[i + length] != first || !IsBlock(text.AsSpan(i, length), text.AsSpan(i + length, length))) continue;
                var block = text.Substring(i, length);
                remarks.Add("typo.repeat-block", line.At(i, i + (2 * length)), block, block);
                i += (2 * length) - 1;
                break;
            }
        }
    }

    /// <summary>Whether this character and the next stand again four to twelve places on; eight places are asked at once.</summary>
    private static bool MayRepeat(string text, int at)
    {
        if (at + Shortest + 9 > text.Length) return at + (2 * Shortest) <= text.Length;
        ref var first = ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text.AsSpan()), at));
        var same = Vector128.Equals(Vector128.LoadUnsafe(ref first, Shortest), Vector128.Create(first))
            & Vector128.Equals(Vector128.LoadUnsafe(ref first, Shortest + 1), Vector128.Create(Unsafe.Add(ref first, 1)));
        return same != Vector128<ushort>.Zero || (at + (2 * Longest) <= text.Length && text[at + Longest] == text[at])
            || (at + (2 * Longest) - 2 <= text.Length && text[at + Longest - 1] == text[at]);
    }

    /// <summary>以上以上; but 一件一件, 每人每人, 研究研究, a threefold word and 落实落实再落实 are meant, and 创业创新 begins another word.</summary>
    private bool Word(Line line, int at, Remarks remarks)
    {
        var text = line.Text;
        var (a, b) = (text[at], text[at + 1]);
        if (a == b || !CharClass.IsHan(a) || !CharClass.IsHan(b) || CharClass.IsChineseNumeral(a) || CharClass.IsChineseNumeral(b)) return false;
        if (a is '逐' or '每' or '越' or '又' || b is '每' || mayDouble.Contains((a, b))) return false;
        var (before, after) = (CharClass.At(text, at - 1), CharClass.At(text, at + 4));
        if (after is '再' or '又' || Suffixes.Contains(after, StringComparison.Ordinal) || after == a || before == b || (before is '“' or '《' or '‘' && after is '”' or '》' or '’')) return false;
        remarks.Add("typo.repeat-block", line.At(at, at + 4), text[at..(at + 2)], text[at..(at + 2)]);
        return true;
    }

    /// <summary>各各单位; but 扎扎实实, a threefold character and what stands in quotes on its own are meant.</summary>
    private void Doubled(Line line, int at, Remarks remarks)
    {
        var text = line.Text;
        if (!neverDoubled.Contains(text[at])) return;
        var (before, after) = (CharClass.At(text, at - 1), CharClass.At(text, at + 2));
        if (before == text[at] || after == text[at]) return;
        if ((CharClass.IsHan(after) && after == CharClass.At(text, at + 3)) || (CharClass.IsHan(before) && before == CharClass.At(text, at - 2))) return;
        if (before is '“' or '《' or '‘' && after is '”' or '》' or '’') return;
        remarks.Add("typo.repeat", line.At(at, at + 2), text[at..(at + 1)], text[at..(at + 2)], text[at]);
    }

    private static bool IsBlock(ReadOnlySpan<char> block, ReadOnlySpan<char> next)
    {
        if (!block.SequenceEqual(next) || block[0] is '逐' or '每' || CharClass.IsChineseNumeral(block[0]) || (block.Length == 3 && block[2] is '人' or '者')) return false; // 一项工作一项工作: emphasis; 申请人申请人民法院
        var several = false;
        foreach (var c in block)
        {
            if (!CharClass.IsHan(c)) return false;
            several |= c != block[0];
        }

        // 一步一步 and the like: a block made of a shorter block is emphasis, not a slip.
        return several && !block[..(block.Length / 2)].SequenceEqual(block[^(block.Length / 2)..]);
    }
}

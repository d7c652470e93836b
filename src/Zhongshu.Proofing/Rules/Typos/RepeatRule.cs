using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Typos;

/// <summary>A block of four to twelve Chinese characters that follows itself at once: pasted twice.</summary>
internal sealed class RepeatRule : IParagraphRule
{
    private const int Shortest = 4;
    private const int Longest = 12;

    public void Look(Line line, Remarks remarks)
    {
        var text = line.Text;
        for (var i = 0; i + (2 * Shortest) <= text.Length; i++)
        {
            var first = text[i];
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

    private static bool IsBlock(ReadOnlySpan<char> block, ReadOnlySpan<char> next)
    {
        if (!block.SequenceEqual(next) || block[0] is '一' or '逐') return false; // 一项工作一项工作: emphasis
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

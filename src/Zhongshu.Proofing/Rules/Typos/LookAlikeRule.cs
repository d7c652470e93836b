using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Typos;

/// <summary>A character mistaken for one of the same sound or shape inside a common word.</summary>
internal sealed class LookAlikeRule(LookAlikes table) : IParagraphRule
{
    public void Look(Line line, Remarks remarks)
    {
        if (line.Role is ElementRole.Signature or ElementRole.Signer or ElementRole.CopyTo or ElementRole.Addressee) return;
        var text = line.Text;
        for (var i = table.Next(text, 0); i >= 0; i = table.Next(text, i + 1))
        {
            if (table.Right(text, i) is not { } right) continue;
            remarks.Add("typo.look-alike", line.At(i, i + 2), right, text[i..(i + 2)], right);
            i++;
        }
    }
}

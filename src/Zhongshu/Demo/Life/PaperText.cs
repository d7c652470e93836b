using System.Globalization;
using System.Text;
using Zhongshu.Platform.Matters;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Demo.Life;

/// The received document itself, set as its sender would have set it.
internal static class PaperText
{
    public static byte[] Docx(LifePaper paper, LifeDays days) => Typesetter.ToDocx(OfficialText.Parse(Of(paper, days)), LayoutRules.Standard);

    private static string Of(LifePaper paper, LifeDays days)
    {
        var text = new StringBuilder();
        if (paper.Number.Length > 0)
        {
            text.Append("---\n发文机关: ").Append(paper.Sender).Append("\n字号: ").Append(days.Filled(paper.Number)).Append('\n');
            if (paper.Issuer.Length > 0) text.Append("签发人: ").Append(paper.Issuer).Append('\n');
            if (paper.Urgency >= Urgency.Urgent) text.Append("紧急程度: ").Append(paper.Urgency == Urgency.Immediate ? "特急" : "加急").Append('\n');
            text.Append("---\n");
        }

        text.Append(paper.Title).Append('\n').Append(days.Filled(paper.Text.TrimEnd('\n'))).Append('\n');
        return text.Append(paper.Sender).Append('\n').Append(days.Day(paper.Dated).ToString("yyyy年M月d日", CultureInfo.InvariantCulture)).Append('\n').ToString();
    }
}

using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Kinds;

/// <summary>一文一事: two requests joined in the title of a 请示, or numbered one after the other in its text.</summary>
internal static class TwoMatters
{
    private static readonly string[] Asking =
    [
        "申请", "请求", "解决", "审批", "批准", "批复", "拨付", "核增", "核定", "核减", "增加", "增设", "调整", "设立", "成立", "建设", "购置",
        "追加", "减免", "划拨", "授予", "变更", "新建", "改建", "安排", "增补", "确定", "同意", "组建", "返还", "补助", "租用", "招聘", "聘用", "出让", "转让", "命名",
    ];

    private static readonly string[] Leads = ["特申请：", "请求如下", "请示如下事项：", "恳请：", "特请示：", "特请求：", "恳请上级：", "申请事项如下：", "请示事项如下：", "特申请以下事项：", "现请示以下事项："];
    private static readonly UnitSet Joints = new("和及并与、");

    /// <summary>The second matter of a title: 关于审批甲和核增乙的请示 gives 核增乙.</summary>
    public static string? In(string title)
    {
        var about = title.IndexOf("关于", StringComparison.Ordinal);
        if (about < 0 || !title.EndsWith("请示", StringComparison.Ordinal)) return null;
        var body = title.AsSpan(about + 2, title.Length - about - 4);
        if (!StartsAsking(body)) return null;
        for (var i = Joints.First(body); i >= 0;)
        {
            var rest = body[(i + 1)..];
            var inTitle = body[..i].Count('《') > body[..i].Count('》') || body[..i].Count('（') > body[..i].Count('）');
            // 申请建设和运营: two verbs with one object are one matter, so the first must have its own.
            if (!inTitle && i > 5 && rest.Length > 4 && StartsAsking(rest)) return rest.TrimEnd('的').ToString();
            var next = Joints.First(rest);
            i = next < 0 ? -1 : i + 1 + next;
        }

        return null;
    }

    /// <summary>特申请：一、批复…；二、核增…: the second request in the running text.</summary>
    public static Place? Asked(CheckedText text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            var line = text[i];
            if (line.Role is ElementRole.Title or ElementRole.Attachment) continue;
            foreach (var lead in Leads)
            {
                var at = line.Text.IndexOf(lead, StringComparison.Ordinal);
                if (at < 0) continue;
                var second = Second(line.Text, at + lead.Length);
                if (second >= 0) return line.At(second, Math.Min(line.Text.Length, second + 4));
            }
        }

        return SecondHeading(text);
    }

    /// <summary>一、关于拨付经费 … 二、关于核增编制: headings that each ask for something of their own.</summary>
    private static Place? SecondHeading(CheckedText text)
    {
        var asked = false;
        foreach (var line in text.Lines().Where(l => l.Role == ElementRole.Heading1))
        {
            var words = line.Text.AsSpan(Math.Max(0, line.Text.IndexOf('、') + 1));
            if (words.StartsWith("关于")) words = words[2..];
            if (!StartsAsking(words)) continue;
            if (asked) return line.At(0, line.Text.Length);
            asked = true;
        }

        return null;
    }

    private static int Second(string text, int from)
    {
        foreach (var (first, second) in (ReadOnlySpan<(string, string)>)[("一、", "二、"), ("一是", "二是"), ("（一）", "（二）"), ("1.", "2.")])
        {
            var one = text.IndexOf(first, from, StringComparison.Ordinal);
            var two = one < 0 ? -1 : text.IndexOf(second, one, StringComparison.Ordinal);
            if (two > 0 && StartsAsking(text.AsSpan(one + first.Length)) && StartsAsking(text.AsSpan(two + second.Length))) return two;
        }

        return -1;
    }

    private static bool StartsAsking(ReadOnlySpan<char> words)
    {
        if (words.StartsWith("报请") || words.StartsWith("恳请") || words.StartsWith("申请") || words.StartsWith("请求")) words = words[2..];
        foreach (var verb in Asking)
            if (words.StartsWith(verb)) return true;
        return words.Length > 0 && CharClass.IsHan(words[0]) && words.StartsWith("予以");
    }
}

using System.Text.RegularExpressions;

namespace Zhongshu.Proofing.Structure;

/// <summary>Reads the kind (文种) from the end of a title, or from the issuer's mark when the title does not say it.</summary>
internal static partial class KindWords
{
    // Longer endings first: 情况报告 ends in 报告, 复函 in 函.
    private static readonly (string End, DocumentKind Kind)[] Ends =
    [
        ("督查专报", DocumentKind.督查专报), ("研究报告", DocumentKind.研究报告), ("调研报告", DocumentKind.研究报告), ("批示抄清", DocumentKind.批示抄清), ("抄清", DocumentKind.批示抄清),
        ("讲话稿", DocumentKind.讲话稿), ("讲话", DocumentKind.讲话稿), ("发言", DocumentKind.讲话稿), ("致辞", DocumentKind.讲话稿),
        ("决议", DocumentKind.决议), ("决定", DocumentKind.决定), ("命令", DocumentKind.命令), ("公报", DocumentKind.公报), ("公告", DocumentKind.公告),
        ("通告", DocumentKind.通告), ("意见", DocumentKind.意见), ("通知", DocumentKind.通知), ("通报", DocumentKind.通报), ("报告", DocumentKind.报告),
        ("请示", DocumentKind.请示), ("批复", DocumentKind.批复), ("议案", DocumentKind.议案), ("纪要", DocumentKind.纪要), ("方案", DocumentKind.方案),
        ("简报", DocumentKind.简报), ("信息", DocumentKind.信息), ("总结", DocumentKind.总结), ("计划", DocumentKind.计划), ("规划", DocumentKind.规划),
        ("规定", DocumentKind.规定), ("办法", DocumentKind.办法), ("细则", DocumentKind.细则), ("条例", DocumentKind.条例), ("函", DocumentKind.函), ("令", DocumentKind.命令),
    ];

    public static DocumentKind Of(string? title, IEnumerable<string> marks)
    {
        if (title is not null)
        {
            var kind = OfEnding(Bracketed().Replace(title.Bare().TrimEnd('。'), ""));
            if (kind == DocumentKind.通知 && MeetingNotice().IsMatch(title)) return DocumentKind.会议通知;
            if (kind != DocumentKind.Unknown) return kind;
        }

        return marks.Select(m => OfEnding(m.Bare())).FirstOrDefault(k => k is DocumentKind.纪要 or DocumentKind.简报 or DocumentKind.命令 or DocumentKind.督查专报 or DocumentKind.公报 or DocumentKind.信息);
    }

    private static DocumentKind OfEnding(string text)
    {
        foreach (var (end, kind) in Ends)
        {
            if (text.EndsWith(end, StringComparison.Ordinal)) return kind;
        }

        return DocumentKind.Unknown;
    }

    [GeneratedRegex(@"(?:[（(〔][^）)〕]{1,20}[）)〕])+$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?:召开|举办|举行|参加|调整).{0,60}(?:会议|会|例会|论坛|培训班|座谈会)(?:时间|地点)?的?(?:预备|补充)?通知|会议(?:的)?通知$")]
    private static partial Regex MeetingNotice();
}

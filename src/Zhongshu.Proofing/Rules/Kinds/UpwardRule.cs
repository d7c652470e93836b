using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Kinds;

/// <summary>请示, 报告 and 函: the rules of addressing of 条例 第十五条.</summary>
internal sealed class UpwardRule : IDocumentRule
{
    private static readonly string[] SureRequests = ["请批示", "请予批示", "请批复", "请予批复", "请批准", "请予批准", "请审批", "请予审批", "恳请批准", "请求批准", "望予批准"];
    private static readonly string[] SoftRequests = ["请予支持", "恳请支持", "请求解决", "恳请解决", "请予解决", "请求拨付", "恳请拨付", "请求支持", "恳请上级", "请给予支持", "请予协调解决"];
    private static readonly string[] SecondMatters = ["一并请示", "同时请示", "此外，还请", "另外，还请", "另请批准", "顺便请示", "另，请", "另有一事", .. Besides()];
    private static readonly string[] Persons = ["书记", "市长", "县长", "省长", "局长", "厅长", "主任", "同志", "部长", "区长", "镇长", "主席", "秘书长"];
    private static readonly string[] Below = ["所属各单位", "各乡镇", "各县（市、区）", "各县(市、区)", "各县区", "各科室", "下属", "各镇", "各街道", "所属单位", "各区县", "机关各处室", "直属各单位"];

    public void Look(CheckedText text, Remarks remarks)
    {
        switch (Wording.KindOf(text))
        {
            case DocumentKind.请示:
                Request(text, remarks);
                Upward(text, remarks);
                break;
            case DocumentKind.报告:
                Report(text, remarks);
                Upward(text, remarks);
                break;
            case DocumentKind.函:
                Letter(text, remarks);
                break;
            case DocumentKind.通知 or DocumentKind.通报 or DocumentKind.决定 or DocumentKind.批复 or DocumentKind.通告:
                if (Wording.First(text, ["妥否，请批示", "当否，请批示", "妥否，请批复", "以上请示妥否"]) is { } place) remarks.Add("kind.ending", place, null, Wording.KindOf(text));
                break;
            default:
                break;
        }
    }

    /// <summary>同时，请求 and the like: a request that is joined to another.</summary>
    private static IEnumerable<string> Besides() =>
        from word in (string[])["同时", "此外", "另外", "另"]
        from mark in (string[])["，", ""]
        from asking in (string[])["恳请", "请求", "申请", "特申请", "拟申请", "请批准", "请解决", "请增加"]
        where mark.Length > 0 || word is "同时" or "另外"
        select word + mark + asking;

    private static void Report(CheckedText text, Remarks remarks)
    {
        if (Wording.First(text, SureRequests) is { } sure) remarks.Add("kind.report-request", sure);
        else if (Wording.First(text, SoftRequests) is { } soft) remarks.Add("kind.report-request-soft", soft);
    }

    private static void Request(CheckedText text, Remarks remarks)
    {
        if (Wording.First(text, ["特此报告", "专此报告", "现报告如下", "特此汇报"]) is { } report) remarks.Add("kind.request-as-report", report);
        if (Wording.First(text, SecondMatters) is { } second) remarks.Add("kind.request-two", second);
        else if (text.Structure.Title is { } heading && TwoMatters.In(heading) is { } words && Wording.In(text, ElementRole.Title, words) is { } both) remarks.Add("kind.request-two", both);
        else if (TwoMatters.Asked(text) is { } asked) remarks.Add("kind.request-two", asked);
        else if (text.Structure.Title is { } title && Count(title, "关于") > 1 && !title.Contains('《') && Wording.In(text, ElementRole.Title, title[title.LastIndexOf("关于", StringComparison.Ordinal)..]) is { } twice)
            remarks.Add("kind.request-two", twice);
    }

    private static void Upward(CheckedText text, Remarks remarks)
    {
        var structure = text.Structure;
        if (structure.Addressee is { Length: > 0 } several && (several.Contains('、') || several.Contains('，')) && Wording.In(text, ElementRole.Addressee, several) is { } addressees)
            remarks.Add("kind.request-addressees", addressees);
        if (structure.Addressee is { Length: > 0 } to && Array.Exists(Persons, p => to.TrimEnd('：', ':').EndsWith(p, StringComparison.Ordinal)) && Wording.In(text, ElementRole.Addressee, to) is { } person)
            remarks.Add("kind.to-leader", person);
        if (structure.CopyTo is { Length: > 0 } copy)
        {
            foreach (var below in Below.Concat(text.Context.Subordinates))
            {
                if (below.Length == 0 || !copy.Contains(below, StringComparison.Ordinal) || Wording.In(text, ElementRole.CopyTo, below) is not { } place) continue;
                remarks.Add("kind.copy-down", place, null, below);
                break;
            }
        }

        if (structure.DocumentNumber is not null && structure.Signers.Count == 0 && Wording.In(text, ElementRole.DocumentNumber, "") is { } number)
            remarks.Add("kind.no-signer", number with { Start = number.End });
    }

    private static void Letter(CheckedText text, Remarks remarks)
    {
        var to = text.Structure.Addressee ?? "";
        var superior = text.Context.Superiors.FirstOrDefault(s => s.Length > 0 && to.Contains(s, StringComparison.Ordinal)) ?? OwnSuperior.Of(text.Structure);
        if (superior is not null && Wording.In(text, ElementRole.Addressee, superior) is { } place) remarks.Add("kind.letter-up", place, null, superior);
        if (Wording.First(text, ["请批示", "请指示", "请予批示", "妥否，请批复"]) is { } words) remarks.Add("kind.ending", words, null, "函");
    }

    private static int Count(string text, string words)
    {
        var count = 0;
        for (var i = text.IndexOf(words, StringComparison.Ordinal); i >= 0; i = text.IndexOf(words, i + words.Length, StringComparison.Ordinal)) count++;
        return count;
    }
}

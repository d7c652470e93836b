using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Kinds;

/// <summary>The title: issuer, matter and kind (条例 第九条); words that are no kind, or two kinds at once.</summary>
internal sealed class TitleRule : IDocumentRule
{
    private static readonly string[] NoKinds = ["的汇报", "的申请", "的请求", "的建议", "的说明", "的联系函", "的申报", "的要求", "的提案"];
    private static readonly string[] DoubleKinds = ["请示报告", "报告请示", "请示函", "申请报告", "报告函", "通知函", "请示申请", "意见报告", "通知通告", "汇报请示", "函请示", "请示的报告", "报告的请示", "请示和报告", "通知的函"];

    public void Look(CheckedText text, Remarks remarks)
    {
        if (text.Structure.Title is not { Length: >= 4 } title) return;
        var official = text.Structure.DocumentNumber is not null || text.Structure.Addressee is not null;
        var bare = title.Split('（')[0];
        if (Double(text, bare, remarks) || Minutes(text, bare, remarks)) return;
        Repeated(text, title, remarks);
        if (official && NoKind(text, bare, remarks)) return;
        if (official) Parts(text, bare, remarks);
    }

    private static bool Double(CheckedText text, string title, Remarks remarks)
    {
        foreach (var words in DoubleKinds)
        {
            if (!title.EndsWith(words, StringComparison.Ordinal) || (words[0] != title[^words.Length] || (words.Length == 4 && title[^(words.Length + 1)] != '的')) || Wording.In(text, ElementRole.Title, words) is not { } place) continue;
            remarks.Add(words is "请示报告" or "报告请示" or "请示的报告" or "报告的请示" or "请示和报告" ? "kind.request-report" : "kind.double", place, null, words);
            return true;
        }

        return false;
    }

    private static bool Minutes(CheckedText text, string title, Remarks remarks)
    {
        if (!title.EndsWith("会议纪要", StringComparison.Ordinal) || text.Structure.DocumentNumber is null) return false;
        if (Wording.In(text, ElementRole.Title, "会议纪要") is { } place) remarks.Add("kind.minutes", place);
        return true;
    }

    private static void Repeated(CheckedText text, string title, Remarks remarks)
    {
        foreach (var words in (ReadOnlySpan<string>)["的通知的通知", "的意见的意见", "关于转发关于", "关于印发关于", "关于关于"])
        {
            if (title.Contains(words, StringComparison.Ordinal) && Wording.In(text, ElementRole.Title, words) is { } place)
            {
                remarks.Add("kind.title-repeat", place, null, words);
                return;
            }
        }
    }

    private static bool NoKind(CheckedText text, string title, Remarks remarks)
    {
        foreach (var words in NoKinds)
        {
            if (!title.EndsWith(words, StringComparison.Ordinal) || Wording.In(text, ElementRole.Title, words[1..]) is not { } place) continue;
            remarks.Add("kind.not-a-kind", place, null, words[1..]);
            return true;
        }

        return false;
    }

    private static void Parts(CheckedText text, string title, Remarks remarks)
    {
        if (Wording.In(text, ElementRole.Title, "") is not { } place) return;
        var kind = Wording.KindOf(text);
        var about = title.IndexOf("关于", StringComparison.Ordinal);
        if (kind == DocumentKind.Unknown && about >= 0 && !title[about..].Contains('的')) remarks.Add("kind.title-kind", place with { Start = place.End });
        else if (about >= 0 && kind != DocumentKind.Unknown && !title.EndsWith("的" + kind, StringComparison.Ordinal) && title.EndsWith(kind.ToString(), StringComparison.Ordinal) && !title.EndsWith("复函", StringComparison.Ordinal)
            && kind is DocumentKind.通知 or DocumentKind.请示 or DocumentKind.报告 or DocumentKind.函 or DocumentKind.批复 or DocumentKind.决定 or DocumentKind.通报)
            remarks.Add("kind.title-de", place with { Start = Math.Max(place.Start, place.End - kind.ToString().Length) }, null, kind);
        if (about == 0 && text.Structure.Issuers.Count == 0) remarks.Add("kind.title-issuer", place with { End = place.Start + Math.Min(2, place.End - place.Start) });
    }
}

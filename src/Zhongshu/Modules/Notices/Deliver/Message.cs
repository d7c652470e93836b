using System.Globalization;
using System.Text;
using Zhongshu.Platform;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;

namespace Zhongshu.Modules.Notices.Deliver;

/// One notice as it may be said outside the house.
internal sealed record OutgoingNotice(long Id, string Kind, string Text, int Urgency, DateTimeOffset At, string? Code);

/// One message to one person: several notices that were waiting go together.
internal sealed record Message(long Id, NoticeChannel Channel, Addressee To, IReadOnlyList<OutgoingNotice> Notices)
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal) { ["work"] = "待办", ["chase"] = "催办", ["result"] = "结果", ["returned"] = "退回", ["delegation"] = "委托", ["system"] = "系统" };

    public string Subject => Line(Notices.Count == 1
        ? $"〔{KindOf(Notices[0])}〕{Notices[0].Text}"
        : $"您有{Notices.Count}条新通知" + (Notices.Count(n => n.Urgency == (int)Urgency.Immediate) is > 0 and var urgent ? $"（特急{urgent}条）" : ""));

    public string Body
    {
        get
        {
            var body = new StringBuilder().Append(To.Name).Append("同志：\n\n");
            foreach (var notice in Notices)
            {
                body.Append(CultureInfo.InvariantCulture, $"· {OfficeDay.Local(notice.At):MM-dd HH:mm} 〔{KindOf(notice)}〕{Line(notice.Text)}\n");
                if (LinkOf(notice) is { } link) body.Append("  ").Append(link).Append('\n');
            }

            return body.Append("\n请登录系统办理。本邮件由系统自动发出，请勿回复；接收方式可在“我的账号 · 通知方式”中调整。\n").ToString();
        }
    }

    public string? LinkOf(OutgoingNotice notice) => Channel.SiteAddress.Length == 0 ? null : Channel.SiteAddress.TrimEnd('/') + (notice.Code is null ? "/notices" : "/matters/" + notice.Code);

    public static string KindOf(OutgoingNotice notice) => Kinds.GetValueOrDefault(notice.Kind, "通知");

    /// No text of ours starts a header line of its own.
    private static string Line(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}

internal sealed record Addressee(long PersonId, string Name, string? Email, string? Login)
{
    public string? Phone { get; init; }
}

/// How a try ended. Final: trying again would not help.
internal sealed record Trial(bool IsSent, string Address, string? Reason = null, bool IsFinal = false)
{
    public static Trial Sent(string address) => new(true, address);

    public static Trial Failed(string address, string reason) => new(false, address, reason);

    public static Trial Refused(string address, string reason) => new(false, address, reason, IsFinal: true);
}

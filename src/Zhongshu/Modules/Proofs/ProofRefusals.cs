using System.Globalization;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Proofs;

/// Every expected "no" of 校核, one line each.
internal static class ProofRefusals
{
    public static readonly Refusal Empty = new("proofing.empty", "请粘贴要校核的文稿，或选择文件。") { Field = "text" };

    public static readonly Refusal Busy = new("proofing.busy", "正在校核的文稿较多，请稍后重新提交。") { Kind = RefusalKind.Busy };

    public static readonly Refusal Request = new("proofing.request", "请求内容不是合格的 JSON，或文字中有残缺字符（单独的代理项）。请核对后重新提交；也可用 multipart/form-data 上传文件。");

    public static readonly Refusal Depth = new("proofing.depth", "depth 只能写 deep（深度校核）或 fast（快速校核）。") { Field = "depth" };

    public static readonly Refusal Level = new("proofing.level", "级别只能写中央、省、市、县、乡镇。") { Field = "level" };

    public static readonly Refusal Gone = new("proofing.gone", "这份校核稿不在了：可能已过保存期自动清理，或不是您送校的。请重新送校。") { Kind = RefusalKind.NotFound };

    public static readonly Refusal FindingGone = new("proofing.finding", "没有找到这一处问题，页面可能已经过时。请刷新后再试。") { Kind = RefusalKind.NotFound };

    public static readonly Refusal NoFix = new("proofing.no-fix", "这一处没有现成的改法。请在“改为”里写出正确的文字，再采纳。") { Field = "fix" };

    public static readonly Refusal Reason = new("proofing.reason", "请写明忽略的理由，例如“引用原文”“本单位习惯写法”。") { Field = "reason" };

    public static readonly Refusal LongReason = new("proofing.long-reason", "理由请写在200字以内。") { Field = "reason" };

    public static readonly Refusal DoubtWithoutNote = new("proofing.doubt", "存疑、不符的事项请写明问题，例如“第3段数据与统计公报不一致”，以便逐条弄清。");

    public static readonly Refusal LongNote = new("proofing.long-note", "说明请写在200字以内。");

    public static readonly Refusal Reader = new("proofing.reader", "请选择请谁核：领导秘书或者专家。") { Field = "reader" };

    public static readonly Refusal AskedAlready = new("proofing.asked", "这份文稿已经请这位同志核，还没有答复。请等答复，或当面催一下。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal ReviewGone = new("proofing.review-gone", "没有找到这份请您核的文稿：可能已过保存期自动清理，或送核人已删除。请与送核人联系。") { Kind = RefusalKind.NotFound };

    public static readonly Refusal Verdict = new("proofing.verdict", "请选择“同意”或“退回修改”。") { Field = "verdict" };

    public static readonly Refusal ReturnedWithoutOpinion = new("proofing.returned", "退回修改请写明意见，例如“第二段语句不通，请改写”。") { Field = "opinion" };

    public static readonly Refusal LongOpinion = new("proofing.long-opinion", "意见请写在600字以内。") { Field = "opinion" };

    public static readonly Refusal Answered = new("proofing.answered", "这份文稿您已经答复过了。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal UnitList = Refusal.Forbidden("维护本单位校核词表");

    public static readonly Refusal NoWordFile = new("proofing.no-word-file", "这份文稿不能写成带批注的 Word 文件，请改为下载校核报告或改正后的文本。");

    public static Refusal Kind(string given) => new("proofing.kind", $"不认识的文种“{given}”。请写通知、请示、报告、函等文种名称，或留空由系统从标题判断。") { Field = "kind" };

    public static Refusal TooLong(long length, int most) =>
        new("proofing.too-long", string.Create(CultureInfo.InvariantCulture, $"文稿有{length}个字符，一次最多校核{most}个。请分成几份校核。")) { Kind = RefusalKind.TooLarge, Field = "text" };

    public static Refusal Classified(string word) =>
        new("secrecy.network", $"文稿标有“{word}”。本系统未部署在涉密内网，涉密文稿不得录入，内容没有保存。请在涉密计算机上校核。") { Kind = RefusalKind.Forbidden, Field = "text" };

    public static Refusal Unread(string name, string rule, string message) => new(rule, $"“{name}”没有读出来：{message}") { Field = "file" };

    public static Refusal Entry(string message) => new("proofing.unit-entry", message) { Field = "entry" };
}

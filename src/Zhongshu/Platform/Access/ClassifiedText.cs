using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Platform.Access;

/// 涉密不上网: a classified text is kept on a classified intranet only; elsewhere its ledger line alone is (保守国家秘密法).
internal static class ClassifiedText
{
    /// Null when a text of this classification may be kept on this network.
    public static Refusal? Refuse(Network network, int classification) =>
        classification <= Classification.None || network == Network.Classified
            ? null
            : new Refusal("classified.network", $"本系统所在网络不是涉密内网，不能录入、上传{Classification.Word(classification)}级内容。请只登记台账，原件按保密规定线下流转。") { Kind = RefusalKind.Forbidden };
}

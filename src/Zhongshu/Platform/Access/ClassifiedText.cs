using Zhongshu.Platform.Hosting;

namespace Zhongshu.Platform.Access;

/// 涉密不上网: a classified text is kept on a classified intranet only; elsewhere its ledger line alone is (保守国家秘密法).
internal static class ClassifiedText
{
    public static bool MayBeKept(Network network, int classification) => classification <= Classification.None || network == Network.Classified;
}

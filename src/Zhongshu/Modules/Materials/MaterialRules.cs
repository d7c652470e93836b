using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Materials;

/// A kind of material; Asks are the parts that its text must have, none for a free text or a file.
public sealed record MaterialKind(string Id, string Word, string Group, IReadOnlyList<string> Asks)
{
    /// 按年度 and 按工作: what else is said of one.
    public bool IsDated { get; init; }

    public bool HasArea { get; init; }
}

internal static class MaterialRules
{
    private const string Use = "知识库";
    private const string Yes = "是";

    /// 工作模块（标准信息单元）, and 实务手册.
    public const string Module = "module";
    public const string Practice = "practice";

    public static readonly RuleKey<IReadOnlyList<MaterialKind>> Kinds = RuleKey.Table("materials.kinds", Use,
        r => new MaterialKind(r.Text("id"), r.Text("word"), r.Text("group"), r.List("asks")) { IsDated = r.TextOr("dated", "") == Yes, HasArea = r.TextOr("area", "") == Yes });

    public static readonly RuleKey<IReadOnlyList<string>> Areas = RuleKey.List("materials.areas", Use);

    /// In months: a module that was not renewed for longer is old.
    public static readonly RuleKey<int> FreshFor = RuleKey.Whole("materials.fresh-for", Use);

    /// In months: how long an ask is remembered.
    public static readonly RuleKey<int> AskedWithin = RuleKey.Whole("materials.asked-within", "重复索要提示");

    /// The share of a title's pairs of characters that must stand in what is asked.
    public static readonly RuleKey<decimal> Likeness = RuleKey.Number("materials.likeness", "重复索要提示");

    public static readonly RuleNeeds Needs = new([Kinds, Areas, FreshFor, AskedWithin, Likeness], [KnownKinds]);

    public static MaterialKind? MaterialKindOf(this RuleBook rules, string id) => rules.Value(Kinds).FirstOrDefault(k => k.Id == id);

    private static IEnumerable<(RuleKey Key, string Message)> KnownKinds(RuleBook book)
    {
        foreach (var id in new[] { Module, Practice })
            if (book.Value(Kinds).All(k => k.Id != id)) yield return (Kinds, $"知识库的种类里要有“{id}”，页面上的工作模块、实务手册按它取。");
    }
}

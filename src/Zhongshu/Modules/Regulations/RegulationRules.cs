using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Regulations;

public sealed record RegulationClass(string Id, string Word);

/// A book of procedure that an office should have, looked for by its name.
public sealed record NeededBook(string Word, string Area);

/// What a look at a regulation comes to; Concern is 执行, 修订, 废止 or empty.
public sealed record Verdict(string Id, string Word, string Concern);

/// One element of a post's handbook; Classes are those of the section's regulations that fill it.
public sealed record PostElement(string Id, string Word, string Hint, IReadOnlyList<string> Classes);

/// One point that a flow is reviewed by.
public sealed record FlowPoint(string Id, string Word, string Hint);

internal static class RegulationRules
{
    private const string Use = "制度台账";

    public static readonly RuleKey<IReadOnlyList<RegulationClass>> Classes = RuleKey.Table("regulations.classes", Use, r => new RegulationClass(r.Text("id"), r.Text("word")));

    public static readonly RuleKey<IReadOnlyList<string>> Groups = RuleKey.List("regulations.groups", Use);

    public static readonly RuleKey<IReadOnlyList<string>> Areas = RuleKey.List("regulations.areas", Use);

    public static readonly RuleKey<IReadOnlyList<string>> Layers = RuleKey.List("regulations.layers", Use);

    public static readonly RuleKey<IReadOnlyList<NeededBook>> Needed = RuleKey.Table("regulations.needed", Use, r => new NeededBook(r.Text("word"), r.Text("area")));

    public static readonly RuleKey<IReadOnlyList<string>> Methods = RuleKey.List("regulations.methods", Use);

    public static readonly RuleKey<IReadOnlyList<string>> Levels = RuleKey.List("regulations.levels", Use);

    public static readonly RuleKey<IReadOnlyList<string>> Approvals = RuleKey.List("regulations.approvals", "制修订计划");

    public static readonly RuleKey<IReadOnlyList<string>> Marks = RuleKey.List("regulations.marks", "制修订计划");

    /// In years and in months.
    public static readonly RuleKey<int> OldAfter = RuleKey.Whole("regulations.old-after", Use);

    public static readonly RuleKey<int> LookEvery = RuleKey.Whole("regulations.look-every", "回顾检查");

    public static readonly RuleKey<IReadOnlyList<Verdict>> Verdicts = RuleKey.Table("regulations.verdicts", "回顾检查", r => new Verdict(r.Text("id"), r.Text("word"), r.TextOr("concern", "")));

    public static readonly RuleKey<IReadOnlyList<PostElement>> PostElements = RuleKey.Table("regulations.post-elements", "岗位手册", r => new PostElement(r.Text("id"), r.Text("word"), r.Text("hint"), r.List("classes")));

    public static readonly RuleKey<IReadOnlyList<FlowPoint>> FlowPoints = RuleKey.Table("regulations.flow-points", "流程评审", r => new FlowPoint(r.Text("id"), r.Text("word"), r.Text("hint")));

    public static readonly RuleKey<IReadOnlyList<string>> Sides = RuleKey.List("regulations.sides", "制度集成");

    public static readonly RuleNeeds Needs = new([Classes, Groups, Areas, Layers, Needed, Methods, Levels, Approvals, Marks, OldAfter, LookEvery, Verdicts, PostElements, FlowPoints, Sides], []);

    public static string ClassWord(this RuleBook rules, string id) => rules.Value(Classes).FirstOrDefault(c => c.Id == id)?.Word ?? id;

    public static Verdict? VerdictOf(this RuleBook rules, string id) => rules.Value(Verdicts).FirstOrDefault(v => v.Id == id);
}

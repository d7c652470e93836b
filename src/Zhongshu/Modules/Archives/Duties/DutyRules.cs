using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Archives.Duties;

/// Something that a post answers for, by group: 三层责任, 四个步骤, 收管存用, 三合一. EachSection: every section has its own.
public sealed record DutyKind(string Id, string Group, string Word, bool EachSection);

internal static class DutyRules
{
    public static readonly RuleKey<IReadOnlyList<DutyKind>> Kinds = RuleKey.Table("archives.duties", "档案责任", r => new DutyKind(r.Text("id"), r.Text("group"), r.Text("word"), r.YesNo("each")));

    public static readonly RuleNeeds Needs = new([Kinds], []);

    /// What nobody answers for: a kind of the whole office without a post, a kind of each section where a section has none. A post that nobody holds answers for nothing.
    public static IReadOnlyList<(DutyKind Kind, long Unit)> Unheld(IReadOnlyList<DutyKind> kinds, IEnumerable<ArchiveDuty> held, IReadOnlyList<long> sections)
    {
        var has = held.Select(d => (d.Kind, d.UnitId)).ToHashSet();
        return [.. kinds.SelectMany(k => (k.EachSection ? sections : [0L]).Select(u => (Kind: k, Unit: u))).Where(w => !has.Contains((w.Kind.Id, w.Unit)))];
    }
}

using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Coordinations;

/// One value of a dimension of a coordination sheet.
public sealed record Dimension(string Id, string Word);

/// A kind of sheet; Every is the weeks between two joint meetings, 0 for none.
public sealed record CoordinationKind(string Id, string Word, int Every);

/// 数据共享时限: in working days; Least is what such a request usually takes at the shortest.
public sealed record DataLevel(string Id, string Word, int Least, int Days, string Text);

/// 条线: whom a group is made of, by roles.
public sealed record ExchangeLine(string Id, string Word, IReadOnlyList<string> Roles);

public sealed record LiaisonKind(string Id, string Word, string Group, bool CountsPieces, bool HasMedia);

/// What the rules say of coordination and liaison.
internal static class CoordinationRules
{
    private const string Use = "协调单";

    /// 舆情: open until it says how it was dealt with.
    public const string Opinion = "opinion";

    public static readonly RuleKey<IReadOnlyList<Dimension>> Contents = RuleKey.Table("coordination.contents", Use, r => new Dimension(r.Text("id"), r.Text("word")));

    public static readonly RuleKey<IReadOnlyList<Dimension>> Objects = RuleKey.Table("coordination.objects", Use, r => new Dimension(r.Text("id"), r.Text("word")));

    public static readonly RuleKey<IReadOnlyList<Dimension>> Ways = RuleKey.Table("coordination.ways", Use, r => new Dimension(r.Text("id"), r.Text("word")));

    public static readonly RuleKey<IReadOnlyList<CoordinationKind>> Kinds = RuleKey.Table("coordination.kinds", Use, r => new CoordinationKind(r.Text("id"), r.Text("word"), r.Whole("every")));

    public static readonly RuleKey<IReadOnlyList<DataLevel>> DataLevels = RuleKey.Table("coordination.data-levels", "数据共享", r => new DataLevel(r.Text("id"), r.Text("word"), r.Whole("lower"), r.Whole("upper"), r.Text("text")));

    public static readonly RuleKey<IReadOnlyList<ExchangeLine>> Lines = RuleKey.Table("coordination.lines", "交流群", r => new ExchangeLine(r.Text("id"), r.Text("word"), r.List("roles")));

    public static readonly RuleKey<IReadOnlyList<LiaisonKind>> LiaisonKinds = RuleKey.Table("coordination.liaison-kinds", "联络登记", r => new LiaisonKind(r.Text("id"), r.Text("word"), r.Text("group"), r.YesNo("pieces"), r.YesNo("media")));

    public static readonly RuleKey<IReadOnlyList<string>> BulletinTo = RuleKey.List("coordination.bulletin-to", "定期通报");

    /// In months.
    public static readonly RuleKey<int> BulletinEvery = RuleKey.Whole("coordination.bulletin-every", "定期通报");

    public static readonly RuleKey<int> StepsMost = RuleKey.Whole("coordination.steps-most", Use);

    public static readonly RuleNeeds Needs = new([Contents, Objects, Ways, Kinds, DataLevels, Lines, LiaisonKinds, BulletinTo, BulletinEvery, StepsMost], [Usable]);

    public static string WordOf(this RuleBook rules, RuleKey<IReadOnlyList<Dimension>> dimension, string id) => rules.Value(dimension).FirstOrDefault(d => d.Id == id)?.Word ?? id;

    public static CoordinationKind? CoordinationKindOf(this RuleBook rules, string id) => rules.Value(Kinds).FirstOrDefault(k => k.Id == id);

    public static DataLevel? DataLevelOf(this RuleBook rules, string id) => rules.Value(DataLevels).FirstOrDefault(l => l.Id == id);

    public static LiaisonKind? LiaisonKindOf(this RuleBook rules, string id) => rules.Value(LiaisonKinds).FirstOrDefault(k => k.Id == id);

    private static IEnumerable<(RuleKey Key, string Message)> Usable(RuleBook book)
    {
        foreach (var key in new[] { Contents, Objects, Ways })
            if (book.Value(key).Count == 0) yield return (key, "至少要有一项。");
        var ids = new (RuleKey Key, IEnumerable<string> Ids)[]
        {
            (Contents, book.Value(Contents).Select(d => d.Id)), (Objects, book.Value(Objects).Select(d => d.Id)), (Ways, book.Value(Ways).Select(d => d.Id)), (Kinds, book.Value(Kinds).Select(k => k.Id)),
            (DataLevels, book.Value(DataLevels).Select(l => l.Id)), (Lines, book.Value(Lines).Select(l => l.Id)), (LiaisonKinds, book.Value(LiaisonKinds).Select(k => k.Id)),
        };
        foreach (var (key, _) in ids.Where(i => i.Ids.Any(id => id.Length > CoordinationLimits.Id))) yield return (key, $"id最多{CoordinationLimits.Id}个字符。");
        if (book.Value(Kinds).Count == 0) yield return (Kinds, "至少要有一种协调单。");
        if (book.Value(DataLevels).Any(l => l.Days < 1 || l.Least > l.Days)) yield return (DataLevels, "时限至少1个工作日，且不短于“起”。");
        if (book.Value(BulletinTo).Any(t => t.Length > 60)) yield return (BulletinTo, "每个单位名称最多60字。");
        if (book.Value(BulletinEvery) < 1) yield return (BulletinEvery, "间隔至少1个月。");
        if (book.Value(StepsMost) is < 1 or > 30) yield return (StepsMost, "步骤数应在1和30之间。");
    }
}

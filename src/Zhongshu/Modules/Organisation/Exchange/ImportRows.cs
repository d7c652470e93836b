using System.Globalization;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Organisation.Exchange;

/// One row as the sheet says it, before it is known whom its names mean.
internal sealed record ImportRow(int Number, long? Id)
{
    public string Name { get; init; } = "";

    /// The unit, the person or the leader that the row names.
    public string First { get; init; } = "";

    /// The second name: the successor, the deputy, the secretary, the unit in charge of.
    public string Second { get; init; } = "";

    public string Third { get; init; } = "";

    public string Text { get; init; } = "";

    public string Code { get; init; } = "";

    public string? Other { get; init; }

    public int Kind { get; init; }

    public int? Order { get; init; }

    public int? Place { get; init; }

    public DateOnly? Since { get; init; }

    public DateOnly? Until { get; init; }

    public bool Flag { get; init; }
}

/// Reads the rows of each sheet; what a cell alone shows to be wrong is noted here.
internal static class ImportRows
{
    public static IReadOnlyDictionary<string, (string[] Required, Func<SheetLine, ImportRow?> Read)> Sheets(IReadOnlyDictionary<string, string> roles) =>
        new Dictionary<string, (string[], Func<SheetLine, ImportRow?>)>(StringComparer.Ordinal)
        {
            ["单位"] = (["名称", "类型"], l => new ImportRow(l.Number, Id(l))
            {
                Name = l.Required("名称", 120),
                Text = l.Text("简称", 40),
                Kind = (int?)Choice(l, "类型", Words.UnitKinds) ?? 0,
                First = l.Text("上级单位"),
                Second = l.Text("承接单位"),
                Code = l.Text("机构代码", 12),
                Other = NullIfEmpty(l.Text("全宗号", 12)),
                Order = l.Whole("排序", 0, 99_999),
                Since = l.Day("设立日期"),
                Until = l.Day("撤并日期"),
            }),
            ["岗位"] = (["单位", "岗位"], l => new ImportRow(l.Number, Id(l)) { First = l.Required("单位"), Name = l.Required("岗位", 60), Text = Roles(l, roles), Order = l.Whole("排序", 0, 99_999), Until = l.Day("撤销日期") }),
            ["人员"] = (["姓名"], l => new ImportRow(l.Number, Id(l))
            {
                Name = l.Required("姓名", 60),
                Text = l.Text("电话", 40),
                Other = NullIfEmpty(l.Text("邮箱", 120)),
                Kind = l.Choice("涉密等级", Words.Clearances) ?? -1,
                Place = l.Whole("领导排序", 1, 999),
                Order = l.Whole("排序", 0, 99_999),
                Until = l.Day("离任日期"),
            }),
            ["任职"] = (["人员", "单位", "岗位"], l => new ImportRow(l.Number, Id(l)) { First = l.Required("人员"), Second = l.Required("单位"), Third = l.Required("岗位"), Since = l.Day("任职日期"), Until = l.Day("免职日期"), Flag = l.YesNo("主职") }),
            ["分管"] = (["领导"], l => new ImportRow(l.Number, Id(l)) { First = l.Required("领导"), Second = l.Text("分管单位"), Text = l.Text("分管工作", 200), Since = l.Day("起始日期"), Until = l.Day("终止日期") }),
            ["AB角"] = (["A角", "B角"], l => new ImportRow(l.Number, Id(l)) { First = l.Required("A角"), Second = l.Required("B角") }),
            ["联系秘书"] = (["领导", "秘书"], l => new ImportRow(l.Number, Id(l)) { First = l.Required("领导"), Second = l.Required("秘书") }),
            ["职责"] = (["单位", "职责", "关键词"], l => new ImportRow(l.Number, Id(l)) { First = l.Required("单位"), Kind = (int)(l.Choice("类别", Words.DutyKinds) ?? DutyKind.Counterpart), Name = l.Required("职责", 200), Text = l.Required("关键词", 1000), Second = l.Text("审批决定事项", 400), Third = l.Text("专题", 40), Flag = l.YesNo("总牵头"), Since = l.Day("起始日期"), Until = l.Day("终止日期") }),
            ["通讯录"] = (["类别", "单位", "联系人", "电话"], l => new ImportRow(l.Number, Id(l)) { Kind = (int?)Choice(l, "类别", Words.Circles) ?? 0, First = l.Required("单位", 120), Second = l.Text("岗位", 60), Name = l.Required("联系人", 60), Text = l.Required("电话", 40), Other = l.Text("备注", 200) }),
        };

    private static T? Choice<T>(SheetLine line, string heading, IReadOnlyDictionary<string, T> words) where T : struct
    {
        line.Required(heading);
        return line.Choice(heading, words);
    }

    private static long? Id(SheetLine line)
    {
        var text = line.Text("编号");
        if (text.Length == 0) return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is > 0 and < 1L << 53) return id;
        line.Fault("编号", "编号由系统给出，新增的行请留空");
        return null;
    }

    /// The roles as words; empty leaves what the post has.
    private static string Roles(SheetLine line, IReadOnlyDictionary<string, string> known)
    {
        var roles = new List<string>();
        foreach (var word in line.Text("角色").Split(['、', ',', '\uFF0C', ' ', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var role = known.FirstOrDefault(r => r.Value == word || r.Key == word).Key;
            if (role is null) line.Fault("角色", $"没有角色“{word}”，可填：{string.Join('、', known.Values)}");
            else roles.Add(role);
        }

        return string.Join(',', roles.Distinct());
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

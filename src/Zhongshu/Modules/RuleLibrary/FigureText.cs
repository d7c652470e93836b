using System.Globalization;
using System.Text;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.RuleLibrary;

/// A figure in the words of the page: its table with headings an office reads, and the form in which an adjustment is written.
internal static class FigureText
{
    private static readonly Dictionary<string, string> Headings = new(StringComparer.Ordinal)
    {
        ["code"] = "代码", ["word"] = "名称", ["order"] = "次序", ["title"] = "名称", ["words"] = "关键词", ["part"] = "组成", ["length"] = "位数", ["form"] = "写法", ["rank"] = "级次",
        ["urgency"] = "紧急程度", ["limit"] = "时限", ["level"] = "级别", ["when"] = "时点", ["to"] = "至", ["from"] = "自", ["id"] = "编号", ["action"] = "办理", ["request"] = "请示",
        ["years"] = "年限", ["ask"] = "问", ["reason"] = "理由", ["advice"] = "改进建议", ["article"] = "依据", ["text"] = "内容", ["at"] = "钟点", ["wait"] = "间隔", ["kind"] = "类别", ["permissions"] = "权限",
        ["duty"] = "承办职责", ["workdays"] = "提前（工作日）", ["step"] = "环节代号", ["procedure"] = "程序", ["demand"] = "运转要求", ["role"] = "岗位角色", ["responsible"] = "责任人",
        ["onsite"] = "须到现场", ["transit"] = "流转（工作日）", ["verify"] = "核实（工作日）", ["study"] = "研究（工作日）", ["dispatch"] = "调度", ["every"] = "频次", ["narrow"] = "小范围知悉", ["proves"] = "可证落实",
        ["measure"] = "计量", ["signs"] = "提示词", ["source"] = "依据", ["weight"] = "权重", ["roles"] = "由谁", ["why"] = "问题", ["percent"] = "进度（%）", ["general"] = "综合性", ["group"] = "分组",
        ["sources"] = "来源", ["topics"] = "专题", ["announced"] = "事先告知", ["aspect"] = "方面", ["points"] = "分值", ["shared"] = "承办单位可见",
        ["steps"] = "流程环节", ["review"] = "须复盘", ["whole"] = "全步骤复盘", ["hint"] = "要求", ["way"] = "办法", ["asks"] = "要答的问题", ["area"] = "工作", ["concern"] = "须办", ["days"] = "间隔（日）", ["items"] = "条目",
        ["full"] = "满分值", ["none"] = "零分值", ["answers"] = "写个人目标", ["one"] = "只能一人", ["sign"] = "标志", ["timed"] = "计时", ["month"] = "月份", ["unit"] = "到单位", ["indicator"] = "指标", ["figure"] = "取数", ["outside"] = "外部", ["quiet"] = "不到现场", ["confirmed"] = "须先确认结果",
        ["climbs"] = "计入阶梯", ["units"] = "单位", ["times"] = "次数", ["grades"] = "等次", ["consequence"] = "后果", ["section"] = "牵头科室", ["levels"] = "各级", ["state"] = "环节", ["post"] = "岗位", ["margin"] = "尺度", ["weekly"] = "按周督导", ["draw"] = "抽点数", ["settle"] = "处置", ["publish"] = "结果公示",
        ["screen"] = "可在线查阅", ["each"] = "各科室分别", ["nodes"] = "环节", ["number"] = "文号", ["since"] = "施行", ["use"] = "用于", ["side"] = "方面", ["nature"] = "性质", ["table"] = "检查表",
        ["daily"] = "每个工作日", ["least"] = "一年至少", ["most"] = "一年最多", ["sides"] = "方面", ["person"] = "每人都要", ["must"] = "每场讲到", ["draws"] = "随机抽问", ["all"] = "发给全室", ["inside"] = "到本单位科室", ["weekday"] = "星期", ["reward"] = "写奖励", ["counts"] = "须有的数据", ["dated"] = "按年度", ["classes"] = "取自制度类别",
        ["lower"] = "起（工作日）", ["upper"] = "时限（工作日）", ["pieces"] = "计篇数", ["media"] = "涉及媒体",
    };

    /// Ids of roles and permissions with their words.
    public static IReadOnlyDictionary<string, string> Words(RuleBook rules) =>
        rules.Value(AccessRules.Roles).Select(r => (r.Id, r.Word)).Concat(rules.Value(AccessRules.Permissions).Select(p => (p.Id, p.Word))).ToDictionary(w => w.Id, w => w.Word, StringComparer.Ordinal);

    /// Its columns in the order of the file; an id that a word says already is left out.
    public static IReadOnlyList<string> Columns(TableFigure table)
    {
        var all = table.Rows.SelectMany(r => r.Cells.Keys).Distinct(StringComparer.Ordinal).ToList();
        if (all.Contains("word", StringComparer.Ordinal)) all.Remove("id");
        return all;
    }

    public static string Heading(string column) => Headings.GetValueOrDefault(column, column);

    public static string Cell(TableRow row, string column, IReadOnlyDictionary<string, string> words) =>
        row.Cells.TryGetValue(column, out var items) ? string.Join('、', items.Select(i => words.GetValueOrDefault(i, i))) : "";

    /// As the box for an adjustment takes it: a list one item a line, a table one row a line.
    public static string Written(Figure figure) => figure switch
    {
        NumberFigure number => number.Value.ToString("0.#####", CultureInfo.InvariantCulture),
        ListFigure list => string.Join('\n', list.Items),
        TableFigure table => string.Join('\n', table.Rows.Select(Row)),
        _ => figure.Text,
    };

    private static string Row(TableRow row) =>
        new StringBuilder("- {").AppendJoin(", ", row.Cells.Select(c => $"{c.Key}: {(c.Value.Count == 1 ? Quoted(c.Value[0]) : $"[{string.Join(", ", c.Value.Select(Quoted))}]")}")).Append('}').ToString();

    private static string Quoted(string text) => '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
}

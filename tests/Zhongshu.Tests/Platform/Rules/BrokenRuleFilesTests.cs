using Zhongshu.Platform.Rules;

namespace Zhongshu.Tests.Platform.Rules;

/// A broken file stops the start with its name, its line and what to do.
public sealed class BrokenRuleFilesTests
{
    private const string Good = "title: 试\nentries:\n  - id: test.one\n    title: 一\n    number: 3\n    source: 本单位习惯\n    since: 2026-01-01\n    strength: 本单位\n";

    [Fact]
    public void a_good_extra_file_loads() => Problems(Good).ShouldBeEmpty();

    [Theory]
    [InlineData("    source: 本单位习惯\n", "", "office/test.yaml 第3行：条目“test.one”缺少“source”（依据的文件，本单位做法写“本单位习惯”），请补上。")]
    [InlineData("    source: 本单位习惯\n", "    source:\n", "office/test.yaml 第6行：条目“test.one”缺少“source”（依据的文件，本单位做法写“本单位习惯”），请补上。")]
    [InlineData("number: 3", "number: 三", "office/test.yaml 第5行：条目“test.one”“number”应为数字，现为“三”。")]
    [InlineData("number: 3", "limit: 三天", "office/test.yaml 第5行：条目“test.one”时限写法不对：“三天”。可写：当日、30分钟、2小时、4个工作小时、5个工作日、15日、3个月。")]
    [InlineData("    number: 3\n", "", "office/test.yaml 第3行：条目“test.one”应当有且只有一项内容，请在 number、limit、text、list、table 中选写一项。")]
    [InlineData("number: 3", "number: 3\n    text: 三", "office/test.yaml 第3行：条目“test.one”应当有且只有一项内容，请在 number、limit、text、list、table 中选写一项。")]
    [InlineData("number: 3", "number: 3\n    max: 2", "office/test.yaml 第5行：条目“test.one”的数字不在“min”和“max”之间。")]
    [InlineData("2026-01-01", "2026年1月", "office/test.yaml 第7行：条目“test.one”“since”应为日期，写作 2026-01-01，现为“2026年1月”。")]
    [InlineData("strength: 本单位", "strength: 强制", "office/test.yaml 第8行：条目“test.one”的“strength”应为 规定、原则上、实务 或 本单位，现为“强制”。")]
    [InlineData("strength: 本单位", "strength: 规定\n    override: allowed", "office/test.yaml 第9行：条目“test.one”是规定，本单位只能从严：“override”请写 never、lower-only 或 higher-only。")]
    [InlineData("id: test.one", "id: Test One", "office/test.yaml 第3行：条目“Test One”的编号只能用小写字母、数字、连字符和点，如 deadlines.chase-at。")]
    [InlineData("id: test.one", "id: deadlines.accept", "office/test.yaml 第3行：条目“deadlines.accept”与 office/deadlines.yaml 第53行重复，编号在全部规则文件中只能出现一次。")]
    [InlineData("    title: 一\n", "    title: 一\n    title: 二\n", "office/test.yaml 第5行：同一条目里有重名的字段，请删去一个。")]
    [InlineData("title: 试", "title: \"试", "office/test.yaml 第1行：YAML 写法有误，请检查缩进、冒号后的空格和成对的引号。")]
    [InlineData("title: 试\nentries:\n", "title: 试\nentry:\n", "office/test.yaml 第1行：缺少“entries”（条目列表），请补上。")]
    public void the_message_names_file_line_and_remedy(string part, string broken, string expected)
    {
        Good.ShouldContain(part);
        Problems(Good.Replace(part, broken, StringComparison.Ordinal))[0].ToString().ShouldBe(expected);
    }

    [Fact]
    public void an_unknown_field_is_named_with_the_known_ones() =>
        Problems(Good.Replace("    strength", "    soruce: 甲\n    strength", StringComparison.Ordinal)).ShouldHaveSingleItem().ToString()
            .ShouldBe("office/test.yaml 第8行：条目“test.one”有不认识的字段“soruce”。可用字段：id、title、unit、limit、text、list、table、number、min、max、source、article、since、until、strength、override、note。");

    [Fact]
    public void all_problems_are_told_at_one_start()
    {
        var two = Good + "  - id: test.two\n    title: 二\n    text: 二\n    since: 2026-01-01\n";
        var problems = Problems(two);
        problems.Count.ShouldBe(2);
        RuleProblem.StartText(problems).ShouldStartWith("制度规则有2处问题，系统没有启动。请按下列提示改正后重新启动：\n  office/test.yaml 第9行：");
    }

    [Fact]
    public void an_entry_the_program_needs_is_missed() =>
        Problems("title: 编号\nentries: []\n", "numbering.yaml").Select(p => p.Message)
            .ShouldContain("缺少条目“numbering.incoming”（用于收文登记）。请从安装包中恢复规则文件。");

    [Fact]
    public void a_need_of_another_kind_is_told() =>
        Problems(RulesFolder.Read("numbering.yaml").Replace("    text: \"{机关代字}收〔{年}〕{序号}号\"", "    number: 3", StringComparison.Ordinal), "numbering.yaml")
            .ShouldHaveSingleItem().ToString().ShouldBe("office/numbering.yaml 第3行：条目“numbering.incoming”应写“text”，现为“number”。");

    [Fact]
    public void a_wrong_cell_of_a_table_is_told_with_its_row() =>
        Problems(RulesFolder.Read("deadlines.yaml").Replace("{urgency: 加急, limit: 3个工作日}", "{urgency: 加急, limit: 三日}", StringComparison.Ordinal), "deadlines.yaml")
            .ShouldHaveSingleItem().ToString().ShouldStartWith("office/deadlines.yaml 第45行：条目“deadlines.handle”“limit”列应为时限");

    [Fact]
    public void figures_that_do_not_fit_together_are_told()
    {
        Problems(RulesFolder.Read("deadlines.yaml").Replace("      - {urgency: 加急, limit: 3个工作日}\n", "", StringComparison.Ordinal), "deadlines.yaml")
            .ShouldHaveSingleItem().Message.ShouldBe("条目“deadlines.handle”：应为每个紧急程度各写一行：特急、加急、平急、常规。");
        Problems(RulesFolder.Read("roles.yaml").Replace("permissions: [trail.read]", "permissions: [trail.read, incoming.register]", StringComparison.Ordinal), "roles.yaml")
            .ShouldHaveSingleItem().Message.ShouldBe("条目“access.roles”：角色“审计员”兼有审计、业务权限；业务与系统管理、安全管理、审计须分设，请拆成不同角色。");
    }

    [Fact]
    public void a_calendar_that_contradicts_itself_is_told()
    {
        Problems(RulesFolder.Read("calendar/2026.yaml").Replace("2026-02-28", "2026-02-20", StringComparison.Ordinal), "calendar/2026.yaml")
            .Select(p => p.Message).ShouldBe(["2026年2月20日既列为放假又列为调休上班，请对照通知原文核对。", "调休上班日2026年2月20日不是周六或周日，请对照通知原文核对。"]);
        Problems(RulesFolder.Read("calendar/2026.yaml"), "calendar/2028.yaml")
            .ShouldHaveSingleItem().ToString().ShouldBe("office/calendar/2028.yaml 第1行：文件名应与“year”一致，如 2026.yaml。");
    }

    [Fact]
    public void a_missing_folder_is_told() =>
        OfficeRules.Load(Path.Combine(Path.GetTempPath(), "no-such-rules")).Problems.ShouldHaveSingleItem().Message
            .ShouldBe("找不到规则目录。请确认程序旁有 rules 目录，或用 --rules 指明位置。");

    private static IReadOnlyList<RuleProblem> Problems(string text, string file = "test.yaml")
    {
        var folder = RulesFolder.With(file, text);
        try
        {
            var load = OfficeRules.Load(folder);
            (load.Book is null).ShouldBe(load.Problems.Count > 0, "a book is whole or not there");
            return load.Problems;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

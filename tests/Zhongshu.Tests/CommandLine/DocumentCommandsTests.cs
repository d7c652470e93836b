using System.Text.Json;
using Zhongshu.CommandLine;

namespace Zhongshu.Tests.CommandLine;

/// The ledger from the command line: register and list, with the same refusals as the page.
public sealed class DocumentCommandsTests
{
    [Fact]
    public async Task What_is_registered_from_the_command_line_stands_in_the_ledger_of_who_may_see_it()
    {
        using var folder = new DataFolder();
        var number = await folder.WithOneDocumentAsync();

        var (exit, said, _) = await folder.RunAsync("ledger", "--as", "clerk", "--words", "清淤", "--json");

        exit.ShouldBe(0);
        var row = JsonDocument.Parse(said.Split('\n')[0]).RootElement;
        row.GetProperty("registryNumber").GetString().ShouldBe(number);
        (await folder.RunAsync("ledger", "--as", "clerk", "--words", "防火")).Out.ShouldNotContain(number);
        (await folder.RunAsync("ledger", "--as", "nobody")).Exit.ShouldBe(2);
    }

    [Theory]
    [InlineData("{\"title\":null,\"sender\":\"省水利厅\"}", "不是正确的 JSON")]
    [InlineData("null", "这一行没有内容")]
    [InlineData("{", "不是正确的 JSON")]
    [InlineData("{\"title\":\"关于某事的通知\"}", "请填写来文单位")]
    [InlineData("{\"title\":\"关于某事的通知\",\"sender\":\"省水利厅\",\"documentDate\":\"1900-01-01\"}", "不合常理")]
    [InlineData("{\"title\":\"关于某事的通知\",\"sender\":\"省水利厅\",\"kind\":99}", "不认识的来文方式")]
    [InlineData("{\"title\":\"关于某事的通知\",\"sender\":\"省水利厅\",\"kind\":\"电传\"}", "来电（call）")]
    public async Task A_bad_line_is_told_and_the_good_ones_go_in(string bad, string said)
    {
        using var folder = new DataFolder();
        await folder.WithOneDocumentAsync();
        var (output, error) = (new StringWriter(), new StringWriter());
        var lines = new StringReader(bad + "\n{\"title\":\"关于冬修水利的通知\",\"sender\":\"省水利厅\",\"kind\":\"来函\",\"urgency\":\"特急\"}\n");

        var exit = await Commands.Find("register")!(["--as", "clerk", "--json", "--data", folder.Path], new Terminal(output, error, lines));

        exit.ShouldBe(2);
        error.ToString().ShouldContain(said);
        output.ToString().Trim().Split('\n').Length.ShouldBe(1);
        (await folder.RunAsync("ledger", "--as", "clerk", "--words", "冬修")).Out.ShouldContain(output.ToString().Trim());
    }

    [Theory]
    [InlineData("来文", "Document")]
    [InlineData("来电", "Telegram")]
    [InlineData("来函", "Letter")]
    [InlineData("传真", "Fax")]
    [InlineData("领导批示件", "Instruction")]
    [InlineData("请示", "Request")]
    [InlineData("下级报告", "Report")]
    [InlineData("call", "Telegram")]
    [InlineData("letter", "Letter")]
    public async Task A_kind_is_known_by_its_chinese_name_and_by_its_id_and_no_file_is_wanted(string kind, string known)
    {
        using var folder = new DataFolder();
        await folder.WithOneDocumentAsync();
        string[] paper = ["--title", "关于冬修水利的事项", "--sender", "青禾县人民政府", "--addressee", "云岭市人民政府", "--pages", "3", "--substance", "请拨经费"];

        var (exit, number, error) = await folder.RunAsync(["register", "--as", "clerk", .. paper, "--kind", kind, "--urgency", "加急"]);

        (exit, error).ShouldBe((0, ""));
        var lines = (await folder.RunAsync("ledger", "--as", "clerk", "--kind", kind, "--urgency", "加急", "--words", "冬修")).Out;
        lines.ShouldContain(number.Trim());
        (await folder.RunAsync("ledger", "--as", "clerk", "--kind", known, "--urgency", "Urgent", "--words", "冬修")).Out.ShouldBe(lines);
        (await folder.RunAsync(["register", "--as", "clerk", .. paper, "--kind", "电传"])).Error.ShouldContain("来电（call）");
        (await folder.RunAsync(["register", "--as", "clerk", .. paper, "--urgency", "火急"])).Error.ShouldContain("特急");
    }

    [Theory]
    [InlineData("--state", "bogus", "open（在办）")]
    [InlineData("--kind", "电传", "来电（call）")]
    [InlineData("--urgency", "火急", "特急")]
    [InlineData("--from", "去年", "2026-01-31 的样子")]
    [InlineData("--limit", "0", "正整数")]
    public async Task A_filter_that_is_not_understood_is_told_instead_of_the_whole_ledger(string option, string value, string said)
    {
        using var folder = new DataFolder();
        await folder.WithOneDocumentAsync();

        var (exit, output, error) = await folder.RunAsync("ledger", "--as", "clerk", option, value);

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain(said);
    }

    [Fact]
    public async Task A_paper_is_registered_by_its_file_alone_and_what_is_said_goes_before_what_is_read()
    {
        using var folder = new DataFolder();
        await folder.WithOneDocumentAsync();
        var paper = Path.Combine(folder.Path, "来文.txt");
        await File.WriteAllTextAsync(paper, "云财〔2026〕7号\n云岭市财政局关于下达冬修水利补助资金的通知\n各县（区）人民政府：\n现将补助资金下达给你们，请按规定使用。\n云岭市财政局\n2026年11月20日\n");

        var (exit, number, error) = await folder.RunAsync("register", "--as", "clerk", paper, "--number", "云财〔2026〕8号");

        (exit, error).ShouldBe((0, ""));
        var line = (await folder.RunAsync("ledger", "--as", "clerk", "--words", "补助资金")).Out;
        line.ShouldSatisfyAllConditions(l => l.ShouldContain(number.Trim()), l => l.ShouldContain("云岭市财政局关于下达冬修水利补助资金的通知"), l => l.ShouldContain("云财〔2026〕8号"));
        (await folder.RunAsync("register", "--as", "clerk", Path.Combine(folder.Path, "没有.docx"))).ShouldSatisfyAllConditions(r => r.Exit.ShouldBe(2), r => r.Error.ShouldContain("没有找到文件"));
        (await folder.RunAsync("register", "--as", "clerk", "--json", paper)).ShouldSatisfyAllConditions(r => r.Exit.ShouldBe(2), r => r.Error.ShouldContain("不能同时给文件"));
        await File.WriteAllTextAsync(paper, "");
        (await folder.RunAsync("register", "--as", "clerk", paper)).Error.ShouldContain("文件是空的");
    }
}

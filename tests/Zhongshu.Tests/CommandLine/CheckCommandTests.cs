using System.Text;
using System.Text.Json;
using Shouldly;
using Xunit;
using Zhongshu.CommandLine;

namespace Zhongshu.Tests.CommandLine;

public sealed class CheckCommandTests : IDisposable
{
    private const string Faulty = "关于布署检查工作的通知\n各科室：\n　　请按时完成各项检查任务。\n";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zhongshu-check-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Trait("req", "M3-A22")]
    public void A_wrong_word_is_an_error_and_ends_with_one()
    {
        var (exit, output, _) = Run(Write("a.txt", Faulty), "--fast");

        exit.ShouldBe(1);
        output.ShouldContain("错误  第1段  关于【布署】");
    }

    [Fact]
    public void A_clean_file_ends_with_zero() => Run(Write("a.txt", "关于部署检查工作的通知\n各科室：\n　　请按时完成各项检查任务。\n"), "--fast").Exit.ShouldBe(0);

    [Fact]
    public void A_file_that_cannot_be_read_ends_with_two_and_the_others_are_checked()
    {
        var (exit, output, error) = Run(Path.Combine(_folder.FullName, "无.txt"), Write("a.txt", Faulty), "--fast", "--format", "jsonl");

        exit.ShouldBe(2);
        error.ShouldContain("找不到这个文件");
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()).ShouldContain("布署");
    }

    [Fact]
    public void Every_line_of_a_list_is_judged_alone()
    {
        var (exit, output, _) = Run("--lines", Write("a.txt", "先看上一条的要求。\n请布署到位。\n"), "--fast", "--format", "json");

        exit.ShouldBe(1);
        var findings = JsonDocument.Parse(output).RootElement;
        findings.EnumerateArray().Select(f => (f.GetProperty("paragraph").GetInt32(), f.GetProperty("rule").GetString())).ShouldBe([(1, "typo.word")]);
    }

    [Fact]
    public void Fixing_a_text_file_settles_its_certain_errors()
    {
        var file = Write("a.txt", Faulty);

        Run(file, "--fix", "--fast").Exit.ShouldBe(0);

        File.ReadAllText(file).ShouldBe(Faulty.Replace("布署", "部署", StringComparison.Ordinal));
        Run(file, "--fast").Exit.ShouldBe(0);
    }

    [Fact]
    public void A_comment_can_only_be_written_into_a_word_file()
    {
        var target = Path.Combine(_folder.FullName, "out.docx");

        Run(Write("a.txt", Faulty), "--annotate", target, "--fast").Error.ShouldContain("只能在 docx 文件里写批注");

        File.Exists(target).ShouldBeFalse();
    }

    [Theory]
    [InlineData("sarif", "\"version\": \"2.1.0\"")]
    [InlineData("html", "<!doctype html>")]
    public void Other_forms_of_the_report(string format, string sign) => Run(Write("a.txt", Faulty), "--fast", "--format", format).Output.ShouldContain(sign);

    [Theory]
    [InlineData]
    [InlineData("a.txt", "--format", "pdf")]
    [InlineData("a.txt", "--unknown")]
    public void A_wrong_call_shows_how_it_is_done(params string[] args)
    {
        var (exit, _, error) = Run(args);

        exit.ShouldBe(2);
        error.ShouldContain("用法");
    }

    private static (int Exit, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = CheckCommand.Run(args, output, error);
        return (exit, output.ToString(), error.ToString());
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}

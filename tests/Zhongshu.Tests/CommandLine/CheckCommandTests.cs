using System.Text;
using System.Text.Json;
using Shouldly;
using Xunit;
using Zhongshu.Checker;

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
    public void A_list_without_a_format_answers_each_line_with_one_array()
    {
        var (_, output, _) = Run("--lines", Write("a.txt", "按时报送。\n请布署到位。\n\n认真落实。\n"), "--fast");

        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        answers.Select(a => a.GetArrayLength()).ShouldBe([0, 1, 0, 0]);
        answers[1][0].GetProperty("fix").GetString().ShouldBe("部署");
    }

    [Fact]
    public void A_finding_says_ten_things_and_counts_in_utf16()
    {
        var (_, output, _) = Run(Write("a.txt", "\U00020000关于布署检查工作的通知\n"), "--fast", "--format", "json");

        var finding = JsonDocument.Parse(output).RootElement[0];
        finding.EnumerateObject().Select(p => p.Name).ShouldBe(["rule", "severity", "message", "paragraph", "start", "end", "text", "fix", "source", "confidence"]);
        (finding.GetProperty("severity").GetString(), finding.GetProperty("start").GetInt32(), finding.GetProperty("end").GetInt32()).ShouldBe(("错误", 4, 6));
    }

    [Fact]
    public void The_fixes_of_a_list_go_into_its_file()
    {
        var file = Write("a.txt", "按时报送。\n请布署到位。\n");

        Run("--lines", file, "--fix", "--fast").Exit.ShouldBe(0);

        File.ReadAllText(file).ShouldBe("按时报送。\n请部署到位。\n");
    }

    [Fact]
    [Trait("req", "M3-A10")]
    public void The_level_decides_which_limit_counts()
    {
        var file = Write("a.txt", "关于开展检查工作的请示\n市政府：\n" + string.Concat(Enumerable.Repeat("　　请按时完成各项检查任务并报送结果。\n", 150)));

        Run(file, "--fast").Output.ShouldNotContain("length.limit");
        Run(file, "--fast", "--level", "县").Output.ShouldContain("length.limit");
        Run(file, "--fast", "--level", "县", "--kind", "讲话稿").Output.ShouldNotContain("length.limit）");
    }

    [Fact]
    [Trait("req", "M3-B20")]
    public void The_organisation_and_the_units_own_rules_are_read_from_files()
    {
        var table = Write("office.yaml", "people:\n- { name: 川某某, titles: [县长] }\n- { name: 石某某, titles: [副县长] }\n");
        var own = Write("unit.yaml", "words:\n- { wrong: 县府办, right: 县政府办公室, severity: 错误 }\nignore:\n- { rule: unit.word, text: 县府办, document: 附件.txt, reason: 历史文件原文 }\n");
        const string Text = "关于召开会议的通知\n　　石某某、川某某参加，由县府办组织。\n";

        var (exit, output, error) = Run(Write("通知.txt", Text), "--fast", "--organisation", table, "--unit-rules", own);
        var inOne = Run(Write("附件.txt", Text), "--fast", "--unit-rules", own);

        error.ShouldBeEmpty();
        exit.ShouldBe(1);
        output.ShouldContain("consistency.order");
        output.ShouldContain("县政府办公室");
        inOne.Output.ShouldNotContain("县政府办公室");
    }

    [Fact]
    public void A_slip_in_the_units_own_rules_is_told_and_the_rest_holds()
    {
        var own = Write("unit.yaml", "words:\n- { wrong: 县府办, right: 县政府办公室, severity: 大错 }\n- { wrong: 府办, right: 政府办公室 }\n");

        var (_, output, error) = Run(Write("a.txt", "由县府办组织。\n"), "--fast", "--unit-rules", own);

        error.ShouldContain("severity 只能写");
        output.ShouldContain("政府办公室");
    }

    [Fact]
    public void One_file_is_read_deeply_and_several_quickly_unless_asked()
    {
        CheckArguments.Parse(["a.txt"]).Arguments!.Deep.ShouldBeTrue();
        CheckArguments.Parse(["a.txt", "b.txt"]).Arguments!.Deep.ShouldBeFalse();
        CheckArguments.Parse(["a.txt", "b.txt", "--deep"]).Arguments!.Deep.ShouldBeTrue();
        CheckArguments.Parse(["a.txt", "--fast"]).Arguments!.Deep.ShouldBeFalse();
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

using Zhongshu.Checker;
using Zhongshu.CommandLine;

namespace Zhongshu.Tests.CommandLine;

/// --help and -h: the usage, on standard output, and nothing is done.
public sealed class HelpTests
{
    public static TheoryData<string> Names => [.. Commands.Lines.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task every_command_tells_its_usage_and_ends_well(string name)
    {
        foreach (var word in new[] { "--help", "-h" })
        {
            var (exit, said, error) = await RunAsync(name, word);
            (exit, error).ShouldBe((0, ""));
            said.ShouldStartWith("用法：");
            (await RunAsync(name, "a.txt", word)).Said.ShouldBe(said);
            (await RunAsync("help", name)).Said.ShouldBe(said);
        }
    }

    [Fact]
    public void the_checker_by_itself_does_so_too_without_a_fault()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        CheckCommand.Run(["-h"], output, error).ShouldBe(0);
        (output.ToString().Trim(), error.ToString()).ShouldBe((CheckArguments.Usage, ""));
    }

    [Fact]
    public async Task help_of_an_unknown_command_is_refused() => (await RunAsync("help", "telegraph")).Exit.ShouldBe(2);

    private static async Task<(int Exit, string Said, string Error)> RunAsync(string name, params string[] words)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await Commands.Find(name)!(words, new Terminal(output, error, TextReader.Null));
        return (exit, output.ToString().Trim(), error.ToString());
    }
}

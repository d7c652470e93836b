using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Zhongshu.Checker;
using Zhongshu.CommandLine;
using Zhongshu.CommandLine.Documents;
using Zhongshu.Tests.Architecture;

namespace Zhongshu.Tests.CommandLine;

/// The check command as dev/build-checker makes it (in the machine's own code where a linker is at hand) says what the same command says inside the application.
public sealed class CheckerAloneTests : IClassFixture<CheckerAloneTests.Alone>, IDisposable
{
    private const string Text = "---\n发文机关: 云岭市数据局\n字号: 云数据〔2026〕7号\n---\n关于布署检查工作的通知\n各单位：\n　　石某某、川某某参加，由县府办组织，按时完成完成。\n一、工作要求\n请于2月30日前报送。\n云岭市数据局\n2026年11月18日\n";
    private readonly Alone _alone;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zhongshu-alone-");

    public CheckerAloneTests(Alone alone)
    {
        _alone = alone;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Write("a.txt", Encoding.UTF8);
        Write("g.txt", Encoding.GetEncoding("GB18030"));
        File.WriteAllText(PathOf("office.yaml"), "people:\n- { name: 川某某, titles: [县长] }\n- { name: 石某某, titles: [副县长] }\n");
        File.WriteAllText(PathOf("unit.yaml"), "words:\n- { wrong: 县府办, right: 县政府办公室, severity: 错误 }\n- { wrong: 某, right: 某, severity: 大错 }\n");
        File.WriteAllText(PathOf("old.pdf"), "%PDF-1.4");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.txt", "--fast", "--format", "json")]
    [InlineData("g.txt", "--deep", "--format", "jsonl")]
    [InlineData("a.txt", "g.txt", "--format", "sarif")]
    [InlineData("a.txt", "--format", "html", "--level", "县", "--publish")]
    [InlineData("--lines", "a.txt", "--fast")]
    [InlineData("a.txt", "--organisation", "office.yaml", "--unit-rules", "unit.yaml")]
    [InlineData("a.txt", "--last-year", "g.txt", "--points", "g.txt")]
    [InlineData("none.txt", "old.pdf")]
    [InlineData("--help")]
    [InlineData("a.txt", "--format", "pdf")]
    public void It_says_the_same_and_ends_the_same(params string[] words) => Check(words).ShouldBe(InProcess(words));

    [Fact]
    public async Task It_reads_word_files_and_writes_comments_into_them()
    {
        using var silent = new StringWriter();
        (await TypesetCommand.RunAsync([PathOf("a.txt"), "-o", PathOf("a.docx")], new Terminal(silent, silent, TextReader.Null))).ShouldBe(0, silent.ToString());

        Check("a.docx", "--fast", "--annotate", "b.docx").Error.ShouldBeEmpty();
        Check("a.docx", "--fast").ShouldBe(InProcess("a.docx", "--fast"));
        using var zip = ZipFile.OpenRead(PathOf("b.docx"));
        using var comments = new StreamReader(zip.GetEntry("word/comments.xml").ShouldNotBeNull().Open());
        comments.ReadToEnd().ShouldContain("部署");
    }

    [Fact]
    public void It_sets_a_text_right_in_its_own_encoding()
    {
        Check("g.txt", "--fast", "--fix").Error.ShouldContain("已改正");
        File.ReadAllText(PathOf("g.txt"), Encoding.GetEncoding("GB18030")).ShouldContain("关于部署检查工作的通知");
    }

    private (int Exit, string Output, string Error) Check(params string[] words) => _alone.Run(Named(words));

    private (int Exit, string Output, string Error) InProcess(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (CheckCommand.Run(Named(words), output, error), output.ToString(), error.ToString());
    }

    private string[] Named(string[] words) => [.. words.Select(w => w.Contains('.', StringComparison.Ordinal) ? PathOf(w) : w)];

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private void Write(string name, Encoding encoding) => File.WriteAllBytes(PathOf(name), encoding.GetBytes(Text));

    public sealed class Alone
    {
        private readonly string _program = Path.Combine(SourceTree.Folder, Start(Path.Combine(SourceTree.Folder, "dev", "build-checker"), ["--native"]).Output.Trim());

        public (int Exit, string Output, string Error) Run(string[] words) => Start(_program, words);

        private static (int Exit, string Output, string Error) Start(string program, string[] words)
        {
            using var process = Process.Start(new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 }).ShouldNotBeNull();
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.GetAwaiter().GetResult());
        }
    }
}

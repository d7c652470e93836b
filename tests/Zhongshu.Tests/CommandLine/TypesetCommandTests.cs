using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Zhongshu.CommandLine;
using Zhongshu.CommandLine.Documents;
using Zhongshu.Proofing.Documents;

namespace Zhongshu.Tests.CommandLine;

public sealed class TypesetCommandTests : IDisposable
{
    private const string Draft = "---\n发文机关: 云岭市数据局\n字号: 云数据〔2026〕7号\n---\n关于报送情况的通知\n各单位：\n一、工作要求\n请按时报送。\n云岭市数据局\n2026年11月18日\n";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zhongshu-set-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("a.docx", "PK")]
    [InlineData("a.pdf", "%PDF")]
    [InlineData("a.ofd", "PK")]
    [Trait("req", "M3-B28")]
    public async Task A_draft_becomes_a_file_of_each_form(string name, string sign)
    {
        (await TypesetAsync(Write("a.txt", Draft), name)).Exit.ShouldBe(0);

        Encoding.Latin1.GetString(File.ReadAllBytes(PathOf(name)).AsSpan(0, sign.Length)).ShouldBe(sign);
        Text(name).ShouldContain("关于报送情况的通知");
    }

    [Fact]
    public async Task A_word_file_is_set_anew_with_its_words_kept()
    {
        await TypesetAsync(Write("a.txt", Draft), "a.docx");

        (await TypesetAsync(PathOf("a.docx"), "b.docx")).Exit.ShouldBe(0);

        Text("b.docx").ShouldContain("请按时报送。");
    }

    [Fact]
    public async Task What_cannot_be_set_is_refused_with_the_next_step()
    {
        (await TypesetAsync(Write("a.txt", Draft), "a.html")).Error.ShouldContain("请以 .docx、.pdf 或 .ofd 结尾");
        (await TypesetAsync(PathOf("无.txt"), "a.pdf")).ShouldBe((2, "", $"{PathOf("无.txt")}：找不到这个文件。\n"));
        File.Exists(PathOf("a.pdf")).ShouldBeFalse();
    }

    [Fact]
    [Trait("req", "M3-B17")]
    public async Task A_format_check_lists_departures_as_json_and_writes_the_corrected_copy()
    {
        await TypesetAsync(Write("a.txt", Draft), "a.docx");
        var bad = Proofing.Annotate.PlainDocx.Of(SourceDocument.FromText(Draft.Split("---\n")[2]));
        File.WriteAllBytes(PathOf("bad.docx"), bad);

        var (exit, output, _) = await FormatCheckAsync(PathOf("bad.docx"), "--fix", PathOf("good.docx"), "--format", "json");

        exit.ShouldBe(1);
        JsonDocument.Parse(output).RootElement.EnumerateArray().Select(d => d.GetProperty("element").GetString()).ShouldContain("标题字体");
        var (again, _, _) = await FormatCheckAsync(PathOf("good.docx"));
        again.ShouldBe(0);
        Text("good.docx").ShouldStartWith(Text("bad.docx"));
    }

    [OfficeFact]
    public async Task Old_word_files_are_read_through_libreoffice()
    {
        await TypesetAsync(Write("a.txt", Draft.Replace("请按时报送。", "请布署到位。", StringComparison.Ordinal)), "a.docx");
        Convert("a.docx", "doc");
        // The content decides, not the name: WPS writes the same compound file.
        File.Move(PathOf("a.doc"), PathOf("a.wps"));
        using var output = new StringWriter();
        using var error = new StringWriter();

        CheckCommand.Run([PathOf("a.wps"), "--fast", "--format", "jsonl"], output, error).ShouldBe(1, error.ToString());

        output.ToString().ShouldContain("布署");
    }

    private void Convert(string name, string to)
    {
        var profile = new Uri(PathOf("profile")).AbsoluteUri;
        var start = new ProcessStartInfo("soffice") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[$"-env:UserInstallation={profile}", "--headless", "--convert-to", to, "--outdir", _folder.FullName, PathOf(name)]) start.ArgumentList.Add(word);
        using var office = Process.Start(start).ShouldNotBeNull();
        office.StandardOutput.ReadToEnd();
        office.WaitForExit();
        File.Exists(PathOf(Path.ChangeExtension(name, to))).ShouldBeTrue();
    }

    private Task<(int Exit, string Output, string Error)> TypesetAsync(string source, string target) =>
        RunAsync(terminal => TypesetCommand.RunAsync([source, "-o", PathOf(target)], terminal), target);

    private Task<(int Exit, string Output, string Error)> FormatCheckAsync(params string[] args) =>
        RunAsync(terminal => FormatCheckCommand.RunAsync(args, terminal), null);

    private async Task<(int Exit, string Output, string Error)> RunAsync(Func<Terminal, Task<int>> command, string? target)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = await command(new Terminal(output, error, TextReader.Null));
        return (exit, target is null ? output.ToString() : output.ToString().Replace($"已排版：{PathOf(target)}\n", "", StringComparison.Ordinal), error.ToString());
    }

    private string Text(string name) =>
        string.Concat(DocumentReader.Read(File.ReadAllBytes(PathOf(name)), name).Document.ShouldNotBeNull().Paragraphs.Select(p => p.Text + "\n"));

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text, new UTF8Encoding(false));
        return PathOf(name);
    }
}

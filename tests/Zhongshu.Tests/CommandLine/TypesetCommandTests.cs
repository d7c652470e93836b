using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Zhongshu.Checker;
using Zhongshu.CommandLine;
using Zhongshu.CommandLine.Documents;
using Zhongshu.Proofing.Documents;
using Zhongshu.Tests.Support;

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
    public async Task A_seal_is_placed_and_what_is_no_picture_is_refused_by_name()
    {
        var (draft, seal) = (Write("a.txt", Draft), Path.Combine(_folder.FullName, "印章.png"));
        File.WriteAllBytes(seal, Seals.Png());

        (await RunAsync(t => TypesetCommand.RunAsync([draft, "-o", PathOf("a.ofd"), "--seal", "云岭市数据局=" + seal], t), null)).Exit.ShouldBe(0);
        using (var zip = System.IO.Compression.ZipFile.OpenRead(PathOf("a.ofd"))) zip.Entries.ShouldContain(e => e.Name.StartsWith("seal_", StringComparison.Ordinal));

        var (exit, _, error) = await RunAsync(t => TypesetCommand.RunAsync([draft, "-o", PathOf("b.pdf"), "--seal", draft], t), null);
        (exit, File.Exists(PathOf("b.pdf"))).ShouldBe((2, false));
        error.ShouldContain("不是 PNG 或 JPG 格式");
    }

    [Theory]
    [InlineData("slip", "---\n标题: 关于防汛的请示\n来文单位: 云岭市水利局\n---\n请水利局阅处。", "关于防汛的请示", "请水利局阅处")]
    [InlineData("report", "---\n事由: 购置设备\n单位: 云岭市数据局\n---\n拟购置一台。", "购置设备", "拟购置一台")]
    [InlineData("notice", "---\n会议名称: 全市数据工作会议\n时间: 11月20日\n---\n请准时参加。", "关于召开全市数据工作会议的通知", "请准时参加")]
    [InlineData("supervision", "---\n督办事项: 数据共享\n责任单位: 云岭市水利局\n---\n请限期办结。", "关于督办数据共享的函", "请限期办结")]
    [InlineData("cards", "川某某\n石某", "川某某", "石某")]
    [Trait("req", "M3-A32")]
    public async Task The_papers_of_the_office_are_set_from_their_fields(string kind, string source, string one, string other)
    {
        (await RunAsync(t => TypesetCommand.RunAsync([Write("a.txt", source), "-o", PathOf("a.pdf"), "--kind", kind], t), null)).Exit.ShouldBe(0);

        var text = Text("a.pdf").Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        text.ShouldContain(one);
        text.ShouldContain(other);
    }

    [Theory]
    [InlineData("document", "关于报送情况的通知\n各单位：\n请按时报送。")]
    [InlineData("notice", "---\n会议名称: 全市数据工作会议\n时间: 11月20日\n---\n请准时参加。")]
    [InlineData("slip", "---\n标题: 关于防汛的请示\n来文单位: 云岭市水利局\n---\n请水利局阅处。")]
    [Trait("req", "M3-A31")]
    public async Task The_units_own_figures_and_faces_hold_for_every_paper(string kind, string source)
    {
        File.WriteAllText(PathOf("layout.yaml"), "source: 本单位形象识别规范\nfonts:\n  - { role: 仿宋, docx: 云岭仿宋, faces: [], substitutes: [Noto Serif CJK SC, Droid Sans Fallback] }\n  - { role: 小标宋, docx: 云岭标宋, faces: [], substitutes: [Noto Serif CJK SC, Droid Sans Fallback] }\n  - { role: 宋体, docx: 云岭宋, faces: [], substitutes: [Noto Serif CJK SC, Droid Sans Fallback] }\nfigures:\n  - { id: area.left, value: 31, unit: mm, clause: \"2.1\", strength: 本单位, name: 订口 }\n");

        var (exit, _, error) = await RunAsync(t => TypesetCommand.RunAsync([Write("a.txt", source), "-o", PathOf("a.docx"), "--kind", kind, "--data", _folder.FullName], t), null);

        exit.ShouldBe(0, error);
        using var zip = System.IO.Compression.ZipFile.OpenRead(PathOf("a.docx"));
        var xml = string.Concat(zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(e => new StreamReader(e.Open()).ReadToEnd()));
        xml.ShouldContain("云岭");
        xml.ShouldContain("w:left=\"1757\"");
    }

    [Fact]
    public async Task Own_figures_that_cannot_be_read_are_told_and_not_passed_over()
    {
        File.WriteAllText(PathOf("layout.yaml"), "figures:\n  - { id: area.lift, value: 31 }\n");

        var (exit, _, error) = await RunAsync(t => TypesetCommand.RunAsync([Write("a.txt", Draft), "-o", PathOf("a.docx"), "--data", _folder.FullName], t), null);

        (exit, File.Exists(PathOf("a.docx"))).ShouldBe((2, false));
        error.ShouldContain("没有“area.lift”这一项");
    }

    [Theory]
    [InlineData("空.txt", "")]
    [InlineData("空白.txt", " \n　\n")]
    public async Task An_empty_draft_is_refused(string name, string content)
    {
        var (exit, _, error) = await TypesetAsync(Write(name, content), "a.pdf");

        (exit, File.Exists(PathOf("a.pdf"))).ShouldBe((2, false));
        error.ShouldContain(name);
    }

    [Fact]
    public async Task A_hostile_title_is_only_a_title()
    {
        const string Hostile = "<script>alert(1)</script>&\"' ]]> (x) \\ Tj <!--";
        foreach (var name in (string[])["a.docx", "a.ofd", "a.pdf"])
        {
            (await TypesetAsync(Write("a.txt", Hostile + "\n各单位：\n请办理。"), name)).Exit.ShouldBe(0);
            Text(name).Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).ShouldContain("<script>alert(1)</script>&");
        }
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

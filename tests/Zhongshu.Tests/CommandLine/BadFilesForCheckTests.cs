using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Zhongshu.Checker;
using Zhongshu.Proofing.Documents;
using Zhongshu.Tests.Modules.IncomingDocuments.Register;

namespace Zhongshu.Tests.CommandLine;

/// What people hand to `check` by mistake or on purpose: each gets a sentence and an exit code, never a stack.
public sealed class BadFilesForCheckTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zhongshu-bad-");

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "damaged.docx", Papers.Docx()[..900], "损坏" },
        { "encrypted.docx", Papers.WithPassword, "密码" },
        { "bomb.docx", Papers.Bomb(Papers.Docx(), "word/document.xml"), "异常庞大" },
        { "page.docx", "<!DOCTYPE html><html><body>通知</body></html>"u8.ToArray(), "网页" },
        { "page.txt", "<html><body>通知</body></html>"u8.ToArray(), "网页" },
        { "program.doc", [.. "MZ"u8, .. new byte[200]], "不是公文文件" },
        { "empty.txt", [], "空的" },
        { "blank.txt", " \n　\n"u8.ToArray(), "空的" },
    };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Refused))]
    [Trait("req", "M3-A22")]
    public void A_bad_file_gets_a_sentence_and_ends_with_two(string name, byte[] bytes, string words)
    {
        var (exit, output, error) = Run(Write(name, bytes), "--format", "jsonl", "--fast");

        (exit, output).ShouldBe((2, ""), error);
        error.ShouldContain(words);
    }

    [Fact]
    public void A_file_of_200_megabytes_is_refused_without_being_read()
    {
        var path = Path.Combine(_folder.FullName, "large.docx");
        using (var file = File.Create(path)) file.SetLength(200L << 20);
        var before = GC.GetTotalAllocatedBytes();

        var (exit, _, error) = Run(path, "--fast");

        (exit, error.Contains("超过 100 MB", StringComparison.Ordinal)).ShouldBe((2, true));
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(60L << 20);
    }

    [Fact]
    public void A_macro_is_neither_run_nor_a_hindrance()
    {
        var docm = With(Papers.Docx(), "word/vbaProject.bin", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600]]);

        Run(Write("macro.docm", docm), "--fast").Exit.ShouldNotBe(2);
    }

    [Theory]
    [InlineData("UTF-8", "\r\n", "--fast")]
    [InlineData("GB18030", "\n", "--deep")]
    [InlineData("GB18030", "\r\n", "--fast")]
    [InlineData("UTF-8", "\r", "--deep")]
    public void Names_beyond_the_basic_plane_keep_their_places_in_every_encoding(string encoding, string end, string depth)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = $"关于表扬张𬱖同志的通报{end}各科室：{end}张𬱖、王𠮷元同志布署得力,予以表扬。{end}";

        var (exit, output, error) = Run(Write("names.txt", Encoding.GetEncoding(encoding).GetBytes(text)), depth, "--format", "jsonl");

        exit.ShouldBe(1, error);
        var findings = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        findings.ShouldAllBe(f => !f.GetProperty("text").GetString()!.Any(char.IsSurrogate));
        var found = findings.Single(f => f.GetProperty("text").GetString() == "布署");
        (found.GetProperty("paragraph").GetInt32(), found.GetProperty("start").GetInt32()).ShouldBe((2, "张𬱖、王𠮷元同志".Length));
    }

    [Fact]
    public void A_line_of_a_hundred_thousand_characters_is_read_deeply_to_its_end()
    {
        var file = Write("deep.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("请按时完成各项检查任务并报送结果，", 100_000 / 17)) + "请认真惯彻执行上级部署。"));

        Run(file, "--deep", "--format", "jsonl").Output.ShouldContain("惯");
    }

    [Fact]
    public void An_outer_reference_is_not_followed_and_a_package_within_a_package_is_not_opened()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var target = $"http://127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}/";
        var relations = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"{target}a.png\" TargetMode=\"External\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"{target}a.dotm\" TargetMode=\"External\"/></Relationships>";
        var nested = With(With(Papers.Docx(), "word/_rels/settings.xml.rels", Encoding.UTF8.GetBytes(relations)), "word/embeddings/a.docx", Papers.Bomb(Papers.Docx(), "word/document.xml"));

        Run(Write("outer.docx", nested), "--fast").Exit.ShouldNotBe(2);

        listener.Pending().ShouldBeFalse();
    }

    [Fact]
    public void Gb18030_is_read_and_written_back_as_it_was()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gb = Encoding.GetEncoding("GB18030");
        var file = Write("gb.txt", gb.GetBytes("关于布署检查工作的通知\r\n各科室：\r\n"));

        Run(file, "--fast", "--fix").Exit.ShouldBe(0);

        gb.GetString(File.ReadAllBytes(file)).ShouldBe("关于部署检查工作的通知\r\n各科室：\r\n");
    }

    [Fact]
    public void Half_a_surrogate_pair_gives_findings_in_valid_json()
    {
        var bytes = new List<byte>([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("请布署到位"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("。")]);

        var (exit, output, _) = Run(Write("half.txt", [.. bytes]), "--fast", "--format", "json");

        exit.ShouldBe(1);
        JsonDocument.Parse(output).RootElement.EnumerateArray().Select(f => f.GetProperty("text").GetString()).ShouldContain("布署");
    }

    [Fact]
    public void A_line_of_five_megabytes_is_read_in_seconds()
    {
        var file = Write("line.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("请按时完成各项检查任务并报送结果，", 5 * (1 << 20) / 51)) + "请布署到位。"));
        var clock = TimeProvider.System.GetTimestamp();

        var (exit, output, _) = Run(file, "--fast", "--format", "jsonl");

        exit.ShouldBe(1);
        output.ShouldContain("布署");
        TimeProvider.System.GetElapsedTime(clock).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void The_same_file_twice_is_checked_once()
    {
        var file = Write("a.txt", "请布署到位。"u8.ToArray());

        Run(file, file, "--fast", "--format", "jsonl").Output.Count(c => c == '\n').ShouldBe(1);
    }

    [Fact]
    public void A_folder_is_no_file() => Run(_folder.FullName, "--fast").Error.ShouldContain("这是目录");

    private static byte[] With(byte[] package, string part, byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var to = zip.CreateEntry(part).Open();
            to.Write(content);
        }

        return stream.ToArray();
    }

    private static (int Exit, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = CheckCommand.Run(args, output, error);
        return (exit, output.ToString(), error.ToString());
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}

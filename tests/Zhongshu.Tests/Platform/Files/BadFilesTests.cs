using System.Text;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Modules.IncomingDocuments.Register;

namespace Zhongshu.Tests.Platform.Files;

public sealed class BadFilesTests(RegistryDesk desk) : IClassFixture<RegistryDesk>
{
    private static readonly string[] Long = ["空.docx", "坏.docx", "密码.docx", "密码.ofd", "密码.pdf", "程序.pdf", "表里不一.pdf", "改名.jpg", "炸弹.docx", "炸弹.ofd", "炸弹.zip", "坏.zip", "程序.exe", "网页.txt"];

    public static TheoryData<string> Names => [.. Long];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task each_bad_file_is_refused_in_clear_words_and_leaves_nothing(string name)
    {
        var (bytes, words) = Of(name);

        var page = await desk.UploadAsync((name, bytes));

        page.Text.ShouldContain(words);
        page.Text.ShouldContain(name);
        page.Path.ShouldBe("/incoming/register");
        desk.FilesOnDisk.ShouldBe(0);
        (await desk.UploadsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task a_paper_that_bears_a_mark_is_deleted_and_only_its_ledger_line_may_be_written()
    {
        var page = await desk.UploadAsync(("件.txt", Papers.Txt(Papers.Request(head: "机密★10年\n"))));

        page.Text.ShouldContain("标有“机密”");
        page.Text.ShouldContain("只可登记台账信息");
        desk.FilesOnDisk.ShouldBe(0);
        (await desk.UploadsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task an_upload_without_the_pages_token_is_not_taken()
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(Papers.Txt(Papers.Request())), "file", "件.txt" } };

        using var answer = await desk.Http.PostAsync(new Uri("/incoming/register/files", UriKind.Relative), content);

        (await answer.Content.ReadAsStringAsync()).ShouldContain("请刷新页面后重新上传");
        desk.FilesOnDisk.ShouldBe(0);
    }

    [Fact]
    public async Task a_file_over_the_limit_is_refused_while_it_still_arrives()
    {
        var store = new FileStore(new OfficeSettings { DataFolder = Path.Combine(desk.Folder, "other") });
        using var endless = new Endless();

        var outcome = await store.ReceiveAsync(endless, 1 << 20, CancellationToken.None);

        outcome.Refusal.ShouldNotBeNull().Rule.ShouldBe("files.too-large");
        endless.Given.ShouldBeLessThan(2 << 20);
        Directory.GetFiles(Path.Combine(desk.Folder, "other"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private static (byte[] Bytes, string Words) Of(string name) => name switch
    {
        "空.docx" => ([], "文件是空的"),
        "坏.docx" => (Papers.Docx()[..300], "已损坏"),
        "密码.docx" => (Papers.WithPassword, "打开密码"),
        "密码.ofd" => (Papers.Locked(Papers.Ofd()), "打开密码"),
        "密码.pdf" => (Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\ntrailer\n<</Root 1 0 R/Encrypt 3 0 R>>\n%%EOF"), "打开密码"),
        "程序.pdf" => ([(byte)'M', (byte)'Z', 0x90, 0, 3, 0], "可执行程序"),
        "表里不一.pdf" => (Papers.Docx(), "Word 文档"),
        "改名.jpg" => (Papers.Txt("不是图片"), "与文件名不符"),
        "炸弹.docx" => (Papers.Bomb(Papers.Docx(), "word/document.xml"), "异常庞大"),
        "炸弹.ofd" => (Papers.Bomb(Papers.Ofd(), "OFD.xml"), "异常庞大"),
        "炸弹.zip" => (Papers.Zip(64), "异常庞大"),
        "坏.zip" => ([.. "PK\x03\x04"u8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], "已损坏"),
        "程序.exe" => ([(byte)'M', (byte)'Z'], "不是可以上传的文件类型"),
        _ => (Encoding.UTF8.GetBytes("<!DOCTYPE html><html><script>alert(1)</script></html>"), "网页"),
    };

    private sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Clear();
            Given += buffer.Length;
            return new(buffer.Length);
        }
    }
}

using System.Diagnostics;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Engines.Tests.Typesetting;

/// <summary>What another program makes of our docx; runs where LibreOffice and poppler are installed.</summary>
public sealed class WordProcessorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zhongshu-docx-").FullName;

    [Fact]
    public async Task Another_program_sets_22_lines_of_28_characters_and_as_many_pages_as_our_pdf()
    {
        if (!File.Exists("/usr/bin/soffice") || !File.Exists("/usr/bin/pdftotext")) return;
        var notice = Sample.Notice(4, 150) with { AttachmentNames = ["任务分解表"], Attachments = [new Attachment("附件", "任务分解表", [new TableBlock([["序号", "任务"], ["1", "抓好落实"]])])] };
        var joint = Sample.Notice(1, 60) with
        {
            Head = new DocumentHead { Issuers = ["清源县人民政府办公室", "清源县财政局"], Number = "清政办发〔2026〕12号", Approvers = ["张某", "李某"] },
            SignOff = new SignOff { Signatories = ["清源县人民政府办公室", "清源县财政局"], Date = "2026年3月2日" },
        };
        var letter = Sample.Notice(1, 80) with { Form = DocumentForm.Letter, Head = new DocumentHead { Issuers = ["清源县人民政府办公室"], MarkSuffix = "", Number = "清政办函〔2026〕7号" } };
        var full = Sample.TextOnly(Sample.Repeat("督查工作重在落实", (28 * 22 * 2) - 2));
        OfficialDocument[] documents = [notice, joint, letter, full];
        for (var i = 0; i < documents.Length; i++) File.WriteAllBytes(Path.Combine(_folder, $"{i}.docx"), Typesetter.ToDocx(documents[i], LayoutRules.Standard));
        await RunAsync("soffice", ["--headless", $"-env:UserInstallation=file://{_folder}/profile", "--convert-to", "pdf", "--outdir", _folder, .. Directory.GetFiles(_folder, "*.docx")]);

        for (var i = 0; i < documents.Length; i++) (await PagesAsync(i)).Count.ShouldBe(Sample.Layout(documents[i]).Pages.Count, $"document {i}");
        foreach (var page in await PagesAsync(3))
        {
            var lines = page.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith('—')).ToList();
            lines.Count.ShouldBe(22);
            lines.Skip(1).SkipLast(1).ShouldAllBe(l => l.Length == 28);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<List<string>> PagesAsync(int number) => [.. (await RunAsync("pdftotext", ["-layout", Path.Combine(_folder, $"{number}.pdf"), "-"])).TrimEnd('\f').Split('\f')];

    private static async Task<string> RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/" + program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return text;
    }
}

using System.Diagnostics;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Fonts;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Bench;

/// 排版: a document of ten pages to docx and PDF after warm-up, beside LibreOffice headless turning the same docx into PDF.
internal static class TypesettingScenario
{
    private const int Pages = 10;
    private const int CharactersOfPage = 22 * 28;
    private const int Documents = 60;
    private const int WarmUp = 150;

    public static async IAsyncEnumerable<Figure> RunAsync(BenchArguments arguments)
    {
        var rules = LayoutRules.Standard;
        var fonts = FontSet.FromFolders(FontSet.SystemFolders, rules);
        var document = OfficialText.Parse(Source());
        yield return new("typesetting", "pages of the document", Typesetter.Layout(document, rules).Pages.Count, "pages");
        var (docx, pdf) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < WarmUp + Documents; round++)
        {
            var first = Environment.CpuUsage.TotalTime;
            var bytes = Typesetter.ToDocx(document, rules);
            var second = Environment.CpuUsage.TotalTime;
            Typesetter.ToPdf(document, rules, fonts);
            var third = Environment.CpuUsage.TotalTime;
            if (round == 0) await File.WriteAllBytesAsync(Word(arguments), bytes);
            if (round < WarmUp) continue;
            docx.Add(second - first);
            pdf.Add(third - second);
        }

        foreach (var figure in Figure.Times("typesetting", "docx, CPU,", docx)) yield return figure;
        foreach (var figure in Figure.Times("typesetting", "PDF, CPU,", pdf)) yield return figure;
        var own = pdf.Average(t => t.TotalSeconds);
        var clock = Stopwatch.StartNew();
        Parallel.For(0, Documents * 4, _ => Typesetter.ToPdf(document, rules, fonts));
        var rate = Documents * 4 / clock.Elapsed.TotalSeconds;
        yield return new("typesetting", "PDF on all cores", Math.Round(rate), "documents/s");
        if (await OfficeAsync(arguments) is not { } office)
        {
            await Console.Error.WriteLineAsync("LibreOffice (soffice) is not installed: no comparison in this run.");
            yield break;
        }

        yield return new("typesetting", "LibreOffice headless, docx to PDF, CPU", Math.Round(office.Cpu, 2), "s");
        yield return new("typesetting", "LibreOffice headless, docx to PDF", Math.Round(1 / office.Clock, 2), "documents/s");
        yield return new("typesetting", "as many times the throughput of LibreOffice, CPU", Math.Round(office.Cpu / own), "times");
        yield return new("typesetting", "as many times the throughput of LibreOffice, by the clock on all cores", Math.Round(rate * office.Clock), "times");
    }

    private static string Word(BenchArguments arguments) => Path.Combine(arguments.Place("typesetting"), "ten-pages.docx");

    private static string Source()
    {
        var body = ProofingText.Make(Pages * CharactersOfPage * 5 / 2);
        return $"关于进一步加强和改进全县政务督查督办工作的通知\n各乡镇人民政府，县政府各部门：\n{body}清源县人民政府办公室\n2026年3月2日\n";
    }

    /// Seconds for one of five copies turned at once, so that the start of the program is shared among them.
    private static async Task<(double Cpu, double Clock)?> OfficeAsync(BenchArguments arguments)
    {
        const int Copies = 5;
        if (!File.Exists("/usr/bin/soffice") || !File.Exists("/usr/bin/time")) return null;
        var folder = Path.GetDirectoryName(Word(arguments))!;
        var copies = Enumerable.Range(1, Copies).Select(i => Path.Combine(folder, $"copy-{i}.docx")).ToList();
        foreach (var copy in copies) File.Copy(Word(arguments), copy, overwrite: true);
        string[] command = ["-f", "\n%U %S %e", "/usr/bin/soffice", $"-env:UserInstallation=file://{Path.GetFullPath(folder)}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, .. copies];
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/time", command) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var drained = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await drained;
        var cells = error.TrimEnd().Split('\n')[^1].Split(' ').Select(c => double.Parse(c, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return process.ExitCode == 0 ? ((cells[0] + cells[1]) / Copies, cells[2] / Copies) : null;
    }
}

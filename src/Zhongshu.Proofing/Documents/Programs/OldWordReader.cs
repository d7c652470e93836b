using Zhongshu.Proofing.Documents.Docx;
using Zhongshu.Proofing.Documents.Packages;

namespace Zhongshu.Proofing.Documents.Programs;

/// <summary>Reads doc, wps and rtf by letting LibreOffice turn them into docx first.</summary>
internal static class OldWordReader
{
    private static readonly string[] Names = ["soffice", "libreoffice"];

    public static SourceDocument? Read(byte[] bytes, string extension, ReadBudget budget)
    {
        using var folder = new ScratchFolder();
        var input = folder.Write("in" + extension, bytes);
        var profile = new Uri(folder.Path("profile")).AbsoluteUri;
        string[] arguments = [$"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "docx", "--outdir", folder.Path("out"), input];
        foreach (var name in Names)
        {
            var outcome = ChildProgram.Run(name, arguments, budget.Limits.Time);
            if (outcome == ProgramOutcome.Missing) continue;
            if (outcome == ProgramOutcome.TimedOut) throw new ReadStop(Refusals.TooSlow);
            var output = System.IO.Path.Combine(folder.Path("out"), "in.docx");
            if (outcome == ProgramOutcome.Failed || !File.Exists(output)) throw new ReadStop(Refusals.Damaged);
            using var zip = ZipSource.Open(File.ReadAllBytes(output), budget);
            return DocxReader.Read(zip);
        }

        throw new ReadStop(Refusals.NoOfficeProgram);
    }
}

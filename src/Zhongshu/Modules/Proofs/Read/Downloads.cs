using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Proofs.Check;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Proofing.Annotate;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Reports;

namespace Zhongshu.Modules.Proofs.Read;

internal sealed record ProofDownload(byte[] Bytes, string MediaType, string Name);

/// 批注稿、改正稿、校核报告: made when asked for, with what was decided so far. What was ignored is in none of them.
internal sealed class Downloads(Office office)
{
    public const string Annotated = "annotated.docx";
    public const string Corrected = "corrected";
    public const string Report = "report.html";
    public const string SarifLog = "report.sarif";
    public const string Json = "report.json";

    public static readonly IReadOnlyList<string> Forms = [Annotated, Corrected, Report, SarifLog, Json];

    public async Task<Outcome<ProofDownload>> MakeAsync(long id, string form, CancellationToken cancel)
    {
        if (await MyProofs.FindAsync(office, id, cancel) is not { } proof) return ProofRefusals.Gone;
        var findings = await office.Db.Set<ProofFinding>().AsNoTracking().Where(f => f.ProofId == id && f.State != FindingState.Ignored).OrderBy(f => f.Number).ToListAsync(cancel);
        var fileId = proof.FileId;
        var file = fileId is null ? null : await office.Db.Set<PersonalFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId, cancel);
        var stem = Path.GetFileNameWithoutExtension(proof.Name) is { Length: > 0 } name ? ReceiveFile.SafeName(name) : "文稿";
        CheckedFile Checked() => new(proof.Name, proof.Document(), [.. findings.Select(f => f.ToFinding())]);
        return form switch
        {
            Annotated => Word(proof, file, findings, stem),
            Corrected => Text(proof, file, findings, stem),
            Report => new ProofDownload(Encoding.UTF8.GetBytes(HtmlReport.Page([Checked()])), "text/html; charset=utf-8", stem + "-校核报告.html"),
            SarifLog => new ProofDownload(Encoding.UTF8.GetBytes(Sarif.Log([Checked()])), "application/sarif+json", stem + "-校核.sarif"),
            _ => new ProofDownload(Encoding.UTF8.GetBytes(FindingJson.Array([Checked()])), "application/json; charset=utf-8", stem + "-校核.json"),
        };
    }

    /// The Word file itself with comments, what was accepted as tracked changes; for any other source a plain Word file of its paragraphs.
    private Outcome<ProofDownload> Word(Proof proof, PersonalFile? file, List<ProofFinding> findings, string stem)
    {
        var isWord = proof.Format == FileFormat.Docx && file is not null;
        var bytes = isWord ? file!.Content : PlainDocx.Of(proof.Document());
        if (DocumentReader.Read(bytes, "a.docx").Document is not { } document) return ProofRefusals.NoWordFile;
        var numbers = isWord ? null : proof.Document().Paragraphs;
        Finding Placed(ProofFinding f)
        {
            var finding = f.ToFinding();
            var shift = numbers?[f.Paragraph].Number?.Length ?? 0;
            return finding with { Start = finding.Start + shift, End = finding.End + shift };
        }

        var options = new AnnotationOptions { At = office.Now, TrackFixes = true, Accepted = findings.Where(f => f.State == FindingState.Accepted).Select(Placed).ToHashSet() };
        return DocxAnnotator.Annotate(bytes, document, [.. findings.Select(Placed)], options) is { } annotated
            ? new ProofDownload(annotated, FileKind.Of("a.docx").MediaType, stem + "-批注稿.docx")
            : ProofRefusals.NoWordFile;
    }

    /// A text file keeps its encoding and line ends; anything else comes as plain text.
    private static ProofDownload Text(Proof proof, PersonalFile? file, List<ProofFinding> findings, string stem)
    {
        var accepted = findings.Where(f => f.State == FindingState.Accepted).ToList();
        if (file is not null && proof.Format is FileFormat.Text or FileFormat.Markdown && DocumentReader.Read(file!.Content, file.Name).Document is { } read)
        {
            var extension = proof.Format == FileFormat.Markdown ? ".md" : ".txt";
            return new ProofDownload(TextFileFixer.Apply(file.Content, read, CorrectedText.Fixes(accepted)).Bytes, "text/plain", stem + "-改正稿" + extension);
        }

        var text = CorrectedText.Lines(CorrectedText.Of(proof.Document(), accepted));
        return new ProofDownload([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], "text/plain; charset=utf-8", stem + "-改正稿.txt");
    }
}

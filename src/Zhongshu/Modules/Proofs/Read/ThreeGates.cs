using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.FairCopies.Contracts;
using Zhongshu.Modules.Proofs.Check;
using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Structure;
using Zhongshu.Typesetting.Slips;

namespace Zhongshu.Modules.Proofs.Read;

/// 公文校核单: 内容关、格式关、文字关, each with its items ticked, what stands open, and why something was let stand.
internal sealed class ThreeGates(Office office, TypesetDocument typeset)
{
    private const int MostListed = 12;
    private static readonly string[] Content = ["consistency", "secrecy", "unit"];
    private static readonly string[] Format = ["kind", "layout", "heading"];
    private static readonly string[] Wording = ["typo", "punct", "number", "length"];

    public async Task<Outcome<SetFile>> MakeAsync(long id, CancellationToken cancel)
    {
        if (await MyProofs.FindAsync(office, id, cancel) is not { } proof) return ProofRefusals.Gone;
        var findings = await office.Db.Set<ProofFinding>().AsNoTracking().Where(f => f.ProofId == id).OrderBy(f => f.Number).ToListAsync(cancel);
        var document = proof.Document();
        var book = await office.BookAsync(cancel);
        var structure = StructureRecovery.Recover(document);
        return typeset.Make(new Sheet.Proofreading(new ProofreadingSlip
        {
            Title = structure.Title ?? proof.Name,
            Kind = proof.Kind.Length > 0 ? proof.Kind : "未标明",
            Words = $"正文{proof.BodyWords}字，附件{proof.AttachmentWords}字",
            By = book.Person(proof.PersonId)?.Name ?? "",
            On = OfficeDay.Local(proof.At).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture),
            Content = Gate(Content, findings, document),
            Format = [Elements(structure), .. Gate(Format, findings, document)],
            Wording = Gate(Wording, findings, document),
        }), FileForm.Pdf);
    }

    /// 格式关的七项.
    private static string Elements(DocumentStructure structure)
    {
        var elements = new (string Name, string? Value)[]
        {
            ("文种", structure.Kind == DocumentKind.Unknown ? null : structure.Kind.ToString()), ("密级", structure.Classification), ("紧急程度", structure.Urgency),
            ("主送", structure.Addressee), ("抄送", structure.CopyTo),
            ("发文时间", structure.Date?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)), ("发文号", structure.DocumentNumber),
        };
        return string.Join("；", elements.Select(e => $"{e.Name}：{(string.IsNullOrWhiteSpace(e.Value) ? "未标" : e.Value.TrimEnd('：'))}")) + "。";
    }

    private static List<string> Gate(string[] families, List<ProofFinding> findings, SourceDocument document)
    {
        var lines = families.Select(family => Tally(family, [.. findings.Where(f => RuleWords.FamilyOf(f.Rule) == family)])).ToList();
        var own = findings.Where(f => families.Contains(RuleWords.FamilyOf(f.Rule))).ToList();
        var doubts = own.Where(f => f.State == FindingState.Open).Select(f => $"存疑待核：{PlaceName.Of(document.Paragraphs[f.Paragraph])}“{Short(f.Text)}”，{f.Message}");
        var kept = own.Where(f => f.State == FindingState.Ignored).Select(f => $"保留原文：{PlaceName.Of(document.Paragraphs[f.Paragraph])}“{Short(f.Text)}”，理由：{f.Reason}");
        var listed = doubts.Concat(kept).ToList();
        lines.AddRange(listed.Take(MostListed));
        if (listed.Count > MostListed) lines.Add($"另有 {listed.Count - MostListed} 处，见校核报告。");
        return lines;
    }

    private static string Tally(string family, IReadOnlyList<ProofFinding> findings)
    {
        int Of(FindingState state) => findings.Count(f => f.State == state);
        var done = Of(FindingState.Open) == 0;
        return $"{(done ? "☑" : "□")} {RuleWords.Families[family]}："
            + (findings.Count == 0 ? "未发现问题。" : $"发现{findings.Count}处，采纳{Of(FindingState.Accepted)}处，保留{Of(FindingState.Ignored)}处，待核{Of(FindingState.Open)}处。");
    }

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "……";
}

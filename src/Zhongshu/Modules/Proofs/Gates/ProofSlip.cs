using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.FairCopies.Contracts;
using Zhongshu.Modules.Proofs.Check;
using Zhongshu.Modules.Proofs.Contracts;
using Zhongshu.Modules.Proofs.Reviews;
using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Reports;
using Zhongshu.Proofing.Structure;
using Zhongshu.Typesetting.Slips;

namespace Zhongshu.Modules.Proofs.Gates;

/// 公文校核单: the gates of the engine's sheet, what was found and decided under each, what a person ticked off, and why something was let stand.
internal sealed class ProofSlip(Office office, ProofingShelf shelf, TypesetDocument typeset, ReviewDesk desk)
{
    private const int MostListed = 12;

    public async Task<Outcome<SetFile>> MakeAsync(long id, bool five, CancellationToken cancel)
    {
        if (await MyProofs.FindAsync(office, id, cancel) is not { } proof) return ProofRefusals.Gone;
        var findings = await office.Db.Set<ProofFinding>().AsNoTracking().Where(f => f.ProofId == id).OrderBy(f => f.Number).ToListAsync(cancel);
        var ticks = await TickGates.OfAsync(office, id, cancel);
        var reviews = await desk.OfAsync(id, cancel);
        var document = proof.Document();
        var book = await office.BookAsync(cancel);
        var structure = StructureRecovery.Recover(document);
        var items = shelf.Rules.HandChecks.Where(c => Belongs(c, five, ticks)).ToList();
        var gates = CheckSheet.ThreeGates.Select(g => g.Gate).Concat(items.Select(i => i.Gate)).Distinct(StringComparer.Ordinal);
        return typeset.Make(new Sheet.Proofreading(new ProofreadingSlip
        {
            Title = structure.Title ?? proof.Name,
            Kind = proof.Kind.Length > 0 ? proof.Kind : "未标明",
            Words = $"正文{proof.BodyWords}字，附件{proof.AttachmentWords}字",
            By = book.Person(proof.PersonId)?.Name ?? "",
            On = OfficeDay.Local(proof.At).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture),
            Gates = [.. gates.Select(gate => new SlipGate(gate,
            [
                .. gate == "格式关" ? [Elements(structure)] : Array.Empty<string>(),
                .. Found(gate, findings, document),
                .. items.Where(i => i.Gate == gate).Select(i => Ticked(i, ticks.GetValueOrDefault(i.Id))),
                .. reviews.Where(r => ProofReview.GateOf(r.Review.Kind) == gate).Reverse().Select(Reviewed),
            ]))],
        }), FileForm.Pdf);
    }

    /// The three gates always, the two beyond them where five are kept, the review and the remarks where somebody wrote some.
    private static bool Belongs(HandCheck item, bool five, IReadOnlyDictionary<string, ProofTick> ticks) => item.Sheet switch
    {
        "三关" => true,
        "五关" => five,
        _ => ticks.TryGetValue(item.Id, out var tick) && tick.Verdict != Verdict.Open,
    };

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

    private static string Ticked(HandCheck item, ProofTick? tick)
    {
        if (tick is null || tick.Verdict == Verdict.Open) return $"□ {item.Item}。";
        var box = tick.Verdict == Verdict.Fits ? "☑" : "□";
        return $"{box} {item.Item}：{ProofTick.Word(tick.Verdict)}{(tick.Note.Length > 0 ? $"，{tick.Note}" : "")}。";
    }

    private static string Reviewed(ReviewRow row)
    {
        var review = row.Review;
        if (review.AnsweredAt is not { } at) return $"□ {row.What}：已请{row.Reader}核，待答复。";
        var when = OfficeDay.Local(at).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);
        return $"{(review.Verdict == ReviewVerdict.Agreed ? "☑" : "□")} {row.What}：{row.Reader}{when}{ProofReview.Word(review.Verdict)}{(review.Opinion.Length > 0 ? $"，意见：{review.Opinion.TrimEnd('。')}" : "")}。";
    }

    private static List<string> Found(string gate, List<ProofFinding> findings, SourceDocument document)
    {
        var items = CheckSheet.ThreeGates.Where(g => g.Gate == gate).ToList();
        if (items.Count == 0) return [];
        var own = findings.Where(f => CheckSheet.GateOf(f.Rule).Gate == gate).ToLookup(f => CheckSheet.GateOf(f.Rule).Item, StringComparer.Ordinal);
        var lines = items.Where(i => own.Contains(i.Item)).Select(i => Tally(i.Item, [.. own[i.Item]])).ToList();
        var clean = items.Where(i => !own.Contains(i.Item)).Select(i => i.Item).ToList();
        if (clean.Count > 0) lines.Add($"☑ {string.Join("；", clean)}：未发现问题。");
        var all = own.SelectMany(group => group).OrderBy(f => f.Number).ToList();
        var doubts = all.Where(f => f.State == FindingState.Open).Select(f => $"存疑待核：{PlaceName.Of(document.Paragraphs[f.Paragraph])}“{Short(f.Text)}”，{f.Message}");
        var kept = all.Where(f => f.State == FindingState.Ignored).Select(f => $"保留原文：{PlaceName.Of(document.Paragraphs[f.Paragraph])}“{Short(f.Text)}”，理由：{f.Reason}");
        var listed = doubts.Concat(kept).ToList();
        lines.AddRange(listed.Take(MostListed));
        if (listed.Count > MostListed) lines.Add($"另有{listed.Count - MostListed}处，见校核报告。");
        return lines;
    }

    private static string Tally(string item, IReadOnlyList<ProofFinding> findings)
    {
        int Of(FindingState state) => findings.Count(f => f.State == state);
        return $"{(Of(FindingState.Open) == 0 ? "☑" : "□")} {item}：发现{findings.Count}处，采纳{Of(FindingState.Accepted)}处，保留{Of(FindingState.Ignored)}处，待核{Of(FindingState.Open)}处。";
    }

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "……";
}

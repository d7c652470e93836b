using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.FairCopies.Contracts;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules.Keys;
using Zhongshu.Typesetting.Rules;
using Zhongshu.Typesetting.Slips;

namespace Zhongshu.Modules.IncomingDocuments.Print;

/// 公文处理单 of one document: what the ledger and the opinions say, each in its box.
internal static class SlipOfDocument
{
    public static async Task<ProcessingSlip?> ReadAsync(Office office, string code, CancellationToken cancel)
    {
        var found = await (
            from matter in office.Db.Set<Matter>().AsNoTracking()
            join document in office.Db.Set<IncomingDocument>() on matter.Id equals document.MatterId
            where matter.Code == code
            select new { matter, document }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        var opinions = await office.Db.Set<Opinion>().AsNoTracking().Where(o => o.MatterId == found.matter.Id).OrderBy(o => o.Id).ToListAsync(cancel);
        var unit = (await office.BookAsync(cancel)).Unit(found.matter.UnitId);
        var (m, d) = (found.matter, found.document);
        return new ProcessingSlip
        {
            Unit = unit?.Name ?? "",
            MatterCode = m.Code,
            Sender = d.Sender,
            SenderNumber = d.DocumentNumber,
            Classification = d.ClassificationWord,
            Urgency = m.Urgency == Urgency.Routine ? "" : office.Rules.Value(DeadlineRules.Urgencies).First(u => u.Rank == (int)m.Urgency).Word,
            ReceivedOn = Day(OfficeDay.Of(d.ReceivedAt)),
            RegisterNumber = d.RegistryNumber,
            Deadline = m.DueAt is { } due ? Day(OfficeDay.Of(due.AddMilliseconds(-1))) : "",
            Extent = d.Pages > 0 ? $"{d.Copies}份 {d.Pages}页" : $"{d.Copies}份",
            Title = m.Title,
            ProposedHandling = Box(opinions, OpinionKind.Proposal),
            Instructions = Box(opinions, OpinionKind.Instruction),
            Handling = Box(opinions, OpinionKind.Countersign, OpinionKind.Handling, OpinionKind.Review, OpinionKind.Return),
            Remark = d.Result,
        };
    }

    /// For the archive: a PDF, or a Word file where the document fonts are not installed.
    public static async Task<FiledSlip?> FileAsync(Office office, string code, OfficeFonts fonts, CancellationToken cancel)
    {
        if (await ReadAsync(office, code, cancel) is not { } slip) return null;
        var pdf = Forms.ToPdf(slip, LayoutRules.Standard, fonts.Set);
        return pdf.Refusal is null
            ? new FiledSlip("公文处理单.pdf", "application/pdf", [.. pdf.Bytes])
            : new FiledSlip("公文处理单.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [.. Forms.ToDocx(slip, LayoutRules.Standard)]);
    }

    private static IReadOnlyList<SlipOpinion> Box(IEnumerable<Opinion> opinions, params OpinionKind[] kinds) =>
        [.. opinions.Where(o => kinds.Contains(o.Kind)).Select(o => new SlipOpinion(o.Text, o.RecordedBy is null ? o.PersonName : $"{o.PersonName}（{o.RecordedBy}代录）", Day(o.WrittenOn)))];

    private static string Day(DateOnly day) => $"{day:yyyy年M月d日}";
}

using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments;

/// 收文归档: what a closed document brings to the archive, and what it keeps of it.
internal static class FilingOfDocument
{
    public static async Task<IReadOnlyDictionary<long, FilingFacts>> FactsAsync(Office office, IReadOnlyList<long> matters, CancellationToken cancel)
    {
        var documents = await office.Db.Set<IncomingDocument>().AsNoTracking().Where(d => matters.Contains(d.MatterId)).ToListAsync(cancel);
        var reported = office.Rules.KindsOf(IncomingRules.ReportedKinds).Concat(office.Rules.KindsOf(IncomingRules.AnsweredKinds)).ToHashSet();
        return documents.ToDictionary(d => d.MatterId, d => new FilingFacts
        {
            Responsible = d.Sender,
            DocumentNumber = d.DocumentNumber,
            DocumentDate = d.DocumentDate,
            Pages = d.Pages,
            HandledBy = d.LeadUnitId,
            Words = $"{d.Title} {d.Substance}",
            NotYet = d.IsAnswered || !reported.Contains(d.Kind) ? null : IncomingRefusals.NotReported,
        });
    }

    public static async Task TakeAsync(Office office, long matterId, FiledAs filed, CancellationToken cancel)
    {
        var document = await office.Db.Set<IncomingDocument>().SingleAsync(d => d.MatterId == matterId, cancel);
        (document.State, document.ArchivalCode, document.Retention, document.FiledAt) = (IncomingState.Filed, filed.ArchivalCode, filed.Retention, filed.At);
    }
}

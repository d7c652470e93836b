using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.IncomingDocuments.Register;

/// A paper that waits to be registered, with the source it comes from.
internal sealed record WaitingPaper(string Source, DeliveredPaper Paper);

/// 平台送达: what other units sent to this one through the platform and nobody has registered yet; taken, it is read like an uploaded file, and nothing is typed.
internal sealed class TakeDelivered(Office office, ReceiveFile receive, IEnumerable<DeliverySource> sources)
{
    private const int Days = 90;

    public async Task<IReadOnlyList<WaitingPaper>> ListAsync(CancellationToken cancel)
    {
        var papers = new List<WaitingPaper>();
        foreach (var source in sources) papers.AddRange((await source.ListAsync(office, office.Today.AddDays(-Days), cancel)).Select(p => new WaitingPaper(source.Key, p)));
        if (papers.Count == 0) return papers;
        var (home, keys) = (office.Actor.HomeUnitId, papers.Select(p => IncomingDocument.KeyOfNumber(p.Paper.Number)).ToArray());
        var known = await office.Db.Set<IncomingDocument>().IgnoreQueryFilters().Where(d => d.UnitId == home && keys.Contains(d.NumberKey) && d.State != IncomingState.Refused && d.State != IncomingState.SentBack).Select(d => d.NumberKey).ToListAsync(cancel);
        return [.. papers.Where(p => !known.Contains(IncomingDocument.KeyOfNumber(p.Paper.Number)))];
    }

    /// The paper as an upload of the actor's.
    public async Task<Outcome<ReceivedFile>> TakeAsync(string key, long id, CancellationToken cancel)
    {
        if (sources.FirstOrDefault(s => s.Key == key) is not { } source || await source.OpenAsync(office, id, cancel) is not { } file) return Refusal.NotFound("这份送达的公文");
        await using var content = new MemoryStream(file.Bytes);
        return await receive.RunAsync(content, file.Name, cancel);
    }
}

using Zhongshu.Platform.Hosting;

namespace Zhongshu.Platform.Exchange;

/// A paper that another unit on the platform sent to the actor's own unit: what its registry would otherwise type.
internal sealed record DeliveredPaper(long Id, string Title, string Sender, string Number, DateOnly On);

/// Where such papers come from: what was sent to the actor's unit since a day, the newest first, and one of them as a file; null when it was not sent there.
internal sealed record DeliverySource(string Key, Func<Office, DateOnly, CancellationToken, Task<IReadOnlyList<DeliveredPaper>>> ListAsync, Func<Office, long, CancellationToken, Task<PaperFile?>> OpenAsync);

/// A paper as a file, for its number in a ledger and its reader alike.
internal sealed record PaperFile(string Name, byte[] Bytes);

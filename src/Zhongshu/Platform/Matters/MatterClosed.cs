using Zhongshu.Platform.Hosting;

namespace Zhongshu.Platform.Matters;

/// Told when a matter is closed, before the one save of the act that closed it; for modules that ask for something afterwards. It never refuses.
internal sealed record MatterClosed(Func<Office, Matter, CancellationToken, Task> RunAsync);

using Zhongshu.Platform.Hosting;

namespace Zhongshu.Platform.Files;

/// Told when somebody takes down a file of a matter, for modules that keep who has it.
internal sealed record FileTaken(Func<Office, long, CancellationToken, Task> RunAsync);

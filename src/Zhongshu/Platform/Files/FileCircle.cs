using Zhongshu.Platform.Hosting;

namespace Zhongshu.Platform.Files;

/// A narrower circle of readers for attachments of these roles than everybody who sees the matter; the module that knows says who.
internal sealed record FileCircle(IReadOnlySet<string> Roles, Func<Office, Attachment, CancellationToken, Task<bool>> MayReadAsync);

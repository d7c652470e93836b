using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Matters.Contracts;

/// The door through which other modules chase a work item of a matter.
internal interface IChaseMatters
{
    /// Null when it was done.
    Task<Refusal?> ChaseAsync(string code, int item, int level, CancellationToken cancel);
}

using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Matters.Contracts;

/// The door through which other modules chase a work item of a matter.
internal sealed class ChaseMatters(ActOnMatter act)
{
    /// Null when it was done.
    public async Task<Refusal?> ChaseAsync(string code, int item, int level, CancellationToken cancel) =>
        (await act.RunAsync(code, new ActForm { Item = item, Verb = "chase", Level = level }, cancel)).Refusal;
}

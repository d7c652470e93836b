using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Matters.Contracts;

/// The door through which other modules chase a work item of a matter.
internal sealed class ChaseMatters(ActOnMatter act)
{
    /// Null when it was done.
    /// answersForIt: the caller has made sure that the actor answers for this piece of work, without the office's right to chase everything.
    public async Task<Refusal?> ChaseAsync(string code, int item, int level, CancellationToken cancel, bool answersForIt = false) =>
        (await act.RunAsync(code, new ActForm { Item = item, Verb = "chase", Level = level }, cancel, answersForIt)).Refusal;
}

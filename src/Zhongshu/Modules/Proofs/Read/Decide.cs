using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Proofs.Check;
using Zhongshu.Modules.Proofs.UnitList;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Proofs.Read;

/// What a person decides about one finding.
internal sealed record Decision(int Number, string Act, string Fix, string Reason);

/// 采纳、忽略、不再提示、恢复. The text itself stays as it was checked, so that every place stays and every decision can be taken back.
internal sealed class Decide(Office office, KeepUnitList list)
{
    public async Task<Outcome<int>> RunAsync(long proofId, Decision decision, CancellationToken cancel)
    {
        if (await MyProofs.FindAsync(office, proofId, cancel) is null) return ProofRefusals.Gone;
        var finding = await office.Db.Set<ProofFinding>().SingleOrDefaultAsync(f => f.ProofId == proofId && f.Number == decision.Number, cancel);
        if (finding is null) return ProofRefusals.FindingGone;
        var refused = decision.Act switch
        {
            "accept" => finding.Accept(null),
            "replace" => finding.Accept(decision.Fix),
            "ignore" => finding.Ignore(decision.Reason.Trim()),
            "always" => finding.Ignore(decision.Reason.Trim()) ?? await list.LetStandAsync(finding, decision.Reason.Trim(), cancel),
            "reopen" => Reopened(finding),
            _ => ProofRefusals.FindingGone,
        };
        if (refused is not null) return refused;
        await office.Db.SaveChangesAsync(cancel);
        return decision.Number;
    }

    /// 全部采纳确定的改法: 错误 that carry one answer.
    public async Task<Outcome<int>> AcceptCertainAsync(long proofId, CancellationToken cancel)
    {
        if (await MyProofs.FindAsync(office, proofId, cancel) is null) return ProofRefusals.Gone;
        var open = await office.Db.Set<ProofFinding>().Where(f => f.ProofId == proofId && f.State == FindingState.Open && f.Fix != null).ToListAsync(cancel);
        var certain = open.Where(f => f.IsCertain).ToList();
        foreach (var finding in certain) finding.Accept(null);
        await office.Db.SaveChangesAsync(cancel);
        return certain.Count;
    }

    private static Refusal? Reopened(ProofFinding finding)
    {
        finding.Reopen();
        return null;
    }
}

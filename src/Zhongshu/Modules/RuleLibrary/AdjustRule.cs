using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.RuleLibrary;

/// 本单位调整: another figure for a rule, with author, date and reason; the change itself is recorded.
internal sealed class AdjustRule(Office office, RuleShelf shelf)
{
    /// 三员分立: what a role may do and how accounts are guarded is the security administrator's, who has no part in the rules of the work.
    public static bool May(Actor actor, string ruleId) => actor.May(IsOfAccess(ruleId) ? "accounts.manage" : "rules.override");

    private static bool IsOfAccess(string ruleId) => ruleId.StartsWith("access.", StringComparison.Ordinal) || ruleId.StartsWith("accounts.", StringComparison.Ordinal);

    public async Task<Outcome<Done>> RunAsync(string ruleId, string? figure, string reason, CancellationToken cancel)
    {
        if (!May(office.Actor, ruleId)) return Refusal.Forbidden(IsOfAccess(ruleId) ? "调整账号和授权规则" : "调整本单位规则");
        var before = shelf.Book.Find(ruleId);
        var change = new RuleOverride(ruleId, string.IsNullOrWhiteSpace(figure) ? null : figure.Trim(), office.Actor.Name, office.Now, reason.Trim());
        if (change.Figure is null && (before?.Adjustment is null || change.Reason.Length == 0))
            return new Refusal("rules.reason", "请填写新的内容和调整理由；恢复原规定也须写明理由。") { Field = "reason" };
        if (change.Figure is not null && shelf.Book.Check(change) is { } refused) return new Refusal(refused.Rule, refused.Message) { Field = "figure" };
        await using (var transaction = await office.Db.BeginWriteAsync(cancel))
        {
            office.Db.Add(new RuleOverrideRow { Id = office.Ids.Next(), RuleId = ruleId, Figure = change.Figure, Reason = change.Reason, AuthorId = office.Actor.PersonId, AuthorName = office.Actor.Name, At = office.Now });
            var act = new Act("rules.adjusted", $"调整规则“{before?.Title}”") { Quote = change.Reason, Changes = new { ruleId, Before = before?.Figure.Text, After = change.Figure } };
            await office.Db.RecordPlatformAsync(act, office.Ids, office.Now, cancel);
            await office.Db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        await shelf.RenewAsync(cancel);
        return Done.Yes;
    }
}

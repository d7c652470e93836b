namespace Zhongshu.Platform.Access;

/// Roles until rules/office/roles.yaml is read.
internal static class StandInRoles
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> All = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["registry"] = ["matters.read-own", "matters.read-office", "incoming.register", "incoming.check", "incoming.circulate", "incoming.chase", "incoming.ledger", "incoming.export", "search.use"],
        ["drafter"] = ["matters.read-own", "matters.read-office", "matters.close", "incoming.register", "incoming.check", "incoming.propose", "incoming.record-instruction", "incoming.circulate", "incoming.chase", "incoming.ledger", "incoming.export", "outgoing.draft", "outgoing.review", "outgoing.number", "outgoing.ledger", "proofing.use", "search.use"],
        ["director"] = ["matters.read-own", "matters.read-office", "matters.close", "matters.suspend", "incoming.check", "incoming.propose", "incoming.route", "incoming.record-instruction", "incoming.circulate", "incoming.chase", "incoming.ledger", "incoming.export", "outgoing.draft", "outgoing.review", "outgoing.ledger", "proofing.use", "statistics.read", "search.use", "rules.override"],
        ["leader"] = ["matters.read-own", "incoming.instruct", "outgoing.countersign", "outgoing.issue", "statistics.read", "search.use"],
        ["section-head"] = ["matters.read-own", "incoming.assign", "incoming.handle", "outgoing.draft", "outgoing.countersign", "proofing.use", "search.use"],
        ["handler"] = ["matters.read-own", "incoming.handle", "outgoing.draft", "proofing.use", "search.use"],
        ["supervision"] = ["matters.read-own", "matters.read-office", "incoming.chase", "incoming.ledger", "supervision.docket", "supervision.check", "supervision.circular", "statistics.read", "search.use"],
        ["meetings"] = ["matters.read-own", "meetings.plan", "meetings.minutes", "outgoing.draft", "proofing.use", "search.use"],
        ["duty"] = ["matters.read-own", "incoming.register", "duty.log", "search.use"],
        ["archivist"] = ["matters.read-own", "matters.read-office", "incoming.ledger", "outgoing.ledger", "archive.file", "archive.lend", "search.use"],
        ["security-officer"] = ["matters.read-own", "classified.ledger", "search.use"],
        ["assets"] = ["matters.read-own", "assets.manage", "search.use"],
        ["system-admin"] = ["organisation.manage", "flows.administer", "jobs.administer", "notices.administer", "exchange.administer"],
        ["security-admin"] = ["accounts.manage"],
        ["auditor"] = ["trail.read"],
        ["secretary"] = ["matters.read-own", "incoming.record-instruction", "outgoing.draft", "proofing.use", "search.use"],
    };
}

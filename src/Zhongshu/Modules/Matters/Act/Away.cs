using Zhongshu.Platform.Access;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Matters.Act;

/// Tells the assigner, before he sends, who will be away when the work is due and who then receives it.
internal static class Away
{
    public static IReadOnlyList<Candidate> Marked(OrganisationBook book, IReadOnlyList<Candidate> candidates, DateTimeOffset due) =>
        [.. candidates.Select(c => new Participant(c.Participant) is { Kind: ParticipantKind.Person } person ? c with { Warning = Delegations.Warning(book, person.Id, due) } : c)];
}

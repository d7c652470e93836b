using Zhongshu.Platform.Access;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Matters.Act;

/// Everybody of a unit by section, for 转办, 加签 and 传阅. People of the same name are told apart by section and post.
internal static class People
{
    public static IReadOnlyList<Candidate> Of(OrganisationBook book, long unitId, DateOnly day) =>
        [.. book.ChildrenOf(unitId).Where(u => u.Until is null || day <= u.Until).SelectMany(unit =>
            book.MembersOf(unit.Id, day).Select(m => new Candidate(Participant.Person(m.Person.Id).Value, $"{m.Person.Name} {m.Post.Name}", unit.ShortName)))];
}

using Zhongshu.Platform.Access;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Matters.Act;

/// Everybody of a unit by section, for 转办, 加签 and 传阅. People of the same name are told apart by section and post; the three administrators have no part in matters.
internal static class People
{
    public static IReadOnlyList<Candidate> Of(OrganisationBook book, RuleBook rules, long unitId, DateOnly day) =>
        [.. book.ChildrenOf(unitId).Where(u => u.Until is null || day <= u.Until).SelectMany(unit =>
            book.MembersOf(unit.Id, day).Where(m => Receivers.MayOpen(book, rules, m.Person.Id, day)).Select(m => new Candidate(Participant.Person(m.Person.Id).Value, $"{m.Person.Name} {m.Post.Name}", unit.ShortName)))];
}

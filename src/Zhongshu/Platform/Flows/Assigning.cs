using Zhongshu.Platform.Access;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Platform.Flows;

/// Turns the symbols of a flow definition into holders, and sends work of somebody who is away to the deputy.
internal static class Assigning
{
    private const string Director = "office-director";

    /// starter = who began it; office = the office at large (a pool); any other symbol is a role of the unit:
    /// its first post's holder, or that post as a pool when several hold it. A unit below that registers its own papers may have
    /// no office director: its head takes what an office director would.
    public static IReadOnlyList<Participant> Resolve(OrganisationBook book, string symbol, long homeUnitId, long starterId, DateOnly day) => symbol switch
    {
        "starter" => [Participant.Person(starterId)],
        "office" => [Participant.Office(homeUnitId)],
        _ => OfRole(book, symbol, homeUnitId, day),
    };

    private static Participant[] OfRole(OrganisationBook book, string role, long homeUnitId, DateOnly day)
    {
        var holders = role == Director ? Directors(book, homeUnitId, day) : [.. book.WithRole(role, homeUnitId, day)];
        if (holders.Count == 0) return [];
        var first = holders[0].Post.Id;
        return holders.Count(h => h.Post.Id == first) == 1 ? [Participant.Person(holders[0].Person.Id)] : [Participant.Post(first)];
    }

    /// The office's director or, in a unit below that has none, its head.
    public static IReadOnlyList<(Person Person, Post Post)> Directors(OrganisationBook book, long homeUnitId, DateOnly day)
    {
        var holders = book.WithRole(Director, homeUnitId, day).ToList();
        return holders.Count > 0 || book.Unit(homeUnitId)?.Kind != UnitKind.Subordinate ? holders : [.. book.WithRole("section-head", homeUnitId, day).OrderByDescending(h => h.Post.UnitId == homeUnitId)];
    }

    /// Who receives work meant for this participant now; the person it was meant for when that is somebody else.
    public static (Participant Receiver, long? MeantFor) Receiver(OrganisationBook book, Participant participant, DateTimeOffset now, int classification = 0)
    {
        if (participant.Kind != ParticipantKind.Person) return (participant, null);
        var receiver = Delegations.ReceiverOf(book, participant.Id, now, classification);
        return receiver == participant.Id ? (participant, null) : (Participant.Person(receiver), participant.Id);
    }

    /// A participant in the words of a list: 张三(秘书一科 科长), 综合科, 办公室.
    public static string Name(OrganisationBook book, long value, DateOnly day)
    {
        var participant = new Participant(value);
        return participant.Kind switch
        {
            ParticipantKind.Person => PersonName(book, participant.Id, day),
            ParticipantKind.Post => book.Post(participant.Id) is { } post ? $"{book.LabelOf(post.UnitId)} {post.Name}" : "已撤销岗位",
            ParticipantKind.Section => book.LabelOf(participant.Id) ?? "已撤销科室",
            _ => book.Unit(participant.Id) is { } unit ? $"{unit.ShortName}办文岗" : "办公室",
        };
    }

    private static string PersonName(OrganisationBook book, long personId, DateOnly day)
    {
        if (book.Person(personId) is not { } person) return "已离任人员";
        return book.PostsOf(personId, day).FirstOrDefault() is { } post ? $"{person.Name}（{book.LabelOf(post.UnitId)} {post.Name}）" : person.Name;
    }

    /// The unit whose work it is; 0 when there is none.
    public static long UnitOf(OrganisationBook book, long value, DateOnly day)
    {
        var participant = new Participant(value);
        return participant.Kind switch
        {
            ParticipantKind.Section => participant.Id,
            ParticipantKind.Post => book.Post(participant.Id)?.UnitId ?? 0,
            _ => book.PostsOf(participant.Id, day).FirstOrDefault()?.UnitId ?? 0,
        };
    }

    /// The persons behind a participant: who is told.
    public static IEnumerable<long> Persons(OrganisationBook book, long value, DateOnly day)
    {
        var participant = new Participant(value);
        return participant.Kind switch
        {
            ParticipantKind.Person => [participant.Id],
            ParticipantKind.Post => book.HoldersOf(participant.Id, day).Select(p => p.Id),
            ParticipantKind.Section => book.MembersOf(participant.Id, day).Select(m => m.Person.Id).Distinct(),
            _ => book.WithRole("registry-clerk", participant.Id, day).Select(h => h.Person.Id).Distinct(),
        };
    }
}

namespace Zhongshu.Platform.Access;

internal enum ParticipantKind
{
    Person = 0,
    Post = 1,
    Section = 2,
    Office = 3,
}

/// Who may hold work or read a matter, in one number: a person, a post, everybody of a section, or the office (registry, director, archivist) of a unit.
/// Used alike for work items and for the access list, so that one comparison answers "is this mine".
internal readonly record struct Participant(long Value)
{
    public ParticipantKind Kind => (ParticipantKind)(Value & 3);

    public long Id => Value >> 2;

    public bool IsPool => Kind != ParticipantKind.Person;

    public static Participant Person(long id) => new(id << 2);

    public static Participant Post(long id) => new((id << 2) | 1);

    public static Participant Section(long unitId) => new((unitId << 2) | 2);

    public static Participant Office(long unitId) => new((unitId << 2) | 3);
}

using System.Collections.Frozen;

namespace Zhongshu.Platform.Access;

/// Who asks, from which post, and what that opens. Immutable; made by ActorLoader from the organisation, or one of the three below.
internal sealed record Actor
{
    public long PersonId { get; init; }

    public string Name { get; init; } = "";

    public long PostId { get; init; }

    public string PostName { get; init; } = "";

    /// The section or unit of the acting post.
    public long UnitId { get; init; }

    public string UnitName { get; init; } = "";

    /// The unit (本级) the section belongs to: whose registry, ledger and numbering are used.
    public long HomeUnitId { get; init; }

    /// 0 none, 1 秘密, 2 机密, 3 绝密.
    public int Clearance { get; init; }

    public FrozenSet<string> Permissions { get; init; } = FrozenSet<string>.Empty;

    /// All participants that are "me": person, posts, sections, offices, leaders I record for.
    public long[] Subjects { get; init; } = [];

    /// Leaders whose instructions this person may record (代录批示).
    public IReadOnlyList<long> RecordsFor { get; init; } = [];

    public bool SeesAll { get; init; }

    public bool IsSignedIn => PersonId != 0;

    public bool May(string permission) => SeesAll || Permissions.Contains(permission);

    /// Nobody: a stranger; sees nothing.
    public static readonly Actor Nobody = new();

    /// The program itself, for jobs, import and verification; its name stands on the trail.
    public static readonly Actor System = new() { Name = "系统", PostName = "自动", SeesAll = true };
}

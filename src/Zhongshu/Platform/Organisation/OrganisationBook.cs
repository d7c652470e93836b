using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Organisation;

/// The organisation as one immutable picture: units, posts, people and who holds what. Read once, replaced whole when anything in it changes (ADR 0005).
internal sealed class OrganisationBook
{
    public static readonly OrganisationBook Empty = new([], [], [], []);

    private readonly FrozenDictionary<long, Unit> _units;
    private readonly FrozenDictionary<long, Person> _people;
    private readonly FrozenDictionary<long, Post> _posts;
    private readonly ILookup<long, Holding> _byPerson;
    private readonly ILookup<long, Holding> _byPost;
    private readonly ILookup<long, Unit> _children;
    private readonly ILookup<string, Post> _byRole;

    public OrganisationBook(IReadOnlyList<Unit> units, IReadOnlyList<Person> people, IReadOnlyList<Post> posts, IReadOnlyList<Holding> holdings)
    {
        _units = units.ToFrozenDictionary(u => u.Id);
        _people = people.ToFrozenDictionary(p => p.Id);
        _posts = posts.ToFrozenDictionary(p => p.Id);
        _byPerson = holdings.OrderByDescending(h => h.IsPrimary).ToLookup(h => h.PersonId);
        _byPost = holdings.ToLookup(h => h.PostId);
        _children = units.OrderBy(u => u.SortOrder).ThenBy(u => u.Id).ToLookup(u => u.ParentId ?? 0);
        _byRole = posts.SelectMany(p => RolesOf(p).Distinct(StringComparer.Ordinal), (post, role) => (post, role)).ToLookup(r => r.role, r => r.post, StringComparer.Ordinal);
    }

    public IReadOnlyList<Portfolio> Portfolios { get; init; } = [];

    public IReadOnlyList<DeputyPair> Deputies { get; init; } = [];

    public IReadOnlyList<Delegation> Delegations { get; init; } = [];

    public IReadOnlyList<Secretary> Secretaries { get; init; } = [];

    public IReadOnlyList<Duty> Duties { get; init; } = [];

    public IEnumerable<Unit> Units => _units.Values;

    public IEnumerable<Person> People => _people.Values;

    public IEnumerable<Post> Posts => _posts.Values;

    public Unit? Unit(long id) => _units.GetValueOrDefault(id);

    public Person? Person(long id) => _people.GetValueOrDefault(id);

    public Post? Post(long id) => _posts.GetValueOrDefault(id);

    public IEnumerable<Unit> ChildrenOf(long? unitId) => _children[unitId ?? 0];

    public IEnumerable<Post> PostsOf(long personId, DateOnly day) =>
        _byPerson[personId].Where(h => h.Since <= day && (h.Until is null || day <= h.Until)).Select(h => Post(h.PostId)).OfType<Post>()
            .Where(p => p.Until is null || day <= p.Until);

    /// All holdings of a person, present, past and to come.
    public IEnumerable<Holding> HoldingsOf(long personId) => _byPerson[personId];

    public IEnumerable<Holding> Holdings => _byPerson.SelectMany(h => h);

    public IEnumerable<Person> HoldersOf(long postId, DateOnly day) =>
        _byPost[postId].Where(h => h.Since <= day && (h.Until is null || day <= h.Until)).Select(h => Person(h.PersonId)).OfType<Person>()
            .Where(p => p.Until is null || day <= p.Until);

    public IEnumerable<(Person Person, Post Post)> MembersOf(long unitId, DateOnly day) =>
        Posts.Where(p => p.UnitId == unitId && (p.Until is null || day <= p.Until)).OrderBy(p => p.SortOrder)
            .SelectMany(post => HoldersOf(post.Id, day).Select(person => (person, post)));

    public IEnumerable<(Person Person, Post Post)> WithRole(string role, long homeUnitId, DateOnly day) =>
        _byRole[role].Where(p => (p.Until is null || day <= p.Until) && HomeOf(p.UnitId)?.Id == homeUnitId)
            .OrderBy(p => p.SortOrder).ThenBy(p => p.Id)
            .SelectMany(post => HoldersOf(post.Id, day).Select(person => (person, post)));

    public static string[] RolesOf(Post post) => post.Roles.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// The unit (not a section) that a section belongs to, or the unit itself.
    public Unit? HomeOf(long unitId)
    {
        var unit = Unit(unitId);
        for (var steps = 0; unit is { Kind: UnitKind.Section, ParentId: { } parent } && steps < 20; steps++) unit = Unit(parent);
        return unit;
    }

    /// How lists name a unit: a section of another organ with the organ's name before it (市发展改革委办公室, not 办公室).
    public string? LabelOf(long unitId)
    {
        if (Unit(unitId) is not { } unit) return null;
        return unit is { Kind: UnitKind.Section, ParentId: { } parent } && Unit(parent) is { Kind: not UnitKind.Own } organ ? organ.ShortName + unit.ShortName : unit.ShortName;
    }

    public IEnumerable<Unit> SectionsOf(long homeUnitId) => ChildrenOf(homeUnitId).Where(u => u.Kind == UnitKind.Section);

    public static async Task<OrganisationBook> ReadAsync(OfficeDb db, CancellationToken cancel) => new(
        await db.Set<Unit>().AsNoTracking().ToListAsync(cancel),
        await db.Set<Person>().AsNoTracking().ToListAsync(cancel),
        await db.Set<Post>().AsNoTracking().ToListAsync(cancel),
        await db.Set<Holding>().AsNoTracking().ToListAsync(cancel))
    {
        Portfolios = await db.Set<Portfolio>().AsNoTracking().ToListAsync(cancel),
        Deputies = await db.Set<DeputyPair>().AsNoTracking().ToListAsync(cancel),
        Delegations = await db.Set<Delegation>().AsNoTracking().ToListAsync(cancel),
        Secretaries = await db.Set<Secretary>().AsNoTracking().ToListAsync(cancel),
        Duties = await db.Set<Duty>().AsNoTracking().ToListAsync(cancel),
    };
}

using System.Globalization;
using Zhongshu.Platform;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Organisation.Exchange;

/// How sheets name a unit, a post, a person: in words an office can type, and so that every one is told apart.
internal sealed class Names
{
    private readonly Dictionary<long, Unit> _units;
    private readonly Dictionary<string, long> _byPath = new(StringComparer.Ordinal);
    private readonly ILookup<string, long> _byName;
    private readonly ILookup<string, Person> _people;
    private readonly ILookup<(long, string), Post> _posts;
    private readonly Dictionary<long, Person> _byId;

    public Names(IEnumerable<Unit> units, IEnumerable<Post> posts, IEnumerable<Person> people)
    {
        _units = units.ToDictionary(u => u.Id);
        foreach (var unit in _units.Values.OrderBy(u => u.Until is null ? 0 : 1)) _byPath.TryAdd(Path(unit.Id), unit.Id);
        var live = _units.Values.Where(u => u.Until is null).ToList();
        _byName = live.SelectMany(u => new[] { u.Name, u.ShortName }.Distinct().Select(name => (name, u.Id))).ToLookup(n => n.name, n => n.Id, StringComparer.Ordinal);
        _byId = people.ToDictionary(p => p.Id);
        _people = _byId.Values.ToLookup(p => p.Name, StringComparer.Ordinal);
        _posts = posts.OrderBy(p => p.Until is null ? 0 : 1).ToLookup(p => (p.UnitId, p.Name));
    }

    /// 云岭市教育局/办公室: the names from the top, as far as they are needed nowhere else.
    public string Path(long unitId)
    {
        var names = new List<string>();
        for (var unit = _units.GetValueOrDefault(unitId); unit is not null && names.Count < 20; unit = unit.ParentId is { } parent ? _units.GetValueOrDefault(parent) : null) names.Add(unit.Name);
        names.Reverse();
        return string.Join('/', names);
    }

    public long? AtPath(string path) => _byPath.TryGetValue(path, out var id) ? id : null;

    /// The unit, or why it cannot be told.
    public long? Unit(string text, out string problem)
    {
        problem = "";
        if (_byPath.TryGetValue(text, out var id)) return id;
        var named = _byName[text].ToList();
        if (named.Count == 1) return named[0];
        problem = named.Count == 0 ? $"没有找到单位“{text.Cut(30)}”，请核对名称，或先在“单位”表里登记" : $"有 {named.Count} 个单位叫“{text.Cut(30)}”，请从上级写起，如：{Path(named[0])}";
        return null;
    }

    /// 禾小满, or 禾小满#31 when there are two.
    public string Person(long id) => _byId.GetValueOrDefault(id) is not { } person ? "" : _people[person.Name].Skip(1).Any() ? string.Create(CultureInfo.InvariantCulture, $"{person.Name}#{id}") : person.Name;

    public long? Person(string text, out string problem)
    {
        problem = "";
        if (text.Split('#') is [var name, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && _byId.GetValueOrDefault(id)?.Name == name) return id;
        var named = _people[text].ToList();
        if (named.Count == 1) return named[0].Id;
        problem = named.Count == 0 ? $"没有找到人员“{text.Cut(30)}”，请核对姓名，或先在“人员”表里登记" : $"有 {named.Count} 位同名人员，请在姓名后加编号，如：{Person(named[0].Id)}";
        return null;
    }

    public long? Post(long unitId, string name, out string problem)
    {
        var post = _posts[(unitId, name)].FirstOrDefault();
        problem = post is null ? $"{Path(unitId)}没有岗位“{name.Cut(30)}”，请先在“岗位”表里登记" : "";
        return post?.Id;
    }
}

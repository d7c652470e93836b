using Zhongshu.Modules.Organisation.Duties;
using Zhongshu.Modules.Organisation.People;
using Zhongshu.Modules.Organisation.Posts;
using Zhongshu.Modules.Organisation.Units;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Organisation.Exchange;

/// Finds out whom the names of the rows mean, in the organisation and in the workbook itself, and whether each row may stand. Pure but for new numbers.
internal sealed class ImportResolution(ImportPlan plan, IReadOnlyDictionary<string, IReadOnlyList<ImportRow>> rows, OrganisationBook book, ImportOffice office)
{
    private readonly Dictionary<long, Unit> _units = book.Units.ToDictionary(u => u.Id);
    private readonly Dictionary<long, Post> _posts = book.Posts.ToDictionary(p => p.Id);
    private readonly Dictionary<long, Person> _people = book.People.ToDictionary(p => p.Id);
    private readonly HashSet<(string, long)> _given = [];
    private Names _names = null!;

    public void Resolve(IReadOnlyList<Contact> contacts)
    {
        var units = Units();
        var people = People();
        _names = new Names(_units.Values, _posts.Values, _people.Values);
        var posts = Posts();
        _names = new Names(_units.Values, _posts.Values, _people.Values);
        plan.Take("单位", units, u => book.Unit(u.Id));
        plan.Take("岗位", posts, p => book.Post(p.Id));
        plan.Take("人员", people, p => book.Person(p.Id));
        var holdings = book.Holdings.ToDictionary(h => h.Id);
        plan.Take("任职", Each("任职", Holding), h => holdings.GetValueOrDefault(h.Id));
        plan.Take("分管", Each("分管", Portfolio), p => book.Portfolios.FirstOrDefault(b => b.Id == p.Id));
        plan.Take("AB角", Each("AB角", Pair), p => book.Deputies.FirstOrDefault(b => b.Id == p.Id));
        plan.Take("联系秘书", Each("联系秘书", Secretary), s => book.Secretaries.FirstOrDefault(b => b.Id == s.Id));
        plan.Take("职责", Each("职责", Duty), d => book.Duties.FirstOrDefault(b => b.Id == d.Id));
        plan.Take("通讯录", Each("通讯录", r => Contact(r, contacts)), c => contacts.FirstOrDefault(b => b.Id == c.Id));
    }

    private IEnumerable<ImportRow> Rows(string sheet) => rows.TryGetValue(sheet, out var found) ? found : [];

    private List<T> Each<T>(string sheet, Func<ImportRow, T?> make) where T : class => [.. Rows(sheet).Select(make).OfType<T>()];

    private void Fault(string sheet, ImportRow row, string column, string message) => plan.Faults.Add(new SheetFault(sheet, row.Number, column, message));

    private bool Refused(string sheet, ImportRow row, Refusal? refusal)
    {
        if (refusal is not null) Fault(sheet, row, "", refusal.Message);
        return refusal is not null;
    }

    /// The number of a row: the one it gives, that of the row it means, or a new one; the same number twice is a fault.
    private long? Number(string sheet, ImportRow row, long? meant)
    {
        var id = row.Id ?? meant ?? office.NewId();
        if (_given.Add((sheet, id))) return id;
        Fault(sheet, row, "编号", "与前面一行是同一项，请核对是否重复");
        return null;
    }

    private List<Unit> Units()
    {
        // Parents may stand further down: first every unit, then who stands where, then whether each may.
        var before = new Names(_units.Values, [], []);
        var drafts = new List<(ImportRow Row, Unit Unit)>();
        foreach (var row in Rows("单位"))
        {
            if (Number("单位", row, Meant(before, row)) is not { } number) continue;
            drafts.Add((row, new Unit { Id = number, Name = row.Name, ShortName = row.Text.Length == 0 ? row.Name : row.Text, Kind = (UnitKind)row.Kind, Code = row.Code, FondsNumber = row.Other, SortOrder = row.Order ?? 0, Since = row.Since ?? office.Today, Until = row.Until }));
        }

        Place(drafts);
        for (var dropped = true; dropped;)
        {
            dropped = false;
            var whole = new OrganisationBook([.. _units.Values], [], [], []);
            foreach (var draft in drafts.Where(d => d.Unit.Until is null || d.Unit.Until >= office.Today).ToList())
            {
                if (!Refused("单位", draft.Row, UnitForm.Of(draft.Unit).Refuses(whole, office.Today))) continue;
                drafts.Remove(draft);
                if (book.Unit(draft.Unit.Id) is { } old) _units[old.Id] = old;
                else _units.Remove(draft.Unit.Id);
                dropped = true;
            }
        }

        return [.. drafts.Select(d => d.Unit)];
    }

    private static long? Meant(Names before, ImportRow row)
    {
        if (row.First.Length == 0) return before.AtPath(row.Name);
        return before.Unit(row.First, out _) is { } parent ? before.AtPath($"{before.Path(parent)}/{row.Name}") : null;
    }

    private void Place(List<(ImportRow Row, Unit Unit)> drafts)
    {
        var named = drafts.ToLookup(d => d.Unit.Name, d => d.Unit.Id, StringComparer.Ordinal);
        var known = new Names(_units.Values, [], []);
        foreach (var (_, unit) in drafts) _units[unit.Id] = unit;

        // Paths grow from the top: one round for each level of the tree.
        for (var round = 0; round < 20; round++)
        {
            var names = new Names(_units.Values, [], []);
            foreach (var (row, unit) in drafts.Where(d => d.Row.First.Length > 0 && d.Unit.ParentId is null)) unit.ParentId = names.Unit(row.First, out _);
        }

        var final = new Names(_units.Values, [], []);
        foreach (var (row, unit) in drafts.ToList())
        {
            var lost = row.First.Length > 0 && unit.ParentId is null ? "上级单位" : "";
            if (row.Second.Length > 0) unit.SuccessorId = final.Unit(row.Second, out _) ?? known.Unit(row.Second, out _);
            if (row.Second.Length > 0 && unit.SuccessorId is null) lost = "承接单位";
            if (lost.Length == 0) continue;
            final.Unit(lost == "上级单位" ? row.First : row.Second, out var problem);
            Fault("单位", row, lost, problem.Length > 0 ? problem : "没有找到，请核对名称");
            drafts.Remove((row, unit));
            if (book.Unit(unit.Id) is { } old) _units[old.Id] = old;
            else _units.Remove(unit.Id);
        }
    }

    private List<Person> People()
    {
        var before = new Names([], [], _people.Values);
        var made = new List<Person>();
        foreach (var row in Rows("人员"))
        {
            if (Number("人员", row, before.Person(row.Name, out _)) is not { } id) continue;
            var person = new Person { Id = id, Name = row.Name, Phone = row.Text.Length == 0 ? null : row.Text, Email = row.Other, Clearance = row.Kind >= 0 ? row.Kind : book.Person(id)?.Clearance ?? 0, Precedence = row.Place, SortOrder = row.Order ?? 0, Until = row.Until };
            if (Refused("人员", row, PersonForm.Of(person).Refuses())) continue;
            _people[id] = person;
            made.Add(person);
        }

        return made;
    }

    private List<Post> Posts()
    {
        var made = new List<Post>();
        var drafts = new List<(ImportRow Row, Post Post)>();
        foreach (var row in Rows("岗位"))
        {
            if (Unit("岗位", row, "单位", row.First) is not { } unit) continue;
            if (Number("岗位", row, _names.Post(unit, row.Name, out _)) is not { } id) continue;
            var post = new Post { Id = id, UnitId = unit, Name = row.Name, Roles = row.Text.Length > 0 ? row.Text : book.Post(id)?.Roles ?? "", SortOrder = row.Order ?? 0, Until = row.Until };
            drafts.Add((row, post));
            _posts[id] = post;
        }

        var whole = new OrganisationBook([.. _units.Values], [], [.. _posts.Values], []);
        foreach (var (row, post) in drafts)
        {
            if ((post.Until is null || post.Until >= office.Today) && _units[post.UnitId].Until is null && Refused("岗位", row, PostForm.Of(post).Refuses(whole, office.Today)))
            {
                if (book.Post(post.Id) is { } old) _posts[old.Id] = old;
                else _posts.Remove(post.Id);
                continue;
            }

            made.Add(post);
        }

        return made;
    }

    private long? Unit(string sheet, ImportRow row, string column, string text)
    {
        var id = _names.Unit(text, out var problem);
        if (id is null) Fault(sheet, row, column, problem);
        return id;
    }

    private long? Person(string sheet, ImportRow row, string column, string text)
    {
        var id = _names.Person(text, out var problem);
        if (id is null) Fault(sheet, row, column, problem);
        return id;
    }

    private bool InOrder(string sheet, ImportRow row)
    {
        if (row.Until is not { } until || row.Since is not { } since || until >= since) return true;
        Fault(sheet, row, "", "终止日期早于起始日期，请核对");
        return false;
    }

    private Holding? Holding(ImportRow row)
    {
        if (Person("任职", row, "人员", row.First) is not { } person || Unit("任职", row, "单位", row.Second) is not { } unit) return null;
        if (_names.Post(unit, row.Third, out var problem) is not { } post)
        {
            Fault("任职", row, "岗位", problem);
            return null;
        }

        var meant = book.HoldingsOf(person).FirstOrDefault(h => h.PostId == post && (row.Since is null || h.Since == row.Since));
        if (!InOrder("任职", row) || Number("任职", row, meant?.Id) is not { } id) return null;
        return new Holding { Id = id, PersonId = person, PostId = post, Since = row.Since ?? meant?.Since ?? office.Today, Until = row.Until, IsPrimary = row.Flag };
    }

    private Portfolio? Portfolio(ImportRow row)
    {
        if (Person("分管", row, "领导", row.First) is not { } leader) return null;
        long? unit = null;
        if (row.Second.Length > 0 && (unit = Unit("分管", row, "分管单位", row.Second)) is null) return null;
        if (unit is null && row.Text.Length == 0)
        {
            Fault("分管", row, "", "分管单位和分管工作至少填一项");
            return null;
        }

        var meant = book.Portfolios.FirstOrDefault(p => p.LeaderId == leader && p.UnitId == unit && (p.Field ?? "") == row.Text && (row.Since is null || p.Since == row.Since));
        if (!InOrder("分管", row) || Number("分管", row, meant?.Id) is not { } id) return null;
        return new Portfolio { Id = id, LeaderId = leader, UnitId = unit, Field = row.Text.Length == 0 ? null : row.Text, Since = row.Since ?? meant?.Since ?? office.Today, Until = row.Until };
    }

    private DeputyPair? Pair(ImportRow row)
    {
        if (Person("AB角", row, "A角", row.First) is not { } a || Person("AB角", row, "B角", row.Second) is not { } b) return null;
        if (a == b)
        {
            Fault("AB角", row, "B角", "A角和B角是同一人，请另选");
            return null;
        }

        return Number("AB角", row, book.Deputies.FirstOrDefault(d => d.PersonId == a && d.DeputyId == b)?.Id) is { } id ? new DeputyPair { Id = id, PersonId = a, DeputyId = b } : null;
    }

    private Secretary? Secretary(ImportRow row)
    {
        if (Person("联系秘书", row, "领导", row.First) is not { } leader || Person("联系秘书", row, "秘书", row.Second) is not { } secretary) return null;
        return Number("联系秘书", row, book.Secretaries.FirstOrDefault(s => s.LeaderId == leader && s.SecretaryId == secretary)?.Id) is { } id ? new Secretary { Id = id, LeaderId = leader, SecretaryId = secretary } : null;
    }

    private Duty? Duty(ImportRow row)
    {
        if (Unit("职责", row, "单位", row.First) is not { } unit) return null;
        var meant = book.Duties.FirstOrDefault(d => d.UnitId == unit && d.Title == row.Name && (row.Since is null || d.Since == row.Since));
        if (Number("职责", row, meant?.Id) is not { } id) return null;
        var duty = new Duty { Id = id, UnitId = unit, Kind = (DutyKind)row.Kind, Title = row.Name, Keywords = row.Text, Since = row.Since ?? meant?.Since ?? office.Today, Until = row.Until };
        // Sheets of before these columns were there leave what the library has.
        (duty.Approves, duty.Topic, duty.IsLead) = (row.Second.Length > 0 ? row.Second : meant?.Approves ?? "", row.Third.Length > 0 ? row.Third : meant?.Topic ?? "", row.Flag || meant?.IsLead == true);
        var form = DutyForm.Of(duty);
        (duty.Keywords, duty.Approves) = (form.Words, form.ApprovesWords);
        return Refused("职责", row, form.Refuses(new OrganisationBook([.. _units.Values], [], [], []) { Duties = book.Duties })) ? null : duty;
    }

    private Contact? Contact(ImportRow row, IReadOnlyList<Contact> contacts)
    {
        var meant = contacts.FirstOrDefault(c => c.UnitName == row.First && c.PersonName == row.Name && c.PostName == row.Second);
        return Number("通讯录", row, meant?.Id) is { } id
            ? new Contact { Id = id, Circle = (ContactCircle)row.Kind, UnitName = row.First, PostName = row.Second, PersonName = row.Name, Phone = row.Text, Note = row.Other ?? "" }
            : null;
    }
}

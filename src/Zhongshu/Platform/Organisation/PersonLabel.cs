using Zhongshu.Platform.Decisions;

namespace Zhongshu.Platform.Organisation;

/// A person as lists and fields show them: the name with the unit, so that two of the same name are told apart (同名人员带单位).
internal static class PersonLabel
{
    public static string Of(OrganisationBook book, long personId, DateOnly day)
    {
        if (book.Person(personId) is not { } person) return "";
        return book.PostsOf(personId, day).FirstOrDefault() is { } post ? $"{person.Name}（{book.Unit(post.UnitId)?.ShortName} {post.Name}）" : person.Name;
    }

    /// What somebody typed or chose: a whole label, or a name that only one person has.
    public static Outcome<Person> Find(OrganisationBook book, string? text, DateOnly day, string field)
    {
        var wanted = text?.Trim() ?? "";
        if (wanted.Length == 0) return new Refusal("organisation.person", "请填写人员姓名。") { Field = field };
        var named = book.People.Where(p => (p.Until is null || day <= p.Until) && wanted.StartsWith(p.Name, StringComparison.Ordinal)).ToList();
        var labelled = named.Where(p => Of(book, p.Id, day) == wanted).ToList();
        if (labelled.Count == 1) return labelled[0];
        var exact = named.Where(p => p.Name == wanted).ToList();
        if (exact.Count == 1) return exact[0];
        return exact.Count > 1 || labelled.Count > 1
            ? new Refusal("organisation.same-name", $"有 {Math.Max(exact.Count, labelled.Count)} 位同名人员，请从列表中选带单位的一项：{string.Join('、', exact.Select(p => Of(book, p.Id, day)))}。") { Field = field }
            : new Refusal("organisation.person", $"没有找到“{(wanted.Length > 20 ? wanted[..20] : wanted)}”，请从列表中选择在岗人员。") { Field = field };
    }
}

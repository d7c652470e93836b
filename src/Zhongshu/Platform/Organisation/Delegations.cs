using System.Globalization;

namespace Zhongshu.Platform.Organisation;

/// Who receives work at a moment, when people are away and have handed their work to others (委托). Pure.
internal static class Delegations
{
    /// The delegation under which this person's work goes elsewhere at that moment; of several, the one made last.
    public static Delegation? Of(OrganisationBook book, long personId, DateTimeOffset at) =>
        book.Delegations.Where(d => d.FromPersonId == personId && d.IsActive(at)).MaxBy(d => d.Id);

    /// Who receives what is meant for this person. Deputies who are away themselves pass it on; when the chain comes back to somebody who
    /// passed it on already, nobody is there, and the work stays with the one it was meant for. So does a classified matter that the
    /// receiver may not read, and work for a deputy who has left.
    public static long ReceiverOf(OrganisationBook book, long personId, DateTimeOffset at, int classification = 0)
    {
        var seen = new HashSet<long> { personId };
        var receiver = personId;
        while (Of(book, receiver, at) is { } away)
        {
            if (!seen.Add(away.ToPersonId) || !IsThere(book, away.ToPersonId, at)) return personId;
            receiver = away.ToPersonId;
        }

        return receiver == personId || book.Person(receiver)!.Clearance >= classification ? receiver : personId;
    }

    /// What the assigner is told when the deadline falls into an absence of the receiver; null when it does not.
    public static string? Warning(OrganisationBook book, long personId, DateTimeOffset due)
    {
        if (Of(book, personId, due) is not { } away || book.Person(personId) is not { } person) return null;
        var receiver = ReceiverOf(book, personId, due);
        var who = receiver != personId && book.Person(receiver) is { } deputy ? $"届时由{deputy.Name}办理" : "届时无人接办";
        return string.Create(CultureInfo.InvariantCulture, $"办理时限{OfficeDay.Local(due):M月d日}落在{person.Name}的外出期间（{Span(away)}），{who}。可提前时限，或直接交给接办人。");
    }

    public static string Span(Delegation delegation) =>
        string.Create(CultureInfo.InvariantCulture, $"{OfficeDay.Local(delegation.Since):M月d日 HH:mm}至{OfficeDay.Local(delegation.Until):M月d日 HH:mm}");

    private static bool IsThere(OrganisationBook book, long personId, DateTimeOffset at) =>
        book.Person(personId) is { } person && (person.Until is null || OfficeDay.Of(at) <= person.Until);
}

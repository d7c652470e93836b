using Zhongshu.Calendar;
using Zhongshu.Platform;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Desk;

/// One line of what is coming: from a day on, in words.
public sealed record ComingDay(DateOnly Day, string Text, string Href);

/// What the coming days bring that no work item says: days off and worked weekends, and who will be away. Pure.
internal static class ComingDays
{
    public static IReadOnlyList<ComingDay> Of(OrganisationBook book, WorkCalendar calendar, long me, IReadOnlyCollection<long> myLeaders, DateTimeOffset now, int days)
    {
        var today = OfficeDay.Of(now);
        var last = today.AddDays(days);
        return [.. Arranged(calendar, today, last).Concat(Absences(book, me, myLeaders, now, OfficeDay.End(last))).OrderBy(c => c.Day)];
    }

    private static IEnumerable<ComingDay> Arranged(WorkCalendar calendar, DateOnly today, DateOnly last)
    {
        for (var day = today; day <= last; day = day.AddDays(1))
        {
            var known = calendar.DayOf(day);
            if (known.IsMakeUp) yield return new ComingDay(day, "调休，照常上班", "");
            else if (known is { Holiday: { } holiday, IsWorkday: false } && (day == today || calendar.DayOf(day.AddDays(-1)) is not { IsWorkday: false, Holiday: not null }))
                yield return new ComingDay(day, $"{holiday}放假，{calendar.OnOrAfter(day):M月d日}上班", "");
        }
    }

    private static IEnumerable<ComingDay> Absences(OrganisationBook book, long me, IReadOnlyCollection<long> myLeaders, DateTimeOffset now, DateTimeOffset before)
    {
        foreach (var away in book.Delegations.Where(d => d.RevokedAt is null && d.Since > now && d.Since < before))
        {
            var (from, to) = (book.Person(away.FromPersonId)?.Name, book.Person(away.ToPersonId)?.Name);
            var text = away.FromPersonId == me ? $"您外出，工作由{to}代办"
                : away.ToPersonId == me ? $"{from}外出，工作由您代办"
                : myLeaders.Contains(away.FromPersonId) ? $"{from}外出，工作由{to}代办" : null;
            if (text is not null) yield return new ComingDay(OfficeDay.Of(away.Since), $"{text}（{Delegations.Span(away)}）", text.Contains('您', StringComparison.Ordinal) ? "/delegation" : "");
        }
    }
}

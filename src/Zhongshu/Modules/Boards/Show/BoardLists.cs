using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Boards.Show;

/// One count of the board with the list behind it; End is 预警, 决策 or 落实.
public sealed record BoardPlace(string Id, string End, string Word);

/// 预警—决策—落实: the lists of the board. A count and the list that it leads to are one query, through the reader's own filter.
internal static class BoardLists
{
    public const string Warn = "前端预警";

    public const string Decide = "中端决策";

    public const string Done = "后端落实";

    public static readonly IReadOnlyList<BoardPlace> All =
    [
        new("late", Warn, "超过时限"), new("soon", Warn, "临近时限"), new("held", Warn, "一处滞留"), new("urgent", Warn, "特急、加急"),
        new("leader", Decide, "等领导决定"), new("director", Decide, "等办公室拟办分办"), new("disputed", Decide, "分歧难事待协调"),
        new("supervised", Done, "在督办"), new("supervised-late", Done, "督办超期"), new("closed", Done, "本月办结"),
    ];

    /// The matters of one count; null where there is no such list.
    public static IQueryable<Matter>? Of(Office office, OrganisationBook book, string id)
    {
        var (home, now, calendar) = (office.Actor.HomeUnitId, office.Now, office.Rules.Calendar);
        var open = office.Db.Set<Matter>().Where(m => m.UnitId == home && m.State == MatterState.Open);
        var soon = OfficeDay.End(calendar.AddWorkdays(office.Today, office.Rules.Value(BoardRules.Soon)));
        var since = OfficeDay.Start(calendar.AddWorkdays(office.Today, -office.Rules.Value(BoardRules.Held)));
        var month = OfficeDay.Start(new DateOnly(office.Today.Year, office.Today.Month, 1));
        return id switch
        {
            "late" => open.Where(m => m.DueAt != null && m.DueAt < now),
            "soon" => open.Where(m => m.DueAt != null && m.DueAt >= now && m.DueAt < soon),
            "held" => open.Where(m => m.HeldSince < since),
            "urgent" => open.Where(m => m.Urgency >= Urgency.Urgent),
            "leader" => HeldBy(office, open, HoldersOf(book, "leader", home, office.Today)),
            "director" => HeldBy(office, open, [.. HoldersOf(book, "office-director", home, office.Today), Participant.Office(home).Value]),
            "disputed" => open.Where(m => office.Db.Set<FocusMark>().Any(f => f.MatterId == m.Id && f.Class == BoardRules.Disputed)),
            "supervised" => open.Where(m => m.Kind == "supervision"),
            "supervised-late" => open.Where(m => m.Kind == "supervision" && m.DueAt != null && m.DueAt < now),
            "closed" => office.Db.Set<Matter>().Where(m => m.UnitId == home && m.ClosedAt != null && m.ClosedAt >= month),
            _ => null,
        };
    }

    public static async Task<IReadOnlyDictionary<string, int>> CountAsync(Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var place in All) counts[place.Id] = await Of(office, book, place.Id)!.CountAsync(cancel);
        return counts;
    }

    private static IQueryable<Matter> HeldBy(Office office, IQueryable<Matter> open, long[] holders) =>
        open.Where(m => office.Db.Set<WorkItem>().Any(w => w.MatterId == m.Id && w.Status == WorkStatus.Open && w.Kind == WorkKind.Handle && holders.Contains(w.Assignee)));

    private static long[] HoldersOf(OrganisationBook book, string role, long home, DateOnly today) =>
        [.. book.WithRole(role, home, today).SelectMany(h => new[] { Participant.Person(h.Person.Id).Value, Participant.Post(h.Post.Id).Value }).Distinct()];
}

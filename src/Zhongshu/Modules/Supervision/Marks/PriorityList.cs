using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Marks;

/// One open item on the list of what comes first.
internal sealed record PriorityRow(string Code, string Title, Light Light, DateOnly DueOn, string Stage, string Holder, string Way, bool IsSpecial, bool IsPrompt, bool IsSet);

/// How many open items of each level, and of each way of taking a hand in them.
internal sealed record PriorityCounts(IReadOnlyList<int> Levels, IReadOnlyDictionary<string, int> Ways, int Special, int Standing, int Prompt);

/// 抓大事不放，抓急事先办: the open items of the office by level, in each the worst light first.
internal static class PriorityList
{
    public const int Most = 100;

    /// Stands for 即办件 beside the four levels.
    public const int Prompt = 5;

    private sealed class Marked
    {
        public required SupervisionItem Item { get; init; }

        public required Matter Matter { get; init; }

        public ItemMark? Mark { get; init; }
    }

    public static async Task<PriorityCounts> CountsAsync(Office office, CancellationToken cancel)
    {
        var groups = await Open(office).GroupBy(m => new { Set = m.Mark == null ? 0 : m.Mark.Priority, m.Item.Source, m.Item.LimitClass, m.Matter.Urgency, Way = m.Mark == null ? "" : m.Mark.Way, Special = m.Mark != null && m.Mark.IsSpecial, Prompt = m.Mark != null && m.Mark.IsPrompt })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var levels = new int[4];
        foreach (var group in groups) levels[MarkRules.LevelOf(office.Rules, group.Key.Set, group.Key.Source, group.Key.LimitClass, group.Key.Urgency) - 1] += group.Count;
        return new PriorityCounts(levels, groups.Where(g => g.Key.Way.Length > 0).GroupBy(g => g.Key.Way, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(x => x.Count), StringComparer.Ordinal),
            groups.Where(g => g.Key.Special).Sum(g => g.Count), groups.Where(g => !g.Key.Special).Sum(g => g.Count), groups.Where(g => g.Key.Prompt).Sum(g => g.Count));
    }

    public static Task<List<PriorityRow>> ReadAsync(Office office, int level, CancellationToken cancel)
    {
        var rows = level == Prompt ? Open(office).Where(m => m.Mark != null && m.Mark.IsPrompt) : Open(office).Where(Of(office, level));
        return rows.OrderByDescending(m => m.Item.Light).ThenBy(m => m.Item.DueOn).ThenBy(m => m.Matter.Id).Take(Most)
            .Select(m => new PriorityRow(m.Matter.Code, m.Matter.Title, m.Item.Light, m.Item.DueOn, m.Matter.Stage, m.Matter.Holder, m.Mark == null ? "" : m.Mark.Way, m.Mark != null && m.Mark.IsSpecial, m.Mark != null && m.Mark.IsPrompt, m.Mark != null && m.Mark.Priority != 0)).ToListAsync(cancel);
    }

    /// The same as MarkRules.LevelOf, said to the database.
    private static Expression<Func<Marked, bool>> Of(Office office, int level)
    {
        var (limits, sources) = (office.Rules.Value(MarkRules.PressingLimits).ToArray(), SupervisionRules.KindsOf(office.Rules.Value(MarkRules.WeightySources)));
        var (pressing, weighty) = (level is 1 or 2, level is 1 or 3);
        return m => (m.Mark != null && m.Mark.Priority == level)
            || ((m.Mark == null || m.Mark.Priority == 0) && (m.Matter.Urgency >= Urgency.Urgent || limits.Contains(m.Item.LimitClass)) == pressing && sources.Contains(m.Item.Source) == weighty);
    }

    private static IQueryable<Marked> Open(Office office)
    {
        var unit = office.Actor.HomeUnitId;
        return from item in office.Db.Set<SupervisionItem>().Parts().AsNoTracking()
            join matter in office.Db.Set<Matter>() on item.MatterId equals matter.Id
            join mark in office.Db.Set<ItemMark>().Parts() on item.MatterId equals mark.MatterId into marks
            from mark in marks.DefaultIfEmpty()
            where item.UnitId == unit && item.IsOpen
            select new Marked { Item = item, Matter = matter, Mark = mark };
    }
}

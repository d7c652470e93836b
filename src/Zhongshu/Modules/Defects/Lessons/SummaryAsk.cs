using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Defects.Lessons;

/// 完成一项、总结一次: asked of whoever handled a matter when it is closed; once a matter, and nothing waits for it.
public sealed class SummaryAsk : IPartOfMatter
{
    public long MatterId { get; init; }

    public long PersonId { get; init; }

    public DateOnly On { get; init; }

    /// The summary that was written.
    public long? LessonId { get; set; }
}

/// A matter that waits for one's summary.
public sealed record OwedSummary(string Code, string Title, DateOnly On);

internal static class Summaries
{
    private const int Most = 20;

    /// The kind of lesson that a summary is.
    public const string Kind = "summary";

    /// Of the last who did the work itself, as the rule names its steps.
    public static async Task AskAsync(Office office, Matter matter, CancellationToken cancel)
    {
        var steps = office.Rules.Value(DefectRules.SummarySteps);
        if (office.Db.Set<SummaryAsk>().Local.Any(a => a.MatterId == matter.Id) || await office.Db.Set<SummaryAsk>().Parts().AnyAsync(a => a.MatterId == matter.Id, cancel)) return;
        // What was done in the act that closes the matter is not saved yet.
        var by = office.Db.Set<WorkItem>().Local.Where(w => w.MatterId == matter.Id && w.Status == WorkStatus.Done && steps.Contains(w.StepId, StringComparer.Ordinal) && w.DoneBy != null).OrderByDescending(w => w.DoneAt).Select(w => w.DoneBy).FirstOrDefault()
            ?? await office.Db.Set<WorkItem>().Parts().Where(w => w.MatterId == matter.Id && w.Status == WorkStatus.Done && steps.Contains(w.StepId) && w.DoneBy != null).OrderByDescending(w => w.DoneAt).Select(w => w.DoneBy).FirstOrDefaultAsync(cancel);
        if (by is { } person) office.Db.Add(new SummaryAsk { MatterId = matter.Id, PersonId = person, On = office.Today });
    }

    /// What I have not yet written, of the last days of the rule.
    public static Task<List<OwedSummary>> OwedAsync(Office office, CancellationToken cancel)
    {
        var (me, since) = (office.Actor.PersonId, office.Today.AddDays(-office.Rules.Value(DefectRules.SummaryWithin)));
        return (from ask in office.Db.Set<SummaryAsk>().Parts()
            join matter in office.Db.Set<Matter>() on ask.MatterId equals matter.Id
            where ask.PersonId == me && ask.LessonId == null && ask.On >= since
            orderby ask.On descending, ask.MatterId descending
            select new OwedSummary(matter.Code, matter.Title, ask.On)).Take(Most).ToListAsync(cancel);
    }
}

internal sealed class SummaryAskTable : IEntityTypeConfiguration<SummaryAsk>
{
    public void Configure(EntityTypeBuilder<SummaryAsk> table)
    {
        table.ToTable("SummaryAsk").HasKey(a => a.MatterId);
        table.Property(a => a.MatterId).ValueGeneratedNever();
        table.HasIndex(a => new { a.PersonId, a.On });
    }
}

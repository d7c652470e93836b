using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Organisation.Units;

internal sealed class EndUnitForm
{
    public long Id { get; set; }

    public string Stamp { get; set; } = "";

    public long? SuccessorId { get; set; }

    /// The last day of the unit.
    public DateOnly? Day { get; set; }

    public string? Reason { get; set; }
}

/// 合并、撤销: the unit ends on a day; posts with their people, sections below, duties, portfolios and open work go to the successor.
internal static class EndUnit
{
    public static Refusal? Refuses(OrganisationBook book, EndUnitForm form, DateOnly today)
    {
        if (book.Unit(form.Id) is not { } unit) return Refusal.NotFound("单位");
        if (form.Day is not { } day) return Refusals.NoSince with { Field = "Day" };
        if (day > today) return Refusals.EndInFuture;
        if (day < unit.Since) return Refusals.UntilBeforeSince with { Field = "Day" };
        if (form.SuccessorId is not { } id || book.Unit(id) is not { } successor || successor.Until < today) return Refusals.NoSuccessor;
        if (UnitForm.IsWithin(book, successor.Id, unit.Id)) return Refusals.SuccessorInside;
        if (unit.Kind == UnitKind.Own && successor.Kind != UnitKind.Own) return Refusals.LastUnit;
        return string.IsNullOrWhiteSpace(form.Reason) ? new Refusal("organisation.reason", "请写明依据，如机构改革文件的文号。") { Field = "Reason" } : null;
    }

    public static Task<Outcome<Done>> RunAsync(OrganisationDesk desk, IEnumerable<UnitSucceeded> followers, EndUnitForm form, CancellationToken cancel) => desk.ChangeAsync(async (db, book) =>
    {
        if (book.Unit(form.Id) is not { } before) return Refusal.NotFound("单位");
        if (before.Until is not null) return (Act?)null;
        if (Stamp.Of(before) != form.Stamp) return Refusals.Stale;
        if (Refuses(book, form, desk.Office.Today) is { } refusal) return refusal;
        var unit = (await db.FindAsync<Unit>([form.Id], cancel))!;
        var successor = (await db.FindAsync<Unit>([form.SuccessorId!.Value], cancel))!;
        unit.Until = form.Day;
        unit.SuccessorId = successor.Id;
        await MoveStandingAsync(db, desk, unit, successor, cancel);
        foreach (var follower in followers) await follower(unit, successor, cancel);
        return new Act("organisation.unit-ended", $"{unit.Name}撤并，由{successor.Name}承接") { Quote = form.Reason!.Trim(), Changes = new { unit.Id, unit.Until, unit.SuccessorId } };
    }, cancel);

    private static async Task MoveStandingAsync(OfficeDb db, OrganisationDesk desk, Unit unit, Unit successor, CancellationToken cancel)
    {
        var last = unit.Until!.Value;
        foreach (var post in await db.Set<Post>().Where(p => p.UnitId == unit.Id && p.Until == null).ToListAsync(cancel)) post.UnitId = successor.Id;
        foreach (var below in await db.Set<Unit>().Where(u => u.ParentId == unit.Id && u.Until == null).ToListAsync(cancel)) below.ParentId = successor.Id;

        // Duties and portfolios keep their history: the old line ends, a new one begins the day after (M1-B24).
        foreach (var duty in await db.Set<Duty>().Where(d => d.UnitId == unit.Id && (d.Until == null || d.Until > last)).ToListAsync(cancel))
        {
            db.Add(new Duty { Id = desk.NewId(), UnitId = successor.Id, Kind = duty.Kind, Title = duty.Title, Keywords = duty.Keywords, Approves = duty.Approves, Topic = duty.Topic, IsLead = duty.IsLead, Since = duty.Since > last ? duty.Since : last.AddDays(1), Until = duty.Until });
            if (duty.Since > last) db.Remove(duty);
            else duty.Until = last;
        }

        var portfolios = await db.Set<Portfolio>().Where(p => (p.UnitId == unit.Id && (p.Until == null || p.Until > last)) || (p.UnitId == successor.Id && p.Until == null)).ToListAsync(cancel);
        foreach (var portfolio in portfolios.Where(p => p.UnitId == unit.Id))
        {
            portfolio.Until = last;
            if (!portfolios.Exists(p => p.UnitId == successor.Id && p.LeaderId == portfolio.LeaderId))
                db.Add(new Portfolio { Id = desk.NewId(), LeaderId = portfolio.LeaderId, UnitId = successor.Id, Since = last.AddDays(1) });
        }
    }
}

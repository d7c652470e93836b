using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Organisation.Leaders;

internal sealed class PrecedenceForm
{
    /// Print of the order as it was shown.
    public string Stamp { get; set; } = "";

    /// Person id → place; empty = no leader any more.
    public Dictionary<string, string?> Places { get; set; } = [];

    /// Somebody to take into the order.
    public string? Add { get; set; }
}

internal sealed class PortfolioForm
{
    public long Id { get; set; }

    public long LeaderId { get; set; }

    public long? UnitId { get; set; }

    public string? Field { get; set; }

    public DateOnly? Since { get; set; }
}

/// 领导排序与分管.
internal static class LeaderChanges
{
    public static string StampOf(OrganisationBook book) => Stamp.Of(Order(book).Select(p => new { p.Id, p.Precedence }));

    public static IEnumerable<Person> Order(OrganisationBook book) => book.People.Where(p => p.Precedence is not null).OrderBy(p => p.Precedence).ThenBy(p => p.SortOrder).ThenBy(p => p.Id);

    /// The order as typed, closed up to 1, 2, 3 …: two of the same number keep the order they had, so that moving one costs one field.
    public static Outcome<IReadOnlyList<long>> Arrange(OrganisationBook book, PrecedenceForm form)
    {
        var places = new List<(long Id, int Place, int Former)>();
        var former = 0;
        foreach (var person in Order(book))
        {
            former++;
            if (!form.Places.TryGetValue(person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), out var typed)) places.Add((person.Id, person.Precedence!.Value, former));
            else if (string.IsNullOrWhiteSpace(typed)) continue;
            else if (int.TryParse(typed, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var place) && place is >= 1 and <= 999) places.Add((person.Id, place, former));
            else return new Refusal("organisation.precedence", $"{person.Name}的排序“{typed}”请填 1 至 999 的整数；不再列入领导排序的，留空。") { Field = "Places" };
        }

        // A person moved onto a taken place goes before the one who has it when moving up, after when moving down.
        return places.OrderBy(p => p.Place).ThenBy(p => p.Place < p.Former ? 0 : p.Place > p.Former ? 2 : 1).ThenBy(p => p.Former).Select(p => p.Id).ToList();
    }

    public static Task<Outcome<Done>> ArrangeAsync(OrganisationDesk desk, PrecedenceForm form, CancellationToken cancel) => desk.ChangeAsync(async (db, book) =>
    {
        if (StampOf(book) != form.Stamp) return Refusals.Stale;
        var arranged = Arrange(book, form);
        if (!arranged.Succeeded) return arranged.Refusal;
        List<long> order = [.. arranged.Value];
        if (!string.IsNullOrWhiteSpace(form.Add))
        {
            var added = PersonLabel.Find(book, form.Add, desk.Office.Today, "Add");
            if (!added.Succeeded) return added.Refusal;
            if (!order.Contains(added.Value.Id)) order.Add(added.Value.Id);
        }

        foreach (var person in await db.Set<Person>().Where(p => p.Precedence != null || order.Contains(p.Id)).ToListAsync(cancel))
            person.Precedence = order.IndexOf(person.Id) is >= 0 and var at ? at + 1 : null;
        return new Act("organisation.precedence", "调整领导排序：" + string.Join('、', order.Select(id => book.Person(id)?.Name))) { Changes = new { order } };
    }, cancel);

    public static Task<Outcome<Done>> AddPortfolioAsync(OrganisationDesk desk, PortfolioForm form, CancellationToken cancel) => desk.ChangeAsync(async (db, book) =>
    {
        if (await db.FindAsync<Portfolio>([form.Id], cancel) is not null) return (Act?)null;
        if (!desk.IsFresh(form.Id)) return Refusals.OldForm;
        var field = form.Field?.Trim();
        if (book.Person(form.LeaderId) is not { Precedence: not null } leader) return Refusal.NotFound("领导");
        if (form.UnitId is null && string.IsNullOrEmpty(field)) return Refusals.NoField;
        if (field?.Length > 200) return Refusals.TooLong("Field", "分管工作", 200);
        if (form.UnitId is { } id && book.Unit(id) is null) return Refusal.NotFound("单位");
        if (form.Since is not { } since) return Refusals.NoSince;
        var day = desk.Office.Today;
        if (book.Portfolios.Any(p => p.LeaderId == leader.Id && p.UnitId == form.UnitId && (p.Field ?? "") == (field ?? "") && (p.Until is null || day <= p.Until))) return (Act?)null;
        db.Add(new Portfolio { Id = form.Id, LeaderId = leader.Id, UnitId = form.UnitId, Field = string.IsNullOrEmpty(field) ? null : field, Since = since });
        return new Act("organisation.portfolio", $"{leader.Name}分管{(form.UnitId is { } unit ? book.Unit(unit)!.ShortName : field)}") { Changes = new { form.LeaderId, form.UnitId, field, since } };
    }, cancel);

    public static Task<Outcome<Done>> EndPortfolioAsync(OrganisationDesk desk, long portfolioId, CancellationToken cancel) => desk.ChangeAsync(async (db, book) =>
    {
        if (await db.FindAsync<Portfolio>([portfolioId], cancel) is not { } portfolio) return Refusal.NotFound("分管事项");
        if (portfolio.Until is not null) return (Act?)null;
        if (portfolio.Since >= desk.Office.Today) db.Remove(portfolio);
        else portfolio.Until = desk.Office.Today.AddDays(-1);
        var what = portfolio.UnitId is { } unit ? book.Unit(unit)?.ShortName : portfolio.Field;
        return new Act("organisation.portfolio-ended", $"{book.Person(portfolio.LeaderId)?.Name}不再分管{what}") { Changes = new { portfolio.Id, portfolio.Until } };
    }, cancel);
}

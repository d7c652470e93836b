using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Burdens.Events;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Burdens.Savings;

/// A saving as a unit reports it; money in 万元, as people say it.
public sealed record SavingInput(string Kind, string Amount, string On, string Basis);

internal sealed class RecordSaving(Office office)
{
    public Task<Outcome<long>> RunAsync(SavingInput input, string? once, CancellationToken cancel) => office.WriteAsync<long>(once, async () =>
    {
        if (!office.Actor.May(BurdensModule.Manage) && !office.Actor.May(BurdensModule.TakePart)) return Refusal.Forbidden("登记节约成效");
        if (office.Rules.Value(BurdenRules.SavingKinds).FirstOrDefault(k => k.Id == input.Kind) is not { } kind) return Missing("kind", "请选择种类。");
        if (EventRules.Yuan(input.Amount) is not { } amount || amount == 0) return Missing("amount", $"节约额“{input.Amount}”不是数字，请填大于零的万元数。");
        if (!DateOnly.TryParseExact(input.On, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || on > office.Today || on.Year < office.Today.Year - 1) return Missing("on", "请填写日期，限今年和上年，不晚于今天。");
        if (input.Basis.Trim().Length is 0 or > 500) return Missing("basis", "请写明怎样算出来的：少印多少、少开几次、每次多少，最多500字。");
        var book = await office.BookAsync(cancel);
        var saving = new Saving { Id = office.Ids.Next(), KeeperId = UnitCircle.KeeperOf(book, office.Actor), UnitId = UnitCircle.SpeaksFor(book, office.Actor), Kind = kind.Id, Amount = amount, On = on, Basis = input.Basis.Trim(), RecordedBy = office.Actor.Name, At = office.Now };
        office.Db.Add(saving);
        await office.Db.RecordPlatformAsync(new Act("burdens.saving", $"{book.Unit(saving.UnitId)?.ShortName}登记节约成效：{kind.Word}{EventRules.Wan(amount)}万元") { Quote = saving.Basis, Changes = new { saving.Id } }, office.Ids, office.Now, cancel);
        return saving.Id;
    }, cancel);

    public static IQueryable<Saving> Seen(Office office, OrganisationBook book)
    {
        var (keeper, own) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor));
        var whole = office.Actor.May(BurdensModule.Manage) || office.Actor.May(BurdensModule.Read);
        return office.Db.Set<Saving>().Where(s => s.KeeperId == keeper && (whole || s.UnitId == own));
    }

    private static Refusal Missing(string field, string message) => new("burdens.saving", message) { Field = field };
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Burdens.Flaws;

public sealed record FlawInput(string Item, string Text, string Measure, string Owner, string DueOn);

/// 对照检视形式主义: the office looks at itself first; one by one mended and struck off.
internal sealed class KeepFlaw(Office office)
{
    public Task<Outcome<Flaw>> AddAsync(FlawInput input, string? once, CancellationToken cancel) => office.WriteAsync<Flaw>(once, async () =>
    {
        if (!office.Actor.May(BurdensModule.Manage) && !office.Actor.May(BurdensModule.TakePart)) return Refusal.Forbidden("对照检视");
        var book = await office.BookAsync(cancel);
        var (keeper, unit, year) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor), office.Today.Year);
        if (office.Rules.Value(BurdenRules.NegativeList).FirstOrDefault(n => n.Id == input.Item) is not { } item) return Missing("item", "请对照负面清单选择是哪种情形。");
        if (input.Text.Trim().Length is 0 or > 1000) return Missing("text", "请写明具体表现，最多1000字。");
        if (input.Measure.Trim().Length is 0 or > 1000) return Missing("measure", "请写明怎样改，最多1000字。");
        if (input.Owner.Trim().Length is 0 or > 60) return Missing("owner", "请写明由谁负责改，最多60字。");
        if (!DateOnly.TryParseExact(input.DueOn, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) || due < office.Today) return Missing("dueOn", "请填写改好的时限，不早于今天。");
        var all = office.Db.Set<Flaw>().Where(f => f.KeeperId == keeper && f.Year == year);
        if (!IsOffice(book, unit))
        {
            var own = book.SectionsOf(keeper).Select(s => s.Id).Append(keeper).ToArray();
            if (!await all.AnyAsync(f => own.Contains(f.UnitId), cancel)) return new Refusal("burdens.flaw-first", "今年办公室还没有带头检视。请等办公室先列出自己的问题，再由各单位对照检视。") { Kind = RefusalKind.Conflict };
        }

        var number = (await all.Where(f => f.UnitId == unit).MaxAsync(f => (int?)f.Number, cancel) ?? 0) + 1;
        var flaw = new Flaw { Id = office.Ids.Next(), KeeperId = keeper, UnitId = unit, Year = year, Number = number, Item = item.Id, Text = input.Text.Trim(), Measure = input.Measure.Trim(), Owner = input.Owner.Trim(), DueOn = due, ByName = office.Actor.Name, At = office.Now };
        office.Db.Add(flaw);
        await SayAsync($"{book.Unit(unit)?.ShortName}检视出第{number}号问题：{item.Word}", flaw.Text, flaw, cancel);
        return flaw;
    }, cancel);

    /// 销号: by the unit whose it is, with what was done.
    public Task<Outcome<Done>> CloseAsync(long id, string result, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (await Seen(office, book).SingleOrDefaultAsync(f => f.Id == id, cancel) is not { } flaw) return Refusal.NotFound("这个问题");
        if (flaw.UnitId != UnitCircle.SpeaksFor(book, office.Actor) && !office.Actor.May(BurdensModule.Manage)) return Refusal.Forbidden("替其他单位销号");
        if (flaw.ClosedOn is { } on) return new Refusal("burdens.flaw-closed", $"第{flaw.Number}号问题{on:M月d日}已经销号。又出现的，请重新列一号。") { Kind = RefusalKind.Conflict };
        if (result.Trim().Length is 0 or > 1000) return Missing("result", "请写明改成了什么样，最多1000字。");
        (flaw.Result, flaw.ClosedOn) = (result.Trim(), office.Today);
        await SayAsync($"第{flaw.Number}号问题销号", flaw.Result, flaw, cancel);
        return Done.Yes;
    }, cancel);

    public static IQueryable<Flaw> Seen(Office office, OrganisationBook book)
    {
        var (keeper, own) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor));
        var whole = office.Actor.May(BurdensModule.Manage) || office.Actor.May(BurdensModule.Read);
        return office.Db.Set<Flaw>().Where(f => f.KeeperId == keeper && (whole || f.UnitId == own));
    }

    public static bool IsOffice(OrganisationBook book, long unit) => book.Unit(unit) is { Kind: UnitKind.Own or UnitKind.Section };

    private static Refusal Missing(string field, string message) => new("burdens.flaw", message) { Field = field };

    private Task SayAsync(string text, string quote, Flaw flaw, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("burdens.flaw", text) { Quote = quote, Changes = new { flaw.Id, flaw.UnitId, flaw.Number } }, office.Ids, office.Now, cancel);
}

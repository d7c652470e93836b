using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Burdens.Ledger;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Burdens.Quoted;

/// A figure as the platform sends it: the unit by its name, the kind by its id.
public sealed record QuotedInput(string Unit, string Kind, string Year, string Value, string Platform, string TakenOn);

/// One line of the comparison: the platform's count and our own.
internal sealed record QuotedRow(QuotedFigure Figure, int Own)
{
    public int Difference => Figure.Value - Own;
}

/// 与减负监管平台对接: its figures are taken in, by hand or by its program, and quoted as they are.
internal sealed class TakeQuoted(Office office)
{
    public Task<Outcome<Done>> RunAsync(QuotedInput input, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(BurdensModule.Manage)) return Refusal.Forbidden("引用监管数据");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (UnitCircle.Find(book, keeper, input.Unit, office.Today) is not { } unit) return BurdenRefusals.UnknownUnit(input.Unit);
        var kind = office.Rules.Value(BurdenRules.Kinds).Select(k => k.Id).ToList().IndexOf(input.Kind) + 1;
        if (kind == 0) return BurdenRefusals.NoKind;
        if (!int.TryParse(input.Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < office.Today.Year - 3 || year > office.Today.Year) return Missing("year", "请填写年度，限今年和前三年。");
        if (!int.TryParse(input.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return Missing("value", "请填写平台上的数字，0以上的整数。");
        if (!office.Rules.Value(BurdenRules.Platforms).Contains(input.Platform, StringComparer.Ordinal)) return Missing("platform", "请从列出的平台中选择。");
        if (!DateOnly.TryParseExact(input.TakenOn, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || on > office.Today) return Missing("takenOn", "请填写数据截止日期，不晚于今天。");
        var burden = (BurdenKind)kind;
        var figure = await office.Db.Set<QuotedFigure>().SingleOrDefaultAsync(q => q.KeeperId == keeper && q.UnitId == unit.Id && q.Kind == burden && q.Year == year && q.Platform == input.Platform, cancel);
        if (figure is not null && figure.TakenOn > on) return new Refusal("burdens.quoted-old", $"已有{figure.TakenOn:yyyy年M月d日}的数据，不用更早的覆盖。") { Kind = RefusalKind.Conflict, Field = "takenOn" };
        if (figure is null) office.Db.Add(figure = new QuotedFigure { KeeperId = keeper, UnitId = unit.Id, Kind = burden, Year = year, Platform = input.Platform, RecordedBy = "" });
        (figure.Value, figure.TakenOn, figure.RecordedBy, figure.At) = (value, on, office.Actor.Name, office.Now);
        await office.Db.RecordPlatformAsync(new Act("burdens.quoted", $"引用{input.Platform}数据：{unit.ShortName}{year}年{office.Rules.WordOf(burden).Word}{value}") { Changes = new { figure.UnitId, figure.Kind, figure.Year, figure.Value, figure.TakenOn } }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);

    public static async Task<IReadOnlyList<QuotedRow>> ReadAsync(Office office, int year, CancellationToken cancel)
    {
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        var quoted = await office.Db.Set<QuotedFigure>().AsNoTracking().Where(q => q.KeeperId == keeper && q.Year == year).ToListAsync(cancel);
        var own = (await LedgerBoard.ReadAsync(office, keeper, year, cancel)).Lines.ToDictionary(l => (l.UnitId, l.Kind), l => l.Actual);
        return [.. quoted.Select(q => new QuotedRow(q, own.GetValueOrDefault((q.UnitId, q.Kind)))).OrderByDescending(r => Math.Abs(r.Difference)).ThenBy(r => r.Figure.UnitId).ThenBy(r => r.Figure.Kind)];
    }

    private static Refusal Missing(string field, string message) => new("burdens.quoted", message) { Field = field };
}

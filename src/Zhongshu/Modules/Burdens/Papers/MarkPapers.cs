using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Burdens.Papers;

/// A shortfall as it is noted.
public sealed record PaperMarkInput(string Unit, string Standard, int Times, string? Note);

/// 登记办文质量问题. Noting the same standard again replaces the number; 0 takes it out.
internal sealed class MarkPapers(Office office)
{
    private const int Most = 99;

    public Task<Outcome<Done>> RunAsync((int Year, int Quarter) of, PaperMarkInput input, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (!office.Actor.May(BurdensModule.Manage)) return Refusal.Forbidden("登记办文质量问题");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var standard = office.Rules.Value(BurdenRules.PaperStandards).FirstOrDefault(s => s.Id == input.Standard);
        if (UnitCircle.Find(book, keeper, input.Unit, office.Today) is not { } unit) return BurdenRefusals.UnknownUnit(input.Unit);
        if (standard is null) return new Refusal("burdens.paper-standard", "请从列出的标准中选择。") { Field = "standard" };
        if (input.Times is < 0 or > Most) return new Refusal("burdens.paper-times", $"处数请填0到{Most}。") { Field = "times" };
        if (of.Year < office.Today.Year - 1 || of.Year > office.Today.Year || of.Quarter is < 1 or > 4) return new Refusal("burdens.paper-quarter", "只能登记上年和本年的季度。") { Field = "quarter" };
        if (input.Note?.Trim().Length > 500) return new Refusal("burdens.paper-note", "说明最多500字，请精简。") { Field = "note" };
        var mark = await office.Db.Set<PaperMark>().SingleOrDefaultAsync(m => m.KeeperId == keeper && m.Year == of.Year && m.Quarter == of.Quarter && m.UnitId == unit.Id && m.Standard == standard.Id, cancel);
        if (mark is null) office.Db.Add(mark = new PaperMark { KeeperId = keeper, UnitId = unit.Id, Year = of.Year, Quarter = of.Quarter, Standard = standard.Id, PersonName = office.Actor.Name });
        (mark.Times, mark.Note, mark.PersonName, mark.At) = (input.Times, input.Note?.Trim() ?? "", office.Actor.Name, office.Now);
        await office.Db.RecordPlatformAsync(new Act("burdens.paper-marked", $"登记{unit.ShortName}{of.Year}年第{of.Quarter}季度办文质量问题“{standard.Word}”{input.Times}处") { Quote = mark.Note.Length == 0 ? null : mark.Note, Changes = new { unit.Id, standard = standard.Id, input.Times } }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);

    public static (int Year, int Quarter) QuarterOf(int? year, int? quarter, DateOnly today) =>
        (year is > 2000 and < 2100 ? year.Value : today.Year, quarter is >= 1 and <= 4 ? quarter.Value : (today.Month + 2) / 3);
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Appraisals.Discipline;

public sealed record BreachInput(string Convener, string Meeting, string On, string Person, string Unit, string Kind, string Excuse);

/// 会议违纪登记: at a meeting of the top only by the departments that take its attendance.
internal sealed class RecordBreach(Office office)
{
    public Task<Outcome<long>> RunAsync(BreachInput input, string? once, CancellationToken cancel) => office.WriteAsync<long>(once, async () =>
    {
        if (!office.Actor.May(AppraisalsModule.Manage) && !office.Actor.May(AppraisalsModule.Judge)) return Refusal.Forbidden("登记会议违纪");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (office.Rules.Value(DisciplineRules.Conveners).FirstOrDefault(c => c.Id == input.Convener) is not { } convener) return Missing("convener", "请选择会议由谁召集。");
        if (!MayTake(office, book, convener)) return new Refusal("appraisals.attendance", $"{convener.Word}的会议，签到{(convener.Units.Count > 0 ? $"由{string.Join('、', convener.Units)}执行" : "由办公室执行")}，请由其登记。") { Kind = RefusalKind.Forbidden, Field = "convener" };
        if (input.Meeting.Trim().Length is 0 or > 200) return Missing("meeting", "请填写会议名称，最多200字。");
        if (!DateOnly.TryParseExact(input.On, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || on > office.Today || on.Year < office.Today.Year - 1) return Missing("on", "请填写会议日期，不晚于今天。");
        if (input.Person.Trim().Length is 0 or > 60) return Missing("person", "请填写是谁，最多60字。");
        if (UnitCircle.Find(book, keeper, input.Unit, office.Today) is not { } unit) return Missing("unit", "请从列出的单位中选择所在单位。");
        if (office.Rules.Value(DisciplineRules.Kinds).FirstOrDefault(k => k.Id == input.Kind) is not { } kind) return Missing("kind", "请选择是哪一种。");
        if (input.Excuse.Trim().Length > 500) return Missing("excuse", "理由最多500字。");
        var breach = new Breach { Id = office.Ids.Next(), KeeperId = keeper, Convener = convener.Id, Meeting = input.Meeting.Trim(), On = on, PersonName = input.Person.Trim(), UnitId = unit.Id, Kind = kind.Id, Excuse = input.Excuse.Trim(), RecordedBy = office.Actor.Name, At = office.Now };
        office.Db.Add(breach);
        await office.Db.RecordPlatformAsync(new Act("appraisals.breach", $"登记会议{kind.Word}：{unit.ShortName}{breach.PersonName}（{breach.Meeting}）{(breach.Excuse.Length > 0 ? "，有正当理由" : "")}") { Quote = breach.Excuse.Length > 0 ? breach.Excuse : null, Changes = new { breach.Id } }, office.Ids, office.Now, cancel);
        return breach.Id;
    }, cancel);

    /// Who takes attendance: the named departments alone where the rule names some, else the keeper of the appraisals.
    public static bool MayTake(Office office, OrganisationBook book, ConvenerWord convener)
    {
        if (convener.Units.Count == 0) return office.Actor.May(AppraisalsModule.Manage);
        return book.Unit(UnitCircle.SpeaksFor(book, office.Actor)) is { } own && convener.Units.Any(u => own.Name.EndsWith(u, StringComparison.Ordinal) || own.ShortName == u);
    }

    public static async Task<List<Breach>> OfYearAsync(Office office, int year, CancellationToken cancel)
    {
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await office.Db.Set<Breach>().AsNoTracking().Where(b => b.KeeperId == keeper && b.On >= from && b.On <= to).OrderByDescending(b => b.On).ThenByDescending(b => b.Id).ToListAsync(cancel);
    }

    private static Refusal Missing(string field, string message) => new("appraisals.breach", message) { Field = field };
}

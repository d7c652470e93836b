using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Matters.Readers;

/// 知悉范围: the director or the secrecy officer names who may know, one by one, each time with the reason on the trail.
internal sealed class ChangeReaders(Office office)
{
    public const string Permission = "matters.admit";
    private const int LongestReason = 400;

    public static readonly Refusal NoReason = new("need-to-know.reason", "请写明理由，将记入办理过程。") { Field = "reason" };
    public static readonly Refusal NoPerson = new("need-to-know.person", "请选择一位在岗人员。") { Field = "person" };
    public static readonly Refusal Already = new("need-to-know.already", "该同志已在知悉范围内。") { Field = "person", Kind = RefusalKind.Conflict };
    public static readonly Refusal AtLarge = new("need-to-know.at-large", "这件事项没有限定知悉范围，科室和办公室的同志按岗位可见。请先限定知悉范围，再移出个别人员。") { Kind = RefusalKind.Conflict };
    public static readonly Refusal Self = new("need-to-know.self", "不能把自己移出，否则无人可以再调整。请由其他有权人员办理。") { Field = "person", Kind = RefusalKind.Conflict };

    public Task<Outcome<Done>> AdmitAsync(string code, long person, string? reason, CancellationToken cancel) => WriteAsync(code, reason, async (matter, why) =>
    {
        var book = await office.BookAsync(cancel);
        if (book.Person(person) is not { } who || (who.Until is { } until && until < office.Today)) return NoPerson;
        if (who.Clearance < matter.Classification) return new Refusal("need-to-know.clearance", $"{who.Name}的涉密等级低于这件事项的密级（{Classification.Word(matter.Classification)}），不能列入知悉范围。") { Field = "person" };
        var subject = Participant.Person(person).Value;
        if (await office.Db.Set<MatterAccess>().AnyAsync(a => a.MatterId == matter.Id && a.Subject == subject, cancel)) return Already;
        await office.AdmitAsync(matter, person, why, cancel);
        return null;
    }, cancel);

    public Task<Outcome<Done>> ExcludeAsync(string code, long person, string? reason, CancellationToken cancel) => WriteAsync(code, reason, async (matter, why) =>
    {
        if (!matter.IsRestricted) return AtLarge;
        if (person == office.Actor.PersonId) return Self;
        return await office.ExcludeAsync(matter, person, why, cancel);
    }, cancel);

    /// Whoever restricts stays named, so that somebody can still change it.
    public Task<Outcome<Done>> RestrictAsync(string code, IReadOnlyCollection<long> persons, string? reason, CancellationToken cancel) => WriteAsync(code, reason, async (matter, why) =>
    {
        if (await office.RestrictAsync(matter, [.. persons.Append(office.Actor.PersonId).Distinct()], cancel) is { } no) return no;
        office.Db.Record(matter, new Platform.Trail.Act("matter.restricted-why", "限定知悉范围的理由") { Quote = why }, office.Ids, office.Now);
        return null;
    }, cancel);

    private async Task<Outcome<Done>> WriteAsync(string code, string? reason, Func<Matter, string, Task<Refusal?>> change, CancellationToken cancel)
    {
        if (!office.Actor.May(Permission)) return Refusal.Forbidden("确定知悉范围");
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason) return NoReason;
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var matter = await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == code, cancel);
        if (matter is null) return Refusal.NotFound($"事项 {code}");
        if (await change(matter, reason.Trim()) is { } no) return no;
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }
}

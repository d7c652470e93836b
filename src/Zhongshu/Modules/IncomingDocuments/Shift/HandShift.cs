using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.IncomingDocuments.Shift;

/// 交班 and 接班: handed over in writing, confirmed by the one who takes over; both stand on the platform's trail.
internal sealed class HandShift(Office office)
{
    public const string Permission = "incoming.register";
    private const int LongestRemarks = 2000;

    public static readonly Refusal NoSuccessor = new("incoming.shift-successor", "请选择接班人。接班人应是本单位能办理收文登记的同志。") { Field = "to" };
    public static readonly Refusal NotYours = new("incoming.shift-not-yours", "这份交接班记录不是交给您的，请由接班人本人确认。") { Kind = RefusalKind.Forbidden };
    public static readonly Refusal TakenAlready = new("incoming.shift-taken", "这份交接班记录已经确认过。") { Kind = RefusalKind.Conflict };
    public static readonly Refusal StillWaiting = new("incoming.shift-waiting", "您上一次交班还没有被接班人确认。请先请接班人确认，再交下一班。") { Kind = RefusalKind.Conflict };

    public async Task<Outcome<ShiftChange>> HandAsync(long to, string? remarks, CancellationToken cancel)
    {
        if (TooLong(remarks) is { } no) return no;
        if ((await ShiftGather.SuccessorsAsync(office, cancel)).All(s => s.Id != to)) return NoSuccessor;
        var sheet = (await ShiftGather.SheetAsync(office, cancel)).Write();
        var book = await office.BookAsync(cancel);
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        if (await office.Db.Set<ShiftChange>().AnyAsync(s => s.FromId == office.Actor.PersonId && s.TakenAt == null, cancel)) return StillWaiting;
        var shift = new ShiftChange
        {
            Id = office.Ids.Next(), UnitId = office.Actor.HomeUnitId, FromId = office.Actor.PersonId, FromName = office.Actor.Name,
            ToId = to, ToName = book.Person(to)!.Name, Sheet = sheet, Remarks = (remarks ?? "").Trim(), HandedAt = office.Now,
        };
        office.Db.Add(shift);
        office.Tell(to, "system", $"{office.Actor.Name}向您交班，请到“交接班”核对并确认。");
        await RecordAsync("incoming.shift-handed", $"收发岗交班：{shift.FromName}交{shift.ToName}", shift, shift.Remarks, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return shift;
    }

    public async Task<Outcome<ShiftChange>> TakeAsync(long id, string? remarks, CancellationToken cancel)
    {
        if (TooLong(remarks) is { } no) return no;
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var shift = await office.Db.Set<ShiftChange>().SingleOrDefaultAsync(s => s.Id == id && s.UnitId == office.Actor.HomeUnitId, cancel);
        if (shift is null) return Refusal.NotFound("交接班记录");
        if (shift.ToId != office.Actor.PersonId) return NotYours;
        if (shift.TakenAt is not null) return TakenAlready;
        (shift.TakenAt, shift.TakenRemarks) = (office.Now, (remarks ?? "").Trim());
        await RecordAsync("incoming.shift-taken", $"收发岗接班：{shift.ToName}接{shift.FromName}", shift, shift.TakenRemarks, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return shift;
    }

    private static IncomingRefusals.TooLong? TooLong(string? remarks) => remarks?.Length > LongestRemarks ? new IncomingRefusals.TooLong("remarks", "说明", remarks.Length, LongestRemarks) : null;

    private Task RecordAsync(string verb, string text, ShiftChange shift, string remarks, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act(verb, text)
        {
            Quote = remarks.Length == 0 ? null : remarks,
            Changes = new { shift.Id, Sheet = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shift.Sheet))), Counts = shift.Read().Parts.Select(p => new { p.Title, p.Count }) },
        }, office.Ids, office.Now, cancel);
}

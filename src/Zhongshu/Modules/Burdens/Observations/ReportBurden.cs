using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Burdens.Observations;

/// A report as it is sent in: three fields and a tick.
public sealed record ReportInput(string Item, string Text, string? About, int Minutes, bool Unnamed);

/// 反映负担: in a minute, from a phone. Unnamed means unnamed: no person, no unit, no line on the trail, a number that says nothing of the time.
internal sealed class ReportBurden(Office office)
{
    public Task<Outcome<BurdenReport>> RunAsync(ReportInput input, string? once, CancellationToken cancel) => office.WriteAsync<BurdenReport>(once, async () =>
    {
        if (!office.Actor.May(BurdensModule.TakePart)) return Refusal.Forbidden("反映负担");
        if (office.Rules.Value(BurdenRules.NegativeList).FirstOrDefault(n => n.Id == input.Item) is not { } item) return ReportRefusals.NoItem;
        if (input.Text.Trim().Length is 0 or > ReportLife.Longest) return ReportRefusals.NoText;
        if (input.Unnamed && office.Rules.Value(BurdenRules.Unnamed) != "开通") return ReportRefusals.NoUnnamed;
        var book = await office.BookAsync(cancel);
        var report = new BurdenReport
        {
            Id = input.Unnamed ? RandomNumberGenerator.GetInt32(1, int.MaxValue) : office.Ids.Next(),
            KeeperId = UnitCircle.KeeperOf(book, office.Actor),
            Code = RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTUVWXYZ", 8),
            UnitId = input.Unnamed ? null : UnitCircle.SpeaksFor(book, office.Actor),
            PersonId = input.Unnamed ? null : office.Actor.PersonId,
            Item = item.Id,
            Text = input.Text.Trim(),
            About = (input.About ?? "").Trim() is { Length: <= 200 } about ? about : "",
            Minutes = Math.Clamp(input.Minutes, 0, 100_000),
            ReportedOn = office.Today,
        };
        office.Db.Add(report);
        if (!input.Unnamed) await office.Db.RecordPlatformAsync(new Act("burdens.reported", $"{book.Unit(report.UnitId!.Value)?.ShortName}反映负担：{item.Word}") { Changes = new { report.Id } }, office.Ids, office.Now, cancel);
        foreach (var officer in book.WithRole("supervision-officer", report.KeeperId, office.Today).Select(o => o.Person.Id).Distinct())
            office.Db.Add(new Platform.Notices.Notice { Id = office.Ids.Next(), PersonId = officer, Kind = "work", At = office.Now, Text = $"收到一条基层负担反映（{item.Word}），请在“总量管控 › 观测点”处理。" });
        return report;
    }, cancel);
}

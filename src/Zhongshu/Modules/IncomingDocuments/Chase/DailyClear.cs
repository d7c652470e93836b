using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.IncomingDocuments.Chase;

/// 日清检查: on a working day, once the hour of the rule has come, the registry and the director of each unit are told what has not been sent on.
internal sealed class DailyClear(Office office)
{
    public static readonly OfficeJob<DailyClear> Job = new("日清检查", TimeSpan.FromMinutes(5), (clear, cancel) => clear.RunAsync(cancel));

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var at = TimeOnly.ParseExact(office.Rules.Value(IncomingRules.DailyClearAt), "HH:mm", CultureInfo.InvariantCulture);
        if (TimeOnly.FromTimeSpan(OfficeDay.Local(office.Now).TimeOfDay) < at || !office.Rules.Calendar.IsWorkday(office.Today)) return 0;
        var end = OfficeDay.End(office.Today);
        var unsent = await (
            from document in office.Db.Set<IncomingDocument>().AsNoTracking()
            join matter in office.Db.Set<Matter>() on document.MatterId equals matter.Id
            where document.FirstSentAt == null && document.ReceivedAt < end && document.State == IncomingState.Handling && matter.State == MatterState.Open
            group document by document.UnitId into unit
            select new { unit.Key, Count = unit.Count() }).ToListAsync(cancel);
        var told = 0;
        foreach (var unit in unsent) told += await TellAsync(unit.Key, unit.Count, cancel);
        if (told > 0) await office.Db.SaveChangesAsync(cancel);
        return told;
    }

    /// Once a day each: told before, by the words of today, means told.
    private async Task<int> TellAsync(long unit, int count, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var people = book.WithRole("registry-clerk", unit, office.Today).Concat(Assigning.Directors(book, unit, office.Today)).Select(h => h.Person.Id).Distinct().ToList();
        var today = string.Create(CultureInfo.InvariantCulture, $"{office.Today:M月d日}日清检查：");
        var start = OfficeDay.Start(office.Today);
        var told = await office.Db.Set<Notice>().Where(n => people.Contains(n.PersonId) && n.At >= start && n.Text.StartsWith(today)).Select(n => n.PersonId).ToListAsync(cancel);
        foreach (var person in people.Except(told))
            office.Tell(person, "chase", $"{today}还有 {count} 件来文没有送出。请到“压文和超期”的“当日件”逐件处理。");
        return people.Except(told).Count();
    }
}

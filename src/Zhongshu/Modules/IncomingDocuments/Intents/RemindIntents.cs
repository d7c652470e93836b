using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Notices;

namespace Zhongshu.Modules.IncomingDocuments.Intents;

/// 最迟报审提醒: the working day before, whoever raised it is told that the document has to be here.
internal sealed class RemindIntents(Office office)
{
    private const int Most = 500;

    public static readonly OfficeJob<RemindIntents> Job = new("报审提醒", TimeSpan.FromMinutes(30), (remind, cancel) => remind.RunAsync(cancel)) { Purpose = "最迟报审日前一个工作日提醒报件单位。" };

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var until = office.Rules.Calendar.AddWorkdays(office.Today, 1);
        var due = await office.Db.Set<SubmissionIntent>().Where(i => (i.State == IntentState.Talking || i.State == IntentState.Agreed) && i.LatestOn <= until && i.RemindedAt == null).OrderBy(i => i.LatestOn).Take(Most).ToListAsync(cancel);
        foreach (var intent in due)
        {
            intent.RemindedAt = office.Now;
            office.Tell(intent.ByPersonId, "chase", $"最迟{intent.LatestOn:M月d日}报审，为领导审改留出时间，请抓紧正式报送：{intent.Title}");
        }

        if (due.Count > 0) await office.Db.SaveChangesAsync(cancel);
        return due.Count;
    }
}

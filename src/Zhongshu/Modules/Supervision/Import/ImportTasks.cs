using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Requests;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Import;

/// A sheet as it was read: what may go in, what is wrong row by row, and what is open already.
internal sealed record ImportPreview(UploadedFile File, SheetReading<ImportRow> Reading, IReadOnlySet<string> Open);

/// 导入年度重点任务: rows go in by two hundred a transaction, each under a key of its own, so that an import that was broken off goes on where it stood.
internal sealed class ImportTasks(Office office, DocketItem docket, TaskDesk desk, FileStore store, Uploads uploads)
{
    private const int RowsATransaction = 200;

    public async Task<Outcome<ImportPreview>> PreviewAsync(long uploadId, string origin, CancellationToken cancel)
    {
        var found = await uploads.FindAsync([uploadId], cancel);
        if (!found.Succeeded) return found.Refusal;
        await using var content = store.Open(found.Value[0].Hash);
        if (content is null) return FileRefusals.Gone(found.Value[0].Name);
        var reading = ImportSheet.Read(content, origin, (office.Rules, await office.BookAsync(cancel), office.Today));
        if (!reading.Succeeded) return reading.Refusal;
        return new ImportPreview(found.Value[0], reading.Value, await OpenTitlesAsync(reading.Value.Good.Select(g => g.Value.Form.Title), cancel));
    }

    /// Dockets the good rows that are not open already; send = the tasks lie on the units' desks at once. Returns how many.
    public async Task<Outcome<int>> RunAsync(long uploadId, string origin, bool send, CancellationToken cancel)
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("督查立项");
        if (origin.Trim().Length == 0) return SupervisionRefusals.Missing("origin", "请写明依据，如“2026年政府工作报告”。");
        var preview = await PreviewAsync(uploadId, origin.Trim(), cancel);
        if (!preview.Succeeded) return preview.Refusal;
        var done = 0;
        foreach (var rows in preview.Value.Reading.Good.Where(g => !preview.Value.Open.Contains(g.Value.Form.Title)).Chunk(RowsATransaction)) done += await AddAsync(uploadId, rows, send, cancel);
        return done;
    }

    private async Task<int> AddAsync(long uploadId, IReadOnlyList<(int Row, ImportRow Value)> rows, bool send, CancellationToken cancel)
    {
        var done = 0;
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        foreach (var (row, value) in rows)
        {
            var request = new KeyedRequest(string.Create(CultureInfo.InvariantCulture, $"supervision-{uploadId}-{row}"), "");
            if (await RequestKeys.AnsweredAsync(office.Db, request, cancel) is { Succeeded: true, Value: not null }) continue;
            var matter = await docket.AddAsync(value.Form, value.Planned, cancel);
            await office.Db.SaveChangesAsync(cancel);
            if (send) await SendAsync(matter, cancel);
            await RequestKeys.NoteAsync(office.Db, request, matter.Code, office.Now, cancel);
            await office.Db.SaveChangesAsync(cancel);
            office.Db.ChangeTracker.Clear();
            done++;
        }

        await transaction.CommitAsync(cancel);
        return done;
    }

    /// 清单即交办: a yearly list goes to its units as it is, without a letter for each line.
    private async Task SendAsync(Matter matter, CancellationToken cancel)
    {
        if (await desk.LoadAsync(matter.Code, cancel) is not { } of) return;
        var facts = new TaskFacts { Side = Side.Office, Now = office.Now, Today = office.Today, Figures = TaskFigures.Of(office.Rules, of.Item.LimitClass) };
        foreach (var task in of.Tasks) await desk.MoveAsync(of, task, TaskLife.Decide(TaskStanding.Of(task), new TaskCommand(TaskVerb.Send), facts).Value.Next, cancel);
        await office.LiftAsync(matter.Id, DocketItem.SendStep, cancel);
        await desk.RollUpAsync(of, of.Tasks, cancel);
        office.Db.Record(matter, new Platform.Trail.Act("supervision.sent", "随清单交办"), office.Ids, office.Now);
    }

    private async Task<IReadOnlySet<string>> OpenTitlesAsync(IEnumerable<string> titles, CancellationToken cancel)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in titles.Chunk(500))
            open.UnionWith(await office.Db.Set<Matter>().Where(m => m.Kind == SupervisionKindOfMatter.Name && m.State == MatterState.Open && some.Contains(m.Title)).Select(m => m.Title).ToListAsync(cancel));
        return open;
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Requests;

namespace Zhongshu.Modules.Supervision.Import;

/// A sheet as it was read: what may go in, what is wrong row by row, and what is open already.
internal sealed record ImportPreview(UploadedFile File, SheetReading<ImportRow> Reading, IReadOnlySet<(string Title, long Lead)> Open)
{
    /// The same task of the same unit is open; one task given to several units stands there once for each.
    public bool Knows(ImportRow row) => Open.Contains((row.Form.Title, row.Planned.Tasks[0].LeadUnitId));
}

/// 导入年度重点任务: a sheet is read and looked over first; its good rows are docketed as a list.
internal sealed class ImportTasks(Office office, DocketList list, FileStore store, Uploads uploads)
{
    public async Task<Outcome<ImportPreview>> PreviewAsync(long uploadId, string origin, CancellationToken cancel)
    {
        var found = await uploads.FindAsync([uploadId], cancel);
        if (!found.Succeeded) return found.Refusal;
        await using var content = store.Open(found.Value[0].Hash);
        if (content is null) return FileRefusals.Gone(found.Value[0].Name);
        var reading = ImportSheet.Read(content, origin, (office.Rules, await office.BookAsync(cancel), office.Today));
        if (!reading.Succeeded) return reading.Refusal;
        return new ImportPreview(found.Value[0], reading.Value, await OpenTasksAsync(reading.Value.Good.Select(g => g.Value.Form.Title), cancel));
    }

    /// Dockets the good rows that are not open already; send = the tasks lie on the units' desks at once. Returns how many.
    public async Task<Outcome<int>> RunAsync(long uploadId, string origin, bool send, CancellationToken cancel)
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("督查立项");
        if (origin.Trim().Length == 0) return SupervisionRefusals.Missing("origin", "请写明依据，如“2026年政府工作报告”。");
        var preview = await PreviewAsync(uploadId, origin.Trim(), cancel);
        if (!preview.Succeeded) return preview.Refusal;
        var rows = preview.Value.Reading.Good.Where(g => !preview.Value.Knows(g.Value))
            .Select(g => new ListedDocket(new KeyedRequest(string.Create(CultureInfo.InvariantCulture, $"supervision-{uploadId}-{g.Row}"), ""), g.Value.Form, g.Value.Planned));
        return (await list.AddAsync(rows, send, cancel)).Count;
    }

    private async Task<IReadOnlySet<(string Title, long Lead)>> OpenTasksAsync(IEnumerable<string> titles, CancellationToken cancel)
    {
        var open = new HashSet<(string, long)>();
        foreach (var some in titles.Distinct(StringComparer.Ordinal).Chunk(500))
        {
            var rows = await (
                from matter in office.Db.Set<Matter>()
                join task in office.Db.Set<SupervisionTask>().Parts() on matter.Id equals task.MatterId
                where matter.Kind == SupervisionKindOfMatter.Name && matter.State == MatterState.Open && some.Contains(matter.Title) && task.State != TaskState.Closed && task.State != TaskState.Withdrawn
                select new { matter.Title, task.LeadUnitId }).ToListAsync(cancel);
            open.UnionWith(rows.Select(r => (r.Title, r.LeadUnitId)));
        }

        return open;
    }
}

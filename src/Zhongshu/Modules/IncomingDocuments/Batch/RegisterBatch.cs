using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Requests;

namespace Zhongshu.Modules.IncomingDocuments.Batch;

/// A row of a batch that is registered.
internal sealed record BatchRow(int Row, string Code, string RegistryNumber, string Title);

/// A sheet as it was read: what can go in, what is wrong, and what is there already.
internal sealed record BatchPreview(UploadedFile File, SheetReading<RegisterForm> Reading, IReadOnlyList<SheetFault> Doubles);

/// 批量登记: rows go in by two hundred a transaction, each under a key of its own, so that a batch that was broken off goes on where it stood.
internal sealed class RegisterBatch(Office office, RegisterDocument register, FileStore store, Uploads uploads)
{
    private const int RowsATransaction = 200;

    public async Task<Outcome<BatchPreview>> PreviewAsync(long uploadId, CancellationToken cancel)
    {
        var found = await uploads.FindAsync([uploadId], cancel);
        if (!found.Succeeded) return found.Refusal;
        await using var content = store.Open(found.Value[0].Hash);
        if (content is null) return FileRefusals.Gone(found.Value[0].Name);
        var reading = BatchSheet.Read(content, office.Rules, office.Now, office.Today);
        if (!reading.Succeeded) return reading.Refusal;
        return new BatchPreview(found.Value[0], reading.Value, await DoublesAsync(reading.Value, cancel));
    }

    /// Registers the good rows; those that are in the ledger already only when asked to.
    public async Task<Outcome<int>> RunAsync(long uploadId, bool despiteDuplicate, CancellationToken cancel)
    {
        var preview = await PreviewAsync(uploadId, cancel);
        if (!preview.Succeeded) return preview.Refusal;
        var done = 0;
        foreach (var rows in preview.Value.Reading.Good.Chunk(RowsATransaction)) done += await AddAsync(uploadId, rows, despiteDuplicate, cancel);
        return done;
    }

    /// What was registered from this upload, by row.
    public async Task<IReadOnlyList<BatchRow>> DoneAsync(long uploadId, CancellationToken cancel)
    {
        var prefix = KeyOf(uploadId, "");
        var done = await (
            from key in office.Db.Set<RequestKey>().AsNoTracking()
            join matter in office.Db.Set<Matter>() on key.Code equals matter.Code
            join document in office.Db.Set<IncomingDocument>() on matter.Id equals document.MatterId
            where key.PersonId == office.Actor.PersonId && key.Key.StartsWith(prefix)
            select new { key.Key, matter.Code, document.RegistryNumber, document.Title }).ToListAsync(cancel);
        return [.. done.Select(d => new BatchRow(int.Parse(d.Key[prefix.Length..], CultureInfo.InvariantCulture), d.Code, d.RegistryNumber, d.Title)).OrderBy(d => d.Row)];
    }

    private async Task<int> AddAsync(long uploadId, IReadOnlyList<(int Row, RegisterForm Form)> rows, bool despiteDuplicate, CancellationToken cancel)
    {
        var done = 0;
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        foreach (var (row, form) in rows)
        {
            var request = new KeyedRequest(KeyOf(uploadId, row.ToString(CultureInfo.InvariantCulture)), "");
            if (await RequestKeys.AnsweredAsync(office.Db, request, cancel) is { Succeeded: true, Value: not null }) continue;
            var prepared = await register.PrepareAsync(form with { DespiteDuplicate = despiteDuplicate }, cancel);
            if (!prepared.Succeeded || await register.RefusesDuplicateAsync(prepared.Value, cancel) is not null) continue;
            var added = await register.AddAsync(prepared.Value, cancel);
            if (!added.Succeeded) continue;
            await RequestKeys.NoteAsync(office.Db, request, added.Value.Matter.Code, office.Now, cancel);
            await office.Db.SaveChangesAsync(cancel);
            office.Db.ChangeTracker.Clear();
            done++;
        }

        await transaction.CommitAsync(cancel);
        return done;
    }

    private async Task<IReadOnlyList<SheetFault>> DoublesAsync(SheetReading<RegisterForm> reading, CancellationToken cancel)
    {
        var doubles = new List<SheetFault>();
        foreach (var (row, form) in reading.Good)
            if (await Duplicates.FindAsync(office, form.DocumentNumber, form.Sender, "", cancel) is [var like, ..])
                doubles.Add(new SheetFault("来文", row, "来文字号", $"{form.DocumentNumber} 已登记为 {like.RegistryNumber}《{like.Title}》"));
        return doubles;
    }

    private static string KeyOf(long uploadId, string row) => string.Create(CultureInfo.InvariantCulture, $"batch-{uploadId}-{row}");
}

using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Platform.Files;

/// The files that the actor has uploaded and not yet used.
internal sealed class Uploads(Office office, FileStore store)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// In the order asked for; refuses when one is gone or is somebody else's.
    public async Task<Outcome<IReadOnlyList<UploadedFile>>> FindAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return Array.Empty<UploadedFile>();
        var mine = await office.Db.Set<UploadedFile>().AsNoTracking().Where(f => ids.Contains(f.Id) && f.PersonId == office.Actor.PersonId).ToListAsync(cancel);
        if (mine.Count < ids.Distinct().Count()) return FileRefusals.Gone("所选文件");
        return ids.Distinct().Select(id => mine.Single(f => f.Id == id)).ToArray();
    }

    public async Task<string> TextAsync(string hash, CancellationToken cancel) =>
        await office.Db.Set<FileText>().AsNoTracking().Where(t => t.Hash == hash).Select(t => t.Text).SingleOrDefaultAsync(cancel) ?? "";

    /// Forgets uploads; bytes and text go too when nothing else holds them.
    public async Task DropAsync(IReadOnlyList<UploadedFile> files, CancellationToken cancel)
    {
        var ids = files.Select(f => f.Id).ToList();
        await office.Db.Set<UploadedFile>().Where(f => ids.Contains(f.Id)).ExecuteDeleteAsync(cancel);
        foreach (var hash in files.Select(f => f.Hash).Distinct()) await DropBytesAsync(hash, cancel);
    }

    /// 清理: what was uploaded and not registered within a day.
    public async Task<int> CleanAsync(CancellationToken cancel)
    {
        var before = office.Now - KeptFor;
        var old = await office.Db.Set<UploadedFile>().AsNoTracking().Where(f => f.At < before).OrderBy(f => f.At).Take(500).ToListAsync(cancel);
        await DropAsync(old, cancel);
        store.DropAbandoned(before);
        return old.Count;
    }

    private async Task DropBytesAsync(string hash, CancellationToken cancel)
    {
        // All attachments count here, also those on matters that the actor does not see.
        if (await office.Db.Set<Attachment>().IgnoreQueryFilters().AnyAsync(a => a.Hash == hash, cancel)) return;
        if (await office.Db.Set<UploadedFile>().AnyAsync(f => f.Hash == hash, cancel) || await office.Db.Set<KeptFile>().AnyAsync(f => f.Hash == hash, cancel)) return;
        await office.Db.Set<FileText>().Where(t => t.Hash == hash).ExecuteDeleteAsync(cancel);
        store.Delete(hash);
    }
}

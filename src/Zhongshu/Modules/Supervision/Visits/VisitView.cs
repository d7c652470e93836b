using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision.Visits;

/// A visit with its people, what it found and its photographs.
public sealed record VisitView(Visit Visit, IReadOnlyList<VisitMember> Team, IReadOnlyList<Finding> Findings, IReadOnlyList<Attachment> Photos)
{
    internal static async Task<IReadOnlyList<VisitView>> OfAsync(Office office, long matterId, CancellationToken cancel)
    {
        var db = office.Db;
        var visits = await db.Set<Visit>().AsNoTracking().Where(v => v.MatterId == matterId).OrderByDescending(v => v.Id).ToListAsync(cancel);
        if (visits.Count == 0) return [];
        var team = await db.Set<VisitMember>().AsNoTracking().Where(m => m.MatterId == matterId).OrderBy(m => m.Id).ToListAsync(cancel);
        var findings = await db.Set<Finding>().AsNoTracking().Where(f => f.MatterId == matterId).OrderBy(f => f.Id).ToListAsync(cancel);
        var photos = await (from photo in db.Set<VisitPhoto>().AsNoTracking() join file in db.Set<Attachment>() on photo.AttachmentId equals file.Id where photo.MatterId == matterId orderby file.Id select new { photo.VisitId, file }).ToListAsync(cancel);
        return [.. visits.Select(v => new VisitView(v, [.. team.Where(m => m.VisitId == v.Id)], [.. findings.Where(f => f.VisitId == v.Id)], [.. photos.Where(p => p.VisitId == v.Id).Select(p => p.file)]))];
    }
}

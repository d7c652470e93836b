using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Show;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Visits;

/// Who may have the files of a visit and the evidence of a feedback: whoever is shown that visit or that feedback, not every reader of the matter.
internal static class VisitFiles
{
    public static readonly IReadOnlySet<string> Roles = new HashSet<string>(StringComparer.Ordinal) { "visit", "evidence" };

    public static async Task<bool> MayReadAsync(Office office, Attachment file, CancellationToken cancel)
    {
        if (file.AddedBy == office.Actor.PersonId) return true;
        var matter = await office.Db.Set<Matter>().AsNoTracking().Where(m => m.Id == file.MatterId).Select(m => new { m.Code, m.Kind }).SingleOrDefaultAsync(cancel);
        // Other kinds of matter have evidence too; theirs is read with the matter.
        if (matter?.Kind != SupervisionKindOfMatter.Name) return matter is not null;
        if (await ItemView.ReadAsync(office, matter.Code, cancel) is not { } view) return false;
        return view.Visits.Any(v => v.Photos.Any(p => p.Id == file.Id)) || view.Tasks.Any(t => t.Feedbacks.Any(f => f.Evidence.Any(e => e.File?.Id == file.Id)));
    }
}

using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.PeopleFiles.Opinions;
using Zhongshu.Modules.PeopleFiles.Plans;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.PeopleFiles.Contracts;

/// For the desk: opinions that wait for an answer or for a section, and, for who keeps the whole office's files, the kinds that are due.
internal static class PeopleOwed
{
    private const int MostKinds = 6;

    public static async Task<IReadOnlyList<(string Text, string Href, DateOnly? DueOn)>> ReadAsync(Office office, CancellationToken cancel)
    {
        var (answers, heads, manages) = (HearYouth.Answers(office), office.Actor.May(PeopleFilesModule.Section), office.Actor.May(PeopleFilesModule.Manage));
        if (!answers && !heads) return [];
        var book = await office.BookAsync(cancel);
        var (own, me) = (office.Actor.UnitId, office.Actor.PersonId);
        var seen = HearYouth.Seen(office, book);
        var open = await seen.Where(o => (answers && o.AnsweredOn == null && o.PersonId != me) || (heads && o.UnitId == own && o.DoneOn == null)).OrderBy(o => o.Id).Take(50).Select(o => new { o.AnsweredOn, o.Measure, o.DueOn }).ToListAsync(cancel);
        var lines = open.FindAll(o => o.AnsweredOn is not null).ConvertAll(o => ($"改进流程：{o.Measure}", "trainings/opinions", o.DueOn));
        if (open.Count(o => o.AnsweredOn is null) is > 0 and var waiting) lines.Add(($"座谈意见待答复{waiting}条", "trainings/opinions", null));
        if (!manages || office.Actor.HomeUnitId != UnitCircle.KeeperOf(book, office.Actor)) return lines;
        var due = (await Rhythm.ReadAsync(office, office.Today.Year, cancel)).Where(l => l.IsOwed).Select(l => l.Kind.Word).ToList();
        if (due.Count > 0) lines.Add(($"该办了：{string.Join('、', due.Take(MostKinds))}{(due.Count > MostKinds ? $"等{due.Count}种" : "")}", "trainings/plan", null));
        return lines;
    }
}

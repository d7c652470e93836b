using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.IncomingDocuments.Receive;

/// The answer to one check: passed, or what is doubtful.
internal sealed record CheckAnswer(string CheckId, bool Passed, string Note);

/// 八关审核: each check is answered and kept with who answered it and when (M1-B38).
internal sealed class CheckDocument(Office office)
{
    private const int LongestNote = 400;

    public async Task<Outcome<Done>> RunAsync(string code, IReadOnlyList<CheckAnswer> answers, CancellationToken cancel)
    {
        var matter = await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == code && m.Kind == IncomingKindOfMatter.Name, cancel);
        if (matter is null) return Refusal.NotFound($"事项 {code}");
        if (matter.RefusesWork() is { } closed) return closed;
        var checks = office.Rules.Value(IncomingRules.Checks);
        if (Refuses(answers, checks) is { } no) return no;
        var known = await office.Db.Set<IncomingCheckEntry>().Where(c => c.MatterId == matter.Id).ToListAsync(cancel);
        foreach (var answer in answers) Take(matter, known.Find(k => k.CheckId == answer.CheckId), answer);
        var doubts = answers.Where(a => !a.Passed).Select(a => $"{checks.First(c => c.Id == a.CheckId).Word}：{a.Note.Trim()}").ToList();
        var text = doubts.Count == 0 ? $"来文审核：{answers.Count}关通过" : $"来文审核：{answers.Count - doubts.Count}关通过，{doubts.Count}关有疑问";
        office.Db.Record(matter, new Act("incoming.checked", text) { Quote = doubts.Count == 0 ? null : string.Join('\n', doubts), Changes = answers }, office.Ids, office.Now);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }

    private static Refusal? Refuses(IReadOnlyList<CheckAnswer> answers, IReadOnlyList<IncomingCheck> checks)
    {
        if (answers.Count == 0) return new IncomingRefusals.Missing("checks", "还没有勾选任何一关。请逐关选择“通过”或“有疑问”。");
        foreach (var answer in answers)
        {
            if (checks.FirstOrDefault(c => c.Id == answer.CheckId) is not { } check) return new IncomingRefusals.UnknownCode("checks", "审核项");
            if (!answer.Passed && string.IsNullOrWhiteSpace(answer.Note)) return new IncomingRefusals.Missing(check.Id, $"{check.Word}有疑问的，请写明疑问。");
            if (answer.Note.Length > LongestNote) return new IncomingRefusals.TooLong(check.Id, $"{check.Word}的说明", answer.Note.Length, LongestNote);
        }

        return null;
    }

    private void Take(Matter matter, IncomingCheckEntry? entry, CheckAnswer answer)
    {
        if (entry is null)
        {
            entry = new IncomingCheckEntry { MatterId = matter.Id, CheckId = answer.CheckId, PersonName = office.Actor.Name };
            office.Db.Add(entry);
        }

        (entry.Passed, entry.Note, entry.PersonId, entry.PersonName, entry.At) = (answer.Passed, answer.Note.Trim(), office.Actor.PersonId, office.Actor.Name, office.Now);
    }
}

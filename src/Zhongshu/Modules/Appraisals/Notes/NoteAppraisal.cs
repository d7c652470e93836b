using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Appraisals.Notes;

public sealed record NoteInput(string Kind, long Unit, string On, string Words);

/// One turn of the cycle of a scheme: by when, and when it was done.
internal sealed record CycleTurn(NoteWord Word, DateOnly DueOn, DateOnly? DoneOn)
{
    public bool IsOwed(DateOnly today) => DoneOn is null && DueOn < today;
}

internal sealed class NoteAppraisal(Office office)
{
    public Task<Outcome<long>> AddAsync(long id, NoteInput input, string? once, CancellationToken cancel) => office.WriteAsync<long>(once, async () =>
    {
        if (!office.Actor.May(AppraisalsModule.Manage)) return Refusal.Forbidden("登记考核运用");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (await office.Db.Set<AppraisalScheme>().SingleOrDefaultAsync(s => s.Id == id && s.KeeperId == keeper, cancel) is not { } scheme) return Refusal.NotFound("这次考核");
        var units = await office.Db.Set<AppraisedUnit>().Where(u => u.SchemeId == id).Select(u => u.UnitId).ToListAsync(cancel);
        var decided = Decide(input, scheme, units, office.Rules.Value(AppraisalRules.Notes), office.Today);
        if (!decided.Succeeded) return decided.Refusal;
        var (word, on) = decided.Value;
        var note = new AppraisalNote { Id = office.Ids.Next(), SchemeId = id, UnitId = word.IsOfUnit ? input.Unit : 0, Kind = word.Id, Words = input.Words.Trim(), On = on, PersonName = office.Actor.Name, At = office.Now };
        office.Db.Add(note);
        var whom = word.IsOfUnit ? book.Unit(input.Unit)?.ShortName : "";
        await office.Db.RecordPlatformAsync(new Act("appraisals.noted", $"{word.Word}：{whom}（{scheme.Title}）") { Quote = note.Words, Changes = new { note.Id, note.SchemeId, note.UnitId } }, office.Ids, office.Now, cancel);
        return note.Id;
    }, cancel);

    /// Results are used only when they are confirmed; the rest whenever it happens. Pure.
    public static Outcome<(NoteWord Word, DateOnly On)> Decide(NoteInput input, AppraisalScheme scheme, IReadOnlyList<long> units, IReadOnlyList<NoteWord> words, DateOnly today)
    {
        if (words.FirstOrDefault(w => w.Id == input.Kind) is not { } word) return new Refusal("appraisals.note-kind", "请选择登记的是哪一种。") { Field = "kind" };
        if (word.NeedsResult && scheme.State != SchemeState.Confirmed) return new Refusal("appraisals.note-early", $"“{word.Word}”以确认的结果为依据，请在结果确认后登记。") { Kind = RefusalKind.Conflict, Field = "kind" };
        if (word.IsOfUnit && !units.Contains(input.Unit)) return new Refusal("appraisals.note-unit", $"“{word.Word}”要写明是哪个被考核单位。") { Field = "unit" };
        if (!DateOnly.TryParseExact(input.On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || on > today || on < scheme.FirstDay) return new Refusal("appraisals.note-on", $"请填写日期，在{scheme.FirstDay:yyyy年M月d日}和今天之间。") { Field = "on" };
        return input.Words.Trim().Length is 0 or > 1000 ? new Refusal("appraisals.note-words", "请写明做了什么、依据是什么，最多1000字。") { Field = "words" } : (word, on);
    }

    /// 评价周期: the turns within the period of a scheme; each is done by the first note since the turn before. Pure.
    public static IReadOnlyList<CycleTurn> Turns(AppraisalScheme scheme, IReadOnlyList<NoteWord> words, IReadOnlyList<AppraisalNote> notes)
    {
        var turns = new List<CycleTurn>();
        foreach (var word in words.Where(w => w.Months > 0))
        {
            var from = scheme.FirstDay;
            for (var due = scheme.FirstDay.AddMonths(word.Months).AddDays(-1); due <= scheme.LastDay; (from, due) = (due.AddDays(1), due.AddDays(1).AddMonths(word.Months).AddDays(-1)))
            {
                // The last turn may be done after the period has ended.
                var next = due.AddDays(1).AddMonths(word.Months).AddDays(-1);
                var until = next > scheme.LastDay ? DateOnly.MaxValue : due;
                turns.Add(new CycleTurn(word, due, notes.Where(n => n.Kind == word.Id && n.On >= from && n.On <= until).Min(n => (DateOnly?)n.On)));
            }
        }

        // Where a longer turn falls due on the same day the shorter one is part of it.
        return [.. turns.GroupBy(t => t.DueOn).Select(g => g.MaxBy(t => t.Word.Months)!).OrderBy(t => t.DueOn)];
    }
}

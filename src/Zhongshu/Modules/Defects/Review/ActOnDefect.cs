using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Defects.Review;

/// Somebody who can be made answerable for a step.
public sealed record StepOwner(long Id, string Name, string Post);

/// 安排复盘、逐步复盘、开门纳谏、销号.
internal sealed class ActOnDefect(Office office)
{
    public Task<Outcome<Done>> OpenAsync(long id, string approach, IReadOnlyList<StepPlan> plan, CancellationToken cancel) => ActAsync(id, async (defect, book) =>
    {
        if (!DefectCircle.Reviews(office, book, defect)) return DefectRefusals.NotYours;
        var people = Owners(book, defect).Select(o => o.Id).ToHashSet();
        var steps = DefectLife.Open(defect, office.Rules.Value(DefectRules.Approaches).FirstOrDefault(a => a.Id == approach), [.. plan.Where(p => people.Contains(p.OwnerId))], (office.Rules.StepsOf(defect), office.Today));
        if (!steps.Succeeded) return steps.Refusal;
        office.Db.AddRange(steps.Value);
        var words = office.Rules.Value(DefectRules.Steps);
        foreach (var owner in steps.Value.GroupBy(s => s.OwnerId))
            Tell(owner.Key, $"请参加一件错情（{office.Rules.KindWord(defect.Kind)}）的复盘：{string.Join('、', owner.Select(s => $"{words.First(w => w.Id == s.Step).Word}（{s.DueOn:M月d日}前）"))}。在“办事 › 错情复盘”填写。");
        await SayAsync("defects.review", $"安排错情复盘（{office.Rules.KindWord(defect.Kind)}）", defect, null, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> DoAsync(long id, string step, string words, CancellationToken cancel) => ActAsync(id, async (defect, _) =>
    {
        var rows = await office.Db.Set<DefectStep>().Where(s => s.DefectId == id).ToListAsync(cancel);
        if (rows.FirstOrDefault(r => r.Step == step) is { } row && row.OwnerId != office.Actor.PersonId && !office.Actor.May(DefectsModule.Manage)) return DefectRefusals.NotYourStep;
        if (DefectLife.Do(defect, step, words, (office.Rules.Value(DefectRules.Steps), rows), (office.Actor.Name, office.Today)) is { } no) return no;
        await SayAsync("defects.step", $"错情复盘：{office.Rules.Value(DefectRules.Steps).First(s => s.Id == step).Word}", defect, words, cancel);
        return Done.Yes;
    }, cancel);

    /// 开门纳谏: anybody of the office, while the review is open.
    public Task<Outcome<Done>> AdviseAsync(long id, string words, CancellationToken cancel) => ActAsync(id, async (defect, book) =>
    {
        if (defect.State != DefectState.InReview || defect.Approach != DefectRules.OpenDoor) return DefectRefusals.NotOpen;
        if (words.Length is 0 or > DefectLife.Longest) return DefectRefusals.Missing("words", $"请写明建议，最多{DefectLife.Longest}字。");
        office.Db.Add(new DefectAdvice { Id = office.Ids.Next(), DefectId = id, UnitId = UnitCircle.SpeaksFor(book, office.Actor), PersonName = office.Actor.Name, Text = words, At = office.Now });
        await SayAsync("defects.advice", "对堵点难点提出建议", defect, words, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> CloseAsync(long id, Closing closing, CancellationToken cancel) => ActAsync(id, async (defect, book) =>
    {
        if (!DefectCircle.Reviews(office, book, defect)) return DefectRefusals.NotYours;
        if (defect.PersonId is null && DefectCircle.People(book, defect.UnitId, office.Today).Any(m => m.Person.Id == closing.PersonId)) defect.PersonId = closing.PersonId;
        if (defect.PersonId is null) return DefectRefusals.NoPerson;
        var rows = await office.Db.Set<DefectStep>().AsNoTracking().Where(s => s.DefectId == id).ToListAsync(cancel);
        var advices = await office.Db.Set<DefectAdvice>().CountAsync(a => a.DefectId == id, cancel);
        var approach = office.Rules.Value(DefectRules.Approaches).FirstOrDefault(a => a.Id == defect.Approach);
        if (DefectLife.Close(defect, closing, (office.Rules.MustReview(defect), advices), (office.Rules.Value(DefectRules.Steps), rows, approach), office.Today) is { } no) return no;
        await SayAsync("defects.closed", $"错情销号（{office.Rules.KindWord(defect.Kind)}）", defect, closing.Lesson, cancel);
        return Done.Yes;
    }, cancel);

    /// Those who can be made answerable for a step: the unit's people, and the office's leading people who answer for all.
    public IReadOnlyList<StepOwner> Owners(OrganisationBook book, Defect defect) =>
        [.. DefectCircle.People(book, defect.UnitId, office.Today).Concat(book.WithRole("office-director", defect.KeeperId, office.Today)).DistinctBy(m => m.Person.Id).Select(m => new StepOwner(m.Person.Id, m.Person.Name, m.Post.Name))];

    private Task<Outcome<Done>> ActAsync(long id, Func<Defect, OrganisationBook, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        var book = await office.BookAsync(cancel);
        return await DefectCircle.Seen(office, book).SingleOrDefaultAsync(d => d.Id == id, cancel) is { } defect ? await act(defect, book) : Refusal.NotFound("这件错情");
    }, cancel);

    private void Tell(long person, string text) => office.Tell(person, "work", text);

    private Task SayAsync(string verb, string text, Defect defect, string? quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act(verb, text) { Quote = quote, Changes = new { defect.Id } }, office.Ids, office.Now, cancel);
}

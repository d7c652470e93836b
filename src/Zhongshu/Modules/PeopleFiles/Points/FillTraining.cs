using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.PeopleFiles.Trainings;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.PeopleFiles.Points;

/// 按次登记: what a kind asks of a training, and who was asked what before it, drawn by lot.
internal sealed class FillTraining(Office office)
{
    /// An empty answer leaves the question open, and takes back what one wrote oneself.
    public Task<Outcome<Done>> FillAsync(long id, IReadOnlyDictionary<string, string> answers, string? once, CancellationToken cancel) => ActAsync(id, once, async (training, kind) =>
    {
        if (kind.Asks.Count == 0) return new Refusal("people.no-asks", $"{kind.Word}没有要按次填写的内容。") { Kind = RefusalKind.Conflict };
        var told = answers.Where(a => kind.Asks.Contains(a.Key, StringComparer.Ordinal)).Select(a => (a.Key, Text: (a.Value ?? "").Trim())).ToList();
        if (told.TrueForAll(t => t.Text.Length == 0)) return PeopleRefusals.Missing("asks", $"请至少填写一项：{string.Join('、', kind.Asks)}。");
        if (told.Exists(t => t.Text.Length > Limits.Words)) return PeopleRefusals.Missing("asks", $"每项最多{Limits.Words}字。");
        var rows = await office.Db.Set<TrainingPoint>().Where(p => p.TrainingId == id).ToListAsync(cancel);
        foreach (var (word, text) in told)
        {
            var row = rows.Find(r => r.Word == word);
            // What another wrote meanwhile is not emptied by a page that did not have it yet.
            if (row?.Text == text || (text.Length == 0 && row?.ByName != office.Actor.Name)) continue;
            if (row is null) office.Db.Add(new TrainingPoint { TrainingId = id, Word = word, Text = text, ByName = office.Actor.Name });
            else if (text.Length == 0) office.Db.Remove(row);
            else (row.Text, row.ByName) = (text, office.Actor.Name);
        }

        await SayAsync(training, "填写学习记录", cancel);
        return Done.Yes;
    }, cancel);

    /// One of those who take part for each subject, each once as far as they reach.
    public Task<Outcome<Done>> DrawAsync(long id, string? once, CancellationToken cancel) => ActAsync(id, once, async (training, kind) =>
    {
        if (kind.Draws.Count == 0) return new Refusal("people.no-draws", $"{kind.Word}不安排随机抽问。") { Kind = RefusalKind.Conflict };
        if (await office.Db.Set<TrainingQuestion>().AnyAsync(q => q.TrainingId == id, cancel)) return new Refusal("people.drawn", "这一场已经抽过。抽中的同志不更换。") { Kind = RefusalKind.Conflict };
        var people = await office.Db.Set<Attendance>().Where(a => a.TrainingId == id).OrderBy(a => a.PersonId).Select(a => a.PersonId).ToListAsync(cancel);
        if (people.Count == 0) return PeopleRefusals.Missing("people", "还没有登记参加的同志，不能抽问。");
        var drawn = Draw(people, kind.Draws, RandomNumberGenerator.GetInt32);
        office.Db.AddRange(drawn.Select(d => new TrainingQuestion { TrainingId = id, Topic = d.Topic, PersonId = d.Person, ByName = office.Actor.Name }));
        var book = await office.BookAsync(cancel);
        await SayAsync(training, $"随机抽问：{string.Join('、', drawn.Select(d => $"{d.Topic}{book.Person(d.Person)?.Name}"))}", cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> AnswerAsync(long id, string topic, string answer, string? once, CancellationToken cancel) => ActAsync(id, once, async (training, _) =>
    {
        if (await office.Db.Set<TrainingQuestion>().SingleOrDefaultAsync(q => q.TrainingId == id && q.Topic == topic, cancel) is not { } row) return Refusal.NotFound("这一问");
        if (answer.Trim().Length is 0 or > Limits.Words) return PeopleRefusals.Missing("answer", $"请记下答得怎样，最多{Limits.Words}字。");
        (row.Answer, row.ByName) = (answer.Trim(), office.Actor.Name);
        await SayAsync(training, $"登记抽问“{topic}”", cancel);
        return Done.Yes;
    }, cancel);

    /// pick(n) is any number below n. Pure but for pick.
    public static IReadOnlyList<(string Topic, long Person)> Draw(IReadOnlyList<long> people, IReadOnlyList<string> topics, Func<int, int> pick)
    {
        var drawn = new List<(string, long)>();
        var left = new List<long>();
        foreach (var topic in people.Count == 0 ? [] : topics)
        {
            if (left.Count == 0) left = [.. people];
            var at = pick(left.Count);
            drawn.Add((topic, left[at]));
            left.RemoveAt(at);
        }

        return drawn;
    }

    /// What a training still owes: questions without an answer, and drawn ones of which nothing was written down.
    public static IReadOnlyList<string> Missing(TrainingKind kind, IEnumerable<TrainingPoint> points, IReadOnlyList<TrainingQuestion> questions)
    {
        var told = points.Where(p => p.Text.Length > 0).Select(p => p.Word).ToHashSet(StringComparer.Ordinal);
        return [.. kind.Draws.Where(d => !questions.Any(q => q.Topic == d && q.Answer.Length > 0)), .. kind.Asks.Where(a => !told.Contains(a))];
    }

    /// The office, or the head of the unit that held it; what goes to everybody is read by other heads, not filled in by them.
    public static bool Holds(Office office, OrganisationBook book, Training training) =>
        PeopleCircle.Whole(office, book) || ((office.Actor.May(PeopleFilesModule.Section) || office.Actor.May(PeopleFilesModule.Manage)) && training.UnitId == UnitCircle.SpeaksFor(book, office.Actor));

    private Task<Outcome<Done>> ActAsync(long id, string? once, Func<Training, TrainingKind, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (await KeepTraining.Seen(office, book).SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } training || office.Rules.KindOf(training.Kind) is not { } kind) return Refusal.NotFound("这场学习培训");
        var me = office.Actor.PersonId;
        if (!Holds(office, book, training) && !await office.Db.Set<Attendance>().AnyAsync(a => a.TrainingId == id && a.PersonId == me, cancel)) return PeopleRefusals.NotHeld;
        return await act(training, kind);
    }, cancel);

    private Task SayAsync(Training training, string text, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("people.training-filled", $"{text}：{training.Title}") { Changes = new { training.Id } }, office.Ids, office.Now, cancel);
}

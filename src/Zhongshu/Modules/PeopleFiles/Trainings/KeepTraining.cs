using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.PeopleFiles.Points;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.PeopleFiles.Trainings;

/// A training as it is registered, down to the person.
public sealed record TrainingInput
{
    public string Kind { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Title { get; init; } = "";

    public string Batch { get; init; } = "";

    public string Speaker { get; init; } = "";

    public string On { get; init; } = "";

    /// Said when a title sounds like business and is Party life all the same.
    public bool IsApart { get; init; }

    public IReadOnlyList<long> People { get; init; } = [];

    /// Sides and parts of the kind that it was of.
    public IReadOnlyList<string> Sides { get; init; } = [];

    /// What it said, where it goes to everybody.
    public string Text { get; init; } = "";

    public static TrainingInput Posted(IFormCollection form)
    {
        string Text(string name) => form[name].ToString().Trim();
        return new TrainingInput { Kind = Text("kind"), Subject = Text("subject"), Title = Text("title"), Batch = Text("batch"), Speaker = Text("speaker"), On = Text("on"), IsApart = Text("apart") == "true", Text = Text("text"), Sides = [.. form["sides"].OfType<string>()], People = [.. form["people"].Select(p => long.TryParse(p, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(p => p > 0)] };
    }
}

/// 登记学习培训, 到人; 成绩和心得.
internal sealed class KeepTraining(Office office)
{
    private const int BestScore = 100;

    public Task<Outcome<Training>> AddAsync(TrainingInput input, string? once, CancellationToken cancel) => office.WriteAsync<Training>(once, async () =>
    {
        if (!office.Actor.May(PeopleFilesModule.Manage) && !office.Actor.May(PeopleFilesModule.Section)) return Refusal.Forbidden("登记学习培训");
        if (office.Rules.KindOf(input.Kind) is not { } kind) return PeopleRefusals.Missing("kind", "请选择种类。");
        if (input.Subject.Length > 0 && !office.Rules.Value(PeopleRules.Subjects).Contains(input.Subject, StringComparer.Ordinal)) return PeopleRefusals.Missing("subject", "请从列出的科目中选择。");
        if (input.Title.Length is 0 or > Limits.Title) return PeopleRefusals.Missing("title", $"请填写内容，最多{Limits.Title}字。");
        if (!input.IsApart && PartyLife.PartyRules.Mixed(office.Rules, input.Kind, input.Title) is { } business) return PeopleRefusals.Mixed(office.Rules.TrainingWord(input.Kind), business);
        if (input.Batch.Length > 40) return PeopleRefusals.Missing("batch", "期次最多40字。");
        if (input.Speaker.Length > 60) return PeopleRefusals.Missing("speaker", "主讲最多60字。");
        if (!DateOnly.TryParseExact(input.On, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || on > office.Today || on.Year < office.Today.Year - 5) return PeopleRefusals.Missing("on", "请填写日期，写成 2026-01-31 的样子，不晚于今天。");
        if (Points(kind, input) is { } no) return no;
        if (input.People.Count == 0 && !kind.IsForAll) return PeopleRefusals.Missing("people", "请勾选参加的同志，登记到人。");
        var book = await office.BookAsync(cancel);
        var kept = PeopleCircle.Kept(office, book).Select(m => m.Person.Id).ToHashSet();
        if (input.People.Any(p => !kept.Contains(p))) return PeopleRefusals.NotOthers;
        var one = new Training { Id = office.Ids.Next(), KeeperId = UnitCircle.KeeperOf(book, office.Actor), UnitId = UnitCircle.SpeaksFor(book, office.Actor), Kind = input.Kind, Subject = input.Subject, Title = input.Title, Batch = input.Batch, Speaker = input.Speaker, On = on };
        office.Db.Add(one);
        office.Db.AddRange(input.People.Distinct().Select(p => new Attendance { TrainingId = one.Id, PersonId = p }));
        office.Db.AddRange(input.Sides.Distinct(StringComparer.Ordinal).Select(w => new TrainingPoint { TrainingId = one.Id, Word = w, ByName = office.Actor.Name }));
        if (input.Text.Length > 0) office.Db.Add(new TrainingPoint { TrainingId = one.Id, Word = TrainingPoint.Gist, Text = input.Text, ByName = office.Actor.Name });
        await office.Db.RecordPlatformAsync(new Act("people.training", $"登记{office.Rules.TrainingWord(one.Kind)}《{one.Title}》，{input.People.Distinct().Count()}人") { Changes = new { one.Id } }, office.Ids, office.Now, cancel);
        return one;
    }, cancel);

    /// 心得 by whoever took part, the mark by the keeper; nobody marks himself.
    public Task<Outcome<Done>> NoteAsync(long id, long person, string score, string words, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        var (isOwn, keeps) = (person == office.Actor.PersonId, PeopleCircle.Keeps(office, await office.BookAsync(cancel), person));
        if (await office.Db.Set<Attendance>().SingleOrDefaultAsync(a => a.TrainingId == id && a.PersonId == person, cancel) is not { } row || !(isOwn || keeps)) return Refusal.NotFound("这位同志的参加记录");
        var kinds = PartyKinds(office);
        if (await office.Db.Set<Training>().AnyAsync(t => t.Id == id && kinds.Contains(t.Kind), cancel)) return PeopleRefusals.IsPublished;
        if (words.Length > Limits.Words) return PeopleRefusals.Missing("words", $"心得最多{Limits.Words}字。");
        if (isOwn && score.Length > 0) return PeopleRefusals.OwnScore;
        if (keeps && !isOwn)
        {
            if (score.Length > 0 && !(int.TryParse(score, NumberStyles.None, CultureInfo.InvariantCulture, out var mark) && mark <= BestScore)) return PeopleRefusals.Missing("score", "成绩请填0到100的整数，没有测试的不填。");
            row.Score = score.Length > 0 ? int.Parse(score, CultureInfo.InvariantCulture) : null;
        }

        // Whoever enters a mark does not wipe out what the person wrote meanwhile.
        if (isOwn || words.Length > 0) row.Words = words;
        await office.Db.RecordPlatformAsync(new Act("people.training-noted", "登记学习培训的成绩和心得") { Changes = new { id, person } }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);

    /// What a kind asks of every time: a side, all its parts, a text that everybody reads.
    private static Refusal? Points(TrainingKind kind, TrainingInput input)
    {
        if (input.Sides.Any(s => !kind.Sides.Concat(kind.Must).Contains(s, StringComparer.Ordinal))) return PeopleRefusals.MissingSide(kind);
        if (kind.Sides.Count > 0 && !input.Sides.Any(s => kind.Sides.Contains(s, StringComparer.Ordinal))) return PeopleRefusals.MissingSide(kind);
        if (kind.Must.Except(input.Sides, StringComparer.Ordinal).ToList() is { Count: > 0 } left) return PeopleRefusals.MissingPart(kind, left);
        return input.Text.Length > Limits.Words || (kind.IsForAll && input.Text.Length == 0) ? PeopleRefusals.Missing("text", $"请写明要点，最多{Limits.Words}字。{(kind.IsForAll ? "全室的同志都看得到。" : "")}") : null;
    }

    private static string[] PartyKinds(Office office) => [.. office.Rules.Value(PartyLife.PartyRules.Kinds).Where(k => k.Publish).Select(k => k.Kind)];

    /// What the actor may see: the whole office's to who manages, else one's own unit's and what one took part in.
    public static IQueryable<Training> Seen(Office office, OrganisationBook book)
    {
        var (keeper, own, me) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor), office.Actor.PersonId);
        var whole = PeopleCircle.Whole(office, book);
        var attended = office.Db.Set<Attendance>();
        // What goes to everybody is read by the whole house.
        long[] house = [keeper, .. book.SectionsOf(keeper).Select(u => u.Id)];
        string[] open = office.Actor.HomeUnitId == keeper ? [.. office.Rules.Value(PeopleRules.Kinds).Where(k => k.IsForAll).Select(k => k.Id)] : [];
        return office.Db.Set<Training>().Where(t => t.KeeperId == keeper && (whole || t.UnitId == own || (open.Contains(t.Kind) && house.Contains(t.UnitId)) || attended.Any(a => a.TrainingId == t.Id && a.PersonId == me)));
    }
}

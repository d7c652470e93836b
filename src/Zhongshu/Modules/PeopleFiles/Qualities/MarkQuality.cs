using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.PeopleFiles.Qualities;

/// 七项素质 marked by those who keep a person's file, each once a year; marked anew, the old marks are replaced.
internal sealed class MarkQuality(Office office)
{
    public Task<Outcome<Done>> RunAsync(long person, IReadOnlyList<string> marks, string words, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (!PeopleCircle.Keeps(office, book, person)) return PeopleRefusals.NotOthers with { Field = "person" };
        if (person == office.Actor.PersonId) return new Refusal("people.own-quality", "不评自己，请由其他负责同志评价。") { Kind = RefusalKind.Forbidden };
        var qualities = office.Rules.Value(QualityRules.Qualities);
        var read = marks.Select(m => int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= QualityRules.Best ? n : -1).ToList();
        if (read.Count != qualities.Count || read.Exists(n => n < 0)) return PeopleRefusals.Missing("marks", $"{string.Join('、', qualities.Select(q => q.Word))}都要评，各填0到{QualityRules.Best}的整数。");
        if (words.Trim().Length is 0 or > Limits.Words) return PeopleRefusals.Missing("words", $"请写明依据，最多{Limits.Words}字。");
        var (keeper, year, judge) = (UnitCircle.KeeperOf(book, office.Actor), office.Today.Year, office.Actor.PersonId);
        var row = await office.Db.Set<QualityMark>().SingleOrDefaultAsync(m => m.KeeperId == keeper && m.Year == year && m.PersonId == person && m.JudgeId == judge, cancel);
        var text = string.Join(',', read.Select(n => n.ToString(CultureInfo.InvariantCulture)));
        if (row is null) office.Db.Add(row = new QualityMark { KeeperId = keeper, Year = year, PersonId = person, JudgeId = judge, Marks = text, JudgeName = office.Actor.Name });
        (row.Marks, row.Words, row.On, row.JudgeName) = (text, words.Trim(), office.Today, office.Actor.Name);
        await office.Db.RecordPlatformAsync(new Act("people.quality", $"评价{book.Person(person)?.Name}{year}年素质") { Quote = row.Words, Changes = new { person, year } }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);

    /// Of those whose file one keeps, and of oneself.
    public static async Task<ILookup<long, QualityMark>> ReadAsync(Office office, OrganisationBook book, int year, CancellationToken cancel)
    {
        var (keeper, people) = (UnitCircle.KeeperOf(book, office.Actor), PeopleCircle.Kept(office, book).Select(k => k.Person.Id).Append(office.Actor.PersonId).ToArray());
        return (await office.Db.Set<QualityMark>().AsNoTracking().Where(m => m.KeeperId == keeper && m.Year == year && people.Contains(m.PersonId)).ToListAsync(cancel)).ToLookup(m => m.PersonId);
    }
}

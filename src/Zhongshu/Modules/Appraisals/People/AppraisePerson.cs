using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Defects.Contracts;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Appraisals.People;

/// 自评、评定、奖惩, one after the other.
internal sealed class AppraisePerson(Office office)
{
    private const int Best = 100;

    /// 工作标准自评, by oneself, as long as nothing was judged.
    public Task<Outcome<Done>> AssessAsync(IReadOnlyList<string> marks, string words, string? once, CancellationToken cancel) => ActAsync(office.Actor.PersonId, once, async (row, _) =>
    {
        await Task.CompletedTask;
        if (row.Grade.Length > 0) return new Refusal("appraisals.person-graded", "今年已经评定，自评不再改动。") { Kind = RefusalKind.Conflict };
        var standards = office.Rules.Value(PersonRules.Standards);
        if (Read(marks, standards.Count) is not { } read) return Missing("marks", $"请按{string.Join('、', standards)}逐项自评，各填0到{Best}的整数。");
        if (words.Trim().Length is 0 or > 1000) return Missing("words", "请写一两句依据：做成了什么，差在哪里，最多1000字。");
        (row.SelfMarks, row.SelfWords, row.SelfOn) = (Join(read), words.Trim(), office.Today);
        return "工作标准自评";
    }, cancel);

    public Task<Outcome<Done>> GradeAsync(long person, IReadOnlyList<string> marks, string words, string? once, CancellationToken cancel) => ActAsync(person, once, async (row, keeper) =>
    {
        if (!office.Actor.May(AppraisalsModule.Manage)) return Refusal.Forbidden("评定个人考核");
        if (person == office.Actor.PersonId) return new Refusal("appraisals.person-self", "不能评定自己，请由其他负责同志评定。") { Kind = RefusalKind.Forbidden };
        if (row.SelfOn is null) return new Refusal("appraisals.person-first", "这位同志还没有自评。请先请本人自评，再评定。") { Kind = RefusalKind.Conflict };
        if (row.Use.Length > 0) return new Refusal("appraisals.person-used", "奖惩已经登记，评定不再改动。") { Kind = RefusalKind.Conflict };
        var aspects = office.Rules.Value(PersonRules.Aspects);
        if (Read(marks, aspects.Count) is not { } read) return Missing("marks", $"{string.Join('、', aspects)}都要评，各填0到{Best}的整数，不能只看一面。");
        if (words.Trim().Length is 0 or > 1000) return Missing("words", "请写明依据，最多1000字。");
        var slips = (await DefectRecord.ReadAsync(office, keeper, row.Year, cancel)).GetValueOrDefault(person);
        row.Deducted = slips?.Points ?? 0;
        var (total, grade) = PersonRules.Of(office.Rules, read, row.Deducted);
        (row.Marks, row.Words, row.Total, row.Grade, row.GradedBy, row.GradedOn) = (Join(read), words.Trim(), total, grade.Id, office.Actor.Name, office.Today);
        return $"评定个人考核：{total}分，{grade.Word}";
    }, cancel);

    /// 据结果奖惩: only what the grade leads to.
    public Task<Outcome<Done>> UseAsync(long person, string use, string words, string? once, CancellationToken cancel) => ActAsync(person, once, async (row, _) =>
    {
        await Task.CompletedTask;
        if (!office.Actor.May(AppraisalsModule.Manage)) return Refusal.Forbidden("登记奖惩");
        if (row.Grade.Length == 0) return new Refusal("appraisals.person-ungraded", "还没有评定，奖惩以评定结果为据。") { Kind = RefusalKind.Conflict };
        if (office.Rules.Value(PersonRules.Uses).FirstOrDefault(u => u.Id == use) is not { } word) return Missing("use", "请选择奖惩。");
        if (!word.Grades.Contains(row.Grade, StringComparer.Ordinal)) return new Refusal("appraisals.person-use", $"“{word.Word}”与评定结果“{GradeWord(office, row.Grade)}”不相称。可用的有：{string.Join('、', office.Rules.Value(PersonRules.Uses).Where(u => u.Grades.Contains(row.Grade, StringComparer.Ordinal)).Select(u => u.Word))}。") { Field = "use" };
        if (words.Trim().Length is 0 or > 1000) return Missing("useWords", "请写明怎样奖惩、由谁决定，最多1000字。");
        (row.Use, row.UseWords, row.UsedOn) = (word.Id, words.Trim(), office.Today);
        return $"登记奖惩：{word.Word}";
    }, cancel);

    public static string GradeWord(Office office, string id) => office.Rules.Value(PersonRules.Grades).FirstOrDefault(g => g.Id == id)?.Word ?? id;

    /// Whose year is appraised here: the people of the office's own sections but the leaders.
    public static IReadOnlyList<(Person Person, Post Post)> Circle(Office office, OrganisationBook book) =>
        [.. book.SectionsOf(UnitCircle.KeeperOf(book, office.Actor)).SelectMany(u => book.MembersOf(u.Id, office.Today)).Where(m => !OrganisationBook.RolesOf(m.Post).Contains("leader", StringComparer.Ordinal)).DistinctBy(m => m.Person.Id)];

    private static Refusal Missing(string field, string message) => new("appraisals.person", message) { Field = field };

    private static List<int>? Read(IReadOnlyList<string> marks, int count)
    {
        var read = marks.Select(m => int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= Best ? n : -1).ToList();
        return read.Count == count && read.TrueForAll(n => n >= 0) ? read : null;
    }

    private static string Join(IEnumerable<int> marks) => string.Join(',', marks.Select(m => m.ToString(CultureInfo.InvariantCulture)));

    private Task<Outcome<Done>> ActAsync(long person, string? once, Func<PersonAppraisal, long, Task<Outcome<string>>> act, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        var (keeper, year) = (UnitCircle.KeeperOf(book, office.Actor), office.Today.Year);
        if (Circle(office, book).All(m => m.Person.Id != person)) return Refusal.NotFound("这位同志");
        var row = await office.Db.Set<PersonAppraisal>().SingleOrDefaultAsync(p => p.KeeperId == keeper && p.Year == year && p.PersonId == person, cancel);
        if (row is null) office.Db.Add(row = new PersonAppraisal { KeeperId = keeper, Year = year, PersonId = person });
        var done = await act(row, keeper);
        if (!done.Succeeded) return done.Refusal;
        await office.Db.RecordPlatformAsync(new Act("appraisals.person", $"{book.Person(person)?.Name}：{done.Value}") { Changes = new { year, person } }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);
}

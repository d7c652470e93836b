using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Burdens.Forms;

/// One line of a form before one unit: the question, the value there is, and where that comes from.
public sealed record FormLine(FormQuestion Question, string Value, string From, bool IsAsked);

/// A form as one unit has it before it, filled in as far as anything is known.
public sealed record FormSheet(AskedForm Form, FormUnit Unit, EntryState State, IReadOnlyList<FormLine> Lines)
{
    internal static async Task<FormSheet?> ReadAsync(Office office, long id, long unitId, CancellationToken cancel)
    {
        var found = await (
            from form in office.Db.Set<AskedForm>().AsNoTracking()
            join entry in office.Db.Set<BurdenEntry>() on form.EntryId equals entry.Id
            join unit in office.Db.Set<FormUnit>() on form.Id equals unit.FormId
            where form.Id == id && unit.UnitId == unitId
            select new { form, entry.State, unit }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        var questions = await office.Db.Set<FormQuestion>().AsNoTracking().Where(q => q.FormId == id).OrderBy(q => q.Place).ToListAsync(cancel);
        var known = await KnownAsync(office, found.form.KeeperId, unitId, questions, cancel);
        var given = await office.Db.Set<FormAnswer>().AsNoTracking().Where(a => a.FormId == id && a.UnitId == unitId).ToDictionaryAsync(a => a.QuestionId, cancel);
        var about = About(office, await office.BookAsync(cancel), unitId);
        var lines = questions.Select(q =>
        {
            var (value, from) = q.Mode == QuestionMode.Known ? (about(q.Text), "系统已有") : known.TryGetValue(q.Plain, out var was) ? was : ("", "");
            if (given.TryGetValue(q.Id, out var answer)) value = answer.Value;
            return new FormLine(q, value, from, q.Mode is QuestionMode.Ask or QuestionMode.Renew || (q.Mode == QuestionMode.Reuse && from.Length == 0));
        });
        return new FormSheet(found.form, found.unit, found.State, [.. lines]);
    }

    /// The unit's last answer to each of these questions, wherever it gave it; the question that asked the same may have been worded otherwise.
    private static async Task<Dictionary<string, (string Value, string From)>> KnownAsync(Office office, long keeper, long unitId, List<FormQuestion> questions, CancellationToken cancel)
    {
        var plain = questions.Select(q => q.Plain).Distinct().ToArray();
        var same = questions.Where(q => q.SameAsId is not null).Select(q => q.SameAsId!.Value).ToArray();
        var own = questions.Count > 0 ? questions[0].FormId : 0;
        var rows = await (
            from answer in office.Db.Set<FormAnswer>().AsNoTracking()
            join question in office.Db.Set<FormQuestion>() on answer.QuestionId equals question.Id
            join form in office.Db.Set<AskedForm>() on answer.FormId equals form.Id
            where answer.UnitId == unitId && form.KeeperId == keeper && form.Id != own && (plain.Contains(question.Plain) || same.Contains(question.Id))
            orderby answer.At descending, answer.QuestionId descending
            select new { question.Id, question.Plain, answer.Value, form.Title, answer.At }).ToListAsync(cancel);
        var known = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var question in questions)
            if (rows.Find(r => r.Plain == question.Plain || r.Id == question.SameAsId) is { } row)
                known[question.Plain] = (row.Value, $"取自本单位{OfficeDay.Local(row.At):yyyy年M月d日}填报的《{row.Title}》");
        return known;
    }

    /// What the organisation says of the unit and of who fills in.
    private static Func<string, string> About(Office office, OrganisationBook book, long unitId) => text =>
    {
        var person = book.Person(office.Actor.PersonId);
        return text switch
        {
            _ when text.Contains("单位", StringComparison.Ordinal) => book.Unit(unitId)?.Name ?? "",
            _ when text.Contains("电话", StringComparison.Ordinal) => person?.Phone ?? "",
            _ when text.Contains("日期", StringComparison.Ordinal) || text.Contains("时间", StringComparison.Ordinal) => $"{office.Today:yyyy年M月d日}",
            _ => person?.Name ?? "",
        };
    };
}

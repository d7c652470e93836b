using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Burdens.Forms;

/// A form with what came back: for the keeper, for the unit that asked, and for a unit that answered its own line.
public sealed record CollectedForm(AskedForm Form, EntryState State, IReadOnlyList<FormQuestion> Questions, IReadOnlyList<FormUnit> Units, IReadOnlyDictionary<(long, long), string> Values)
{
    public string Value(long question, long unit) => Values.TryGetValue((question, unit), out var value) ? value : "";

    internal static async Task<CollectedForm?> ReadAsync(Office office, long id, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var (keeper, own) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor));
        if (await office.Db.Set<AskedForm>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.KeeperId == keeper, cancel) is not { } form) return null;
        var state = await office.Db.Set<BurdenEntry>().Where(e => e.Id == form.EntryId).Select(e => e.State).SingleAsync(cancel);
        var whole = office.Actor.May(BurdensModule.Manage) || office.Actor.May(BurdensModule.Read) || form.IssuerId == own;
        var units = (await office.Db.Set<FormUnit>().AsNoTracking().Where(u => u.FormId == id && (whole || u.UnitId == own)).ToListAsync(cancel)).OrderBy(u => book.Unit(u.UnitId)?.SortOrder).ToList();
        if (!whole && (units.Count == 0 || state != EntryState.Counted)) return null;
        var questions = await office.Db.Set<FormQuestion>().AsNoTracking().Where(q => q.FormId == id).OrderBy(q => q.Place).ToListAsync(cancel);
        var values = await office.Db.Set<FormAnswer>().AsNoTracking().Where(a => a.FormId == id && (whole || a.UnitId == own)).ToDictionaryAsync(a => (a.QuestionId, a.UnitId), a => a.Value, cancel);
        return new CollectedForm(form, state, questions, units, await FilledAsync(office, keeper, questions, values, cancel));
    }

    /// 取用已有答案 stands in the table as soon as it is known, without waiting for the unit.
    private static async Task<IReadOnlyDictionary<(long, long), string>> FilledAsync(Office office, long keeper, List<FormQuestion> questions, Dictionary<(long, long), string> values, CancellationToken cancel)
    {
        var reused = questions.Where(q => q is { Mode: QuestionMode.Reuse, SameAsId: not null }).ToList();
        if (reused.Count == 0) return values;
        var sources = reused.Select(q => q.SameAsId!.Value).ToArray();
        var rows = await office.Db.Set<FormAnswer>().AsNoTracking().Where(a => sources.Contains(a.QuestionId)).ToListAsync(cancel);
        foreach (var question in reused)
            foreach (var row in rows.Where(r => r.QuestionId == question.SameAsId)) values.TryAdd((question.Id, row.UnitId), row.Value);
        return values;
    }

    internal async Task<IResult> WorkbookAsync(Office office, CancellationToken cancel)
    {
        var people = await office.BookAsync(cancel);
        return await WorkbookDownload.AnswerAsync($"{Form.Title}.xlsx", book =>
        {
            book.StartSheet("汇总", [new("单位", 22), new("报送时间", 18), new("填报人", 12), .. Questions.Select(q => new Column(q.Measure.Length > 0 ? $"{q.Text}（{q.Measure}）" : q.Text, 16))]);
            foreach (var unit in Units)
                book.Row([people.Unit(unit.UnitId)?.Name, unit.AnsweredAt, unit.PersonName, .. Questions.Select(q => Cell(q, Value(q.Id, unit.UnitId)))]);
            return Task.CompletedTask;
        });
    }

    private static Cell Cell(FormQuestion question, string value) =>
        question.Measure.Length > 0 && decimal.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : value;
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Burdens.Forms;

/// 填报: a unit confirms what is filled in and adds what is missing. Until the day it may be filled in again.
internal sealed class AnswerForm(Office office)
{
    /// values by the number of the question.
    public Task<Outcome<FormSheet>> RunAsync(long id, IReadOnlyDictionary<int, string> values, CancellationToken cancel) => office.WriteAsync<FormSheet>(null, async () =>
    {
        var book = await office.BookAsync(cancel);
        var unitId = UnitCircle.SpeaksFor(book, office.Actor);
        if (!office.Actor.May(BurdensModule.TakePart)) return Refusal.Forbidden("填报");
        if (await FormSheet.ReadAsync(office, id, unitId, cancel) is not { } sheet) return FormRefusals.NotYours;
        if (sheet.State != EntryState.Counted) return sheet.State == EntryState.Asked ? FormRefusals.NotSent : FormRefusals.Gone;
        var decided = Decide(sheet.Lines, values);
        if (!decided.Succeeded) return decided.Refusal;
        var before = await office.Db.Set<FormAnswer>().Where(a => a.FormId == id && a.UnitId == unitId).ToDictionaryAsync(a => a.QuestionId, cancel);
        foreach (var (line, value) in decided.Value)
        {
            if (!before.TryGetValue(line.Question.Id, out var answer))
                office.Db.Add(answer = new FormAnswer { QuestionId = line.Question.Id, UnitId = unitId, FormId = id, Value = value });
            (answer.Value, answer.At, answer.WasKnown) = (value, office.Now, line.From.Length > 0 && value == line.Value);
        }

        var unit = await office.Db.Set<FormUnit>().SingleAsync(u => u.FormId == id && u.UnitId == unitId, cancel);
        (unit.AnsweredAt, unit.PersonName) = (office.Now, office.Actor.Name);
        await office.Db.RecordPlatformAsync(new Act("burdens.answered", $"{book.Unit(unitId)?.ShortName}填报《{sheet.Form.Title}》（{sheet.Form.Number}）") { Changes = new { sheet.Form.Id, UnitId = unitId } }, office.Ids, office.Now, cancel);
        return sheet;
    }, cancel);

    /// What is not asked keeps the value that is known; what is asked must be there, and a number where it is measured. Pure.
    public static Outcome<IReadOnlyList<(FormLine Line, string Value)>> Decide(IReadOnlyList<FormLine> lines, IReadOnlyDictionary<int, string> values)
    {
        var answers = new List<(FormLine, string)>();
        foreach (var line in lines)
        {
            var value = line.IsAsked ? (values.TryGetValue(line.Question.Place, out var given) ? given.Trim() : line.Value) : line.Value;
            if (line.IsAsked && value.Length == 0) return FormRefusals.NoAnswer(line.Question.Text);
            if (value.Length > 2000) return FormRefusals.LongAnswer(line.Question.Text);
            if (line.IsAsked && line.Question.Measure.Length > 0 && value != "无" && !decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _)) return FormRefusals.NoNumber(line.Question.Text, value);
            answers.Add((line, value));
        }

        return answers;
    }
}

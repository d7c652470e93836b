using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Act;

/// 会签反馈: the supporting units say yes or where they differ before the head of the lead unit lets a joint feedback go.
internal sealed class SignFeedback(Office office, TaskDesk desk)
{
    public const string Step = "countersign-";

    /// Asks the supporting units to sign the feedback that is being handed in, and the unit that collects it; the caller saves.
    public async Task AskAsync(LoadedItem of, SupervisionTask task, (bool Supporting, long? Collector) asked, CancellationToken cancel)
    {
        if (!asked.Supporting && asked.Collector is null) return;
        var feedback = office.Db.Set<TaskFeedback>().Local.Where(f => f.TaskId == task.Id).MaxBy(f => f.Id)!;
        var book = await office.BookAsync(cancel);
        var units = asked.Supporting ? await office.Db.Set<TaskUnit>().Where(u => u.TaskId == task.Id && u.Part == UnitPart.Supporting).Select(u => u.UnitId).ToListAsync(cancel) : [];
        if (asked.Collector is { } collector && !units.Contains(collector)) units.Add(collector);
        foreach (var unit in units)
        {
            // A unit with nobody on the platform cannot sign here; its agreement is sought on paper.
            if (Receivers.Of(book, unit, office.Today) is not { } receiver) continue;
            office.Db.Add(new Countersign { FeedbackId = feedback.Id, UnitId = unit, MatterId = of.Matter.Id });
            await office.PlaceAsync(of.Matter, new Work(feedback.Id, ++task.Moves, StepOf(unit), unit == asked.Collector ? "汇总审核" : "会签反馈", receiver, OfficeDay.Start(task.DueOn.AddDays(1))), cancel);
        }
    }

    public static string StepOf(long unit) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Step}{unit}");

    public async Task<IReadOnlyList<string>> UnsignedAsync(TaskFeedback? feedback, CancellationToken cancel)
    {
        if (feedback is not { State: FeedbackState.HeadReview }) return [];
        var units = await office.Db.Set<Countersign>().Where(c => c.FeedbackId == feedback.Id && c.State == CountersignState.Asked).Select(c => c.UnitId).ToListAsync(cancel);
        var book = await office.BookAsync(cancel);
        return [.. units.Select(u => book.Unit(u)?.ShortName ?? "已撤销单位")];
    }

    /// What the collecting unit made of the feedback that waits; null when it has not said.
    public async Task<bool?> AgreesAsync(TaskFeedback? feedback, long unit, CancellationToken cancel)
    {
        if (feedback is not { State: FeedbackState.HeadReview }) return null;
        var state = await office.Db.Set<Countersign>().Where(c => c.FeedbackId == feedback.Id && c.UnitId == unit).Select(c => (CountersignState?)c.State).SingleOrDefaultAsync(cancel);
        return state switch { CountersignState.Agreed => true, CountersignState.Differs => false, _ => null };
    }

    public async Task<Outcome<Done>> SignAsync(string code, long feedbackId, bool agrees, string words, CancellationToken cancel)
    {
        if (await desk.LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        var mine = Receivers.UnitsOf(await office.BookAsync(cancel), office.Actor);
        var sign = await office.Db.Set<Countersign>().Where(c => c.FeedbackId == feedbackId && c.MatterId == of.Matter.Id && mine.Contains(c.UnitId)).FirstOrDefaultAsync(cancel);
        if (sign is null || !office.Actor.May("incoming.handle")) return Refusal.Forbidden("会签这次反馈");
        var feedback = await office.Db.Set<TaskFeedback>().SingleAsync(f => f.Id == feedbackId, cancel);
        var waits = feedback.State == FeedbackState.HeadReview && of.Tasks.Any(t => t.Id == feedback.TaskId && t.State == TaskState.HeadReview);
        if (sign.State != CountersignState.Asked || !waits) return new Refusal("supervision.signed", "这次反馈已经会签、已经报送，或任务已撤销。请刷新查看最新情况。") { Kind = RefusalKind.Conflict };
        var said = words.Trim();
        if (!agrees && said.Length == 0) return SupervisionRefusals.Missing("Words", "有不同意见的，请写明哪里不同、怎样修改。");
        if (said.Length > 1000) return SupervisionRefusals.TooLong("Words", "会签意见", 1000, said.Length);
        (sign.State, sign.Words, sign.PersonName, sign.At) = (agrees ? CountersignState.Agreed : CountersignState.Differs, said, office.Actor.Name, office.Now);
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        office.Lift(feedbackId, StepOf(sign.UnitId));
        var unit = (await office.BookAsync(cancel)).Unit(sign.UnitId)?.ShortName;
        office.Db.Record(of.Matter, new Platform.Trail.Act("supervision.countersign", agrees ? $"{unit}会签反馈，同意" : $"{unit}会签反馈，有不同意见") { Quote = said.Length == 0 ? null : said }, office.Ids, office.Now);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }
}

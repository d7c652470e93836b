using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Marks;

/// 标注: written by the supervision office, on the trail; the last one stands.
internal sealed class MarkItem(Office office, TaskDesk desk)
{
    public async Task<Outcome<string[]>> RunAsync(string code, MarkInput input, CancellationToken cancel)
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("标注督办事项");
        if (await desk.LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        if (of.Archived is { } archived) return archived;
        var decided = input.Decide(office.Rules, of.Tasks);
        if (!decided.Succeeded) return decided.Refusal;
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var mark = await office.Db.Set<ItemMark>().SingleOrDefaultAsync(m => m.MatterId == of.Matter.Id, cancel);
        if (MarkInput.Of(mark) == input) return decided;
        if (mark is null) office.Db.Add(mark = new ItemMark { MatterId = of.Matter.Id });
        (mark.Priority, mark.Way, mark.IsSpecial, mark.IsPrompt) = (input.Priority, input.Way, input.IsSpecial, input.IsPrompt);
        (mark.Reasonable, mark.Support, mark.Lesson) = (input.Reasonable, input.Support, input.Lesson);
        (mark.MarkedBy, mark.At) = (office.Actor.Name, office.Now);
        // The units read the trail too; how the office ranks the item stands in the quote, which it alone sees.
        office.Db.Record(of.Matter, new Platform.Trail.Act("supervision.mark", "标注督办事项") { Quote = Words(input) + (input.Lesson.Length == 0 ? "" : $"。举一反三：{input.Lesson}") }, office.Ids, office.Now);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return decided;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }

    private string Words(MarkInput input)
    {
        var words = new List<string> { input.Priority == 0 ? "轻重缓急按事项自定" : office.Rules.Value(MarkRules.Priorities)[input.Priority - 1].Word, input.IsSpecial ? "专项督办" : "常态督办" };
        if (input.Way.Length > 0) words.Add(office.Rules.Value(MarkRules.Interventions).First(w => w.Id == input.Way).Word);
        if (input.IsPrompt) words.Add("即办件");
        return string.Join('、', words);
    }
}

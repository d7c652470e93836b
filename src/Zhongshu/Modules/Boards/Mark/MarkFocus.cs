using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Boards.Mark;

public sealed record FocusInput
{
    public string Class { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string Reason { get; init; } = "";

    public static FocusInput Posted(IFormCollection form) => new() { Class = form["class"].ToString(), Reason = form["reason"].ToString().Trim(), Tags = [.. form["tags"].OfType<string>().Distinct(StringComparer.Ordinal).Take(20)] };
}

/// 列入看板、移出看板: by whoever keeps the board, with the reason on the matter's own trail.
internal sealed class MarkFocus(Office office)
{
    private const int LongestReason = 300;

    public async Task<Outcome<Done>> RunAsync(string code, FocusInput input, CancellationToken cancel)
    {
        if (!office.Actor.May(BoardsModule.Mark)) return Refusal.Forbidden("标注看板");
        if (office.Rules.Value(BoardRules.Classes).All(c => c.Id != input.Class)) return new Refusal("board.class", "请选择看板的哪一类。") { Field = "class" };
        if (input.Reason.Length is 0 or > LongestReason) return new Refusal("board.reason", $"请写明为什么列入，最多{LongestReason}字。") { Field = "reason" };
        if (input.Tags.Any(t => office.Rules.Value(BoardRules.Tags).All(w => w.Id != t))) return new Refusal("board.tags", "标签须从列出的标签中选择。") { Field = "tags" };
        // A program may name a tag twice.
        input = input with { Tags = [.. input.Tags.Distinct(StringComparer.Ordinal)] };
        return await OnAsync(code, async matter =>
        {
            if (matter.State == MatterState.Filed) return matter.RefusesWork();
            var mark = await office.Db.Set<FocusMark>().SingleOrDefaultAsync(m => m.MatterId == matter.Id, cancel);
            if (mark is null) office.Db.Add(mark = new FocusMark { MatterId = matter.Id, UnitId = office.Actor.HomeUnitId, Class = "", Reason = "", MarkedBy = "" });
            (mark.Class, mark.Reason, mark.MarkedBy, mark.At) = (input.Class, input.Reason, office.Actor.Name, office.Now);
            var kept = await office.Db.Set<FocusTag>().Where(t => t.MatterId == matter.Id).ToListAsync(cancel);
            office.Db.RemoveRange(kept.Where(t => !input.Tags.Contains(t.Tag, StringComparer.Ordinal)));
            foreach (var tag in input.Tags.Where(t => kept.TrueForAll(k => k.Tag != t))) office.Db.Add(new FocusTag { MatterId = matter.Id, Tag = tag });
            office.Db.Record(matter, new Act("board.mark", $"列入领导看板：{office.Rules.ClassWord(input.Class)}{(input.Tags.Count > 0 ? $"（{string.Join('、', input.Tags.Select(office.Rules.FocusTagOf))}）" : "")}") { Quote = input.Reason }, office.Ids, office.Now);
            return null;
        }, cancel);
    }

    public async Task<Outcome<Done>> RemoveAsync(string code, string reason, CancellationToken cancel)
    {
        if (!office.Actor.May(BoardsModule.Mark)) return Refusal.Forbidden("标注看板");
        if (reason.Length is 0 or > LongestReason) return new Refusal("board.reason", $"请写明为什么移出，最多{LongestReason}字。") { Field = "reason" };
        return await OnAsync(code, async matter =>
        {
            if (await office.Db.Set<FocusMark>().SingleOrDefaultAsync(m => m.MatterId == matter.Id, cancel) is not { } mark) return new Refusal("board.not-marked", "这件事项不在看板上，可能已有人移出。") { Kind = RefusalKind.Conflict };
            office.Db.Remove(mark);
            office.Db.RemoveRange(await office.Db.Set<FocusTag>().Where(t => t.MatterId == matter.Id).ToListAsync(cancel));
            office.Db.Record(matter, new Act("board.unmark", "移出领导看板") { Quote = reason }, office.Ids, office.Now);
            return null;
        }, cancel);
    }

    private async Task<Outcome<Done>> OnAsync(string code, Func<Matter, Task<Refusal?>> act, CancellationToken cancel)
    {
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        if (await office.Db.MatterAsync(code, cancel) is not { } matter) return Refusal.NotFound($"事项 {code}");
        // The board is looked at, not filed: what is closed may leave it, and nothing else changes on the closed file.
        if (matter.UnitId != office.Actor.HomeUnitId) return Refusal.NotFound($"本单位的事项 {code}");
        if (await act(matter) is { } no)
        {
            office.Db.ChangeTracker.Clear();
            return no;
        }

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

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Numbering;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;
using Zhongshu.Typesetting.Slips;
using Participant = Zhongshu.Platform.Access.Participant;

namespace Zhongshu.Modules.Supervision.Letter;

/// The letter's own words, as the officer left them; null keeps the item's. Version = what he saw.
internal sealed record LetterWords(string? Advice = null, string? Grounds = null, int? Version = null)
{
    /// 材料梳理; null keeps the item's.
    public Digest? Digest { get; init; }

    /// Why it goes although a unit does not agree.
    public string Despite { get; init; } = "";
}

/// What was sent: its number, and the units that are not on the platform and want it on paper.
internal sealed record Sent(string Number, IReadOnlyList<string> OnPaper);

/// 交办: the letter gets its number, and every task that waits lies on its unit's desk, all in one transaction.
internal sealed class SendLetter(Office office, TaskDesk desk, TaskReaders readers, AskAgreement agreements)
{
    private const int LongestAdvice = 4000;

    public async Task<SupervisionLetter?> DraftAsync(string code, CancellationToken cancel) =>
        await desk.LoadAsync(code, cancel) is { } of ? await DraftAsync(of, await office.Db.PartsAsync<TaskUnit>(of.Matter, cancel), cancel) : null;

    public async Task<Outcome<Sent>> RunAsync(string code, LetterWords words, CancellationToken cancel)
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("督查交办");
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        if (await desk.LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        if (words.Version is { } seen && seen != of.Matter.Version) return Refusal.Stale;
        if (of.Matter.RefusesWork() is { } closed) return closed;
        if (words.Advice?.Length > LongestAdvice) return SupervisionRefusals.TooLong("advice", "督办意见", LongestAdvice, words.Advice.Length);
        if (words.Grounds?.Length > LongestAdvice) return SupervisionRefusals.TooLong("grounds", "上位依据", LongestAdvice, words.Grounds.Length);
        if (of.Tasks.All(t => t.State != TaskState.Drafted)) return new Refusal("supervision.sent", "各项任务都已交办。新增任务或变更单位后再发督办函。") { Kind = RefusalKind.Conflict };
        if (words.Digest?.TooLong() is { } wordy) return wordy;
        if (words.Digest is { } digest) (of.Item.Purpose, of.Item.Gist, of.Item.Course) = (digest.Purpose, digest.Gist, digest.Course);
        if (SupervisionRules.WantsDigest(office.Rules, of.Item.Source) && Digest.Of(of.Item).Missing() is { } unsorted) return unsorted;
        if (await agreements.SettleAsync(of, words.Despite.Trim(), cancel) is { } differs) return differs;
        if (words.Advice is not null) of.Item.Advice = words.Advice.Trim();
        if (words.Grounds is not null) of.Item.Grounds = words.Grounds.Trim();
        var units = await office.Db.PartsAsync<TaskUnit>(of.Matter, cancel);
        var letter = await NumberedAsync(of, units, cancel);
        var onPaper = await SendTasksAsync(of, cancel);
        office.Lift(of.Matter.Id, DocketItem.SendStep);
        await GrantReadersAsync(of, units, cancel);
        await desk.RollUpAsync(of, of.Tasks, cancel);
        var text = $"发出督办函{letter.Number}，交办{letter.Recipient}{(onPaper.Count > 0 ? $"（{string.Join('、', onPaper)}须送纸质件）" : "")}";
        office.Db.Record(of.Matter, new Platform.Trail.Act("supervision.sent", text) { Quote = words.Despite.Trim().Length == 0 ? null : $"有不同意见仍发出的理由：{words.Despite.Trim()}", Changes = new { letter.Number, Duties = letter.Duties.Select(d => new { d.Task, d.Lead, d.Deadline }) } }, office.Ids, office.Now);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }

        await transaction.CommitAsync(cancel);
        return new Sent(letter.Number, onPaper);
    }

    private async Task<SupervisionLetter> NumberedAsync(LoadedItem of, IReadOnlyList<TaskUnit> units, CancellationToken cancel)
    {
        var year = office.Today.Year;
        var serial = await NumberSequence.NextAsync(office.Db, $"supervision-{of.Matter.UnitId}-{year}", cancel);
        var unit = (await office.BookAsync(cancel)).Unit(of.Matter.UnitId)?.ShortName ?? "";
        var number = office.Rules.Value(SupervisionRules.LetterNumber).Replace("{机关代字}", unit, StringComparison.Ordinal)
            .Replace("{年}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{序号}", serial.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var letter = await DraftAsync(of, units, cancel) with { Number = number };
        var sent = of.Tasks.Where(t => t.State == TaskState.Drafted).ToList();
        var named = sent.Select(t => t.LeadUnitId).Concat(units.Where(u => u.Part == UnitPart.Copied || (u.Part == UnitPart.Supporting && sent.Exists(t => t.Id == u.TaskId))).Select(u => u.UnitId));
        office.Db.Add(new SentLetter { Id = office.Ids.Next(), MatterId = of.Matter.Id, Number = number, Parts = LetterParts.Write(letter, named), At = office.Now, SentBy = office.Actor.PersonId });
        return letter;
    }

    private async Task<IReadOnlyList<string>> SendTasksAsync(LoadedItem of, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var figures = TaskFigures.Of(office.Rules, of.Item.LimitClass);
        var onPaper = new List<string>();
        foreach (var task in of.Tasks.Where(t => t.State == TaskState.Drafted))
        {
            var facts = new TaskFacts { Side = Side.Office, Now = office.Now, Today = office.Today, Figures = figures };
            var move = TaskLife.Decide(TaskStanding.Of(task), new TaskCommand(TaskVerb.Send), facts);
            await desk.MoveAsync(of, task, move.Value.Next, cancel);
            if (Receivers.Of(book, task.LeadUnitId, office.Today) is null && book.Unit(task.LeadUnitId) is { } unit) onPaper.Add(unit.ShortName);
        }

        return [.. onPaper.Distinct()];
    }

    /// 配合、抄送单位 read along.
    private async Task GrantReadersAsync(LoadedItem of, IReadOnlyList<TaskUnit> units, CancellationToken cancel)
    {
        foreach (var unit in units.Where(u => u.Part != UnitPart.Lead))
            await readers.TellAsync(of, unit.UnitId, unit.Part, cancel);
    }

    private async Task<SupervisionLetter> DraftAsync(LoadedItem of, IReadOnlyList<TaskUnit> units, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var waiting = of.Tasks.Where(t => t.State == TaskState.Drafted).ToList();
        return DraftLetter.Of(new LetterFacts(of.Item, of.Matter.Title, [.. (await office.Db.PartsAsync<Basis>(of.Matter, cancel)).OrderBy(b => b.Id)],
            waiting.Count > 0 ? waiting : of.Tasks, units)
        {
            Book = book,
            Rules = office.Rules,
            Today = office.Today,
            Contact = book.Person(office.Actor.PersonId) is { Phone.Length: > 0 } person ? $"{person.Name}，{person.Phone}" : office.Actor.Name,
        });
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Desk.Todos;

public sealed record TodoInput(string Text, bool IsImportant, bool IsUrgent, string DueOn);

/// One's own list: added, worked on for a spell, done, thrown away. Private, so that nothing of it stands on the trail.
internal sealed class KeepTodo(Office office)
{
    private const int Most = 100;
    private static readonly Refusal NoTodo = Refusal.NotFound("这条待办");

    public async Task<Outcome<PersonalTodo>> AddAsync(TodoInput input, string? once, CancellationToken cancel)
    {
        if (input.Text.Length is 0 or > PersonalTodo.Longest) return new Refusal("desk.todo-text", $"请写明要做什么，最多{PersonalTodo.Longest}字。") { Field = "text" };
        DateOnly? due = null;
        if (input.DueOn.Length > 0)
        {
            if (!DateOnly.TryParseExact(input.DueOn, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || on < office.Today || on > office.Today.AddYears(2)) return new Refusal("desk.todo-due", "期限请填今天以后两年以内的日期，也可以不填。") { Field = "dueOn" };
            due = on;
        }

        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        if (await office.Db.TakeOnceAsync(once, office.Now, cancel) is { } used) return used;
        if (await Mine().CountAsync(t => t.DoneOn == null, cancel) >= Most) return new Refusal("desk.todo-most", $"个人待办最多{Most}条，请先完成或删去一些。") { Kind = RefusalKind.Conflict };
        var one = new PersonalTodo { Id = office.Ids.Next(), PersonId = office.Actor.PersonId, Text = input.Text, IsImportant = input.IsImportant, IsUrgent = input.IsUrgent, DueOn = due, At = office.Now };
        office.Db.Add(one);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return one;
    }

    public Task<Outcome<Done>> DoneAsync(long id, CancellationToken cancel) => ActAsync(id, t => t.DoneOn ??= office.Today, cancel);

    /// 一个番茄钟做完
    public Task<Outcome<Done>> SpellAsync(long id, CancellationToken cancel) => ActAsync(id, t => t.Spells++, cancel);

    public Task<Outcome<Done>> DropAsync(long id, CancellationToken cancel) => ActAsync(id, t => office.Db.Remove(t), cancel);

    /// What is open, and what was done today.
    public static async Task<IReadOnlyList<PersonalTodo>> ReadAsync(Office office, CancellationToken cancel)
    {
        var (me, today) = (office.Actor.PersonId, office.Today);
        return [.. (await office.Db.Set<PersonalTodo>().AsNoTracking().Where(t => t.PersonId == me && (t.DoneOn == null || t.DoneOn == today)).OrderBy(t => t.DoneOn != null).ThenBy(t => t.Id).Take(2 * Most).ToListAsync(cancel)).OrderBy(t => t.DoneOn is not null).ThenBy(t => t.Quadrant).ThenBy(t => t.DueOn ?? DateOnly.MaxValue).ThenBy(t => t.Id)];
    }

    private IQueryable<PersonalTodo> Mine()
    {
        var me = office.Actor.PersonId;
        return office.Db.Set<PersonalTodo>().Where(t => t.PersonId == me);
    }

    private async Task<Outcome<Done>> ActAsync(long id, Action<PersonalTodo> act, CancellationToken cancel)
    {
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        if (await Mine().SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } one) return NoTodo;
        act(one);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Done.Yes;
    }
}

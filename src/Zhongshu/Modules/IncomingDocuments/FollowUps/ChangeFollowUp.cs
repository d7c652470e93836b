using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.IncomingDocuments.FollowUps;

/// One change to a 配套事项 as a page or a program sends it: add, start, done, waive.
internal sealed record FollowUpForm(string Verb)
{
    public long Id { get; init; }

    public string Kind { get; init; } = "制定";

    public string Text { get; init; } = "";

    public long UnitId { get; init; }

    public DateOnly? DueOn { get; init; }
}

/// 配套事项 are listed at once, started with a unit and a date, and closed with what was issued or why nothing is needed.
internal sealed class ChangeFollowUp(Office office)
{
    private const int Longest = 300;

    public async Task<Outcome<Done>> RunAsync(string code, FollowUpForm form, CancellationToken cancel)
    {
        var matter = await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == code && m.Kind == IncomingKindOfMatter.Name, cancel);
        if (matter is null) return Refusal.NotFound($"事项 {code}");
        if (matter.State is MatterState.Filed or MatterState.Ended) return matter.RefusesWork()!;
        if (form.Text.Length > Longest) return new IncomingRefusals.TooLong("text", "内容", form.Text.Length, Longest);
        var outcome = form.Verb == "add" ? Add(matter, form) : await ChangeAsync(matter, form, cancel);
        if (!outcome.Succeeded) return outcome.Refusal;
        office.Db.Record(matter, outcome.Value, office.Ids, office.Now);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }

    /// At registration: what the document itself asks for, added to the caller's save.
    public static int List(Office office, Matter matter, string text)
    {
        var found = FollowUpReading.Of(text, office.Rules.Value(IncomingRules.FollowUpWords));
        foreach (var (kind, quote) in found) office.Db.Add(new FollowUp { Id = office.Ids.Next(), MatterId = matter.Id, Kind = kind, Quote = quote, At = office.Now });
        return found.Count;
    }

    private Outcome<Act> Add(Matter matter, FollowUpForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Text)) return new IncomingRefusals.Missing("text", "请写明需要制定或修订什么。");
        if (form.Kind is not ("制定" or "修订")) return new IncomingRefusals.UnknownCode("kind", "配套方式");
        office.Db.Add(new FollowUp { Id = office.Ids.Next(), MatterId = matter.Id, Kind = form.Kind, Quote = form.Text.Trim(), At = office.Now });
        return new Act("incoming.follow-up", $"列入配套事项：{form.Kind}") { Quote = form.Text.Trim() };
    }

    private async Task<Outcome<Act>> ChangeAsync(Matter matter, FollowUpForm form, CancellationToken cancel)
    {
        var item = await office.Db.Set<FollowUp>().SingleOrDefaultAsync(f => f.Id == form.Id && f.MatterId == matter.Id, cancel);
        if (item is null) return Refusal.NotFound("这项配套事项");
        if (item.State is FollowUpState.Done or FollowUpState.Waived) return new Refusal("incoming.follow-up-closed", "这项配套事项已经办结。请刷新后查看。") { Kind = RefusalKind.Conflict };
        item.ChangedAt = office.Now;
        if (form.Verb == "start") return await StartAsync(matter, item, form, cancel);
        if (form.Verb is not ("done" or "waive")) return new IncomingRefusals.UnknownCode("verb", "操作");
        if (string.IsNullOrWhiteSpace(form.Text)) return new IncomingRefusals.Missing("text", form.Verb == "done" ? "请写明出台的文件名称、文号。" : "请写明不需配套的理由。");
        (item.State, item.Note) = (form.Verb == "done" ? FollowUpState.Done : FollowUpState.Waived, form.Text.Trim());
        return new Act("incoming.follow-up", form.Verb == "done" ? $"配套事项已出台：{item.Note}" : $"配套事项不需办理：{item.Note}") { Quote = item.Quote };
    }

    private async Task<Outcome<Act>> StartAsync(Matter matter, FollowUp item, FollowUpForm form, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        if (book.Unit(form.UnitId) is not { } unit || (unit.Until is { } ended && ended < office.Today)) return new Refusal("incoming.follow-up-unit", "请选择承办的科室或单位。") { Field = "unit" };
        if (form.DueOn is not { } due || due < office.Today) return new Refusal("incoming.follow-up-due", "请填写完成日期，不能早于今天。") { Field = "due" };
        (item.State, item.UnitId, item.DueOn) = (FollowUpState.Started, unit.Id, due);
        await office.Db.LoadAccessAsync(matter.Id, cancel);
        office.Db.Grant(matter, Participant.Section(unit.Id), "配套事项", office.Now);
        var text = $"配套事项（{item.Kind}），{due:M月d日}前完成：{item.Quote}";
        foreach (var person in book.MembersOf(unit.Id, office.Today).Select(m => m.Person.Id).Distinct())
            office.Db.Add(new Notice { Id = office.Ids.Next(), PersonId = person, MatterId = matter.Id, Kind = "work", Text = Notice.Fit(text, 300), Urgency = (int)matter.Urgency, At = office.Now });
        return new Act("incoming.follow-up", $"启动配套事项，由{unit.ShortName}承办，{due:yyyy年M月d日}前完成") { Quote = item.Quote };
    }
}

using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Matters.Act;

/// Any verb of the flow on any matter: load, decide, record, save once.
internal sealed class ActOnMatter(Office office, FlowDesk desk, MatterKinds kinds, IEnumerable<MatterClosed> told)
{
    private const int LongestOpinion = 4000;
    private static readonly DateOnly EarliestWriting = new(1949, 10, 1);

    public async Task<Outcome<FlowMove>> RunAsync(string code, ActForm form, CancellationToken cancel, bool mayChase = false)
    {
        var matter = await office.Db.MatterAsync(code, cancel);
        if (matter is null) return Refusal.NotFound($"事项 {code}");
        if (Refuses(matter, form, mayChase) is { } no) return no;
        if (form.Verb == "chase" && await ManualChase.RefusesAsync(office, matter.Id, form.Item, cancel) is { } again) return again;
        var instance = await desk.MainAsync(matter.Id, cancel);
        if (instance is null) return new Refusal("matter.no-flow", "这件事项没有正在运转的流程。") { Kind = RefusalKind.Conflict };

        var book = await office.BookAsync(cancel);
        if (RecordedFor.Refuses(office.Actor, book, form, FlowDesk.HolderOf(instance, form.Item)) is { } whose) return whose;
        if (Receivers.Refuses(book, office.Rules, form, office.Today) is { } nobody) return nobody;
        var kind = kinds.Of(matter);
        var stepId = FlowDesk.StepOf(instance, form.Item);
        var opinion = NewOpinion(matter, form, kind, stepId, book);
        var command = FlowVerbs.Command(form, opinion?.Id);
        if (!command.Succeeded) return command.Refusal;
        if (await kind.TakeAsync(office, matter, form.AnswerAt(stepId), cancel) is { } refused) return refused;

        await office.Db.LoadAccessAsync(matter.Id, cancel);
        var flowCase = await kind.CaseAsync(office, matter, cancel) with { OnBehalfOf = form.For };
        var move = await desk.ActAsync(matter, instance, command.Value, flowCase, cancel);
        if (!move.Succeeded) return await HasMovedOnAsync(matter, cancel) ? Refusal.Stale : move;
        await kind.AfterAsync(office, matter, move.Value, cancel);
        if (matter.State == MatterState.Closed)
            foreach (var listener in told) await listener.RunAsync(office, matter, cancel);
        return await SaveAsync(matter, form, opinion, move.Value, cancel);
    }

    /// The matter and its flow are read one after the other: what somebody else did in between is told as that.
    private async Task<bool> HasMovedOnAsync(Matter matter, CancellationToken cancel) =>
        await office.Db.Set<Matter>().Where(m => m.Id == matter.Id).Select(m => m.Version).SingleOrDefaultAsync(cancel) != matter.Version;

    private async Task<Outcome<FlowMove>> SaveAsync(Matter matter, ActForm form, Opinion? opinion, FlowMove move, CancellationToken cancel)
    {
        if (opinion is not null) office.Db.Add(opinion);
        if (form.Verb != "seen" || move.State.Item(form.Item)?.Kind == Zhongshu.Flow.ItemKind.Read)
        {
            var book = await office.BookAsync(cancel);
            var text = MoveWords.Of(form, desk.DefinitionOf(move.Instance), move, book, office.Today);
            var act = new Platform.Trail.Act($"flow.{form.Verb}", text) { Quote = form.Opinion, ForName = form.For == 0 ? null : book.Person(form.For)?.Name };
            office.Db.Record(matter, act, office.Ids, office.Now);
        }

        try
        {
            await office.Db.SaveChangesAsync(cancel);
            return move;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }

    private Refusal? Refuses(Matter matter, ActForm form, bool mayChase)
    {
        if (form.Version is { } seen && seen != matter.Version) return Refusal.Stale;
        if (form.Opinion?.Length > LongestOpinion) return new Refusal("matter.opinion-length", $"意见最多{LongestOpinion}字，现有{form.Opinion.Length}字。请精简，或作为附件上传。") { Field = "opinion" };
        if (form.WrittenOn is { } on && (on > office.Today || on < EarliestWriting))
            return new Refusal("matter.written-on", "批示日期不对：请写成 2026-01-31 的样子，不能晚于今天。") { Field = "writtenOn" };
        if (form.Verb == "chase" && !mayChase && !office.Actor.May("incoming.chase")) return Refusal.Forbidden("催办");
        if (form.For != 0 && !office.Actor.RecordsFor.Contains(form.For)) return new Refusal("matter.records-for", "您不是这位领导的联系秘书，不能代录批示。") { Kind = RefusalKind.Forbidden };
        return form.Verb is "resume" or "terminate" && matter.State == MatterState.Suspended ? null : matter.RefusesWork();
    }

    private Opinion? NewOpinion(Matter matter, ActForm form, MatterKind kind, string stepId, Platform.Organisation.OrganisationBook book)
    {
        if (string.IsNullOrWhiteSpace(form.Opinion) || form.Verb is "suspend" or "terminate" or "jump") return null;
        var leader = form.For == 0 ? null : book.Person(form.For);
        return new Opinion
        {
            Id = office.Ids.Next(),
            MatterId = matter.Id,
            Kind = form.Verb == "return" ? OpinionKind.Return : kind.OpinionAt(stepId),
            StepId = stepId,
            Text = form.Opinion.Trim(),
            PersonId = leader?.Id ?? office.Actor.PersonId,
            PersonName = leader?.Name ?? office.Actor.Name,
            PostName = leader is null ? $"{office.Actor.UnitName} {office.Actor.PostName}" : book.PostsOf(leader.Id, office.Today).FirstOrDefault()?.Name ?? "",
            RecordedBy = leader is null ? null : office.Actor.Name,
            WrittenOn = form.WrittenOn ?? office.Today,
            At = office.Now,
        };
    }
}

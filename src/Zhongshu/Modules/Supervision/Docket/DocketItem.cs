using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Procedure;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Numbering;
using Zhongshu.Platform.Requests;
using Zhongshu.Platform.Search;
using Zhongshu.Platform.Trail;
using Participant = Zhongshu.Platform.Access.Participant;

namespace Zhongshu.Modules.Supervision.Docket;

/// What a docketing made.
internal sealed record Docketed(string Code, IReadOnlyList<string> Remarks);

/// 立项: a source becomes a matter under supervision, with its tasks, linked to where it comes from, all in one transaction.
internal sealed class DocketItem(Office office)
{
    public const string Relation = "督办";

    public const string SendStep = "item-send";

    public async Task<Outcome<Docketed>> RunAsync(DocketForm form, KeyedRequest? request, CancellationToken cancel)
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("督查立项");
        var planned = DocketRules.Decide(form, office.Rules, await office.BookAsync(cancel), office.Today);
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var answered = await RequestKeys.AnsweredAsync(office.Db, request, cancel);
        if (!answered.Succeeded) return answered.Refusal;
        if (answered.Value is { } same) return new Docketed(same, []);
        if (!planned.Succeeded) return planned.Refusal;
        if (!form.DespiteLikeness && await LikeItems.FindAsync(office, form, cancel) is { Count: > 0 } like) return new LikeItemsFound(like);
        var matter = await AddAsync(form, planned.Value, cancel);
        await RequestKeys.NoteAsync(office.Db, request, matter.Code, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Docketed(matter.Code, planned.Value.Remarks);
    }

    /// Adds everything to the caller's write transaction; the caller saves.
    public async Task<Matter> AddAsync(DocketForm form, PlannedDocket planned, CancellationToken cancel)
    {
        var matter = await NewMatterAsync(form, planned, cancel);
        var item = new SupervisionItem
        {
            MatterId = matter.Id,
            UnitId = matter.UnitId,
            Source = form.Source,
            LeaderId = form.LeaderId,
            LimitClass = form.LimitClass,
            Reporting = form.Reporting,
            Phase = form.Phase,
            Topic = form.Topic,
            Advice = form.Advice,
            Turning = planned.Turning,
            DocketedAt = office.Now,
            Tasks = planned.Tasks.Count,
            OpenTasks = planned.Tasks.Count,
            IsOpen = true,
            DueOn = planned.Tasks.Min(t => t.DueOn),
        };
        office.Db.Add(item);
        AddBasis(matter.Id, form);
        for (var i = 0; i < planned.Tasks.Count; i++) AddTask(matter, item, planned.Tasks[i], i + 1);
        await GrantAsync(matter, form, cancel);
        var section = Receivers.OfficeOf(await office.BookAsync(cancel), matter.UnitId, office.Today);
        await office.PlaceAsync(matter, new Work(matter.Id, 1, SendStep, "督办交办", section, matter.DueAt), cancel);
        matter.Stage = TaskWords.Of(TaskState.Drafted);
        matter.Holder = office.HolderNames(await office.BookAsync(cancel), [section.Value]);
        office.Db.Record(matter, Said(form, planned, matter), office.Ids, office.Now);
        var units = string.Join(' ', planned.Tasks.Select(t => t.Title));
        await office.Db.IndexAsync(matter.Id, new SearchText(matter.Title, matter.Code, form.LeaderName, $"{form.Quote}\n{form.Origin}\n{units}\n{form.Advice}"), cancel);
        return matter;
    }

    public void AddBasis(long matterId, DocketForm form)
    {
        office.Db.Add(new Basis
        {
            Id = office.Ids.Next(),
            MatterId = matterId,
            Source = form.Source,
            FromMatterId = form.FromMatterId,
            OpinionId = form.OpinionId,
            LeaderId = form.LeaderId,
            LeaderName = form.LeaderName,
            Quote = form.Quote,
            WrittenOn = form.WrittenOn,
            Origin = form.Origin,
            At = office.Now,
        });
        if (form.FromMatterId is { } from) office.Db.Add(new MatterLink { FromId = matterId, ToId = from, Relation = Relation });
    }

    public SupervisionTask AddTask(Matter matter, SupervisionItem item, PlannedTask planned, int number)
    {
        var task = new SupervisionTask
        {
            Id = office.Ids.Next(),
            MatterId = matter.Id,
            Number = number,
            Title = planned.Title,
            Measure = planned.Measure,
            LeadUnitId = planned.LeadUnitId,
            OpenedAt = office.Now,
            HeardAt = office.Now,
            DueOn = planned.DueOn,
            FirstDueOn = planned.DueOn,
            ParentNumber = planned.Parent,
            IsFallback = planned.IsFallback,
        };
        TaskDesk.Shine(task, TaskFigures.Of(office.Rules, item.LimitClass), office.Now);
        if (task.Light > item.Light) item.Light = task.Light;
        office.Db.Add(task);
        Add(planned.LeadUnitId, UnitPart.Lead);
        foreach (var unit in planned.Supporting.Distinct()) Add(unit, UnitPart.Supporting);
        foreach (var unit in planned.Copied.Distinct()) Add(unit, UnitPart.Copied);
        return task;

        void Add(long unit, UnitPart part) => office.Db.Add(new TaskUnit { TaskId = task.Id, UnitId = unit, MatterId = matter.Id, Part = part });
    }

    private async Task<Matter> NewMatterAsync(DocketForm form, PlannedDocket planned, CancellationToken cancel)
    {
        var year = office.Today.Year;
        var matter = new Matter
        {
            Id = office.Ids.Next(),
            Code = MatterCode.Of(year, await NumberSequence.NextAsync(office.Db, $"matter-{year}", cancel)),
            Title = form.Title,
            Kind = SupervisionKindOfMatter.Name,
            UnitId = form.UnitId ?? office.Actor.HomeUnitId,
            Classification = form.Classification,
            Urgency = form.Urgency,
            OpenedAt = office.Now,
            HeldSince = office.Now,
            DueAt = Platform.OfficeDay.Start(planned.Tasks.Min(t => t.DueOn).AddDays(1)),
        };
        office.Db.Add(matter);
        return matter;
    }

    /// 一事一报 is known to the leader, the supervision section and the director alone; everything else to the office at large.
    private async Task GrantAsync(Matter matter, DocketForm form, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        if (office.Actor.IsSignedIn) office.Db.Grant(matter, Participant.Person(office.Actor.PersonId), "立项", office.Now);
        office.Db.Grant(matter, Receivers.OfficeOf(book, matter.UnitId, office.Today), "督查", office.Now);
        if (form.LeaderId is { } leader) office.Db.Grant(matter, Participant.Person(leader), "交办领导", office.Now);
        if (ProcedureRules.ChannelOf(office.Rules, form.Source, form.Topic) is { } channel && Receivers.Find(book, channel.Section, office.Today) is { } led) office.Db.Grant(matter, Participant.Section(led.Id), "归口牵头", office.Now);
        if (form.Reporting != Reporting.Single) office.Db.Grant(matter, Participant.Office(matter.UnitId), "督查", office.Now);
        else foreach (var director in book.WithRole("office-director", matter.UnitId, office.Today)) office.Db.Grant(matter, Participant.Person(director.Person.Id), "督查", office.Now);
    }

    private static Platform.Trail.Act Said(DocketForm form, PlannedDocket planned, Matter matter)
    {
        var from = form.LeaderName.Length > 0 ? $"{form.LeaderName}批示" : form.Origin;
        return new("supervision.docketed", $"督查立项（{from}），分解{planned.Tasks.Count}项任务{(planned.Turning.Length > 0 ? "，" + planned.Turning : "")}{(planned.IsShort && form.ShortReason.Length > 0 ? $"，缩短时限的理由：{form.ShortReason}" : "")}")
        {
            Quote = form.Quote.Length == 0 ? null : form.Quote,
            Changes = new { matter.Code, form.Source, form.Origin, form.LimitClass, form.Reporting, Tasks = planned.Tasks.Select(t => new { t.Title, t.LeadUnitId, t.DueOn }) },
        };
    }
}

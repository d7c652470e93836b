using Zhongshu.Flow;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules.Keys;
using FlowItem = Zhongshu.Flow.WorkItem;
using Participant = Zhongshu.Platform.Access.Participant;

namespace Zhongshu.Platform.Flows;

/// What a move changed: the engine's items in the order of their numbers, the rows that stand for those which were there before,
/// and the item that was chased, 0 for none.
internal sealed record Changed(IReadOnlyList<FlowItem> Items, IReadOnlyList<WorkItem> Rows, int Chased = 0);

/// Brings the work items, the access list, the holder and the notices of a matter in line with the engine's new state.
internal sealed class Projection(Office office, OrganisationBook book, FlowDefinition definition, Deputising deputies)
{
    /// Returns the items that newly lie on somebody's desk.
    public List<WorkItem> Apply(Matter matter, FlowInstance instance, FlowState state, Changed changed)
    {
        var byNumber = changed.Rows.ToDictionary(r => r.Number);
        var arrived = new List<WorkItem>();
        foreach (var item in changed.Items)
        {
            var known = byNumber.TryGetValue(item.Id, out var row);
            row ??= Add(matter, instance, item);
            var wasOpen = known && row.Status == WorkStatus.Open;
            var moved = known && row.Assignee != item.Holder;
            Copy(row, item);
            if (known && item.Id == changed.Chased) Chased(matter, row);
            if (row.Status == WorkStatus.Open && (!wasOpen || moved)) arrived.Add(row);
        }

        foreach (var row in arrived) Deliver(matter, row);
        matter.Stage = StageOf(state);
        SetHolder(matter, state);
        return arrived;
    }

    private WorkItem Add(Matter matter, FlowInstance instance, FlowItem item)
    {
        var step = definition.Find(item.Step)!;
        var row = new WorkItem
        {
            Id = office.Ids.Next(),
            MatterId = matter.Id,
            InstanceId = instance.Id,
            Number = item.Id,
            StepId = item.Step,
            StepTitle = item.Relation switch { ItemRelation.Copy => "传阅", ItemRelation.Delegated => $"{step.Title}（委派）", ItemRelation.Before or ItemRelation.Beside or ItemRelation.After => $"{step.Title}（加签）", _ => step.Title },
            Kind = item.Kind switch { ItemKind.Read => WorkKind.Read, ItemKind.Countersign => WorkKind.Countersign, _ => WorkKind.Handle },
            OpenedAt = item.Arrived,
        };
        office.Db.Add(row);
        return row;
    }

    private void Copy(WorkItem row, FlowItem item)
    {
        row.Assignee = item.Holder;
        row.OriginalAssignee ??= deputies.MeantFor(item.Holder);
        row.Status = item.Status switch
        {
            ItemStatus.Open => WorkStatus.Open,
            ItemStatus.Done => WorkStatus.Done,
            ItemStatus.Cancelled => WorkStatus.Cancelled,
            _ => WorkStatus.Waiting,
        };
        row.SeenAt = item.Seen;
        row.DueAt = item.Due;
        row.ChaseLevel = item.ChaseLevel;
        row.DoneAt = item.Closed;
        row.DoneBy = item.ClosedBy == 0 ? null : new Participant(item.ClosedBy).Id;
        row.Outcome = item.Outcome == ItemOutcome.None ? "" : item.Outcome.ToString();
    }

    private void Deliver(Matter matter, WorkItem row)
    {
        office.Db.Grant(matter, new Participant(row.Assignee), row.StepTitle, office.Now);
        var text = row.Kind == WorkKind.Read ? $"请阅：{matter.Title}" : $"待办（{row.StepTitle}）：{matter.Title}";
        if (row.Kind != WorkKind.Read) row.RemindAt = ChaseTimes.After(office.Now, row.OpenedAt, row.DueAt, office.Rules);
        foreach (var person in Assigning.Persons(book, row.Assignee, office.Today)) Tell(matter, person, "work", text);
    }

    /// 催办: the holder is told, and whoever the rules name for this level; the next level's instant is set.
    private void Chased(Matter matter, WorkItem row)
    {
        row.ChasedAt = office.Now;
        row.RemindAt = ChaseTimes.After(office.Now, row.OpenedAt, row.DueAt, office.Rules);
        var level = office.Rules.Value(DeadlineRules.ChaseLevels).FirstOrDefault(l => l.Level == row.ChaseLevel);
        var told = Assigning.Persons(book, row.Assignee, office.Today).SelectMany(holder => Chasable(matter, holder))
            .Concat((level?.To ?? []).Where(role => role != "handler").SelectMany(role => book.WithRole(role, matter.UnitId, office.Today))
                .Where(h => level!.To.Contains("office-director", StringComparer.Ordinal) || h.Post.UnitId == Assigning.UnitOf(book, row.Assignee, office.Today)).Select(h => h.Person.Id))
            .Distinct();
        foreach (var person in told) Tell(matter, person, "chase", $"催办（{row.ChaseLevel}级 {level?.Title}）：{matter.Title}");
    }

    /// 不催领导本人: whoever brings papers to a leader is told instead, the secretary or, without one, the registry.
    private IEnumerable<long> Chasable(Matter matter, long holder)
    {
        if (book.WithRole("leader", matter.UnitId, office.Today).All(l => l.Person.Id != holder)) return [holder];
        var secretaries = book.Secretaries.Where(s => s.LeaderId == holder).Select(s => s.SecretaryId).ToList();
        return secretaries.Count > 0 ? secretaries : book.WithRole("registry-clerk", matter.UnitId, office.Today).Select(c => c.Person.Id);
    }

    private void Tell(Matter matter, long person, string kind, string text) =>
        office.Db.Add(new Notice { Id = office.Ids.Next(), PersonId = person, MatterId = matter.Id, Kind = kind, Text = text.Cut(300), Urgency = (int)matter.Urgency, At = office.Now });

    private string StageOf(FlowState state) => state.Over
        ? ""
        : string.Join('、', Holding(state).Select(i => definition.Find(i.Step)?.Title ?? i.Step).Distinct());

    private void SetHolder(Matter matter, FlowState state)
    {
        var holding = Holding(state);
        var names = string.Join('、', holding.Select(i => Assigning.Name(book, i.Holder, office.Today)).Distinct().Take(4));
        if (holding.Count > 4) names += $" 等{holding.Count}处";
        if (names != matter.Holder) matter.HeldSince = office.Now;
        matter.Holder = names.Cut(200);
        matter.DueAt = holding.Min(i => i.Due) ?? matter.DueAt;
    }

    /// Where nobody has to act, those whose reading the flow waits for.
    private List<FlowItem> Holding(FlowState state)
    {
        var held = state.Items.Where(IsHeld).ToList();
        return held.Count > 0 || state.Over ? held : [.. state.Items.Where(i => i.Status == ItemStatus.Open && i.Relation != ItemRelation.Copy && definition.Find(i.Step) is { Wait: true })];
    }

    private static bool IsHeld(FlowItem item) => item.Status == ItemStatus.Open && item.Kind != ItemKind.Read;
}

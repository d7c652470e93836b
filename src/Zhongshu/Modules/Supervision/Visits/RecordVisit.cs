using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Visits;

/// 政策执行温差: the policy with what it asks, how it is carried out here, and whose it is.
public sealed record PolicyGap(string Policy, string Gap, string Unit);

/// A finding settled without a task: why it came about, whose it is, how it was mended.
internal sealed record FindingSettled(string Cause, string Unit, string How);

/// 登记督查: the record of a visit with its photographs; what was found becomes a task or is settled, and is listed until then.
internal sealed class RecordVisit(Office office, TaskDesk desk, DocketItem docket, Uploads uploads)
{
    public async Task<Outcome<long>> RunAsync(string code, VisitInput input, CancellationToken cancel)
    {
        if (await LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        if (!MayVisit(of)) return Refusal.Forbidden("登记督查情况");
        if (of.Archived is { } archived) return archived;
        var task = of.Tasks.FirstOrDefault(t => t.Number == input.Task);
        if (input.Task != 0 && task is null) return SupervisionRefusals.NoTask with { Field = "task" };
        var planned = VisitRules.Decide(input, office.Rules, await office.BookAsync(cancel), office.Today);
        if (!planned.Succeeded) return planned.Refusal;
        var quiet = Inspections.PlanInspection.QuietKinds(office);
        if (input.Inspection is { } without && await Inspections.PlanInspection.Mine(office).AnyAsync(i => i.Id == without && quiet.Contains(i.Kind), cancel))
            return SupervisionRefusals.Missing("inspection", "无扰督查以系统数据代替现场督查，不到单位。确需到现场的，请选日常督查或另行报批。");
        if (input.Inspection is { } under && !await Inspections.PlanInspection.Mine(office).AnyAsync(i => i.Id == under && (i.State == Inspections.InspectionState.Planned || i.State == Inspections.InspectionState.Reported), cancel))
            return SupervisionRefusals.Missing("inspection", "这次督查还没有批准或已经取消，请从督查计划中选择。");
        var files = await uploads.FindAsync(input.Files, cancel);
        if (!files.Succeeded) return files.Refusal with { Field = "photos" };
        var visit = new Visit
        {
            Id = office.Ids.Next(),
            MatterId = of.Matter.Id,
            TaskId = task?.Id,
            Way = input.Way,
            On = planned.Value.On,
            Place = input.Place,
            Seen = input.Seen,
            Fits = planned.Value.Fits,
            InspectionId = input.Inspection,
            Points = string.Join('、', input.Points.Distinct()),
            RecordedBy = office.Actor.Name,
            At = office.Now,
        };
        office.Db.Add(visit);
        foreach (var (kind, name) in planned.Value.Team) office.Db.Add(new VisitMember { Id = office.Ids.Next(), MatterId = visit.MatterId, VisitId = visit.Id, Name = name, Kind = kind });
        foreach (var (text, unit) in planned.Value.Findings) office.Db.Add(new Finding { Id = office.Ids.Next(), MatterId = visit.MatterId, VisitId = visit.Id, Text = text, UnitId = unit });
        foreach (var file in files.Value) AddPhoto(visit, file);
        var way = office.Rules.Value(SupervisionRules.VisitWays).First(w => w.Id == input.Way).Word;
        // The unit reads the trail too: what was looked at unannounced stays in the quote, which only the office sees.
        var saved = await SaveAsync(of, "登记督查情况", $"{way}，{(visit.Fits ? "与报来情况相符" : "与报来情况不符")}{(planned.Value.Findings.Count > 0 ? $"，发现{planned.Value.Findings.Count}个问题" : "")}", input.Once, cancel);
        return saved.Succeeded ? visit.Id : saved.Refusal;
    }

    /// 问题转任务: it waits to be sent with the next letter.
    public async Task<Outcome<int>> TaskAsync(string code, long findingId, string cause, TaskInput input, CancellationToken cancel)
    {
        if (await LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        if (!MayVisit(of)) return Refusal.Forbidden("将问题转为任务");
        if (of.Matter.RefusesWork() is { } closed) return closed with { Message = "这件事项已办结。请先在任务页重新打开，再将问题列为任务。" };
        var found = await FindAsync(of, findingId, cancel);
        if (!found.Succeeded) return found.Refusal;
        var read = input.Read(await office.BookAsync(cancel), office.Today, 0);
        if (!read.Succeeded) return read.Refusal;
        if (read.Value.Title.Length is 0 or > 500) return SupervisionRefusals.Missing("task-0", "请填写任务内容，最多500字。");
        if (read.Value.LeadUnitId == 0) return SupervisionRefusals.Missing("lead-0", "请选择牵头单位。");
        if (NoCause(cause) is { } unknown) return unknown;
        if (read.Value.Supporting.Contains(read.Value.LeadUnitId)) return SupervisionRefusals.Missing("support-0", "牵头单位又列在配合单位中，请去掉一处。");
        var due = TaskDates.Set(read.Value.DueOn, office.Today, office.Rules.Calendar, "due-0");
        if (!due.Succeeded) return due.Refusal;
        var number = of.Tasks.Max(t => t.Number) + 1;
        var added = docket.AddTask(of.Matter, of.Item, new PlannedTask(read.Value.Title, read.Value.Measure, read.Value.LeadUnitId, read.Value.Supporting, read.Value.Copied, due.Value.Day), number);
        (found.Value.TaskNumber, found.Value.Cause, found.Value.UnitId) = (number, cause.Trim(), read.Value.LeadUnitId);
        if (!office.Db.Set<WorkItem>().Local.Any(w => w.MatterId == of.Matter.Id && w.StepId == DocketItem.SendStep && w.Status == WorkStatus.Open))
            await office.PlaceAsync(of.Matter, new Work(of.Matter.Id, number, DocketItem.SendStep, "督办交办", Receivers.OfficeOf(await office.BookAsync(cancel), of.Matter.UnitId, office.Today), OfficeDay.Start(due.Value.Day.AddDays(1))), cancel);
        var saved = await SaveAsync(of with { Tasks = [.. of.Tasks, added] }, $"督查发现的问题列为第{number}项任务", "", null, cancel);
        return saved.Succeeded ? number : saved.Refusal;
    }

    /// 核销: settled without a task, and how.
    public async Task<Outcome<Done>> SettleAsync(string code, long findingId, FindingSettled settled, CancellationToken cancel)
    {
        if (await LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        if (!MayVisit(of)) return Refusal.Forbidden("核销问题");
        var found = await FindAsync(of, findingId, cancel);
        if (!found.Succeeded) return found.Refusal;
        if (NoCause(settled.Cause) is { } unknown) return unknown;
        if (found.Value.UnitId is null)
        {
            if (Receivers.Find(await office.BookAsync(cancel), settled.Unit, office.Today) is not { } unit) return SupervisionRefusals.Missing("unit", "请填写责任单位：是谁的问题，由谁整改。");
            found.Value.UnitId = unit.Id;
        }

        var how = settled.How.Trim();
        if (how.Length is 0 or > 500) return SupervisionRefusals.Missing("how", "请写明怎样整改、怎样核实，最多500字。");
        (found.Value.SettledAt, found.Value.SettledBy, found.Value.Cause) = (office.Now, how, settled.Cause.Trim());
        return await SaveAsync(of, "核销督查发现的问题", $"{found.Value.Text}：{how}", null, cancel);
    }

    /// 登记政策执行温差: a finding that shows a policy carried out otherwise than it says, put down to a unit.
    public async Task<Outcome<Done>> GapAsync(string code, long findingId, PolicyGap input, CancellationToken cancel)
    {
        if (await LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        if (!MayVisit(of)) return Refusal.Forbidden("登记政策执行温差");
        var found = await FindAsync(of, findingId, cancel);
        if (!found.Succeeded) return found.Refusal;
        if (input.Policy.Trim().Length is 0 or > 200) return SupervisionRefusals.Missing("policy", "请写明是哪项政策、怎样要求的，最多200字。");
        if (input.Gap.Trim().Length is 0 or > 500) return SupervisionRefusals.Missing("gap", "请写明执行中差在哪里，最多500字。");
        if (Receivers.Find(await office.BookAsync(cancel), input.Unit, office.Today) is not { } unit) return SupervisionRefusals.Missing("gapUnit", "请填写责任单位，压实到单位。");
        (found.Value.Policy, found.Value.Gap, found.Value.UnitId) = (input.Policy.Trim(), input.Gap.Trim(), unit.Id);
        return await SaveAsync(of, "登记政策执行温差", $"{found.Value.Policy}：{found.Value.Gap}", null, cancel);
    }

    /// 查明原因 comes before 责令整改.
    private static Refusal? NoCause(string cause) => cause.Trim().Length is 0 or > 500 ? SupervisionRefusals.Missing("cause", "请先查明原因：为什么会出现这个问题，最多500字。") : null;

    private async Task<Outcome<Finding>> FindAsync(LoadedItem of, long id, CancellationToken cancel)
    {
        if (await office.Db.Set<Finding>().SingleOrDefaultAsync(f => f.Id == id && f.MatterId == of.Matter.Id, cancel) is not { } finding) return Refusal.NotFound("这个问题");
        if (finding.TaskNumber is { } task) return new Refusal("supervision.finding-task", $"这个问题已列为第{task}项任务。") { Kind = RefusalKind.Conflict };
        return finding.SettledAt is null ? finding : new Refusal("supervision.finding-settled", "这个问题已经核销。") { Kind = RefusalKind.Conflict };
    }

    private Task<LoadedItem?> LoadAsync(string code, CancellationToken cancel) => desk.LoadAsync(code, cancel);

    private bool MayVisit(LoadedItem of) => office.Actor.May("supervision.check") && (office.Actor.SeesAll || office.Actor.HomeUnitId == of.Item.UnitId);

    private void AddPhoto(Visit visit, UploadedFile file)
    {
        var attachment = new Attachment { Id = office.Ids.Next(), MatterId = visit.MatterId, Hash = file.Hash, Name = file.Name, Size = file.Size, MediaType = file.MediaType, Role = "visit", AddedAt = office.Now, AddedBy = office.Actor.PersonId };
        office.Db.Add(attachment);
        office.Db.Remove(file);
        office.Db.Add(new VisitPhoto { VisitId = visit.Id, AttachmentId = attachment.Id, MatterId = visit.MatterId });
    }

    private async Task<Outcome<Done>> SaveAsync(LoadedItem of, string text, string quote, string? once, CancellationToken cancel)
    {
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        if (await office.Db.TakeOnceAsync(once, office.Now, cancel) is { } used) return used;
        if (of.Matter.IsOpen) await desk.RollUpAsync(of, of.Tasks, cancel);
        office.Db.Record(of.Matter, new Platform.Trail.Act("supervision.visit", text) { Quote = quote.Length == 0 ? null : quote }, office.Ids, office.Now);
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

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Archives.Works;

public sealed record NodeInput(string Title, long Unit, string DueOn);

public sealed record WorkInput(string Kind, string Title, string Partner, IReadOnlyList<NodeInput> Nodes);

/// 按节点跟踪: planned with a day and a section for each step, done step by step, put off with a reason; over when the last step is done.
internal sealed class KeepWork(Office office)
{
    private const int LongestNode = 60;

    public Task<Outcome<ArchiveWork>> OpenAsync(WorkInput input, string? once, CancellationToken cancel) => office.WriteAsync<ArchiveWork>(once, async () =>
    {
        if (!office.Actor.May(ArchivesModule.Manage)) return Refusal.Forbidden("安排档案专项工作");
        if (office.Rules.Value(WorkRules.Kinds).FirstOrDefault(k => k.Id == input.Kind) is not { } kind) return ArchiveRefusals.Missing("kind", "请选择工作种类。");
        if (ArchiveKeeper.NoTitle(input.Title, "请填写名称") is { } untitled) return untitled;
        if (input.Partner.Length > ArchiveKeeper.LongestTitle) return ArchiveRefusals.Missing("partner", $"衔接单位最多{ArchiveKeeper.LongestTitle}字，请精简。");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var sections = book.SectionsOf(keeper).Select(u => u.Id).ToHashSet();
        if (input.Nodes.Count == 0) return ArchiveRefusals.Missing("nodes", "请至少安排一个节点。");
        var days = input.Nodes.Select(n => ArchiveKeeper.Day(n.DueOn)).ToList();
        for (var i = 0; i < input.Nodes.Count; i++)
        {
            var node = input.Nodes[i];
            var title = node.Title.Length is 0 or > LongestNode ? "" : node.Title;
            if (title.Length == 0 || !sections.Contains(node.Unit) || days[i] is null) return ArchiveRefusals.Missing("nodes", string.Create(CultureInfo.InvariantCulture, $"第{i + 1}个节点还不完整，请填写名称（最多{LongestNode}字）、责任科室和完成日期。"));
            if (i > 0 && days[i] < days[i - 1]) return ArchiveRefusals.Missing("nodes", $"“{node.Title}”不能早于它前面的节点，请调整日期。");
        }

        var work = new ArchiveWork { Id = office.Ids.Next(), KeeperId = keeper, Kind = kind.Id, Title = input.Title, Partner = input.Partner, OpenedOn = office.Today };
        office.Db.Add(work);
        office.Db.AddRange(input.Nodes.Select((n, i) => new ArchiveNode { Id = office.Ids.Next(), WorkId = work.Id, Number = i + 1, Title = n.Title, UnitId = n.Unit, DueOn = days[i]!.Value }));
        foreach (var person in input.Nodes.Select(n => n.Unit).Distinct().SelectMany(u => UnitCircle.People(book, u, office.Today)).Distinct()) office.TellArchive(person, "work", $"{kind.Word}“{work.Title}”有本科室负责的节点，见“档案工作 › 专项工作”。");
        await office.SayArchiveAsync($"安排{kind.Word}“{work.Title}”，{input.Nodes.Count}个节点", work.Id, work.Partner, cancel);
        return work;
    }, cancel);

    /// Steps are done in their order; the last one closes the work.
    public Task<Outcome<Done>> FinishAsync(long node, string words, string? once, CancellationToken cancel) => ActAsync(node, once, async (work, nodes, one) =>
    {
        if (ArchiveKeeper.NoWords(words, "请写明完成情况") is { } no) return no;
        if (nodes.FirstOrDefault(n => n.Number < one.Number && n.DoneOn is null) is { } before) return ArchiveRefusals.NodeBefore(before.Title);
        (one.DoneOn, one.Words, one.DoneBy) = (office.Today, words, office.Actor.Name);
        if (nodes.All(n => n.DoneOn is not null)) (work.ClosedOn, work.Result) = (office.Today, words);
        await office.SayArchiveAsync($"“{work.Title}”节点完成：{one.Title}", work.Id, words, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> PutOffAsync(long node, string due, string words, string? once, CancellationToken cancel) => ActAsync(node, once, async (work, nodes, one) =>
    {
        if (ArchiveKeeper.NoWords(words, "请写明调整的理由") is { } no) return no;
        if (ArchiveKeeper.Day(due) is not { } day || day < office.Today) return ArchiveRefusals.Missing("due", "请填写新的完成日期，不早于今天。");
        (one.DueOn, one.Words, one.RemindedOn) = (day, words, null);
        foreach (var later in nodes.Where(n => n.Number > one.Number && n.DoneOn is null && n.DueOn < day)) later.DueOn = day;
        await office.SayArchiveAsync($"“{work.Title}”节点“{one.Title}”调整到{day:yyyy年M月d日}", work.Id, words, cancel);
        return Done.Yes;
    }, cancel);

    /// Whoever keeps the archive, or speaks for the section of the step.
    public bool Answers(OrganisationBook book, ArchiveNode node) => office.Actor.May(ArchivesModule.Manage) || UnitCircle.SpeaksFor(book, office.Actor) == node.UnitId;

    private Task<Outcome<Done>> ActAsync(long id, string? once, Func<ArchiveWork, IReadOnlyList<ArchiveNode>, ArchiveNode, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var work = await office.Db.Set<ArchiveWork>().SingleOrDefaultAsync(w => w.KeeperId == keeper && office.Db.Set<ArchiveNode>().Any(n => n.Id == id && n.WorkId == w.Id), cancel);
        if (work is null) return Refusal.NotFound("这个节点");
        var nodes = await office.Db.Set<ArchiveNode>().Where(n => n.WorkId == work.Id).OrderBy(n => n.Number).ToListAsync(cancel);
        var one = nodes.Single(n => n.Id == id);
        if (!Answers(book, one)) return Refusal.Forbidden("办理其他科室的节点");
        return one.DoneOn is null ? await act(work, nodes, one) : ArchiveRefusals.NodeDone;
    }, cancel);
}

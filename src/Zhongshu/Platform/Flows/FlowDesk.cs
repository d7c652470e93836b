using Microsoft.EntityFrameworkCore;
using Zhongshu.Flow;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;
using Participant = Zhongshu.Platform.Access.Participant;

namespace Zhongshu.Platform.Flows;

/// What a module says of the document when it moves a flow: the fields that conditions ask for, and when a step is due.
internal sealed record FlowCase(IReadOnlyDictionary<string, FieldValue> Fields, Func<FlowStep, DateTimeOffset?> DueFor)
{
    /// Acts for this person (代录批示, 委托); 0 for oneself.
    public long OnBehalfOf { get; init; }

    /// The work goes to exactly who is named, even when the organisation still says that he is away (委托收回).
    public bool Exactly { get; init; }

    /// The module has decided that this person may end the flow for the office (退文), whoever has opened it.
    public bool ActsForOffice { get; init; }
}

/// What a move brought: the instance, its new state, the items that came to somebody's desk, and the events for the trail.
internal sealed record FlowMove(FlowInstance Instance, FlowState State, IReadOnlyList<FlowEvent> Events, IReadOnlyList<WorkItem> Arrived);

/// Runs the pure engine for a matter: loads, decides, projects work items, access and holder. The caller records the trail and saves once.
internal sealed class FlowDesk(Office office, FlowShelf shelf)
{
    /// Who may depart from the usual way: 暂停, 恢复, 跳转, 终止.
    public const string Control = "matters.suspend";

    // Asked for after the matter itself was found through the actor's filter.
    private static readonly CompiledQuery<long, FlowInstance?> MainOf = new((db, matterId) =>
        db.Set<FlowInstance>().IgnoreQueryFilters().Where(f => f.MatterId == matterId).OrderBy(f => f.Id).FirstOrDefault());

    private static readonly CompiledRows<long, int, WorkItem> ItemsFrom = new((db, instanceId, number) =>
        db.Set<WorkItem>().IgnoreQueryFilters().Where(w => w.InstanceId == instanceId && w.Number >= number));

    public FlowDefinition DefinitionOf(FlowInstance instance) =>
        shelf.Find(instance.Definition, instance.DefinitionVersion)
        ?? throw new InvalidDataException($"流程 {instance.Definition} 第 {instance.DefinitionVersion} 版不在 rules/flows 中。");

    public async Task<Outcome<FlowMove>> StartAsync(Matter matter, string definitionId, FlowCase flowCase, FlowNext? next, CancellationToken cancel)
    {
        var definition = shelf.Find(definitionId) ?? throw new InvalidDataException($"流程 {definitionId} 不在 rules/flows 中。");
        var book = await office.BookAsync(cancel);
        var deputies = new Deputising(book, office.Now, matter.Classification);
        var decision = FlowEngine.Start(definition, Facts(matter, flowCase, book, deputies, office.Actor.PersonId), deputies.Receive(next));
        if (!decision.Accepted) return Say(decision.Refusal, book);
        var instance = new FlowInstance
        {
            Id = office.Ids.Next(),
            MatterId = matter.Id,
            Definition = definition.Id,
            DefinitionVersion = definition.Version,
            StateJson = "",
        };
        office.Db.Add(instance);
        return Project(matter, instance, decision, new Projection(office, book, definition, deputies), new Changed(decision.State!.Items, []));
    }

    public async Task<Outcome<FlowMove>> ActAsync(Matter matter, FlowInstance instance, FlowCommand command, FlowCase flowCase, CancellationToken cancel)
    {
        var definition = DefinitionOf(instance);
        var book = await office.BookAsync(cancel);
        var state = instance.State();
        var deputies = new Deputising(book, office.Now, matter.Classification);
        var facts = Facts(matter, flowCase, book, deputies, PersonOf(state.StartedBy));
        var decision = FlowEngine.Decide(definition, state, flowCase.Exactly ? command : deputies.Receive(command), facts);
        if (!decision.Accepted) return Say(decision.Refusal, book);
        // An item that the move left as it was has its row already: what long lies done is neither read nor written.
        var chased = decision.Events.OfType<ItemChased>().Select(e => e.Item).FirstOrDefault();
        var items = decision.State!.Items.Where(i => i.Id == chased || state.Item(i.Id) != i).ToList();
        var rows = items.Count == 0 ? [] : await ItemsFrom.AskAsync(office.Db, instance.Id, items[0].Id, cancel);
        return Project(matter, instance, decision, new Projection(office, book, definition, deputies), new Changed(items, rows, chased));
    }

    public async Task<FlowAhead> AheadAsync(Matter matter, FlowInstance instance, int item, FlowCase flowCase, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var state = instance.State();
        return FlowEngine.Ahead(DefinitionOf(instance), state, item, Facts(matter, flowCase, book, new Deputising(book, office.Now, matter.Classification), PersonOf(state.StartedBy)));
    }

    /// The flow of a matter that the actor sees.
    public Task<FlowInstance?> MainAsync(long matterId, CancellationToken cancel) => MainOf.AskAsync(office.Db, matterId, cancel);

    /// At which step an item stands; nothing when there is no such item.
    public static string StepOf(FlowInstance instance, int item) => instance.State().Item(item)?.Step ?? "";

    /// The participant that holds an item; 0 when there is no such item.
    public static long HolderOf(FlowInstance instance, int item) => instance.State().Item(item)?.Holder ?? 0;

    private static Outcome<FlowMove> Project(Matter matter, FlowInstance instance, FlowDecision decision, Projection projection, Changed changed)
    {
        instance.Become(decision.State!);
        instance.IsOpen = !decision.State!.Over;
        instance.Version++;
        var arrived = projection.Apply(matter, instance, decision.State, changed);
        return new FlowMove(instance, decision.State, decision.Events, arrived);
    }

    private FlowFacts Facts(Matter matter, FlowCase flowCase, OrganisationBook book, Deputising deputies, long starterId) => new()
    {
        Now = office.Now,
        Actor = Participant.Person(office.Actor.PersonId).Value,
        OnBehalfOf = flowCase.OnBehalfOf == 0 ? 0 : Participant.Person(flowCase.OnBehalfOf).Value,
        Hats = office.Actor.Subjects,
        Administrator = flowCase.ActsForOffice || office.Actor.May(Control),
        Fields = flowCase.Fields,
        Resolve = symbol => [.. Assigning.Resolve(book, symbol, matter.UnitId, starterId, office.Today).Select(deputies.Receive)],
        DueFor = flowCase.DueFor,
    };

    private Refusal Say(FlowRefusal refusal, OrganisationBook book)
    {
        var names = string.Join('、', refusal.Participants.Select(p => Assigning.Name(book, p, office.Today)));
        return new Refusal(refusal.RuleId, names.Length == 0 ? refusal.Message : $"{refusal.Message}（{names}）") { Kind = RefusalKind.Conflict };
    }

    private static long PersonOf(long participant) => new Participant(participant).Id;
}

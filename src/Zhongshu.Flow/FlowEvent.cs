using System.Text.Json.Serialization;

namespace Zhongshu.Flow;

/// <summary>When and by whom. <paramref name="Move"/> counts the accepted commands of the instance.</summary>
public sealed record Stamp(int Move, DateTimeOffset At, long By, long OnBehalfOf);

/// <summary>Something that happened to an instance. All events of one command share their stamp.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(FlowStarted), "started")]
[JsonDerivedType(typeof(StepEntered), "entered")]
[JsonDerivedType(typeof(RunChanged), "run")]
[JsonDerivedType(typeof(BranchOpened), "branch-opened")]
[JsonDerivedType(typeof(BranchChanged), "branch")]
[JsonDerivedType(typeof(ItemOpened), "opened")]
[JsonDerivedType(typeof(ItemActivated), "activated")]
[JsonDerivedType(typeof(ItemPutOff), "put-off")]
[JsonDerivedType(typeof(ItemDone), "done")]
[JsonDerivedType(typeof(ItemCancelled), "cancelled")]
[JsonDerivedType(typeof(ItemReverted), "reverted")]
[JsonDerivedType(typeof(ItemSeen), "seen")]
[JsonDerivedType(typeof(ItemClaimed), "claimed")]
[JsonDerivedType(typeof(ItemReleased), "released")]
[JsonDerivedType(typeof(ItemForwarded), "forwarded")]
[JsonDerivedType(typeof(ItemChased), "chased")]
[JsonDerivedType(typeof(DueChanged), "due")]
[JsonDerivedType(typeof(AnswerRecalled), "recalled")]
[JsonDerivedType(typeof(StepReturned), "returned")]
[JsonDerivedType(typeof(FlowJumped), "jumped")]
[JsonDerivedType(typeof(FlowSuspended), "suspended")]
[JsonDerivedType(typeof(FlowResumed), "resumed")]
[JsonDerivedType(typeof(FlowEnded), "ended")]
public abstract record FlowEvent(Stamp Stamp);

/// <summary>The instance began.</summary>
public sealed record FlowStarted(Stamp Stamp, string Definition, int Version) : FlowEvent(Stamp);

/// <summary>A step was entered.</summary>
public sealed record StepEntered(Stamp Stamp, StepRun Run) : FlowEvent(Stamp);

/// <summary>A run was passed, failed, returned, paused, resumed …</summary>
public sealed record RunChanged(Stamp Stamp, int Run, RunStatus Status) : FlowEvent(Stamp);

/// <summary>A branch opened.</summary>
public sealed record BranchOpened(Stamp Stamp, BranchRun Branch) : FlowEvent(Stamp);

/// <summary>A branch arrived at the join, failed, was closed or reopened.</summary>
public sealed record BranchChanged(Stamp Stamp, int Branch, RunStatus Status) : FlowEvent(Stamp);

/// <summary>A work item came into being, open or queued.</summary>
public sealed record ItemOpened(Stamp Stamp, WorkItem Item) : FlowEvent(Stamp);

/// <summary>A queued, waiting or held item became open: it is new on its holder's desk.</summary>
public sealed record ItemActivated(Stamp Stamp, int Item) : FlowEvent(Stamp);

/// <summary>An item became queued, waiting or held.</summary>
public sealed record ItemPutOff(Stamp Stamp, int Item, ItemStatus Status) : FlowEvent(Stamp);

/// <summary>An item was answered.</summary>
public sealed record ItemDone(Stamp Stamp, int Item, ItemOutcome Outcome, long? Opinion) : FlowEvent(Stamp);

/// <summary>An item was taken away.</summary>
public sealed record ItemCancelled(Stamp Stamp, int Item, CancelReason Reason) : FlowEvent(Stamp);

/// <summary>A recall gave an item back the status (and holder) it had before the recalled move.</summary>
public sealed record ItemReverted(Stamp Stamp, int Item, int UndoneMove) : FlowEvent(Stamp);

/// <summary>The holder opened the item.</summary>
public sealed record ItemSeen(Stamp Stamp, int Item) : FlowEvent(Stamp);

/// <summary>签收.</summary>
public sealed record ItemClaimed(Stamp Stamp, int Item, long Holder) : FlowEvent(Stamp);

/// <summary>撤销签收.</summary>
public sealed record ItemReleased(Stamp Stamp, int Item) : FlowEvent(Stamp);

/// <summary>转办.</summary>
public sealed record ItemForwarded(Stamp Stamp, int Item, Participant From, Participant To) : FlowEvent(Stamp);

/// <summary>催办.</summary>
public sealed record ItemChased(Stamp Stamp, int Item, int Level) : FlowEvent(Stamp);

/// <summary>Another due instant.</summary>
public sealed record DueChanged(Stamp Stamp, int Item, DateTimeOffset? Due, string Reason) : FlowEvent(Stamp);

/// <summary>撤回; the events after it undo the move.</summary>
public sealed record AnswerRecalled(Stamp Stamp, int Item, int UndoneMove) : FlowEvent(Stamp);

/// <summary>退回; the events after it carry it out.</summary>
public sealed record StepReturned(Stamp Stamp, int Item, string ToStep, ReturnMode Mode, long? Opinion) : FlowEvent(Stamp);

/// <summary>跳转; the events after it carry it out.</summary>
public sealed record FlowJumped(Stamp Stamp, string ToStep, string Reason) : FlowEvent(Stamp);

/// <summary>挂起.</summary>
public sealed record FlowSuspended(Stamp Stamp, string Reason) : FlowEvent(Stamp);

/// <summary>恢复.</summary>
public sealed record FlowResumed(Stamp Stamp) : FlowEvent(Stamp);

/// <summary>办结, ended by rejection, or terminated.</summary>
public sealed record FlowEnded(Stamp Stamp, FlowStatus Status, string? Reason) : FlowEvent(Stamp);

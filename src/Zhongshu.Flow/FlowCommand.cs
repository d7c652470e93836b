namespace Zhongshu.Flow;

/// <summary>Something a person does to a running instance. Beginning one is <see cref="FlowEngine.Start"/>.</summary>
public abstract record FlowCommand;

/// <summary>A command on one work item.</summary>
/// <param name="Item">Number of the work item within the instance.</param>
public abstract record ItemCommand(int Item) : FlowCommand;

/// <summary>办理完毕; on a circulated item: 已阅.</summary>
public sealed record Complete(int Item, FlowNext? Next = null, long? Opinion = null) : ItemCommand(Item);

/// <summary>同意.</summary>
public sealed record Approve(int Item, FlowNext? Next = null, long? Opinion = null) : ItemCommand(Item);

/// <summary>不同意.</summary>
public sealed record Reject(int Item, FlowNext? Next = null, long? Opinion = null) : ItemCommand(Item);

/// <summary>What happens once the returned step is done again.</summary>
public enum ReturnMode
{
    /// <summary>逐级再走: every step in between is walked again.</summary>
    WalkAgain = 0,

    /// <summary>直送退回人: straight back to the one who returned; answers already given there stay.</summary>
    StraightBack = 1,
}

/// <summary>退回 to a passed step. An opinion is asked for: a return states its reason.</summary>
public sealed record Return(int Item, string ToStep, ReturnMode Mode, long? Opinion, FlowNext? Next = null) : ItemCommand(Item);

/// <summary>撤回 one's own last answer, while nobody it reached has opened it.</summary>
public sealed record Recall(int Item) : ItemCommand(Item);

/// <summary>转办: the item becomes another's. An administrator may hand over anyone's item.</summary>
public sealed record Forward(int Item, Participant To) : ItemCommand(Item);

/// <summary>委派: another prepares the answer, then the item comes back.</summary>
public sealed record Delegate(int Item, Participant To) : ItemCommand(Item);

/// <summary>Where the added signers stand.</summary>
public enum SignPlace
{
    /// <summary>前加签: they answer first, then the item comes back.</summary>
    Before = 0,

    /// <summary>并加签: beside me; the step waits for both.</summary>
    Beside = 1,

    /// <summary>后加签: after me, before the next step.</summary>
    After = 2,
}

/// <summary>加签.</summary>
public sealed record AddSign(int Item, SignPlace Place, params IReadOnlyList<Participant> Participants) : ItemCommand(Item);

/// <summary>减签, or the withdrawal of one circulated copy. By whoever added it, whoever sent the step, or an administrator.</summary>
public sealed record RemoveSign(int Item, FlowNext? Next = null) : ItemCommand(Item);

/// <summary>签收 from a pool.</summary>
public sealed record Claim(int Item) : ItemCommand(Item);

/// <summary>撤销签收: back into the pool.</summary>
public sealed record Release(int Item) : ItemCommand(Item);

/// <summary>The holder has opened the item; from now on it cannot be recalled from him.</summary>
public sealed record MarkSeen(int Item) : ItemCommand(Item);

/// <summary>传阅 beside the flow: copies for reading. <paramref name="Item"/> is the item from which it is sent.</summary>
public sealed record Circulate(int Item, params IReadOnlyList<Participant> Participants) : ItemCommand(Item);

/// <summary>催办, level 1 to 3.</summary>
public sealed record Chase(int Item, int Level) : ItemCommand(Item);

/// <summary>Another due instant, by an administrator.</summary>
public sealed record ChangeDue(int Item, DateTimeOffset? Due, string Reason) : ItemCommand(Item);

/// <summary>挂起, by an administrator.</summary>
public sealed record Suspend(string Reason) : FlowCommand;

/// <summary>恢复, by an administrator.</summary>
public sealed record Resume : FlowCommand;

/// <summary>终止, by an administrator, or by the one who started while nobody has opened it.</summary>
public sealed record Terminate(string Reason) : FlowCommand;

/// <summary>跳转 by an administrator. <paramref name="ToStep"/> may be <see cref="FlowDefinition.End"/>.</summary>
public sealed record Jump(string ToStep, string Reason, FlowNext? Next = null) : FlowCommand;

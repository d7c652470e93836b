using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Flow;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Platform.Flows;

/// A running flow of a matter: names the definition and the version it runs on, and keeps the engine's state as the engine wrote it.
public sealed class FlowInstance : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public required string Definition { get; init; }

    public int DefinitionVersion { get; init; }

    public required string StateJson { get; set; }

    public bool IsOpen { get; set; }

    public int Version { get; set; }

    private (string Json, FlowState State)? _read;

    /// The engine's state, read once as long as it stays the same.
    internal FlowState State()
    {
        if (_read is not { } read || !ReferenceEquals(read.Json, StateJson)) _read = read = (StateJson, FlowJson.ReadState(StateJson));
        return read.State;
    }

    internal void Become(FlowState state)
    {
        StateJson = FlowJson.Write(state);
        _read = (StateJson, state);
    }
}

public enum WorkKind
{
    /// 办
    Handle = 1,

    /// 会签、会办
    Countersign = 2,

    /// 阅
    Read = 3,
}

public enum WorkStatus
{
    Open = 0,
    Done = 1,
    Cancelled = 2,

    /// Known, but not yet his turn (加签后等、串行等).
    Waiting = 3,
}

/// 待办: the projection of one work item of a flow, so that desks and lists need no engine.
public sealed class WorkItem : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public long InstanceId { get; init; }

    /// The engine's number of the item within its instance.
    public int Number { get; init; }

    public required string StepId { get; init; }

    public required string StepTitle { get; init; }

    /// Participant that holds it (person, or a pool to be claimed).
    public long Assignee { get; set; }

    /// For whom, when it came by delegation.
    public long? OriginalAssignee { get; set; }

    public WorkKind Kind { get; init; }

    public WorkStatus Status { get; set; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? SeenAt { get; set; }

    public DateTimeOffset? RemindAt { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public long? DoneBy { get; set; }

    public string Outcome { get; set; } = "";

    public int ChaseLevel { get; set; }

    public DateTimeOffset? ChasedAt { get; set; }
}

internal sealed class FlowInstanceTable : IEntityTypeConfiguration<FlowInstance>
{
    public void Configure(EntityTypeBuilder<FlowInstance> table)
    {
        table.ToTable("FlowInstance").HasKey(f => f.Id);
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.Definition).HasMaxLength(60);
        table.Property(f => f.Version).IsConcurrencyToken();
        table.HasIndex(f => f.MatterId);
    }
}

internal sealed class WorkItemTable : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> table)
    {
        table.ToTable("WorkItem").HasKey(w => w.Id);
        table.Property(w => w.Id).ValueGeneratedNever();
        table.Property(w => w.StepId).HasMaxLength(40);
        table.Property(w => w.StepTitle).HasMaxLength(60);
        table.Property(w => w.Outcome).HasMaxLength(40);
        // With the state: by itself it loses, where no statistics are, against the indexes that begin with the state.
        table.HasIndex(w => new { w.MatterId, w.Status });
        table.HasIndex(w => new { w.InstanceId, w.Number }).IsUnique();
        table.HasIndex(w => new { w.Assignee, w.Status, w.DueAt });
        table.HasIndex(w => new { w.Status, w.RemindAt });
        table.HasIndex(w => new { w.Status, w.DueAt });
        table.HasIndex(w => new { w.DoneBy, w.DoneAt });
    }
}

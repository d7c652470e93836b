using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Desk.Todos;

/// 个人待办: what somebody notes down for himself; nobody else sees it, and no flow hangs on it.
public sealed class PersonalTodo
{
    public const int Longest = 200;

    public long Id { get; init; }

    public long PersonId { get; init; }

    public required string Text { get; init; }

    public bool IsImportant { get; init; }

    public bool IsUrgent { get; init; }

    public DateOnly? DueOn { get; init; }

    /// 番茄: how many spells of undisturbed work went into it.
    public int Spells { get; set; }

    public DateTimeOffset At { get; init; }

    public DateOnly? DoneOn { get; set; }

    /// 四象限: 1 重要又紧急, 2 重要不紧急, 3 紧急不重要, 4 不重要不紧急.
    public int Quadrant => (IsImportant, IsUrgent) switch { (true, true) => 1, (true, false) => 2, (false, true) => 3, _ => 4 };
}

internal sealed class PersonalTodoTable : IEntityTypeConfiguration<PersonalTodo>
{
    public void Configure(EntityTypeBuilder<PersonalTodo> table)
    {
        table.ToTable("PersonalTodo").HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Text).HasMaxLength(PersonalTodo.Longest);
        table.Ignore(t => t.Quadrant);
        table.HasIndex(t => new { t.PersonId, t.DoneOn });
    }
}

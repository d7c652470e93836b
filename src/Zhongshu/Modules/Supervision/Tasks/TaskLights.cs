using Zhongshu.Calendar;
using Zhongshu.Platform;

namespace Zhongshu.Modules.Supervision.Tasks;

/// When the light of a task turns by itself. Kept with the task, so that the sweep compares two instants and computes no calendar.
internal readonly record struct LightTimes(DateTimeOffset? YellowAt, DateTimeOffset? RedAt)
{
    public Light At(DateTimeOffset now) => RedAt <= now ? Light.Red : YellowAt <= now ? Light.Yellow : Light.Green;
}

internal static class TaskLights
{
    /// Red when whoever holds it is over its day; yellow when that is near, or when the unit has been silent for a whole period of dispatching, or a milestone has passed undone.
    public static LightTimes Of(TaskStanding task, TaskFigures figures)
    {
        if (!task.IsOpen) return default;
        var calendar = figures.Calendar;
        var day = task.HeldUntil(figures);
        var red = OfficeDay.Start(day.AddDays(1));
        // The check has its own short limit: it is yellow on its last day.
        if (task.State is TaskState.Checking or TaskState.Suspended) return new(OfficeDay.Start(day), red);
        var yellow = NearDue(task.DeliveredAt ?? task.OpenedAt, day, red, figures);
        if (task.State is TaskState.Delivered or TaskState.Running)
        {
            // A task with key steps is asked at its steps, not by frequency: chasing must not become the burden.
            var silent = task.NextStepOn is { } step ? OfficeDay.Start(step.AddDays(1)) : OfficeDay.Start(TaskDates.After(OfficeDay.Of(task.HeardAt), figures.Dispatch, calendar).AddDays(1));
            if (silent < yellow) yellow = silent;
        }

        return new(yellow, red);
    }

    private static DateTimeOffset NearDue(DateTimeOffset start, DateOnly day, DateTimeOffset red, TaskFigures figures)
    {
        var yellow = red;
        if (figures.Thresholds.WorkdaysLeft is { } days) yellow = OfficeDay.Start(figures.Calendar.AddWorkdays(day, -days));
        if (figures.Thresholds.ShareLeft is { } share && start < red)
        {
            var byShare = figures.Calendar.AtShare(start, red, 1 - share);
            if (byShare < yellow) yellow = byShare;
        }

        return yellow;
    }
}

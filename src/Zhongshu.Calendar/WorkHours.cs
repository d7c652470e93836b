namespace Zhongshu.Calendar;

/// <summary>A stretch of working time within one day, from inclusive, to exclusive.</summary>
public readonly record struct WorkSpan(TimeOnly From, TimeOnly To)
{
    /// <summary>Its length.</summary>
    public TimeSpan Length => To - From;
}

/// <summary>The working hours of a day (作息时间): morning and afternoon, a setting of the unit.</summary>
public sealed class WorkHours
{
    private readonly WorkSpan[] spans;

    /// <param name="spans">In order, not overlapping, none empty; at least one.</param>
    /// <exception cref="ArgumentException">When the spans are empty, reversed, or overlap.</exception>
    public WorkHours(IEnumerable<WorkSpan> spans)
    {
        this.spans = [.. spans];
        if (this.spans.Length == 0) throw new ArgumentException("作息时间至少要有一段", nameof(spans));
        for (var i = 0; i < this.spans.Length; i++)
        {
            if (this.spans[i].From >= this.spans[i].To || (i > 0 && this.spans[i].From < this.spans[i - 1].To))
                throw new ArgumentException("作息时间各段须先后相接、互不重叠", nameof(spans));
            PerDay += this.spans[i].Length;
        }
    }

    /// <summary>The spans, in order.</summary>
    public IReadOnlyList<WorkSpan> Spans => spans;

    /// <summary>Working time of one full day; always more than zero.</summary>
    public TimeSpan PerDay { get; }

    /// <summary>The start of the working day.</summary>
    public TimeOnly Start => spans[0].From;

    /// <summary>The end of the working day.</summary>
    public TimeOnly End => spans[^1].To;

    /// <summary>Working time from the start of the day until a time of day: zero to <see cref="PerDay"/>.</summary>
    public TimeSpan Until(TimeOnly time)
    {
        var sum = TimeSpan.Zero;
        foreach (var span in spans)
        {
            if (time <= span.From) break;
            sum += (time < span.To ? time : span.To) - span.From;
        }
        return sum;
    }

    /// <summary>
    /// The time of day at which an amount of working time has passed. At a break the earlier answer
    /// (12:00) or, with <paramref name="late"/>, the later one (14:00).
    /// </summary>
    internal TimeOnly At(TimeSpan worked, bool late)
    {
        foreach (var span in spans)
        {
            if (late ? worked < span.Length : worked <= span.Length) return span.From.Add(worked);
            worked -= span.Length;
        }
        return End;
    }
}

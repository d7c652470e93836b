using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Demo.Seeding;

/// Makes rows of one matter out of the rows of another: new ids in order of time, its own words, every instant moved to the same hour of the copy's working days, the trail chained anew.
internal sealed class RowCopy(DateOnly came, int minutes, Func<string, string> words, IdRun ids)
{
    private readonly Dictionary<long, long> _ids = [];

    public long MatterId { get; } = ids.Next(OfficeDay.Start(came).AddHours(8));

    public long NewId(long old) => _ids.TryGetValue(old, out var id) ? id : _ids[old] = ids.Next();

    public void Bind(long old, long id) => _ids[old] = id;

    /// The same working day and hour, counted from the day the copy came.
    public DateTimeOffset At(DateTimeOffset at)
    {
        var days = OfficeDay.Of(at).DayNumber - OfficeDay.Of(OfficePlay.Monday).DayNumber;
        var workdays = Math.DivRem(days, 7, out var rest) * 5 + Math.Min(rest, 5);
        var start = (int)came.DayOfWeek - 1;
        var moved = Math.DivRem(start + workdays, 5, out var weekday);
        var day = came.AddDays(moved * 7 + weekday - start);
        return OfficeDay.Start(day) + OfficeDay.Local(at).TimeOfDay + TimeSpan.FromMinutes(minutes);
    }

    public object?[] Copy(TableRows table, object?[] from)
    {
        var row = (object?[])from.Clone();
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] is null) continue;
            row[i] = table.Columns[i].Role switch
            {
                ColumnRole.Matter => MatterId,
                ColumnRole.Id => NewId((long)row[i]!),
                ColumnRole.Instant => At((DateTimeOffset)row[i]!).ToUnixTimeMilliseconds(),
                ColumnRole.Day => OfficeDay.Of(At(OfficeDay.Start((DateOnly)row[i]!))),
                ColumnRole.Text => words((string)row[i]!),
                _ => row[i],
            };
        }

        return row;
    }

    public List<TrailEntry> Trail(IReadOnlyList<TrailEntry> of)
    {
        var before = Array.Empty<byte>();
        var chain = new List<TrailEntry>(of.Count);
        foreach (var old in of)
        {
            var entry = new TrailEntry
            {
                Id = ids.Next(),
                MatterId = MatterId,
                Sequence = old.Sequence,
                At = At(old.At).ToUniversalTime(),
                PersonId = old.PersonId,
                PersonName = old.PersonName,
                PostName = old.PostName,
                ForName = old.ForName,
                Verb = old.Verb,
                Text = words(old.Text),
                Quote = old.Quote,
                Changes = old.Changes is null ? null : words(old.Changes),
                Hash = [],
            };
            entry.Hash = before = TrailHash.Of(before, entry);
            chain.Add(entry);
        }

        return chain;
    }
}

/// Ids that only rise, as if made at the time of the document.
internal sealed class IdRun
{
    private long _last;

    public long Next(DateTimeOffset at) => _last = Math.Max(_last + 1, Ids.First(at));

    public long Next() => ++_last;
}

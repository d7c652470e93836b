using Zhongshu.Flow;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Demo.Seeding;

/// What one copy is called and when it came.
internal sealed record CopyFacts(SeedPaper Paper, string Code, string RegistryNumber, int Year, long Serial, DateOnly Came, int Minutes);

/// Makes one document out of a prototype: new ids in order of time, its own words, every instant moved to the same hour of the copy's working days, the trail chained anew.
internal sealed class MatterCopy(SeedTables tables, Prototype prototype, CopyFacts facts, IdRun ids)
{
    private readonly Dictionary<long, long> _ids = [];

    public long MatterId { get; } = ids.Next(OfficeDay.Start(facts.Came).AddHours(8));

    public IEnumerable<(TableRows Table, object?[] Row)> Rows()
    {
        var instanceId = ids.Next();
        _ids[(long)prototype.Instance[tables.Instance.Column("id")]!] = instanceId;
        foreach (var (table, row) in prototype.Parts)
            if (table == tables.Opinion) _ids[(long)row[table.Column("id")]!] = ids.Next();
        var trail = Trail();
        var matter = Copy(tables.Matter, prototype.Matter);
        matter[tables.Matter.Column("code")] = facts.Code;
        matter[tables.Matter.Column("trail_hash")] = trail[^1].Hash;
        yield return (tables.Matter, matter);
        yield return (tables.Document, Document());
        var instance = Copy(tables.Instance, prototype.Instance);
        instance[tables.Instance.Column("state_json")] = FlowJson.Write(State());
        yield return (tables.Instance, instance);
        foreach (var (table, row) in prototype.Parts) yield return (table, Copy(table, row));
        foreach (var entry in trail) yield return (tables.Trail, tables.Trail.Row(entry));
    }

    public string Words(string text) => text.Contains('【', StringComparison.Ordinal) || text.Contains(prototype.RegistryNumber, StringComparison.Ordinal) || text.Contains(prototype.Code, StringComparison.Ordinal)
        ? text.Replace(OfficePlay.Title, facts.Paper.Title, StringComparison.Ordinal).Replace(OfficePlay.Sender, facts.Paper.Sender, StringComparison.Ordinal).Replace(OfficePlay.Number, facts.Paper.Number, StringComparison.Ordinal)
            .Replace(prototype.RegistryNumber, facts.RegistryNumber, StringComparison.Ordinal).Replace(prototype.Code, facts.Code, StringComparison.Ordinal)
        : text;

    /// The same working day and hour, counted from the day the copy came.
    public DateTimeOffset At(DateTimeOffset at)
    {
        var days = OfficeDay.Of(at).DayNumber - OfficeDay.Of(OfficePlay.Monday).DayNumber;
        var workdays = Math.DivRem(days, 7, out var rest) * 5 + Math.Min(rest, 5);
        var start = (int)facts.Came.DayOfWeek - 1;
        var moved = Math.DivRem(start + workdays, 5, out var weekday);
        var day = facts.Came.AddDays(moved * 7 + weekday - start);
        return OfficeDay.Start(day) + OfficeDay.Local(at).TimeOfDay + TimeSpan.FromMinutes(facts.Minutes);
    }

    private object?[] Document()
    {
        var row = Copy(tables.Document, prototype.Document);
        row[tables.Document.Column("registry_number")] = facts.RegistryNumber;
        row[tables.Document.Column("registry_year")] = facts.Year;
        row[tables.Document.Column("registry_serial")] = facts.Serial;
        row[tables.Document.Column("number_key")] = Modules.IncomingDocuments.IncomingDocument.KeyOfNumber(facts.Paper.Number);
        row[tables.Document.Column("document_date")] = facts.Paper.Written;
        return row;
    }

    private object?[] Copy(TableRows table, object?[] from)
    {
        var row = (object?[])from.Clone();
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] is null) continue;
            row[i] = table.Columns[i].Role switch
            {
                ColumnRole.Matter => MatterId,
                ColumnRole.Id or ColumnRole.Instance => NewId((long)row[i]!),
                ColumnRole.Instant => At((DateTimeOffset)row[i]!).ToUnixTimeMilliseconds(),
                ColumnRole.Day => OfficeDay.Of(At(OfficeDay.Start((DateOnly)row[i]!))),
                ColumnRole.Text => Words((string)row[i]!),
                _ => row[i],
            };
        }

        return row;
    }

    private long NewId(long old) => _ids.TryGetValue(old, out var id) ? id : _ids[old] = ids.Next();

    private FlowState State() => prototype.State with
    {
        Items = [.. prototype.State.Items.Select(i => i with
        {
            Arrived = At(i.Arrived),
            Seen = Move(i.Seen),
            Due = Move(i.Due),
            Closed = Move(i.Closed),
            Opinion = i.Opinion is { } opinion ? NewId(opinion) : null,
        })],
    };

    private DateTimeOffset? Move(DateTimeOffset? at) => at is { } instant ? At(instant) : null;

    private List<TrailEntry> Trail()
    {
        var before = Array.Empty<byte>();
        var chain = new List<TrailEntry>(prototype.Trail.Count);
        foreach (var old in prototype.Trail)
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
                Text = Words(old.Text),
                Quote = old.Quote,
                Changes = old.Changes is null ? null : Words(old.Changes),
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

using Zhongshu.Flow;
using Zhongshu.Platform;

namespace Zhongshu.Demo.Seeding;

/// What one copy is called and when it came.
internal sealed record CopyFacts(SeedPaper Paper, string Code, string RegistryNumber, int Year, long Serial, DateOnly Came, int Minutes);

/// Makes one document out of a prototype.
internal sealed class MatterCopy
{
    private readonly SeedTables _tables;
    private readonly Prototype _prototype;
    private readonly CopyFacts _facts;
    private readonly RowCopy _copy;

    public MatterCopy(SeedTables tables, Prototype prototype, CopyFacts facts, IdRun ids)
    {
        (_tables, _prototype, _facts) = (tables, prototype, facts);
        _copy = new RowCopy(facts.Came, facts.Minutes, Words, ids);
    }

    public long MatterId => _copy.MatterId;

    public IEnumerable<(TableRows Table, object?[] Row)> Rows()
    {
        _copy.NewId((long)_prototype.Instance[_tables.Instance.Column("id")]!);
        foreach (var (table, row) in _prototype.Parts)
            if (table == _tables.Opinion) _copy.NewId((long)row[table.Column("id")]!);
        var trail = _copy.Trail(_prototype.Trail);
        var matter = _copy.Copy(_tables.Matter, _prototype.Matter);
        matter[_tables.Matter.Column("code")] = _facts.Code;
        matter[_tables.Matter.Column("trail_hash")] = trail[^1].Hash;
        yield return (_tables.Matter, matter);
        yield return (_tables.Document, Document());
        var instance = _copy.Copy(_tables.Instance, _prototype.Instance);
        instance[_tables.Instance.Column("state_json")] = FlowJson.Write(State());
        yield return (_tables.Instance, instance);
        foreach (var (table, row) in _prototype.Parts) yield return (table, _copy.Copy(table, row));
        foreach (var entry in trail) yield return (_tables.Trail, _tables.Trail.Row(entry));
    }

    private string Words(string text) => text.Contains('【', StringComparison.Ordinal) || text.Contains(_prototype.RegistryNumber, StringComparison.Ordinal) || text.Contains(_prototype.Code, StringComparison.Ordinal)
        ? text.Replace(OfficePlay.Title, _facts.Paper.Title, StringComparison.Ordinal).Replace(OfficePlay.Sender, _facts.Paper.Sender, StringComparison.Ordinal).Replace(OfficePlay.Number, _facts.Paper.Number, StringComparison.Ordinal)
            .Replace(_prototype.RegistryNumber, _facts.RegistryNumber, StringComparison.Ordinal).Replace(_prototype.Code, _facts.Code, StringComparison.Ordinal)
        : text;

    private object?[] Document()
    {
        var row = _copy.Copy(_tables.Document, _prototype.Document);
        row[_tables.Document.Column("registry_number")] = _facts.RegistryNumber;
        row[_tables.Document.Column("registry_year")] = _facts.Year;
        row[_tables.Document.Column("registry_serial")] = _facts.Serial;
        row[_tables.Document.Column("number_key")] = Modules.IncomingDocuments.IncomingDocument.KeyOfNumber(_facts.Paper.Number);
        row[_tables.Document.Column("document_date")] = _facts.Paper.Written;
        return row;
    }

    private FlowState State() => _prototype.State with
    {
        Items = [.. _prototype.State.Items.Select(i => i with
        {
            Arrived = _copy.At(i.Arrived),
            Seen = Move(i.Seen),
            Due = Move(i.Due),
            Closed = Move(i.Closed),
            Opinion = i.Opinion is { } opinion ? _copy.NewId(opinion) : null,
        })],
    };

    private DateTimeOffset? Move(DateTimeOffset? at) => at is { } instant ? _copy.At(instant) : null;
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Zhongshu.Platform.Database;

namespace Zhongshu.Demo.Seeding;

/// What a copy must do with a column.
internal enum ColumnRole
{
    Same,
    Id,
    Matter,
    Instant,
    Day,
    Text,
}

internal sealed record SeedColumn(string Name, IProperty Property, ColumnRole Role);

/// A table of the model as plain rows: which columns, what each is, and the INSERT. Follows the model, so that a new column is copied without a change here.
internal sealed class TableRows
{
    private TableRows(string name, IReadOnlyList<SeedColumn> columns)
    {
        Name = name;
        Columns = columns;
        Insert = $"INSERT INTO {name} ({string.Join(", ", columns.Select(c => c.Name))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
    }

    public string Name { get; }

    public IReadOnlyList<SeedColumn> Columns { get; }

    public string Insert { get; }

    public static TableRows Of<T>(OfficeDb db) where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        return new TableRows(entity.GetTableName()!, [.. entity.GetProperties().Select(p => new SeedColumn(p.GetColumnName(), p, RoleOf(p)))]);
    }

    public int Column(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Name == name) return i;
        throw new ArgumentException($"{Name} has no column {name}.", nameof(name));
    }

    /// The values as the database takes them; instants as they are in the model.
    public object?[] Row(object entity) => [.. Columns.Select(c => Stored(c, c.Property.GetGetter().GetClrValue(entity)))];

    public DbCommand Command(DbConnection connection, DbTransaction transaction)
    {
        var command = connection.CreateCommand();
        command.CommandText = Insert;
        command.Transaction = transaction;
        for (var i = 0; i < Columns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static object? Stored(SeedColumn column, object? value) =>
        column.Role == ColumnRole.Instant || value is null ? value : column.Property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value;

    private static ColumnRole RoleOf(IProperty property) => property.GetColumnName() switch
    {
        "id" when property.DeclaringType.ClrType == typeof(Platform.Matters.Matter) => ColumnRole.Matter,
        "id" => ColumnRole.Id,
        "matter_id" => ColumnRole.Matter,
        "instance_id" or "task_id" or "feedback_id" => ColumnRole.Id,
        _ when Nullable.GetUnderlyingType(property.ClrType) == typeof(DateTimeOffset) || property.ClrType == typeof(DateTimeOffset) => ColumnRole.Instant,
        _ when Nullable.GetUnderlyingType(property.ClrType) == typeof(DateOnly) || property.ClrType == typeof(DateOnly) => ColumnRole.Day,
        _ when property.ClrType == typeof(string) => ColumnRole.Text,
        _ => ColumnRole.Same,
    };
}

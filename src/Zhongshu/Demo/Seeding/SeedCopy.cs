using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Zhongshu.Platform.Database;

namespace Zhongshu.Demo.Seeding;

/// Rows for PostgreSQL, gathered as its own text and sent table by table in one COPY each: a round trip a row would take as long as everything else together.
internal sealed class SeedCopy(OfficeDb db)
{
    private readonly OrderedDictionary<string, StringBuilder> _tables = new(StringComparer.Ordinal);

    public void Add(string table, IEnumerable<string> columns, IEnumerable<object?> row)
    {
        var key = $"{table} ({string.Join(", ", columns)})";
        if (!_tables.TryGetValue(key, out var lines)) _tables.Add(key, lines = new StringBuilder());
        var first = true;
        foreach (var value in row)
        {
            if (!first) lines.Append('\t');
            first = false;
            Append(lines, value);
        }

        lines.Append('\n');
    }

    public async Task SendAsync()
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        foreach (var (table, lines) in _tables)
        {
            if (lines.Length == 0) continue;
            await using var to = await connection.BeginTextImportAsync($"COPY {table} FROM STDIN");
            foreach (var chunk in lines.GetChunks()) await to.WriteAsync(chunk);
            lines.Clear();
        }
    }

    private static void Append(StringBuilder lines, object? value)
    {
        switch (value)
        {
            case null: lines.Append("\\N"); break;
            case string text: Escape(lines, text); break;
            case bool yes: lines.Append(yes ? 't' : 'f'); break;
            case byte[] bytes: lines.Append("\\\\x").Append(Convert.ToHexStringLower(bytes)); break;
            case DateOnly day: lines.Append(day.ToString("O", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset at: lines.Append(at.ToUnixTimeMilliseconds()); break;
            default: lines.Append(CultureInfo.InvariantCulture, $"{value}"); break;
        }
    }

    private static void Escape(StringBuilder lines, string text)
    {
        foreach (var letter in text)
        {
            _ = letter switch { '\\' => lines.Append("\\\\"), '\n' => lines.Append("\\n"), '\r' => lines.Append("\\r"), '\t' => lines.Append("\\t"), _ => lines.Append(letter) };
        }
    }
}

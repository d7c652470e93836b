using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;

namespace Zhongshu.CommandLine;

/// Prints the tables as the model wants them, for writing the next numbered script: schema sqlite | schema postgres.
internal static class SchemaCommand
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var connection = args is ["postgres"] ? "Host=nowhere" : "Data Source=:memory:";
        var options = new DbContextOptionsBuilder<OfficeDb>();
        DatabaseOptions.From(connection, ".").Apply(options);
        await using var db = new OfficeDb(options.Options);
        await terminal.Out.WriteLineAsync(db.Database.GenerateCreateScript().ReplaceLineEndings("\n"));
        return 0;
    }
}

using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Tests.CommandLine;

/// A folder that an older version of the program wrote: only the scripts of its time were run on it.
public sealed class OlderFolderTests
{
    private const string Prefix = "Zhongshu.Platform.Database.Sql.sqlite.";

    private static string[] Scripts => [.. typeof(OfficeDb).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("0003")]
    [InlineData("0013")]
    public async Task an_older_folder_is_brought_up_to_date_and_keeps_what_is_in_it(string newest)
    {
        using var folder = new DataFolder();
        Directory.CreateDirectory(folder.Path);
        foreach (var script in Scripts.Where(s => string.CompareOrdinal(s[Prefix.Length..], newest + "z") < 0)) Run(folder, script);
        folder.Sql("INSERT INTO person (id, name, phone, email, clearance, precedence, sort_order, until) VALUES (7, '旧同志', NULL, NULL, 1, NULL, 1, NULL)");
        folder.Sql("INSERT INTO notice (id, person_id, matter_id, kind, text, urgency, at, read_at) VALUES (9, 7, NULL, 'system', '昨天的通知', 0, 0, NULL)");
        SqliteConnection.ClearAllPools();

        await using var app = OfficeHost.Build(new OfficeSettings { DataFolder = folder.Path, Urls = "http://127.0.0.1:0", Demo = false });
        await OfficeHost.PrepareAsync(app, CancellationToken.None);

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        (await Schema.IsCurrentAsync(db, default)).ShouldBeTrue();
        (await db.Set<Zhongshu.Platform.Organisation.Person>().SingleAsync()).Name.ShouldBe("旧同志");
        (await db.Set<Zhongshu.Platform.Notices.Notice>().SingleAsync()).Text.ShouldBe("昨天的通知");
    }

    private static void Run(DataFolder folder, string script)
    {
        using var reader = new StreamReader(Assembly.GetAssembly(typeof(OfficeDb))!.GetManifestResourceStream(script)!, Encoding.UTF8);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        folder.Sql(sql);
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
        folder.Sql("CREATE TABLE IF NOT EXISTS schema_script (name text PRIMARY KEY, checksum text NOT NULL)");
        folder.Sql($"INSERT INTO schema_script VALUES ('{script[Prefix.Length..^".sql".Length]}', '{checksum}')");
    }
}

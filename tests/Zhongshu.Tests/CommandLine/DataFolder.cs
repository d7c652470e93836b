using Microsoft.Data.Sqlite;
using Zhongshu.CommandLine;

namespace Zhongshu.Tests.CommandLine;

/// A data folder of its own, and the program's commands run against it as from a shell.
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "zs-" + Guid.NewGuid().ToString("N"));

    public string Beside(string name) => Path + name;

    public async Task<(int Exit, string Out, string Error)> RunAsync(params string[] words)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await Commands.Find(words[0])!([.. words[1..], "--data", Path], new Terminal(output, error, TextReader.Null));
        return (exit, output.ToString(), error.ToString());
    }

    public async Task<string> WithOneDocumentAsync()
    {
        await RunAsync("user", "add", "clerk", "--name", "册收文", "--unit", "云岭市人民政府办公室", "--roles", "registry-clerk,office-director", "--password", "Long-Enough-2026");
        return (await RunAsync("register", "--as", "clerk", "--title", "关于开展河道清淤的通知", "--sender", "省水利厅", "--number", "岚水发〔2026〕8号")).Out.Trim();
    }

    public void Sql(string text)
    {
        using var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(Path, "zhongshu.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
        foreach (var file in Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(Path)!, System.IO.Path.GetFileName(Path) + "*")) File.Delete(file);
    }
}

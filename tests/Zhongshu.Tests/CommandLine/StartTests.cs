using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Zhongshu.CommandLine;
using Zhongshu.Platform;

namespace Zhongshu.Tests.CommandLine;

/// What stops the site from starting is said in Chinese, with what to do next, and exit code 2.
public sealed class StartTests
{
    [Theory]
    [InlineData("不认识的选项 --port", "--port", "80")]
    [InlineData("后面缺少取值", "--urls")]
    [InlineData("后面缺少取值", "--data", "--no-demo")]
    [InlineData("网址 localhost:5080 不对", "--urls", "localhost:5080")]
    [InlineData("部署网络 home 不对", "--network", "home")]
    [InlineData("地址 nowhere 不对", "--outbound", "nowhere")]
    [InlineData("连不上数据库", "--db", "Host=127.0.0.1;Port=9;Username=nobody;Database=none;Timeout=2")]
    public async Task an_option_that_is_wrong_is_named(string said, params string[] options) =>
        (await StartAsync(options)).ShouldSatisfyAllConditions(r => r.Exit.ShouldBe(2), r => r.Said.ShouldContain(said));

    [Fact]
    public async Task help_tells_every_option()
    {
        var output = new StringWriter();
        (await Serve.RunAsync(["--help"], new Terminal(output, TextWriter.Null, TextReader.Null))).ShouldBe(0);
        foreach (var option in new[] { "--urls", "--data", "--db", "--network", "--outbound", "--rules", "--no-demo" }) output.ToString().ShouldContain(option);
    }

    [Fact]
    public async Task a_port_in_use_is_said()
    {
        using var folder = new DataFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var (exit, said) = await StartAsync("--data", folder.Path, "--no-demo", "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");
        exit.ShouldBe(2);
        said.ShouldContain("端口已被占用");
    }

    [Fact]
    public async Task a_folder_that_another_site_serves_is_left_alone()
    {
        using var folder = new DataFolder();
        Directory.CreateDirectory(folder.Path);
        await using var held = new FileStream(Path.Combine(folder.Path, "site.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var (exit, said) = await StartAsync("--data", folder.Path);
        exit.ShouldBe(2);
        said.ShouldContain("正由另一个中枢站点使用");
        File.Exists(Path.Combine(folder.Path, "zhongshu.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task a_folder_that_is_a_file_is_said()
    {
        using var folder = new DataFolder();
        await File.WriteAllTextAsync(folder.Path, "x");
        var (exit, said) = await StartAsync("--data", folder.Path);
        File.Delete(folder.Path);
        exit.ShouldBe(2);
        said.ShouldContain(folder.Path);
    }

    [Fact]
    public async Task a_database_that_is_none_is_kept_and_said()
    {
        using var folder = new DataFolder();
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, "zhongshu.db");
        await File.WriteAllTextAsync(file, new string('x', 5000));
        var (exit, said) = await StartAsync("--data", folder.Path);
        exit.ShouldBe(2);
        said.ShouldContain("损坏");
        said.ShouldContain("restore");
        (await File.ReadAllTextAsync(file)).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public async Task a_broken_rule_stops_the_start_with_its_file_and_line()
    {
        using var folder = new DataFolder();
        var rules = folder.Beside("-rules");
        Copy(Path.Combine(AppContext.BaseDirectory, "rules"), rules);
        var file = Path.Combine(rules, "office", "deadlines.yaml");
        var lines = (await File.ReadAllLinesAsync(file)).ToList();
        var at = lines.FindIndex(l => l.Contains("limit: 15个工作日", StringComparison.Ordinal));
        lines[at] = "    limit: 十五天";
        await File.WriteAllLinesAsync(file, lines);

        var (exit, said) = await StartAsync("--data", folder.Path, "--rules", rules);

        Directory.Delete(rules, recursive: true);
        exit.ShouldBe(2);
        said.ShouldContain($"office/deadlines.yaml 第{at + 1}行");
    }

    [Fact]
    public async Task a_broken_flow_stops_the_start_with_its_file_and_line()
    {
        using var folder = new DataFolder();
        var rules = folder.Beside("-rules");
        Copy(Path.Combine(AppContext.BaseDirectory, "rules"), rules);
        var file = Path.Combine(rules, "flows", "incoming-document.yaml");
        var lines = (await File.ReadAllLinesAsync(file)).ToList();
        var at = lines.FindIndex(l => l.Contains("assign: office-director", StringComparison.Ordinal));
        lines.RemoveAt(at);
        await File.WriteAllLinesAsync(file, lines);

        var (exit, said) = await StartAsync("--data", folder.Path, "--rules", rules, "--no-demo");

        Directory.Delete(rules, recursive: true);
        exit.ShouldBe(2);
        said.ShouldContain("incoming-document.yaml");
        said.ShouldContain("拟办");
    }

    [Fact]
    public void a_full_disk_is_known_however_it_is_wrapped()
    {
        DiskFull.Is(new Microsoft.EntityFrameworkCore.DbUpdateException("", new SqliteException("full", 13))).ShouldBeTrue();
        DiskFull.Is(new IOException("No space left on device", 28)).ShouldBeTrue();
        DiskFull.Is(new IOException("other", 5)).ShouldBeFalse();
        StartFaults.Explain(new SqliteException("full", 13), "/srv/data").ShouldNotBeNull().ShouldContain("磁盘空间不足");
        StartFaults.Explain(new NullReferenceException(), "/srv/data").ShouldBeNull("a bug is seen whole");
    }

    private static async Task<(int Exit, string Said)> StartAsync(params string[] options)
    {
        using var folder = new DataFolder();
        var error = new StringWriter();
        string[] all = options.Contains("--data") ? options : [.. options, "--data", folder.Path];
        return (await Serve.RunAsync(all, new Terminal(TextWriter.Null, error, TextReader.Null)), error.ToString());
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

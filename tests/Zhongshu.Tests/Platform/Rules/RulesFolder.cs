using System.Globalization;
using System.Text.Json;

namespace Zhongshu.Tests.Platform.Rules;

/// The rules of the source tree, and a place for broken ones.
internal static class RulesFolder
{
    public static readonly string Path = Find();

    /// A copy of the shipped office rules with one file written or replaced.
    public static string With(string file, string text)
    {
        var folder = Directory.CreateTempSubdirectory("rules").FullName;
        foreach (var source in Directory.EnumerateFiles(Path, "*.yaml", SearchOption.AllDirectories))
        {
            var relative = System.IO.Path.GetRelativePath(Path, source);
            if (!relative.StartsWith("office", StringComparison.Ordinal)) continue;
            var target = System.IO.Path.Combine(folder, relative);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }
        File.WriteAllText(System.IO.Path.Combine(folder, "office", file), text);
        return folder;
    }

    public static string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Path, "office", file));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Zhongshu.slnx"))) folder = folder.Parent;
        return System.IO.Path.Combine(folder?.FullName ?? AppContext.BaseDirectory, "rules");
    }
}

/// Runs where ZHONGSHU_HOLIDAYS names a folder of independent year lists (2026.json); elsewhere the skip is reported.
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ArrangementSampleFactAttribute : FactAttribute
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ZHONGSHU_HOLIDAYS");

    public ArrangementSampleFactAttribute()
    {
        if (!Directory.Exists(Folder)) Skip = "ZHONGSHU_HOLIDAYS names no folder of independent holiday lists.";
    }

    public static Dictionary<DateOnly, bool> Read(int year)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder!, $"{year}.json")));
        return json.RootElement.GetProperty("days").EnumerateArray().ToDictionary(
            d => DateOnly.ParseExact(d.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            d => d.GetProperty("isOffDay").GetBoolean());
    }
}

using Zhongshu.Platform.Hosting;

namespace Zhongshu.Demo.Life;

/// Says in the data folder that the two weeks are being lived. A start that was stopped in the middle left half an office behind, which the next start
/// puts aside and lives anew; nobody can have worked in it, because the site is served only afterwards.
internal static class LifeMark
{
    public const string Aside = "unfinished-demo";

    private const string Name = "demo.unfinished";

    private static readonly string[] Parts = ["zhongshu.db", "zhongshu.db-wal", "zhongshu.db-shm"];

    /// Whether something was put aside. A folder that is served without the demonstration keeps what it holds.
    public static bool StartOver(OfficeSettings settings)
    {
        if (settings.Connection is not null || !File.Exists(FileOf(settings))) return false;
        if (settings.Demo)
        {
            var aside = Directory.CreateDirectory(Path.Combine(settings.DataFolder, Aside)).FullName;
            foreach (var part in Parts.Where(p => File.Exists(Path.Combine(settings.DataFolder, p)))) File.Move(Path.Combine(settings.DataFolder, part), Path.Combine(aside, part), overwrite: true);
        }

        End(settings);
        return settings.Demo;
    }

    public static void Begin(OfficeSettings settings)
    {
        if (settings.Connection is null) File.WriteAllText(FileOf(settings), "");
    }

    public static void End(OfficeSettings settings) => File.Delete(FileOf(settings));

    private static string FileOf(OfficeSettings settings) => Path.Combine(settings.DataFolder, Name);
}

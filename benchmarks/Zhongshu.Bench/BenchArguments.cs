using System.Globalization;

namespace Zhongshu.Bench;

/// ./bench NAME … [--data DIR] [--db CONNECTION] [--matters N,N] [--clients N] [--seconds N]
internal sealed record BenchArguments(IReadOnlyList<string> Names, string? Data, string Program, TimeSpan Time, int Clients, IReadOnlyList<int> Matters)
{
    public static BenchArguments Read(string[] args)
    {
        string? Value(string option) => Array.IndexOf(args, option) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;
        int Number(string option, int otherwise) => int.TryParse(Value(option), CultureInfo.InvariantCulture, out var n) && n > 0 ? n : otherwise;
        var matters = (Value("--matters") ?? "10000,100000").Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return new([.. args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal))], Value("--data"), Value("--program") ?? Path.Combine("artifacts", "app", "Zhongshu.dll"),
            TimeSpan.FromSeconds(Number("--seconds", 10)), Number("--clients", 8), matters)
        {
            Connection = Value("--db"),
            WarmUp = Number("--warm-up", 3_000),
        };
    }

    /// Lives of items before anything is measured; fewer only to look at something else.
    public int WarmUp { get; init; }

    /// A PostgreSQL database instead of the folder's own file.
    public string? Connection { get; init; }

    /// A folder for the texts that a scenario makes for itself.
    public string Place(string name) => Directory.CreateDirectory(Path.Combine(Data ?? Path.Combine("artifacts", "bench"), name)).FullName;

    /// The folders to measure on: the one named, or for each wanted size one that is seeded once and kept under artifacts/bench.
    public async Task<IReadOnlyList<string>> FoldersAsync()
    {
        if (Data is not null) return [Path.GetFullPath(Data)];
        var folders = new List<string>();
        foreach (var matters in Matters)
        {
            var folder = Path.GetFullPath(Path.Combine("artifacts", "bench", matters.ToString(CultureInfo.InvariantCulture)));
            if (!Directory.Exists(folder)) await SeedScenario.SeedAsync(Program, matters, folder);
            folders.Add(folder);
        }

        return folders;
    }
}

using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.CommandLine;

/// The words of a command: what stands alone, and the options with their values. --data, --db and --rules are understood everywhere.
internal sealed class Arguments
{
    private static readonly string[] Everywhere = ["--data", "--db", "--rules"];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<string> _rest = [];

    public IReadOnlyList<string> Rest => _rest;

    public string? this[string option] => _values.GetValueOrDefault(option);

    public bool Has(string flag) => _values.ContainsKey(flag);

    public string DataFolder => Path.GetFullPath(this["--data"] ?? "data");

    /// A command never plants the demonstration office unless it asks for it.
    public OfficeSettings Settings => new()
    {
        DataFolder = DataFolder,
        Connection = this["--db"],
        RulesFolder = this["--rules"] is { } rules ? Path.GetFullPath(rules) : Path.Combine(AppContext.BaseDirectory, "rules"),
        Demo = false,
    };

    /// <param name="valued">Options that take a value.</param>
    /// <param name="flags">Options that stand alone.</param>
    public static Outcome<Arguments> Read(string[] args, string[] valued, params string[] flags)
    {
        var read = new Arguments();
        for (var i = 0; i < args.Length; i++)
        {
            var word = args[i];
            if (!word.StartsWith("--", StringComparison.Ordinal)) read._rest.Add(word);
            else if (flags.Contains(word)) read._values[word] = "";
            else if (!valued.Contains(word) && !Everywhere.Contains(word)) return new Refusal("command.option", $"不认识的选项 {word}。可用：{string.Join("、", valued.Concat(flags).Concat(Everywhere))}。");
            else if (++i >= args.Length) return new Refusal("command.option", $"选项 {word} 缺少取值。");
            else read._values[word] = args[i];
        }

        return read;
    }
}

namespace Zhongshu.CommandLine;

/// The commands by name. Each makes what it needs itself: a command that reads a file does not start the site.
internal static class Commands
{
    internal delegate Task<int> Command(string[] args, Terminal terminal);

    private static readonly Dictionary<string, Command> All = new(StringComparer.Ordinal)
    {
        ["help"] = HelpCommand.RunAsync,
        ["check"] = (args, terminal) => Task.FromResult(CheckCommand.Run(args, terminal.Out, terminal.Error)),
        ["export"] = OrganisationCommand.ExportAsync,
        ["import"] = OrganisationCommand.ImportAsync,
        ["schema"] = SchemaCommand.RunAsync,
    };

    public static Command? Find(string name) => All.GetValueOrDefault(name);

    public static IEnumerable<string> Names => All.Keys.Order(StringComparer.Ordinal);
}

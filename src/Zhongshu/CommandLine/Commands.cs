using Zhongshu.Checker;
using Zhongshu.CommandLine.Accounts;
using Zhongshu.CommandLine.Documents;
using Zhongshu.CommandLine.Keeping;

namespace Zhongshu.CommandLine;

/// The commands by name, each with its one line of help. Each makes what it needs itself: a command that reads a file does not start the site.
internal static class Commands
{
    internal delegate Task<int> Command(string[] args, Terminal terminal);

    internal sealed record Entry(string Line, Command Run, string Usage);

    private const string Everywhere = "\n各命令都可以加：--data 数据目录、--db 连接串、--rules 规则目录。";

    private static readonly Dictionary<string, Entry> All = new(StringComparer.Ordinal)
    {
        ["help"] = new("列出全部命令", HelpCommand.RunAsync, "用法：zhongshu help [命令]"),
        ["check"] = new("校核文稿：check 文件… [--deep|--fast] [--format json] [--fix]；check 不带文件列出全部选项", (args, terminal) => Task.FromResult(CheckCommand.Run(args, terminal.Out, terminal.Error)), CheckArguments.Usage),
        ["typeset"] = new("按公文格式排版：typeset 文稿 -o 输出.docx|.pdf|.ofd", TypesetCommand.RunAsync, TypesetCommand.Usage),
        ["format-check"] = new("检查 Word 公文格式：format-check 文件.docx [--fix [输出.docx]] [--format json]", FormatCheckCommand.RunAsync, FormatCheckCommand.Usage),
        ["register"] = new("登记来文：register --as 登录名 文件… 或 --title 标题 --sender 来文单位 [--kind 请示] [--number 字号]", RegisterCommand.RunAsync, RegisterCommand.Usage),
        ["ledger"] = new("收文台账：ledger --as 登录名 [--state open] [--words 词] [--json]", LedgerCommand.RunAsync, LedgerCommand.Usage),
        ["verify"] = new("核验留痕链和文件：一处改动也能指出位置", VerifyCommand.RunAsync, "用法：zhongshu verify。退出码：0 完好，1 有改动或缺失。"),
        ["backup"] = new("备份（不停机）：backup 文件.zip", BackupCommand.RunAsync, BackupCommand.Usage),
        ["restore"] = new("从备份恢复到空目录：restore 文件.zip --data 目录", RestoreCommand.RunAsync, RestoreCommand.Usage),
        ["seed"] = new("写入示范数据：seed --matters 来文件数 --items 督办件数 [--seed 种子] [--open 在办百分数]", SeedCommand.RunAsync, "用法：zhongshu seed --matters 来文件数 [--items 督办件数] [--seed 种子] [--until 日期] [--open 在办百分数]，写入尚无往年事项的目录。"),
        ["user"] = new("账号：user add|password|unlock|list", UserCommand.RunAsync, UserCommand.Usage),
        ["token"] = new("接口令牌：token add|list|revoke", TokenCommand.RunAsync, TokenCommand.Usage),
        ["import"] = new("导入组织机构：import organisation 文件.xlsx [--good-rows]", OrganisationCommand.ImportAsync, OrganisationCommand.Usage),
        ["export"] = new("导出组织机构：export organisation 文件.xlsx", OrganisationCommand.ExportAsync, OrganisationCommand.Usage),
        ["schema"] = new("打印数据库结构：schema sqlite|postgres", SchemaCommand.RunAsync, "用法：zhongshu schema sqlite|postgres"),
    };

    /// --help and -h are understood by every command, wherever they stand.
    public static Command? Find(string name) => All.GetValueOrDefault(name) is not { } entry ? null
        : (args, terminal) => args.Any(CheckArguments.AsksForHelp) ? terminal.SayAsync(UsageOf(name)!) : entry.Run(args, terminal);

    public static string? UsageOf(string name) => All.GetValueOrDefault(name) is not { } entry ? null : $"{entry.Usage}{(name == "check" ? "" : Everywhere)}";

    public static IEnumerable<(string Name, string Line)> Lines => All.Select(c => (c.Key, c.Value.Line));
}

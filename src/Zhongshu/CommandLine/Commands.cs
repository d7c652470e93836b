using Zhongshu.Checker;
using Zhongshu.CommandLine.Accounts;
using Zhongshu.CommandLine.Documents;
using Zhongshu.CommandLine.Keeping;

namespace Zhongshu.CommandLine;

/// The commands by name, each with its one line of help. Each makes what it needs itself: a command that reads a file does not start the site.
internal static class Commands
{
    internal delegate Task<int> Command(string[] args, Terminal terminal);

    internal sealed record Entry(string Line, Command Run);

    private static readonly Dictionary<string, Entry> All = new(StringComparer.Ordinal)
    {
        ["help"] = new("列出全部命令", HelpCommand.RunAsync),
        ["check"] = new("校核文稿：check 文件… [--deep|--fast] [--format json] [--fix]；check 不带文件列出全部选项", (args, terminal) => Task.FromResult(CheckCommand.Run(args, terminal.Out, terminal.Error))),
        ["typeset"] = new("按公文格式排版：typeset 文稿 -o 输出.docx|.pdf|.ofd", TypesetCommand.RunAsync),
        ["format-check"] = new("检查 Word 公文格式：format-check 文件.docx [--fix [输出.docx]] [--format json]", FormatCheckCommand.RunAsync),
        ["register"] = new("登记来文：register --as 登录名 --title 标题 --sender 来文单位 [--number 字号]", RegisterCommand.RunAsync),
        ["ledger"] = new("收文台账：ledger --as 登录名 [--state open] [--words 词] [--json]", LedgerCommand.RunAsync),
        ["verify"] = new("核验留痕链和文件：一处改动也能指出位置", VerifyCommand.RunAsync),
        ["backup"] = new("备份（不停机）：backup 文件.zip", BackupCommand.RunAsync),
        ["restore"] = new("从备份恢复到空目录：restore 文件.zip --data 目录", RestoreCommand.RunAsync),
        ["seed"] = new("写入示范数据：seed --matters 来文件数 --items 督办件数 [--seed 种子] [--open 在办百分数]", SeedCommand.RunAsync),
        ["user"] = new("账号：user add|password|unlock|list", UserCommand.RunAsync),
        ["token"] = new("接口令牌：token add|list|revoke", TokenCommand.RunAsync),
        ["import"] = new("导入组织机构：import organisation 文件.xlsx [--good-rows]", OrganisationCommand.ImportAsync),
        ["export"] = new("导出组织机构：export organisation 文件.xlsx", OrganisationCommand.ExportAsync),
        ["schema"] = new("打印数据库结构：schema sqlite|postgres", SchemaCommand.RunAsync),
    };

    public static Command? Find(string name) => All.GetValueOrDefault(name)?.Run;

    public static IEnumerable<(string Name, string Line)> Lines => All.Select(c => (c.Key, c.Value.Line));
}

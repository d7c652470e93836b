namespace Zhongshu.CommandLine;

internal enum CheckFormat
{
    Text,
    Json,
    Jsonl,
    Sarif,
    Html,
}

/// What `check` was asked to do: check FILE… [--deep|--fast] [--format F] [--annotate OUT.docx] [--fix] [--lines] [--publish] [--rules DIR].
internal sealed record CheckArguments
{
    public const string Usage =
        """
        用法：zhongshu check 文件… [选项]
          --deep / --fast         深度校核（默认）或只用规则的快速校核
          --format 格式           text（默认）、json、jsonl、sarif、html
          --annotate 输出.docx    把问题写成 Word 批注
          --fix                   改正确定的错误：文本文件直接改，docx 须同时用 --annotate，写成修订
          --lines                 文件每行是一句互不相干的话，逐行校核
          --publish               按拟公开发布的文稿校核
          --rules 目录            校核数据所在目录
        退出码：0 无“错误”；1 有“错误”；2 有文件未能读取或用法不对
        """;

    public List<string> Files { get; } = [];

    public bool Fast { get; private set; }

    public bool Fix { get; private set; }

    public bool Lines { get; private set; }

    public bool ForPublication { get; private set; }

    public CheckFormat Format { get; private set; }

    public string? Annotated { get; private set; }

    public string Rules { get; private set; } = Path.Combine(AppContext.BaseDirectory, "rules", "proofing");

    /// The arguments, or what is wrong with them in one sentence.
    public static (CheckArguments? Arguments, string? Fault) Parse(string[] args)
    {
        var parsed = new CheckArguments();
        for (var i = 0; i < args.Length; i++)
        {
            if (parsed.TakeFlag(args[i])) continue;
            if (!args[i].StartsWith('-') || args[i] == "-") parsed.Files.Add(args[i]);
            else if (i + 1 >= args.Length || !parsed.TakeValue(args[i], args[++i])) return (null, $"选项 {args[i]} 无法识别，或缺少取值。");
        }

        if (parsed.Files.Count == 0) return (null, "请给出要校核的文件。");
        if (parsed.Annotated is not null && parsed.Files.Count > 1) return (null, "用 --annotate 时一次只能校核一个文件。");
        return (parsed, null);
    }

    private bool TakeFlag(string name)
    {
        switch (name)
        {
            case "--deep":
                Fast = false;
                return true;
            case "--fast":
                Fast = true;
                return true;
            case "--fix":
                Fix = true;
                return true;
            case "--lines":
                Lines = true;
                return true;
            case "--publish":
                ForPublication = true;
                return true;
            default:
                return false;
        }
    }

    private bool TakeValue(string name, string value)
    {
        switch (name)
        {
            case "--format" when Enum.TryParse<CheckFormat>(value, ignoreCase: true, out var format) && Enum.IsDefined(format):
                Format = format;
                return true;
            case "--annotate":
                Annotated = value;
                return true;
            case "--rules":
                Rules = value;
                return true;
            default:
                return false;
        }
    }
}

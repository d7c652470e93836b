using Zhongshu.Proofing.Rules;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Checker;

internal enum CheckFormat
{
    Text,
    Json,
    Jsonl,
    Sarif,
    Html,
}

/// What `check` was asked to do.
internal sealed record CheckArguments
{
    public const string Usage =
        """
        用法：zhongshu check 文件… [选项]
          --deep / --fast         深度校核，或只用规则的快速校核；不写时一个文件深度校核，多个文件快速校核
          --format 格式           text（默认）、json、jsonl、sarif、html
          --annotate 输出.docx    把问题写成 Word 批注
          --fix                   改正确定的错误：文本文件直接改，docx 须同时用 --annotate，写成修订
          --lines                 文件每行是一份互不相干的文稿，逐行校核；不写 --format 时，第几行的结果就在第几行：
                                  一个 JSON 数组，元素是该行的问题，没有问题为 []
          --level 级别            发文机关级别：中央、省、市、县、乡镇（字数等上限按级别）
          --kind 文种             写明文种（通知、请示……），不写时从标题判断
          --publish               按拟公开发布的文稿校核
          --unit-rules 文件       本单位规则（YAML，可重复），写法见 docs/PROOFING.md
          --organisation 文件     领导名册、上下级单位、文件目录（YAML）
          --last-year 文件        上年同类文稿，比对雷同
          --superior 文件         所贯彻的上级文件，比对是否照抄照搬
          --earlier 文件          此前报送同一机关的文稿（可重复），比对是否重复
          --points 文件           上级部署、本级决策清单（一行一条），比对是否贯穿到文稿
          --rules 目录            校核数据所在目录
        退出码：0 无“错误”；1 有“错误”；2 有文件未能读取或用法不对
        """;

    private static readonly Dictionary<string, OfficeLevel> Levels = new(StringComparer.Ordinal)
    {
        ["中央"] = OfficeLevel.Central,
        ["省"] = OfficeLevel.Province,
        ["市"] = OfficeLevel.City,
        ["县"] = OfficeLevel.County,
        ["乡镇"] = OfficeLevel.Township,
        ["乡"] = OfficeLevel.Township,
        ["镇"] = OfficeLevel.Township,
    };

    private bool? _deep;
    private CheckFormat? _format;

    public List<string> Files { get; } = [];

    public List<string> UnitRules { get; } = [];

    /// One document is worth the second that the model takes to open; many are passed over quickly unless asked otherwise.
    public bool Deep => _deep ?? Files.Count == 1;

    public bool MustBeDeep => _deep == true;

    public bool Fix { get; private set; }

    public bool Lines { get; private set; }

    public bool ForPublication { get; private set; }

    public CheckFormat Format => _format ?? CheckFormat.Text;

    /// A list without a named format answers line by line.
    public bool AnswersLineByLine => Lines && _format is null or CheckFormat.Jsonl;

    public OfficeLevel Level { get; private set; }

    public DocumentKind Kind { get; private set; }

    public string? Annotated { get; private set; }

    public string? Organisation { get; private set; }

    public string? LastYear { get; private set; }

    public string? Superior { get; private set; }

    public List<string> Earlier { get; } = [];

    public string? Points { get; private set; }

    public string Rules { get; private set; } = Path.Combine(AppContext.BaseDirectory, "rules", "proofing");

    public static bool AsksForHelp(string word) => word is "--help" or "-h";

    /// The arguments, or what is wrong with them in one sentence.
    public static (CheckArguments? Arguments, string? Fault) Parse(string[] args)
    {
        var parsed = new CheckArguments();
        for (var i = 0; i < args.Length; i++)
        {
            if (parsed.TakeFlag(args[i])) continue;
            if (!args[i].StartsWith('-') || args[i] == "-") parsed.Files.Add(args[i]);
            else if (i + 1 >= args.Length) return (null, $"选项 {args[i]} 无法识别，或缺少取值。");
            else if (!parsed.TakeValue(args[i], args[++i])) return (null, $"选项 {args[i - 1]} 无法识别，或取值“{args[i]}”不对。");
        }

        if (parsed.Files.Count == 0) return (null, "请给出要校核的文件。");
        if (parsed.Annotated is not null && parsed.Files.Count > 1) return (null, "用 --annotate 时一次只能校核一个文件。");
        return (parsed, null);
    }

    private bool TakeFlag(string name)
    {
        switch (name)
        {
            case "--deep" or "--fast":
                _deep = name == "--deep";
                return true;
            case "--fix":
                return Fix = true;
            case "--lines":
                return Lines = true;
            case "--publish":
                return ForPublication = true;
            default:
                return false;
        }
    }

    private bool TakeValue(string name, string value)
    {
        switch (name)
        {
            case "--format" when Enum.TryParse<CheckFormat>(value, ignoreCase: true, out var format) && Enum.IsDefined(format):
                _format = format;
                return true;
            case "--level" when Levels.TryGetValue(value, out var level):
                Level = level;
                return true;
            case "--kind" when Enum.TryParse<DocumentKind>(value, out var kind) && Enum.IsDefined(kind) && kind != DocumentKind.Unknown:
                Kind = kind;
                return true;
            case "--annotate":
                Annotated = value;
                return true;
            case "--unit-rules":
                UnitRules.Add(value);
                return true;
            case "--organisation":
                Organisation = value;
                return true;
            case "--last-year":
                LastYear = value;
                return true;
            case "--superior":
                Superior = value;
                return true;
            case "--earlier":
                Earlier.Add(value);
                return true;
            case "--points":
                Points = value;
                return true;
            case "--rules":
                Rules = value;
                return true;
            default:
                return false;
        }
    }
}

namespace Zhongshu.Typesetting.Text;

/// <summary>The head of a source text: one element a line, <c>发文机关: ……</c>, between two lines of <c>---</c>.</summary>
internal sealed record FrontMatter(DocumentForm Form, DocumentHead Head, SignOffStyle SignOff, Imprint Imprint)
{
    private static readonly char[] Separators = ['、', ',', '，', ';', '；'];

    // A head with any other key is text between two rulers, and stays text.
    private static readonly HashSet<string> Keys =
    [
        "格式", "版式", "印章", "份号", "密级", "紧急程度", "紧急", "发文机关标志", "发文机关", "标志后缀", "发文字号", "字号", "文号",
        "编号", "签发人", "版记主送", "抄送", "抄送机关", "印发机关", "印发", "印发日期",
    ];

    public static FrontMatter Take(List<string> lines)
    {
        var values = new Dictionary<string, string>();
        var open = lines.FindIndex(l => l.Length > 0);
        var close = open >= 0 && lines[open] == "---" ? lines.FindIndex(open + 1, l => l == "---") : -1;
        if (close > open && lines.Skip(open + 1).Take(close - open - 1) is var entries && entries.All(IsEntry) && entries.Any(l => l.Length > 0))
        {
            foreach (var line in lines.Skip(open + 1).Take(close - open - 1).Where(l => l.Length > 0))
            {
                var colon = line.IndexOfAny([':', '：']);
                values[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            }

            lines.RemoveRange(0, close + 1);
        }

        string Value(params string[] names) => names.Select(n => values.GetValueOrDefault(n)).FirstOrDefault(v => v is not null) ?? "";
        var form = Value("格式", "版式") switch
        {
            "信函" or "函" => DocumentForm.Letter,
            "命令" or "令" or "命令（令）" => DocumentForm.Order,
            "纪要" => DocumentForm.Minutes,
            _ => DocumentForm.Document,
        };
        var style = Value("印章") switch { "无" or "否" => SignOffStyle.Plain, "签名章" => SignOffStyle.SignatureStamp, _ => SignOffStyle.Sealed };
        var head = new DocumentHead
        {
            CopyNumber = Value("份号"),
            Classification = Value("密级"),
            Urgency = Value("紧急程度", "紧急"),
            Issuers = Value("发文机关标志", "发文机关").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            MarkSuffix = values.TryGetValue("标志后缀", out var suffix) ? suffix : form == DocumentForm.Document ? "文件" : "",
            Number = Value("发文字号", "字号", "文号", "编号"),
            Approvers = Value("签发人").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };
        var imprint = new Imprint
        {
            Recipients = Value("版记主送").TrimEnd('。'),
            Copies = Value("抄送", "抄送机关").TrimEnd('。'),
            PrintingOffice = Value("印发机关", "印发"),
            PrintingDate = Value("印发日期").Replace("印发", "", StringComparison.Ordinal),
        };
        return new FrontMatter(form, head, style, imprint);
    }

    private static bool IsEntry(string line) => line.Length == 0 || (line.IndexOfAny([':', '：']) is > 0 and var colon && Keys.Contains(line[..colon].Trim()));
}

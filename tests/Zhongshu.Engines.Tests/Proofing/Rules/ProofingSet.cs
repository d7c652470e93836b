using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Rules;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Engines.Tests.Proofing.Rules;

/// <summary>One line of benchmarks/proofing-set: a document, what the office knows, and where the error stands.</summary>
internal sealed record LabelledText(string Family, DocumentStructure Structure, CheckContext Context, int Paragraph, int Start, int End, string Line)
{
    private static readonly Dictionary<string, ElementRole> Roles = new()
    {
        ["题"] = ElementRole.Title, ["送"] = ElementRole.Addressee, ["抄"] = ElementRole.CopyTo, ["日"] = ElementRole.Date,
        ["号"] = ElementRole.DocumentNumber, ["密"] = ElementRole.Classification, ["附"] = ElementRole.AttachmentNote,
        ["件"] = ElementRole.Attachment, ["正"] = ElementRole.Body,
    };

    public static IReadOnlyList<LabelledText> Errors() => [.. Lines("errors.tsv").Select(line => Read(line.Split('\t')[0], line.Split('\t')[1]))];

    public static IReadOnlyList<LabelledText> Clean() => [.. Lines("clean.tsv").Select(line => Read("", line))];

    private static IEnumerable<string> Lines(string name) =>
        File.ReadLines(Path.Combine(Pipeline.Root, "benchmarks", "proofing-set", name)).Where(line => line.Length > 0 && line[0] != '#');

    private static LabelledText Read(string family, string line)
    {
        var (context, text) = Known(line);
        var paragraphs = new List<Paragraph>();
        var roles = new List<ElementRole>();
        var (where, start, end) = (-1, 0, 0);
        foreach (var part in text.Split('⏎'))
        {
            var role = part.Length > 2 && part[0] == '{' ? Roles[part[1..2]] : ElementRole.None;
            var words = role == ElementRole.None ? part : part[3..];
            if (words.IndexOf('«', StringComparison.Ordinal) is >= 0 and var open)
            {
                var close = words.IndexOf('»', StringComparison.Ordinal) - 1;
                words = words.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
                if (words.Contains("长文", StringComparison.Ordinal)) words = string.Concat(Enumerable.Repeat("全镇上下抓好落实。", 100));
                else (where, start, end) = (paragraphs.Count, open, close);
            }

            roles.Add(role);
            paragraphs.Add(new Paragraph { Index = paragraphs.Count, Text = words });
        }

        return new LabelledText(family, Recover(paragraphs, roles), context, where, start, end, line);
    }

    private static DocumentStructure Recover(List<Paragraph> paragraphs, List<ElementRole> roles)
    {
        string? First(ElementRole role) => roles.IndexOf(role) is >= 0 and var i ? paragraphs[i].Text : null;
        DateOnly? date = DateOnly.TryParseExact(First(ElementRole.Date), "yyyy年M月d日", out var day) ? day : null;
        var names = paragraphs.Where((_, i) => roles[i] == ElementRole.AttachmentNote).Select(p => p.Text[(p.Text.IndexOf('.', StringComparison.Ordinal) + 1)..].TrimEnd('。')).ToList();
        return new DocumentStructure
        {
            Document = new SourceDocument(paragraphs), Roles = roles, Title = First(ElementRole.Title), DocumentNumber = First(ElementRole.DocumentNumber),
            Addressee = First(ElementRole.Addressee)?.TrimEnd('：'), CopyTo = First(ElementRole.CopyTo), Date = date, Attachments = names,
            Issuers = First(ElementRole.Title) is null ? [] : ["青石县人民政府"],
        };
    }

    private static (CheckContext Context, string Text) Known(string line)
    {
        if (line[0] != '[') return (CheckContext.Empty, line);
        var close = line.IndexOf(']', StringComparison.Ordinal);
        var context = line[1..close] switch
        {
            "公开" => CheckContext.Empty with { ForPublication = true },
            "乡" => CheckContext.Empty with { Level = OfficeLevel.Township },
            "青石县" => CheckContext.Empty with { OwnPlaces = ["青石县"] },
            "名册" => CheckContext.Empty with { Officials = [new Official("王明远", ["县长"]), new Official("李知行", ["副县长"])] },
            "文库" => CheckContext.Empty with { KnownDocuments = new Dictionary<string, string> { ["青政发〔2025〕1号"] = "青石县公文处理办法" } },
            _ => CheckContext.Empty with { Unit = UnitRules.Parse("words:\n- { wrong: 县府办, right: 县政府办公室, severity: 错误 }\n- { wrong: 公社, right: 乡镇 }\npatterns:\n- { pattern: '电话：[0-9]{3}(?:$|。)', message: 电话号码不全。 }\n") },
        };
        return (context, line[(close + 1)..]);
    }
}

using Zhongshu.Proofing;
using Zhongshu.Proofing.Annotate;
using Zhongshu.Proofing.Deep;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Reports;
using Zhongshu.Proofing.Rules;

namespace Zhongshu.CommandLine;

/// Proofreads files without starting the site. Ends with 0: nothing of 错误; 1: some; 2: a file was not read.
internal static class CheckCommand
{
    private const int Clean = 0;
    private const int Faulty = 1;
    private const int NotRead = 2;
    private const string ModelFile = "context-model.bin";

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var (arguments, fault) = CheckArguments.Parse(args);
        if (arguments is null)
        {
            error.WriteLine(fault);
            error.WriteLine(CheckArguments.Usage);
            return NotRead;
        }

        var modelFile = Path.Combine(arguments.Rules, ModelFile);
        if (!Directory.Exists(arguments.Rules))
        {
            error.WriteLine($"找不到校核数据目录 {arguments.Rules}。请用 --rules 指定。");
            return NotRead;
        }

        using var model = arguments.Fast || !File.Exists(modelFile) ? null : ContextModel.Open(modelFile);
        var options = new CheckOptions
        {
            Rules = RulePipeline.Load(arguments.Rules),
            Model = model,
            Context = CheckContext.Empty with { ForPublication = arguments.ForPublication },
        };
        return CheckFiles(arguments, options, output, error);
    }

    private static int CheckFiles(CheckArguments arguments, CheckOptions options, TextWriter output, TextWriter error)
    {
        var (exit, done) = (Clean, new List<CheckedFile>());
        foreach (var name in arguments.Files)
        {
            if (ReadBytes(name, error) is not { } bytes || Read(arguments, name, bytes, error) is not { } document)
            {
                exit = NotRead;
                continue;
            }

            var findings = arguments.Lines ? Proofreader.CheckLines(document, options) : Proofreader.Check(document, options).Findings;
            done.Add(new CheckedFile(name, document, findings));
            var open = findings.Except(WriteBack(arguments, name, bytes, document, findings, error));
            if (exit == Clean && open.Any(f => f.Severity == Severity.Error)) exit = Faulty;
        }

        output.Write(CheckReports.Write(arguments.Format, done));
        output.Flush();
        return exit;
    }

    private static byte[]? ReadBytes(string name, TextWriter error)
    {
        try
        {
            return File.ReadAllBytes(name);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(File.Exists(name) ? $"{name}：没有读取权限，或文件正被占用。" : $"{name}：找不到这个文件。");
            return null;
        }
    }

    private static SourceDocument? Read(CheckArguments arguments, string name, byte[] bytes, TextWriter error)
    {
        if (arguments.Lines && TextDecoding.Detect(bytes) is { } encoding) return LinesOf(TextDecoding.Decode(bytes, encoding));
        var result = DocumentReader.Read(bytes, Path.GetFileName(name));
        if (!result.IsRead) error.WriteLine($"{name}：{result.Refusal.ChineseMessage}（{result.Refusal.RuleId}）");
        return result.Document;
    }

    /// A line end at the end of the file ends its last line and begins no other.
    private static SourceDocument LinesOf(string text) => SourceDocument.FromText(text.EndsWith('\n') ? text.TrimEnd('\n', '\r') : text);

    /// Writes the annotated or fixed file and returns the findings that are settled by it.
    private static IReadOnlyList<Finding> WriteBack(
        CheckArguments arguments, string name, byte[] bytes, SourceDocument document, IReadOnlyList<Finding> findings, TextWriter error)
    {
        if (arguments.Annotated is { } target)
        {
            var isWord = document.Paragraphs.Any(p => p.Origin is { Part.Length: > 0 });
            var options = new AnnotationOptions { At = TimeProvider.System.GetUtcNow(), TrackFixes = arguments.Fix };
            if (!isWord || DocxAnnotator.Annotate(bytes, document, findings, options) is not { } annotated)
            {
                error.WriteLine($"{name}：只能在 docx 文件里写批注，未生成 {target}。");
                return [];
            }

            return Save(target, annotated, error) && arguments.Fix ? SlicedFixes.Certain(document, findings) : [];
        }

        if (!arguments.Fix) return [];
        var corrected = TextFileFixer.Apply(bytes, document, findings);
        if (document.Paragraphs.Any(p => p.Origin is not { Part.Length: 0 })) error.WriteLine($"{name}：不是文本文件，未作修改。docx 请加 --annotate 输出.docx，以修订方式改正。");
        if (corrected.Applied.Count == 0 || !Save(name, corrected.Bytes, error)) return [];
        error.WriteLine($"{name}：已改正 {corrected.Applied.Count} 处。");
        return corrected.Applied;
    }

    private static bool Save(string name, byte[] bytes, TextWriter error)
    {
        try
        {
            File.WriteAllBytes(name, bytes);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{name}：写不进去。请检查目录是否存在、是否有写入权限。");
            return false;
        }
    }
}

using Zhongshu.Proofing;
using Zhongshu.Proofing.Annotate;
using Zhongshu.Proofing.Deep;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Reports;
using Zhongshu.Proofing.Rules;

namespace Zhongshu.Checker;

/// Proofreads files without starting the site. Ends with 0: nothing of 错误; 1: some; 2: a file was not read.
internal static class CheckCommand
{
    private const int Clean = 0;
    private const int Faulty = 1;
    private const int NotRead = 2;
    private const string ModelFile = "context-model.bin";

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        if (args.Any(CheckArguments.AsksForHelp))
        {
            output.WriteLine(CheckArguments.Usage);
            return Clean;
        }

        var (arguments, fault) = CheckArguments.Parse(args);
        if (arguments is null)
        {
            error.WriteLine(fault);
            error.WriteLine(CheckArguments.Usage);
            return NotRead;
        }

        var modelFile = Path.Combine(arguments.Rules, ModelFile);
        if (!Directory.Exists(arguments.Rules) || (arguments.MustBeDeep && !File.Exists(modelFile)))
        {
            error.WriteLine(Directory.Exists(arguments.Rules) ? $"校核数据目录中没有 {ModelFile}，不能深度校核。请用 --fast，或补上该文件。" : $"找不到校核数据目录 {arguments.Rules}。请用 --rules 指定。");
            return NotRead;
        }

        if (CheckKnowledge.Read(arguments, error) is not { } context) return NotRead;
        using var model = arguments.Deep && File.Exists(modelFile) ? ContextModel.Open(modelFile) : null;
        var options = new CheckOptions { Rules = RulePipeline.Load(arguments.Rules), Model = model, Context = context, Kind = arguments.Kind };
        return CheckAll(arguments, options, output, error);
    }

    private static int CheckAll(CheckArguments arguments, CheckOptions options, TextWriter output, TextWriter error)
    {
        var (exit, done) = (Clean, new List<CheckedFile>());
        foreach (var name in arguments.Files.DistinctBy(Path.GetFullPath))
        {
            if (CheckFiles.ReadBytes(name, error) is not { } bytes || Read(arguments, name, bytes, error) is not { } document)
            {
                exit = NotRead;
                continue;
            }

            var named = options with { Context = options.Context with { DocumentName = Path.GetFileName(name) } };
            var report = arguments.Lines ? null : Proofreader.Check(document, named);
            var findings = report?.Findings ?? Proofreader.CheckLines(document, named);
            done.Add(new CheckedFile(name, document, findings) { Structure = report?.Structure });
            var settled = WriteBack(arguments, name, bytes, done[^1], error);
            var open = settled.Count == 0 ? findings : findings.Except(settled);
            if (exit == Clean && open.Any(f => f.Severity == Severity.Error)) exit = Faulty;
        }

        output.Write(arguments.AnswersLineByLine ? CheckReports.LineByLine(done) : CheckReports.Write(arguments.Format, done));
        output.Flush();
        return exit;
    }

    private static SourceDocument? Read(CheckArguments arguments, string name, byte[] bytes, TextWriter error) =>
        arguments.Lines ? CheckFiles.ReadLines(name, bytes, error) : CheckFiles.Read(name, bytes, error);

    /// Writes the annotated or fixed file and returns the findings that are settled by it.
    private static IReadOnlyList<Finding> WriteBack(CheckArguments arguments, string name, byte[] bytes, CheckedFile file, TextWriter error)
    {
        var (document, findings) = (file.Document, file.Findings);
        if (arguments.Annotated is { } target)
        {
            var isWord = document.Paragraphs.Any(p => p.Origin is { Part.Length: > 0 });
            var options = new AnnotationOptions { At = TimeProvider.System.GetUtcNow(), TrackFixes = arguments.Fix };
            if (!isWord || DocxAnnotator.Annotate(bytes, document, findings, options) is not { } annotated)
            {
                error.WriteLine($"{name}：只能在 docx 文件里写批注，未生成 {target}。");
                return [];
            }

            return CheckFiles.Save(target, annotated, error) && arguments.Fix ? SlicedFixes.Certain(document, findings) : [];
        }

        if (!arguments.Fix) return [];
        var corrected = TextFileFixer.Apply(bytes, document, findings);
        if (document.Paragraphs.Any(p => p.Origin is not { Part.Length: 0 })) error.WriteLine($"{name}：不是文本文件，未作修改。docx 请加 --annotate 输出.docx，以修订方式改正。");
        if (corrected.Applied.Count == 0 || !CheckFiles.Save(name, corrected.Bytes, error)) return [];
        error.WriteLine($"{name}：已改正 {corrected.Applied.Count} 处。");
        return corrected.Applied;
    }
}

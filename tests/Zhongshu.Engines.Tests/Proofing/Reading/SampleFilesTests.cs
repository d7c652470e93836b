using Zhongshu.Proofing.Annotate;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Engines.Tests.Proofing.Reading;

/// <summary>Real texts from beside the repository, when they are there.</summary>
public sealed class SampleFilesTests
{
    [SamplesFact]
    public void Every_sample_is_read_and_has_a_title()
    {
        var files = Files("documents").ToList();

        var untitled = files.Where(f => StructureRecovery.Recover(Read(f)).Title is null).Select(Path.GetFileName).ToList();

        untitled.Count.ShouldBeLessThanOrEqualTo(files.Count / 20, string.Join('、', untitled));
    }

    [SamplesFact]
    public void Policy_texts_give_number_date_and_signature()
    {
        foreach (var file in Files("documents/gov.cn-policy"))
        {
            var structure = StructureRecovery.Recover(Read(file));

            structure.DocumentNumber.ShouldNotBeNull(file);
            structure.Date.ShouldNotBeNull(file);
            structure.Signatures.ShouldNotBeEmpty(file);
        }
    }

    [SamplesFact]
    public void Annotating_every_paragraph_of_a_word_file_changes_no_text()
    {
        foreach (var file in Files("docx"))
        {
            var document = Read(file);
            Finding[] findings =
            [
                .. document.Paragraphs.Where(p => p.Text.Length > 2).Select(p =>
                    new Finding("test.rule", Severity.Suspect, "试。", p.Index, 1, 2, p.Text[1..2], null, "", 1)),
            ];

            var annotated = DocxAnnotator.Annotate(File.ReadAllBytes(file), document, findings, new AnnotationOptions()).ShouldNotBeNull(file);

            DocumentReader.Read(annotated, file).Document!.Paragraphs.Select(p => (p.Text, p.Number)).ShouldBe(document.Paragraphs.Select(p => (p.Text, p.Number)), file);
        }
    }

    private static SourceDocument Read(string file)
    {
        var result = DocumentReader.Read(File.ReadAllBytes(file), Path.GetFileName(file));
        result.Refusal.ShouldBeNull(file);
        return result.Document!;
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(SamplesFactAttribute.Folder!, folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private sealed class SamplesFactAttribute : FactAttribute
    {
        public SamplesFactAttribute()
        {
            if (Folder is null) Skip = "No folder of real texts: name one in ZHONGSHU_SAMPLES, or put one called samples beside the project";
        }

        public static string? Folder { get; } = Find();

        private static string? Find()
        {
            if (Environment.GetEnvironmentVariable("ZHONGSHU_SAMPLES") is { Length: > 0 } named) return named;
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var beside = folder.EnumerateDirectories("*", new EnumerationOptions { IgnoreInaccessible = true }).Select(d => Path.Combine(d.FullName, "samples"))
                    .FirstOrDefault(s => Directory.Exists(Path.Combine(s, "documents")) && Directory.Exists(Path.Combine(s, "docx")));
                if (beside is not null) return beside;
            }

            return null;
        }
    }
}

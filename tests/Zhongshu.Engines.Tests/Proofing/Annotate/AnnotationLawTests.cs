using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Engines.Tests.Proofing.Reading;
using Zhongshu.Proofing.Annotate;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Engines.Tests.Proofing.Annotate;

public sealed class AnnotationLawTests
{
    private static readonly string[] Inlines =
    [
        DocxMaker.R("甲乙丙丁"), DocxMaker.R("，帐号", "<w:b/>"), "<w:r><w:t> 前后空格 </w:t><w:tab/><w:t>尾</w:t></w:r>", "<w:r><w:t xml:space=\"preserve\">换\n行𠀀字</w:t></w:r>",
        $"<w:ins w:id=\"901\" w:author=\"甲\">{DocxMaker.R("插入的")}</w:ins>", "<w:del w:id=\"902\" w:author=\"甲\"><w:r><w:delText>删去的</w:delText></w:r></w:del>",
        $"<w:hyperlink w:anchor=\"a\">{DocxMaker.R("链接")}{DocxMaker.R("两段")}</w:hyperlink>", "<w:r><w:noBreakHyphen/><w:t>横</w:t><w:br/><w:t>线</w:t></w:r>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
    ];

    private static readonly Gen<(byte[] Docx, Finding[] Findings)> Cases =
        from paragraphs in Gen.ListOf(Gen.ListOf(Gen.Elements(Inlines)).Resize(8), 2)
        let docx = DocxMaker.WithBody(string.Concat(paragraphs.Select(inlines => $"<w:p>{string.Concat(inlines)}</w:p>")) + DocxMaker.P("末段")).Bytes()
        let document = DocumentReader.Read(docx, "a.docx").Document!
        from spots in Gen.ListOf(Gen.Choose(0, 1000).Three()).Resize(6)
        from fixes in Gen.ListOf(Gen.Elements("", "改", "改成这样", "，"), spots.Count)
        select (docx, spots.Zip(fixes, (spot, fix) => At(document, spot, fix)).ToArray());

    [Fact]
    public void Tracked_fixes_read_as_the_fixed_document_wherever_they_could_be_put_in()
    {
        Prop.ForAll(Cases.ToArbitrary(), c =>
        {
            var document = DocumentReader.Read(c.Docx, "a.docx").Document!;
            var annotated = DocxAnnotator.Annotate(c.Docx, document, c.Findings, new AnnotationOptions { TrackFixes = true })!;
            var result = DocumentReader.Read(annotated, "a.docx");
            // Where the fixes delete every character there is nothing left to read.
            if (result.Document is not { } after) return result.Refusal!.RuleId == "read.no_text";
            foreach (var (paragraph, allowed) in after.Paragraphs.Zip(Allowed(document, c.Findings)))
            {
                allowed.ShouldContain(paragraph.Text, $"“{document.Paragraphs[paragraph.Index].Text}” {string.Join(' ', c.Findings.Where(f => f.Paragraph == paragraph.Index).Select(f => $"{f.Start}-{f.End}→{f.Fix}"))}");
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Comments_alone_change_no_text_and_every_comment_has_its_place()
    {
        Prop.ForAll(Cases.ToArbitrary(), c =>
        {
            var document = DocumentReader.Read(c.Docx, "a.docx").Document!;
            var annotated = DocxAnnotator.Annotate(c.Docx, document, c.Findings, new AnnotationOptions())!;
            var after = DocumentReader.Read(annotated, "a.docx").Document!;
            var marks = c.Findings.Length == 0 ? [] : Marks(annotated);
            return after.Paragraphs.Select(p => p.Text).SequenceEqual(document.Paragraphs.Select(p => p.Text))
                && marks.Count(m => m == "commentRangeStart") == c.Findings.Length && marks.Count(m => m == "commentReference") == c.Findings.Length;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    /// <summary>Texts that may come out: any of the certain fixes may be left to people where a tab or a break is touched, or nothing stands before.</summary>
    private static IEnumerable<HashSet<string>> Allowed(SourceDocument document, Finding[] findings)
    {
        var certain = SlicedFixes.Certain(document, findings).ToLookup(f => f.Paragraph);
        foreach (var paragraph in document.Paragraphs)
        {
            var fixes = certain[paragraph.Index].ToList();
            var optional = fixes.Where(TouchesMore).ToList();
            var outcomes = new HashSet<string>();
            for (var choice = 0; choice < 1 << optional.Count; choice++)
            {
                var left = optional.Where((_, i) => (choice >> i & 1) == 1).ToHashSet();
                outcomes.Add(SlicedFixes.Apply(document, [.. fixes.Where(f => !left.Contains(f))]).Paragraphs[paragraph.Index].Text);
            }

            yield return outcomes;
        }
    }

    private static bool TouchesMore(Finding finding) =>
        finding.Text.AsSpan().IndexOfAny('\t', '\n', '-') >= 0 || (finding.Start == finding.End && finding.Start == 0);

    private static List<string> Marks(byte[] docx)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(docx));
        using var stream = zip.GetEntry("word/document.xml")!.Open();
        return [.. XDocument.Load(stream).Descendants().Select(e => e.Name.LocalName)];
    }

    private static Finding At(SourceDocument document, (int Paragraph, int Start, int Length) spot, string fix)
    {
        var paragraph = document.Paragraphs[spot.Paragraph % document.Paragraphs.Count];
        var start = spot.Start % (paragraph.Text.Length + 1);
        var end = Math.Min(paragraph.Text.Length, start + (spot.Length % 5));
        return AnnotationTests.Finding(paragraph.Index, start, paragraph.Text[start..end], fix);
    }
}

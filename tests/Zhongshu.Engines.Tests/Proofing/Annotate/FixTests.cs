using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Proofing.Annotate;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Engines.Tests.Proofing.Annotate;

public sealed class FixTests
{
    [Fact]
    public void Fixes_are_put_in_from_left_to_right_and_overlaps_left_out()
    {
        var document = SourceDocument.FromText("帐号和帐户");
        Finding[] findings =
        [
            AnnotationTests.Finding(0, 3, "帐户", "账户"), AnnotationTests.Finding(0, 0, "帐号", "账号"),
            AnnotationTests.Finding(0, 1, "号和", "无"), AnnotationTests.Finding(0, 5, "", "。"), AnnotationTests.Finding(0, 5, "", "！"),
        ];

        SlicedFixes.Apply(document, findings).Paragraphs.Single().Text.ShouldBe("账号和账户。");
    }

    [Fact]
    public void Applying_twice_equals_once()
    {
        var texts = Gen.ListOf(Gen.Elements("的", "甲", "，", "乙乙")).Select(parts => string.Concat(parts));
        var cases =
            from text in texts
            from spans in Gen.ListOf(Gen.Choose(0, Math.Max(0, text.Length)).Zip(Gen.Choose(0, 3)))
            from fixes in Gen.ListOf(Gen.Elements("", "的", "甲乙", "，，"), Math.Max(1, spans.Count))
            select (text, findings: spans.Zip(fixes, (s, fix) =>
            {
                var end = Math.Min(text.Length, s.Item1 + s.Item2);
                return AnnotationTests.Finding(0, s.Item1, text[s.Item1..end], fix);
            }).ToArray());

        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var document = SourceDocument.FromText(c.text);
            var fixes = SlicedFixes.Of(document, c.findings);
            var once = fixes.Apply(document);
            return fixes.Apply(once).Paragraphs.SequenceEqual(once.Paragraphs);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Theory]
    [InlineData("utf-8", "\r\n")]
    [InlineData("utf-16", "\n")]
    [InlineData("GB18030", "\r\n")]
    public void A_text_file_keeps_its_encoding_line_ends_and_blanks(string name, string lineEnd)
    {
        var encoding = name == "GB18030" ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.GetEncoding(name);
        var before = $"关于布署工作的通知{lineEnd}{lineEnd}　　请于布署之日起执行，不得延误。{lineEnd}";
        byte[] file = [.. encoding.GetPreamble(), .. encoding.GetBytes(before)];
        var document = DocumentReader.Read(file, "a.txt").Document!;

        var corrected = TextFileFixer.Apply(file, document, [AnnotationTests.Finding(0, 2, "布署", "部署"), AnnotationTests.Finding(2, 4, "布署", "部署")]);

        corrected.Bytes.ShouldBe([.. encoding.GetPreamble(), .. encoding.GetBytes(before.Replace("布署", "部署", StringComparison.Ordinal))]);
        corrected.Applied.Count.ShouldBe(2);
    }

    [Fact]
    public void A_markdown_file_keeps_its_marks_and_a_fix_across_a_mark_is_left_to_people()
    {
        var file = Encoding.UTF8.GetBytes("# **布署**工作\n布**署**\n");
        var document = DocumentReader.Read(file, "a.md").Document!;

        var corrected = TextFileFixer.Apply(file, document, [AnnotationTests.Finding(0, 0, "布署", "部署"), AnnotationTests.Finding(1, 0, "布署", "部署")]);

        Encoding.UTF8.GetString(corrected.Bytes).ShouldBe("# **部署**工作\n布**署**\n");
        corrected.Applied.Count.ShouldBe(1);
    }
}

using System.Text;
using Zhongshu.Proofing.Documents;

namespace Zhongshu.Engines.Tests.Proofing.Reading;

public sealed class TextReadingTests
{
    private const string Sample = "关于召开会议的通知\r\n各科室：\r\n　　请准时参加，会期1天。";

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false }, { "GB18030", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_is_found_with_or_without_a_mark(string name, bool withMark)
    {
        var encoding = name == "GB18030" ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.GetEncoding(name);
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Sample)];

        var document = Read(bytes, "通知.txt");

        document.Paragraphs.Select(p => p.Text).ShouldBe(["关于召开会议的通知", "各科室：", "　　请准时参加，会期1天。"]);
        document.Paragraphs[2].Origin.ShouldNotBeNull().Pieces.Single().ShouldBe(new TextPiece(0, 13, -1, 0, 0));
    }

    [Fact]
    public void A_text_cut_within_a_character_or_with_a_broken_byte_is_read_and_not_mended_in_place()
    {
        var whole = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("各单位要做好布署工作，按时报送进展情况。\n", 20)));
        byte[] broken = [.. whole[..300], 0xB9, .. whole[300..]];

        Read(whole[..^2], "断.txt").Paragraphs[19].Text.ShouldBe("各单位要做好布署工作，按时报送进展情况\uFFFD");
        Read(broken, "坏.txt").Paragraphs.Count.ShouldBe(21);
        Read(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("notice 2026: 关于召开会议的通知"), "混.txt").Paragraphs[0].Text.ShouldBe("notice 2026: 关于召开会议的通知");
        var document = Read(broken, "坏.txt");
        Zhongshu.Proofing.Annotate.TextFileFixer.Apply(broken, document, Rules.Pipeline.Rules.Check(Zhongshu.Proofing.Structure.StructureRecovery.Recover(document), Zhongshu.Proofing.Rules.CheckContext.Empty)).Bytes.ShouldBe(broken);
    }

    [Fact]
    public void A_short_text_with_half_a_surrogate_pair_in_it_is_still_utf_8()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("各单位"), 0xED, 0xA0, 0x80, .. Encoding.UTF8.GetBytes("要做好布署工作。")];

        Read(bytes, "半.txt").Paragraphs[0].Text.ShouldBe("各单位\uFFFD\uFFFD\uFFFD要做好布署工作。");
    }

    [Fact]
    public void Markdown_marks_are_no_text_and_offsets_point_into_the_line()
    {
        var document = Read(Encoding.UTF8.GetBytes("---\ntitle: 值班安排\n---\n# 关于**值班**的通知\n\n> 各科室：\n- 见[名单](a.docx)。\n"), "a.md");

        document.Paragraphs.Select(p => p.Text).ShouldBe(["值班安排", "关于值班的通知", "", "各科室：", "见名单。", ""]);
        var title = document.Paragraphs[1].Origin.ShouldNotBeNull();
        title.Ordinal.ShouldBe(3);
        title.Pieces.ShouldBe([new(0, 2, -1, 0, 2), new(2, 2, -1, 0, 6), new(4, 3, -1, 0, 10)]);
    }

    [Fact]
    public void A_front_matter_title_that_the_text_repeats_is_not_read_twice()
    {
        var document = Read(Encoding.UTF8.GetBytes("---\ntitle: 关于值班的通知（2026年）\n---\n**关于值班的通知**\n"), "a.md");

        document.Paragraphs[0].Text.ShouldBe("关于值班的通知");
        document.Paragraphs[0].Origin!.Ordinal.ShouldBe(3);
    }

    [Fact]
    public void Markdown_tables_become_cells()
    {
        var document = Read(Encoding.UTF8.GetBytes("| 项目 | 数量 |\n|---|---|\n| 椅子 | 12 |\n"), "a.md");

        document.Paragraphs.Where(p => p.Cell is not null).Select(p => (p.Text, p.Cell)).ShouldBe(
            [("项目", new CellAddress(0, 0, 0)), ("数量", new CellAddress(0, 0, 1)), ("椅子", new CellAddress(0, 1, 0)), ("12", new CellAddress(0, 1, 1))]);
    }

    private static SourceDocument Read(byte[] bytes, string name)
    {
        var result = DocumentReader.Read(bytes, name);
        result.Refusal.ShouldBeNull();
        return result.Document.ShouldNotBeNull();
    }
}

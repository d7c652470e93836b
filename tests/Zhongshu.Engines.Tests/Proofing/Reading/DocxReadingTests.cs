using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;
using static Zhongshu.Engines.Tests.Proofing.Reading.DocxMaker;

namespace Zhongshu.Engines.Tests.Proofing.Reading;

public sealed class DocxReadingTests
{
    [Fact]
    public void A_line_break_within_a_paragraph_is_no_invisible_character()
    {
        var document = DocumentReader.Read(DocxMaker.WithBody("<w:p><w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t><w:br w:type=\"page\"/></w:r></w:p>").Bytes(), "a.docx").Document.ShouldNotBeNull();

        document.Paragraphs[0].Text.ShouldContain('\n');
        Rules.Pipeline.Check(StructureRecovery.Recover(document)).ShouldBeEmpty();
    }

    [Fact]
    public void Paragraphs_come_in_order_with_their_runs_joined()
    {
        var document = Read(WithBody($"<w:p>{R("关于做好")}{R("值班工作", "<w:b/>")}{R("的通知")}</w:p>{P("各科室：")}"));

        document.Paragraphs.Select(p => p.Text).ShouldBe(["关于做好值班工作的通知", "各科室："]);
    }

    [Fact]
    public void Each_stretch_of_text_knows_its_run_and_its_element()
    {
        var document = Read(WithBody($"{P("前一段")}<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙乙</w:t></w:r>{R("丙")}</w:p>"));

        var origin = document.Paragraphs[1].Origin.ShouldNotBeNull();
        document.Paragraphs[1].Text.ShouldBe("甲\t乙乙丙");
        (origin.Part, origin.Ordinal).ShouldBe(("word/document.xml", 1));
        origin.Pieces.ShouldBe([new(0, 1, 1, 0, 0), new(1, 1, 1, 1, 0), new(2, 2, 1, 2, 0), new(4, 1, 2, 0, 0)]);
    }

    [Fact]
    public void Tracked_changes_are_read_as_accepted()
    {
        var document = Read(WithBody(
            "<w:p><w:r><w:t>请于</w:t></w:r><w:del><w:r><w:delText>5月</w:delText></w:r></w:del><w:ins><w:r><w:t>6月</w:t></w:r></w:ins>"
            + "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>底前</w:t></w:r></w:moveTo></w:p>"));

        document.Paragraphs.Single().Text.ShouldBe("请于6月底前");
    }

    [Fact]
    public void A_deleted_paragraph_mark_joins_two_paragraphs()
    {
        var document = Read(WithBody(P("上半句，", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + P("下半句。") + P("另一段。")));

        document.Paragraphs.Select(p => p.Text).ShouldBe(["上半句，下半句。", "另一段。"]);
    }

    [Fact]
    public void A_field_shows_its_result_and_not_its_code()
    {
        var document = Read(WithBody(
            "<w:p><w:r><w:t>第</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t>代码里的字</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
            + "<w:fldSimple w:instr=\"NUMPAGES\"><w:r><w:t>页共9页</w:t></w:r></w:fldSimple></w:p>"));

        document.Paragraphs.Single().Text.ShouldBe("第3页共9页");
    }

    [Fact]
    public void A_field_without_end_does_not_swallow_the_document()
    {
        var document = Read(WithBody($"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>{P("后文还在。")}"));

        document.Paragraphs[1].Text.ShouldBe("后文还在。");
    }

    [Fact]
    public void A_text_box_is_read_once_though_it_is_stored_twice()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>某某市人民政府文件</w:t></w:r></w:p></w:txbxContent>";
        var document = Read(WithBody(
            $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>{Box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>{Box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>{R("正文")}</w:p>"));

        document.Paragraphs.Select(p => (p.Text, p.Place)).ShouldBe([("某某市人民政府文件", ParagraphPlace.TextBox), ("正文", ParagraphPlace.Body)]);
        document.Paragraphs[1].Origin!.Pieces.Single().Run.ShouldBe(3, "the runs of the fallback count, so that the ordinal holds for every reader");
    }

    [Fact]
    public void Symbols_hyphens_breaks_and_hidden_text()
    {
        var document = Read(WithBody(
            "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>已办</w:t><w:noBreakHyphen/><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type=\"page\"/></w:r>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r></w:p>"));

        document.Paragraphs.Single().Text.ShouldBe("☑已办-甲\n乙");
    }

    [Fact]
    public void Blanks_at_the_ends_count_only_when_the_file_keeps_them()
    {
        var document = Read(WithBody("<w:p><w:r><w:t> 甲 </w:t><w:t xml:space=\"preserve\"> 乙</w:t></w:r></w:p>"));

        document.Paragraphs.Single().Text.ShouldBe("甲 乙");
        document.Paragraphs.Single().Origin!.Pieces[0].ShouldBe(new TextPiece(0, 1, 0, 0, 1));
    }

    [Fact]
    public void Table_cells_carry_their_address_with_merged_columns_counted()
    {
        static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";
        var row = $"<w:tr>{Cell("合计", "<w:gridSpan w:val=\"2\"/>")}{Cell("12")}</w:tr>";
        var document = Read(WithBody($"<w:tbl><w:tr>{Cell("项目")}{Cell("单位")}{Cell("数量")}</w:tr>{row}</w:tbl>{P("表后")}<w:tbl><w:tr>{Cell("另表")}</w:tr></w:tbl>"));

        document.Paragraphs.Select(p => (p.Text, p.Cell)).ShouldBe(
        [
            ("项目", new CellAddress(0, 0, 0)), ("单位", new CellAddress(0, 0, 1)), ("数量", new CellAddress(0, 0, 2)),
            ("合计", new CellAddress(0, 1, 0)), ("12", new CellAddress(0, 1, 2)), ("表后", null), ("另表", new CellAddress(1, 0, 0)),
        ]);
    }

    [Fact]
    public void Headers_footers_and_footnotes_follow_the_text()
    {
        var document = Read(WithLines("正文。").WithHeader(P("内部资料")).WithFooter(P("— 1 —")).WithFootnotes($"<w:footnote w:id=\"1\">{P("据统计年鉴。")}</w:footnote>"));

        document.Paragraphs.Select(p => (p.Index, p.Text, p.Place)).ShouldBe(
            [(0, "正文。", ParagraphPlace.Body), (1, "内部资料", ParagraphPlace.Header), (2, "— 1 —", ParagraphPlace.Footer), (3, "据统计年鉴。", ParagraphPlace.Footnote)]);
    }

    [Fact]
    public void Word_art_counts_as_a_text_box()
    {
        var document = Read(WithBody($"<w:p><w:r><w:pict><v:shape><v:textpath string=\"某某县教育局文件\"/></v:shape></w:pict></w:r></w:p>{P("某教〔2026〕1号")}"));

        document.Paragraphs[0].ShouldSatisfyAllConditions(p => p.Text.ShouldBe("某某县教育局文件"), p => p.Place.ShouldBe(ParagraphPlace.TextBox));
    }

    [Fact]
    public void A_package_with_strict_names_is_read_too()
    {
        var document = Read(WithLines("占位").WithPart("word/document.xml",
            "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body><w:p><w:r><w:t>严格格式</w:t></w:r></w:p></w:body></w:document>"));

        document.Paragraphs.Single().Text.ShouldBe("严格格式");
    }

    internal static SourceDocument Read(DocxMaker maker)
    {
        var result = DocumentReader.Read(maker.Bytes(), "文.docx");
        result.Refusal.ShouldBeNull();
        result.Format.ShouldBe(FileFormat.Docx);
        return result.Document.ShouldNotBeNull();
    }
}

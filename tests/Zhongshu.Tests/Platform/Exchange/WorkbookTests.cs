using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Platform.Exchange;

namespace Zhongshu.Tests.Platform.Exchange;

public sealed class WorkbookTests
{
    private static MemoryStream Written(Action<WorkbookWriter> write)
    {
        var file = new MemoryStream();
        using (var book = new WorkbookWriter(file)) write(book);
        file.Position = 0;
        return file;
    }

    private static List<SheetRow> Rows(Stream file, string sheet)
    {
        using var book = WorkbookReader.Open(file).Value;
        return [.. book.Rows(sheet)];
    }

    [Fact]
    public void any_text_comes_back_as_it_was_written()
    {
        Prop.ForAll<string[]>(texts =>
        {
            var kept = texts.Select(t => t ?? "").ToArray();
            var file = Written(b =>
            {
                b.StartSheet("表", new Column("甲"));
                foreach (var text in kept) b.Row(text);
            });
            Rows(file, "表").Skip(1).Select(r => r.Cells[0].Text ?? "").ShouldBe(kept);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("_x0041_")]
    [InlineData("制表\t换行\n")]
    [InlineData("控制符\u0001\u000b")]
    [InlineData("孤代理\ud83d")]
    [InlineData("𠮷野家")]
    [InlineData("  两头有空格 ")]
    [InlineData("<c>&amp;\"")]
    public void awkward_text_comes_back(string text) =>
        Rows(Written(b => { b.StartSheet("表", new Column("甲")); b.Row(text); }), "表")[1].Cells[0].Text.ShouldBe(text);

    [Fact]
    public void days_moments_and_numbers_keep_their_kind()
    {
        var day = new DateOnly(2026, 2, 28);
        var at = new DateTimeOffset(2026, 11, 22, 1, 30, 0, TimeSpan.Zero);
        var cells = Rows(Written(b => { b.StartSheet("表"); b.Row(day, at, 12.5, 9007199254740991L, (string?)null, "末"); }), "表")[0].Cells;

        cells.Select(c => c.Kind).ShouldBe([CellKind.Day, CellKind.Moment, CellKind.Number, CellKind.Number, CellKind.Empty, CellKind.Text]);
        cells[0].ToString().ShouldBe("2026-02-28");
        cells[1].ToString().ShouldBe("2026-11-22 09:30");
        cells[3].Number.ShouldBe(9007199254740991d);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1+1")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    public void text_that_looks_like_a_formula_is_stored_as_text_with_the_quote_prefix(string text)
    {
        var file = Written(b => { b.StartSheet("表", new Column("甲")); b.Row(text); });
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var sheet = Part(zip, "xl/worksheets/sheet1.xml");

        sheet.ShouldNotContain("<f>");
        sheet.ShouldContain("""<c s="3" t="inlineStr">""");
        Part(zip, "xl/styles.xml").ShouldContain("quotePrefix=\"1\"");
        Rows(file, "表")[1].Cells[0].Text.ShouldBe(text);
    }

    [Fact]
    public void the_heading_row_is_frozen_and_printed_on_every_page()
    {
        var file = Written(b => { b.StartSheet("收文'台账/一", new Column("标题", 50)); b.Row("甲"); });
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);

        Part(zip, "xl/worksheets/sheet1.xml").ShouldContain("state=\"frozen\"");
        Part(zip, "xl/workbook.xml").ShouldContain("'收文''台账一'!$1:$1");
    }

    [Fact]
    public void shared_texts_phonetic_hints_and_left_out_references_are_read()
    {
        var file = Foreign("""
            <row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c r="E1"><v>45717</v></c><c r="F1" s="1"><v>45717</v></c></row><row r="9"><c r="B9" t="b"><v>1</v></c></row>
            """);
        var rows = Rows(file, "一");

        rows[0].Cells.Select(c => c.ToString()).ShouldBe(["办文", "办会", "", "", "45717", "2025-03-01"]);
        rows[1].Number.ShouldBe(9);
        rows[1].Cells[1].ToString().ShouldBe("是");
    }

    [Fact]
    public void a_sheet_beyond_the_row_limit_is_refused_in_words()
    {
        var file = Written(b => { b.StartSheet("表", new Column("甲")); for (var i = 0; i < 30; i++) b.Row(i); });
        using var book = WorkbookReader.Open(file, new WorkbookLimits { Rows = 20 }).Value;

        SheetTable.Read(book, null, [], line => line.Text("甲")).Refusal!.Message.ShouldContain("超过 20 行");
    }

    [Fact]
    public void a_bomb_is_refused_by_what_it_declares_and_by_what_it_unpacks()
    {
        var file = Written(b => { b.StartSheet("表", new Column("甲")); for (var i = 0; i < 200; i++) b.Row(new string('零', 30_000)); });
        file.Length.ShouldBeLessThan(200_000);
        WorkbookReader.Open(file, new WorkbookLimits { UnpackedBytes = 1 << 20 }).Refusal!.Message.ShouldContain("解压后过大");

        using var metered = new MeteredStream(new MemoryStream(new byte[100]), 50);
        Should.Throw<WorkbookBrokenException>(() => metered.CopyTo(Stream.Null));
    }

    [Fact]
    public void an_entity_bomb_is_not_expanded()
    {
        var file = Foreign("<row/>", """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>""");
        using var book = WorkbookReader.Open(file).Value;

        SheetTable.Read(book, "一", [], line => line.Text("甲")).Refusal!.Rule.ShouldBe("exchange.no-workbook");
    }

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 }, "exchange.old-format")]
    [InlineData(new byte[] { 1, 2, 3 }, "exchange.no-workbook")]
    [InlineData(new byte[0], "exchange.no-workbook")]
    public void what_is_no_workbook_is_refused_kindly(byte[] bytes, string rule) =>
        WorkbookReader.Open(new MemoryStream(bytes)).Refusal!.Rule.ShouldBe(rule);

    [Fact]
    public void a_workbook_cut_off_anywhere_is_refused_and_never_raises()
    {
        var whole = Written(b => { b.StartSheet("表", new Column("甲")); for (var i = 0; i < 50; i++) b.Row($"第{i}行"); }).ToArray();
        for (var length = 0; length < whole.Length; length += 97)
        {
            var opened = WorkbookReader.Open(new MemoryStream(whole[..length]));
            opened.Succeeded.ShouldBeFalse();
        }
    }

    [Fact]
    public void a_damaged_byte_gives_rows_or_a_refusal_and_never_raises()
    {
        var whole = Written(b => { b.StartSheet("表", new Column("甲")); for (var i = 0; i < 50; i++) b.Row($"第{i}行", i); }).ToArray();
        for (var at = 0; at < whole.Length; at += 7)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x5A;
            var opened = WorkbookReader.Open(new MemoryStream(damaged));
            if (!opened.Succeeded) continue;
            using var book = opened.Value;
            _ = SheetTable.Read(book, null, [], line => line.Text("甲"));
        }
    }

    private static string Part(ZipArchive zip, string path)
    {
        using var reader = new StreamReader(zip.GetEntry(path)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// A workbook as other programs write it: shared texts, absolute targets, a date format of its own.
    private static MemoryStream Foreign(string rows, string prologue = "")
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("xl/workbook.xml", """<x:workbook xmlns:x="u" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets><x:sheet name="一" sheetId="1" r:id="a"/></x:sheets></x:workbook>""");
            Add("xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="a" Target="/xl/worksheets/one.xml"/></Relationships>""");
            Add("xl/styles.xml", """<styleSheet><numFmts><numFmt numFmtId="200" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>""");
            Add("xl/sharedStrings.xml", """<sst><si><r><t>办</t></r><r><t>文</t></r></si><si><t>办会</t><rPh sb="0" eb="2"><t>banhui</t></rPh><phoneticPr/></si></sst>""");
            Add("xl/worksheets/one.xml", $"{prologue}<worksheet><sheetData>{rows}</sheetData></worksheet>");

            void Add(string path, string text)
            {
                using var to = new StreamWriter(zip.CreateEntry(path).Open());
                to.Write(text);
            }
        }

        file.Position = 0;
        return file;
    }
}

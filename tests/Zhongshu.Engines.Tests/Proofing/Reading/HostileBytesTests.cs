using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Engines.Tests.Proofing.Reading;

public sealed class HostileBytesTests
{
    private static readonly (string Name, byte[] Bytes)[] Valid =
    [
        ("a.docx", Stored(DocxMaker.WithLines("某某市人民政府文件", "某政发〔2026〕1号", "关于做好工作的通知", "各县人民政府：", "请于6月1日前反馈。").WithHeader(DocxMaker.P("页眉")))),
        ("b.docx", DocxMaker.WithBody($"<w:tbl><w:tr><w:tc>{DocxMaker.P("甲")}</w:tc></w:tr></w:tbl>").WithNumbering("<w:abstractNum w:abstractNumId=\"1\"/>").Bytes()),
        ("c.ofd", OfdMaker.Page((20, 30, "关于开展检查的通知")).Bytes()),
        ("d.txt", Encoding.UTF8.GetBytes("关于某事的函\n某局：\n请支持。")),
        ("e.md", Encoding.UTF8.GetBytes("---\ntitle: 甲\n---\n# 乙\n| 一 | 二 |\n")),
    ];

    [Fact]
    public void Any_bytes_give_a_document_or_a_refusal()
    {
        var gen =
            from file in Gen.Elements(Valid)
            from edits in Gen.ListOf(Gen.Choose(0, file.Bytes.Length - 1).Zip(Gen.Choose(0, 255)), 12)
            from cut in Gen.Choose(0, 9)
            select (file.Name, Bytes: Mutate(file.Bytes, edits, cut));

        Prop.ForAll(gen.ToArbitrary(), file => IsTotal(file.Name, file.Bytes)).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));
    }

    [Fact]
    public void Any_noise_after_a_known_start_gives_a_document_or_a_refusal()
    {
        byte[][] starts = [[.. "PK\x03\x04"u8], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0xFF, 0xFE], [.. "<?xml "u8], []];
        var gen =
            from start in Gen.Elements(starts)
            from noise in Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b))
            from name in Gen.Elements("a.docx", "a.txt", "a.md", "a.ofd", "a")
            select (Name: name, Bytes: (byte[])[.. start, .. noise]);

        Prop.ForAll(gen.ToArbitrary(), file => IsTotal(file.Name, file.Bytes)).Check(Config.QuickThrowOnFailure.WithMaxTest(800));
    }

    private static bool IsTotal(string name, byte[] bytes)
    {
        var result = DocumentReader.Read(bytes, name);
        if (!result.IsRead) return result.Refusal.RuleId.StartsWith("read.", StringComparison.Ordinal);
        var structure = StructureRecovery.Recover(result.Document);
        return structure.Roles.Count == result.Document.Paragraphs.Count && result.Document.Paragraphs.All(Covers);
    }

    private static bool Covers(Paragraph paragraph) =>
        paragraph.Origin is null || paragraph.Origin.Pieces.Sum(p => p.Length) == paragraph.Text.Length;

    private static byte[] Mutate(byte[] bytes, IEnumerable<(int At, int Value)> edits, int cut)
    {
        var copy = bytes.ToArray();
        foreach (var (at, value) in edits) copy[at] = (byte)value;
        return cut == 0 ? copy[..(copy.Length / 2)] : copy;
    }

    /// <summary>The same package without compression, so that a changed byte reaches the XML inside.</summary>
    private static byte[] Stored(DocxMaker maker)
    {
        using var source = new System.IO.Compression.ZipArchive(new MemoryStream(maker.Bytes()));
        using var target = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(target, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var to = zip.CreateEntry(entry.FullName, System.IO.Compression.CompressionLevel.NoCompression).Open();
                from.CopyTo(to);
            }
        }

        return target.ToArray();
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;
using Zhongshu.Typesetting.Seals;

namespace Zhongshu.Engines.Tests.Typesetting;

public partial class SealTests
{
    private static readonly string[] Bodies = ["清源县发展和改革局", "清源县财政局", "清源县审计局", "清源县统计局"];

    [Fact]
    public void One_seal_covers_name_and_date_in_the_pdf_where_the_layout_keeps_its_place()
    {
        if (Sample.Fonts.Value.Missing is not null) return;
        var document = Sealed(Sample.Notice(), Picture("", colour: true));
        var result = Typesetter.ToPdf(document, LayoutRules.Standard, Sample.Fonts.Value);
        var place = result.Layout!.Seals.Single();
        var drawn = Drawn(result.Bytes).Single();

        (drawn.Width / Sample.Mm).ShouldBe(45, 0.01);
        (drawn.X + (drawn.Width / 2)).ShouldBe(place.CentreX, 0.01);
        (result.Layout.Pages[place.Page].Height - drawn.Y - (drawn.Height / 2)).ShouldBe(place.CentreY, 0.01);
        // The seal is multiplied with the page: the words under it stay legible, white paper round it does not hide them.
        Encoding.Latin1.GetString(result.Bytes).ShouldContain("/BM /Multiply");
    }

    [Fact]
    public void Several_seals_stand_in_rows_of_up_to_three_each_over_its_own_body()
    {
        string[] names = ["清源县财政局", "清源县审计局", "清源县统计局", "清源县教育局", "清源县水利局"];
        var pictures = names.Select(n => Picture(n, colour: false)).ToArray();
        var layout = Sample.Layout(Sealed(Sample.Notice() with { SignOff = new SignOff { Signatories = names, Date = "2026年3月2日" } }, pictures));
        var placed = layout.Pages.SelectMany(p => p.Pictures).ToList();

        placed.Select(p => p.Picture.Unit).ShouldBe(names);
        placed.GroupBy(p => p.Top).Select(g => g.Count()).ShouldBe([3, 2]);
        foreach (var seal in placed)
        {
            seal.X.ShouldBeGreaterThanOrEqualTo((28 * Sample.Mm) - 0.1);
            (seal.X + seal.Width).ShouldBeLessThanOrEqualTo((184 * Sample.Mm) + 0.1);
        }
    }

    [Fact]
    public void A_docx_holds_each_seal_once_behind_the_text_and_stays_valid()
    {
        var document = Sealed(Sample.Notice() with { SignOff = new SignOff { Signatories = Bodies, Date = "2026年3月2日" } }, [.. Bodies.Select(b => Picture(b, colour: true))]);
        using var file = WordprocessingDocument.Open(new MemoryStream(Typesetter.ToDocx(document, LayoutRules.Standard)), false);

        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(e => e.Description + e.Path?.XPath).ShouldBeEmpty();
        file.MainDocumentPart!.ImageParts.Count().ShouldBe(4);
        Regex.Count(file.MainDocumentPart.Document.OuterXml, "behindDoc=\"1\"").ShouldBe(4);
        // 45 mm in EMU.
        file.MainDocumentPart.Document.OuterXml.ShouldContain("cx=\"1620000\" cy=\"1620000\"");
    }

    [Fact]
    public void An_ofd_holds_the_seal_as_an_image_under_the_text()
    {
        if (Sample.Fonts.Value.Missing is not null) return;
        var seal = Picture("", colour: true);
        var result = Typesetter.ToOfd(Sealed(Sample.Notice(), seal), LayoutRules.Standard, Sample.Fonts.Value);
        using var zip = new ZipArchive(new MemoryStream(result.Bytes));
        var place = result.Layout!.Seals.Single();
        var page = Text(zip, $"Doc_0/Pages/Page_{place.Page}/Content.xml");
        var image = Regex.Match(page, "<ofd:ImageObject [^>]*Boundary=\"([0-9.]+) ([0-9.]+) 45 45\" ResourceID=\"(\\d+)\"/>");

        image.Success.ShouldBeTrue();
        page.IndexOf("<ofd:ImageObject", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("<ofd:TextObject", StringComparison.Ordinal));
        double.Parse(image.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture).ShouldBe((place.CentreX / Sample.Mm) - 22.5, 0.01);
        Text(zip, "Doc_0/PublicRes.xml").ShouldContain($"<ofd:MultiMedia ID=\"{image.Groups[3].Value}\" Type=\"Image\" Format=\"PNG\">");
        zip.Entries.Count(e => e.Name.StartsWith("seal_", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("", "空文件")]
    [InlineData("<html><body>不是图片</body></html>", "不是 PNG 或 JPG")]
    [InlineData("%PDF-1.7", "不是 PNG 或 JPG")]
    public void A_file_that_is_no_picture_is_refused_with_what_to_do(string content, string message)
    {
        var (picture, refusal) = SealPicture.Read("清源县财政局", Encoding.UTF8.GetBytes(content));
        picture.ShouldBeNull();
        refusal.ShouldNotBeNull().ShouldContain(message);
    }

    [Fact]
    public void A_damaged_an_oversized_and_a_bomb_of_a_picture_are_refused()
    {
        var whole = Png(64, 64, colour: true);
        SealPicture.Read("", whole).Refusal.ShouldBeNull();
        for (var cut = 8; cut < whole.Length - 16; cut += 7) SealPicture.Read("", whole[..cut]).Refusal.ShouldNotBeNull($"cut after {cut} bytes");
        var claims = Png(64, 64, colour: true);
        BinaryPrimitives.WriteInt32BigEndian(claims.AsSpan(16), 60_000);
        SealPicture.Read("", claims).Refusal.ShouldNotBeNull().ShouldContain("60000×64");
        SealPicture.Read("", new byte[(5 << 20) + 1]).Refusal.ShouldNotBeNull().ShouldContain("5 MB");
    }

    [Fact]
    public void Any_bytes_give_a_picture_or_a_refusal_never_a_fault()
    {
        var random = new Random(20260322);
        foreach (var seed in new[] { Png(32, 32, colour: true), Png(32, 32, colour: false), [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 64, 0, 64, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1] })
        {
            for (var n = 0; n < 300; n++)
            {
                var bytes = seed.ToArray();
                for (var k = 0; k < 3; k++) bytes[random.Next(3, bytes.Length)] = (byte)random.Next(256);
                var (picture, refusal) = SealPicture.Read("", bytes);
                (picture is null).ShouldBe(refusal is not null);
            }
        }
    }

    private static OfficialDocument Sealed(OfficialDocument document, params SealPicture[] pictures) =>
        document with { SignOff = document.SignOff with { Seals = pictures } };

    internal static SealPicture Picture(string unit, bool colour) => SealPicture.Read(unit, Png(60, 60, colour)).Picture!;

    private static byte[] Png(int width, int height, bool colour)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, (byte)(colour ? 6 : 0));
        Chunk(file, "IHDR", head);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var y = 0; y < height; y++) zlib.Write([(byte)(y % 5), .. Enumerable.Range(0, width * (colour ? 4 : 1)).Select(x => (byte)(x * y))]);
        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, string kind, byte[] content)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, content.Length);
        file.Write(four);
        byte[] body = [.. Encoding.ASCII.GetBytes(kind), .. content];
        file.Write(body);
        file.Write([0, 0, 0, 0]);
    }

    private static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static IEnumerable<(double X, double Y, double Width, double Height)> Drawn(byte[] pdf) =>
        PdfReader.Contents(pdf).SelectMany(c => Draw().Matches(c)).Select(m => (Number(m, 3), Number(m, 4), Number(m, 1), Number(m, 2)));

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"q /Multiply gs (\S+) 0 0 (\S+) (\S+) (\S+) cm /P\d+ Do Q")]
    private static partial Regex Draw();
}

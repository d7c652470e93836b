using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Zhongshu.Typesetting.Fonts;
using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Seals;

namespace Zhongshu.Typesetting.Ofd;

/// <summary>Writes a layout as an OFD file (GB/T 33190—2016) with embedded font subsets. The same layout gives the same bytes.</summary>
internal static class OfdWriter
{
    internal const string Namespace = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private const double MmPerPoint = 25.4 / 72;

    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(DocumentLayout layout, string title, UsedFonts fonts)
    {
        var ids = new OfdIds();
        var pageIds = layout.Pages.Select(_ => ids.Next()).ToList();
        var pictures = new OfdPictures(ids);
        var contents = layout.Pages.Select(page => new OfdContent(page, fonts, ids, pictures).Write()).ToList();
        var used = fonts.All.OrderBy(f => f.Index).ToList();
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "OFD.xml", $"{Xml}<ofd:OFD {Namespace} Version=\"1.1\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>{DocumentId(contents)}</ofd:DocID><ofd:Title>{Docx.Wml.Escape(title)}</ofd:Title><ofd:Creator>Zhongshu</ofd:Creator></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
            for (var i = 0; i < contents.Count; i++) Add(zip, string.Create(CultureInfo.InvariantCulture, $"Doc_0/Pages/Page_{i}/Content.xml"), Xml + contents[i]);
            var fontXml = new StringBuilder();
            foreach (var font in used)
            {
                var name = Docx.Wml.Escape(font.Face.Name);
                fontXml.Append(CultureInfo.InvariantCulture, $"<ofd:Font ID=\"{OfdIds.Font(font.Index)}\" FontName=\"{name}\" FamilyName=\"{name}\"><ofd:FontFile>font_{font.Index}.{font.Extension}</ofd:FontFile></ofd:Font>");
                Add(zip, string.Create(CultureInfo.InvariantCulture, $"Doc_0/Res/font_{font.Index}.{font.Extension}"), font.Subset());
            }

            Add(zip, "Doc_0/PublicRes.xml", $"{Xml}<ofd:Res {Namespace} BaseLoc=\"Res\"><ofd:Fonts>{fontXml}</ofd:Fonts>{pictures.Xml}</ofd:Res>");
            foreach (var (name, picture) in pictures.Files) Add(zip, "Doc_0/Res/" + name, picture.Bytes);
            var pages = string.Concat(pageIds.Select((id, i) => $"<ofd:Page ID=\"{id}\" BaseLoc=\"Pages/Page_{i}/Content.xml\"/>"));
            Add(zip, "Doc_0/Document.xml", $"{Xml}<ofd:Document {Namespace}><ofd:CommonData><ofd:MaxUnitID>{ids.Last}</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>{Box(layout.Pages[0])}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>{pages}</ofd:Pages></ofd:Document>");
        }

        return file.ToArray();
    }

    /// <summary>A turned page is stored as it is read: lying on its side.</summary>
    public static string Box(PageLayout page) => page.Turned ? $"0 0 {Mm(page.Height)} {Mm(page.Width)}" : $"0 0 {Mm(page.Width)} {Mm(page.Height)}";

    public static string Mm(double points) => Math.Round(points * MmPerPoint, 4).ToString("0.####", CultureInfo.InvariantCulture);

    private static string DocumentId(List<string> contents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var content in contents) hash.AppendData(Encoding.UTF8.GetBytes(content));
        return Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 16)).ToLowerInvariant();
    }

    private static void Add(ZipArchive zip, string name, string content) => Add(zip, name, Encoding.UTF8.GetBytes(content));

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        using var stream = entry.Open();
        stream.Write(content);
    }
}

/// <summary>Object numbers of one OFD document; fonts have a range of their own because they are known last.</summary>
internal sealed class OfdIds
{
    private const int FirstObject = 1000;

    public int Last { get; private set; } = FirstObject;

    public int Next() => ++Last;

    public static int Font(int index) => index + 1;
}

/// <summary>The seals of one OFD document, each kept once.</summary>
internal sealed class OfdPictures(OfdIds ids)
{
    private readonly Dictionary<SealPicture, int> _numbers = [];

    public IEnumerable<(string Name, SealPicture Picture)> Files => _numbers.Select(p => (Name(p.Key, p.Value), p.Key));

    public string Xml => _numbers.Count == 0 ? "" : $"<ofd:MultiMedias>{string.Concat(_numbers.Select(p => $"<ofd:MultiMedia ID=\"{p.Value}\" Type=\"Image\" Format=\"{(p.Key.Shape.IsJpeg ? "JPEG" : "PNG")}\"><ofd:MediaFile>{Name(p.Key, p.Value)}</ofd:MediaFile></ofd:MultiMedia>"))}</ofd:MultiMedias>";

    public int Of(SealPicture picture) => _numbers.TryGetValue(picture, out var number) ? number : _numbers[picture] = ids.Next();

    private static string Name(SealPicture picture, int number) => string.Create(CultureInfo.InvariantCulture, $"seal_{number}.{picture.Extension}");
}

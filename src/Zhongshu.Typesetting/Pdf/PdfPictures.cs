using System.Globalization;
using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Seals;

namespace Zhongshu.Typesetting.Pdf;

/// <summary>The seals of a file, each written once, and multiplied with the page so that the text shows through.</summary>
internal sealed class PdfPictures(PdfBuffer pdf)
{
    private readonly Dictionary<SealPicture, int> _objects = [];
    private int _multiply;

    /// <summary>The entries that a page's resources need for its pictures.</summary>
    public string Resources(PageLayout page)
    {
        if (page.Pictures.Count == 0) return "";
        if (_multiply == 0) _multiply = pdf.Add("<< /Type /ExtGState /BM /Multiply >>");
        var names = page.Pictures.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"/P{i} {Object(p.Picture)} 0 R "));
        return $"/XObject << {string.Concat(names)}>> /ExtGState << /Multiply {_multiply} 0 R >> ";
    }

    private int Object(SealPicture picture)
    {
        if (_objects.TryGetValue(picture, out var known)) return known;
        var size = string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Image /Width {picture.Width} /Height {picture.Height} /BitsPerComponent 8 ");
        if (picture.Shape.IsJpeg)
            return _objects[picture] = pdf.AddEncoded($"{size}/ColorSpace /{(picture.Shape.Channels == 1 ? "DeviceGray" : "DeviceRGB")} /Filter /DCTDecode ", picture.Bytes);
        var pixels = PngPixels.Decode(picture.Bytes)!;
        var mask = pixels.Alpha is null ? "" : $"/SMask {pdf.AddStream(size + "/ColorSpace /DeviceGray ", pixels.Alpha)} 0 R ";
        return _objects[picture] = pdf.AddStream($"{size}/ColorSpace /DeviceRGB {mask}", pixels.Rgb);
    }
}

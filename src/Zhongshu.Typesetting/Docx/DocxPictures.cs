using System.Globalization;

namespace Zhongshu.Typesetting.Docx;

/// <summary>The pictures of a docx: its media parts, and the drawings that show them.</summary>
internal sealed class DocxPictures
{
    public const string Namespaces = "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

    private const int EmuPerPoint = 12700;
    private readonly List<(byte[] Bytes, string Extension)> _parts = [];

    /// <summary>Relation, name under word/, and content of every part.</summary>
    public IEnumerable<(string Id, string Target, byte[] Bytes)> Parts => _parts.Select((p, i) => (Id(i), string.Create(CultureInfo.InvariantCulture, $"media/image{i + 1}.{p.Extension}"), p.Bytes));

    /// <summary>A run that holds a picture behind the text, measured from the margin and from the top of its paragraph; lengths in points.</summary>
    public string Behind(byte[] bytes, string extension, string name, (double X, double Y, double Width, double Height) box) =>
        Anchor(bytes, extension, name, (box.Width, box.Height), $"<wp:posOffset>{Emu(box.X)}</wp:posOffset>", $"paragraph\"><wp:posOffset>{Emu(box.Y)}</wp:posOffset>");

    /// <summary>A run that holds a square picture in the upper right corner of the type area.</summary>
    public string Corner(byte[] bytes, string name, double side) =>
        Anchor(bytes, "png", name, (side, side), "<wp:align>right</wp:align>", "margin\"><wp:align>top</wp:align>");

    private string Anchor(byte[] bytes, string extension, string name, (double Width, double Height) size, string horizontal, string vertical)
    {
        var at = _parts.FindIndex(p => ReferenceEquals(p.Bytes, bytes));
        if (at < 0)
        {
            at = _parts.Count;
            _parts.Add((bytes, extension));
        }

        var (number, words) = (_drawings++ + 1, Wml.Escape(name));
        var extent = $"cx=\"{Emu(size.Width)}\" cy=\"{Emu(size.Height)}\"";
        return $"<w:r><w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"{number}\" behindDoc=\"1\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>"
            + $"<wp:positionH relativeFrom=\"margin\">{horizontal}</wp:positionH><wp:positionV relativeFrom=\"{vertical}</wp:positionV>"
            + $"<wp:extent {extent}/><wp:wrapNone/><wp:docPr id=\"{number}\" name=\"{words}\" descr=\"{words}\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"{words}\"/><pic:cNvPicPr/></pic:nvPicPr>"
            + $"<pic:blipFill><a:blip r:embed=\"{Id(at)}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {extent}/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>";
    }

    private int _drawings;

    private static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"rIdImage{index + 1}");

    private static long Emu(double points) => (long)Math.Round(points * EmuPerPoint);
}

using System.Globalization;
using Zhongshu.Typesetting.Layout;

namespace Zhongshu.Typesetting.Docx;

/// <summary>Section properties: page, margins, the grid of 22 lines by 28 characters, footers.</summary>
internal sealed class DocxSections(PageFrame frame, bool firstUnnumbered)
{
    private bool _first = true;

    /// <summary>Whether a section lies on its side and needs the footers that keep the number in its place.</summary>
    public bool HasTurned { get; private set; }

    /// <summary>Ends a section: the text so far is upright or turned.</summary>
    public string Break(bool turned) => Wml.Paragraph($"<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>{Properties(turned, numbered: true, evenPage: false)}", "");

    /// <param name="turned">A4 lying on its side.</param>
    /// <param name="numbered">With page numbers.</param>
    /// <param name="evenPage">Starts on an even page; a blank page before it carries no number.</param>
    public string Properties(bool turned, bool numbered, bool evenPage)
    {
        var (width, height) = (Wml.Twips(frame.Width), Wml.Twips(frame.Height));
        var (top, left) = (Wml.Twips(frame.Top), Wml.Twips(frame.Left));
        var (bottom, right) = (Wml.Twips(frame.Height - frame.Bottom), Wml.Twips(frame.Width - frame.Right));
        var footer = Wml.Twips(frame.Height - frame.Bottom - frame.Rules.Pt("pagenumber.gap") - (frame.Rules.Pt("size.pagenumber") / 2));
        HasTurned |= turned;
        var lying = turned ? "Turned" : "";
        var footers = numbered
            ? $"<w:footerReference w:type=\"default\" r:id=\"rIdOdd{lying}\"/><w:footerReference w:type=\"even\" r:id=\"rIdEven{lying}\"/>"
            : "<w:footerReference w:type=\"default\" r:id=\"rIdNone\"/><w:footerReference w:type=\"even\" r:id=\"rIdNone\"/>";
        var title = _first && firstUnnumbered ? "<w:titlePg/>" : "";
        if (title.Length > 0) footers += "<w:footerReference w:type=\"first\" r:id=\"rIdNone\"/>";
        _first = false;
        var kind = evenPage ? "<w:type w:val=\"evenPage\"/>" : "<w:type w:val=\"nextPage\"/>";
        var page = turned
            ? $"<w:pgSz w:w=\"{height}\" w:h=\"{width}\" w:orient=\"landscape\"/><w:pgMar w:top=\"{left}\" w:right=\"{top}\" w:bottom=\"{right}\" w:left=\"{bottom}\" w:header=\"851\" w:footer=\"851\" w:gutter=\"0\"/>"
            : $"<w:pgSz w:w=\"{width}\" w:h=\"{height}\"/><w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" w:header=\"851\" w:footer=\"{footer}\" w:gutter=\"0\"/>";
        var grid = turned ? "" : string.Create(CultureInfo.InvariantCulture, $"<w:docGrid w:type=\"linesAndChars\" w:linePitch=\"{frame.Rules["grid.docx.line"].Value}\" w:charSpace=\"{frame.Rules["grid.docx.charspace"].Value}\"/>");
        return $"<w:sectPr>{footers}{kind}{page}<w:cols w:space=\"425\"/>{title}{grid}</w:sectPr>";
    }
}

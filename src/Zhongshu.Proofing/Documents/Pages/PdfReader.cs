using System.Globalization;
using System.Xml;
using Zhongshu.Proofing.Documents.Packages;
using Zhongshu.Proofing.Documents.Programs;

namespace Zhongshu.Proofing.Documents.Pages;

/// <summary>Reads a PDF's text layer through poppler's pdftotext, with the place of every line.</summary>
internal static class PdfReader
{
    private const string Program = "pdftotext";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
    };

    public static SourceDocument Read(byte[] bytes, ReadBudget budget)
    {
        using var folder = new ScratchFolder();
        var (input, output) = (folder.Write("in.pdf", bytes), folder.Path("out.html"));
        switch (ChildProgram.Run(Program, ["-q", "-bbox-layout", "-enc", "UTF-8", input, output], budget.Limits.Time))
        {
            case ProgramOutcome.Missing:
                throw new ReadStop(Refusals.NoPdfProgram);
            case ProgramOutcome.TimedOut:
                throw new ReadStop(Refusals.TooSlow);
            case ProgramOutcome.Failed:
                throw new ReadStop(bytes.AsSpan().IndexOf("/Encrypt"u8) >= 0 ? Refusals.Password : Refusals.Damaged);
        }

        if (!File.Exists(output)) throw new ReadStop(Refusals.Damaged);
        using var stream = new BoundedStream(File.OpenRead(output), long.MaxValue, budget);
        using var xml = XmlReader.Create(stream, Settings);
        var pieces = Pieces(xml, budget);
        return pieces.Count == 0 ? throw new ReadStop(Refusals.NoText) : PageLayout.ToDocument(pieces);
    }

    private static List<PageText> Pieces(XmlReader xml, ReadBudget budget)
    {
        var (pieces, page) = (new List<PageText>(), -1);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "page") page++;
            if (xml.LocalName != "word") continue;
            budget.CheckParagraphs(pieces.Count);
            var (left, top, right, bottom) = (Number(xml, "xMin"), Number(xml, "yMin"), Number(xml, "xMax"), Number(xml, "yMax"));
            pieces.Add(new PageText(page, left, top, right, bottom, xml.ReadElementContentAsString().Trim()));
        }

        return pieces;
    }

    private static double Number(XmlReader xml, string name) =>
        double.TryParse(xml.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? n : 0;
}

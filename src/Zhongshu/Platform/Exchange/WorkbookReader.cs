using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Platform.Exchange;

/// One row as it stands in the sheet: its number as the spreadsheet program shows it, and its cells from column A on.
internal readonly record struct SheetRow(int Number, Cell[] Cells)
{
    public bool IsBlank => Array.TrueForAll(Cells, c => c.Kind == CellKind.Empty || (c.Kind == CellKind.Text && string.IsNullOrWhiteSpace(c.Text)));
}

/// Reads an xlsx workbook row by row. Files from outside are not trusted: sizes are limited, nothing outside the file is fetched, formulas are not run.
internal sealed class WorkbookReader : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly WorkbookLimits _limits;
    private readonly List<(string Name, string Part)> _sheets = [];
    private WorkbookStyles _styles = WorkbookStyles.None;
    private List<string> _texts = [];
    private bool _from1904;
    private long _left;

    private WorkbookReader(ZipArchive zip, WorkbookLimits limits)
    {
        _zip = zip;
        _limits = limits;
        _left = limits.UnpackedBytes;
    }

    public IEnumerable<string> SheetNames => _sheets.Select(s => s.Name);

    /// The stream must be seekable; it stays open.
    public static Outcome<WorkbookReader> Open(Stream file, WorkbookLimits? limits = null)
    {
        var kept = limits ?? WorkbookLimits.Usual;
        if (file.Length > kept.FileBytes) return Refusals.TooLarge;
        if (StartsLikeOle(file)) return Refusals.OldOrEncrypted;
        WorkbookReader? reader = null;
        try
        {
            reader = new WorkbookReader(new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true), kept);
            reader.ReadFrame();
            return reader;
        }
        catch (Exception e) when (IsBroken(e))
        {
            reader?.Dispose();
            return e is WorkbookBrokenException { Message.Length: > 0 } broken ? Refusals.Broken(broken.Message) : Refusals.NoWorkbook;
        }
    }

    /// What reading bytes from outside can raise; anything else is our own mistake.
    internal static bool IsBroken(Exception e) => e is InvalidDataException or XmlException or WorkbookBrokenException or EndOfStreamException or IOException or FormatException or OverflowException or NotSupportedException;

    /// The rows of a sheet, blank ones included when the file holds them. Raises WorkbookBrokenException or XmlException midway on a bad file: read through SheetTable.
    public IEnumerable<SheetRow> Rows(string sheet)
    {
        var part = _sheets.Find(s => s.Name == sheet).Part ?? throw new ArgumentException($"No sheet {sheet}", nameof(sheet));
        using var xml = OpenPart(part) ?? throw new WorkbookBrokenException($"工作表“{sheet}”缺失");
        var number = 0;
        var count = 0;
        var cells = new List<Cell>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row") continue;
            number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : number + 1;
            if (++count > _limits.Rows) throw new WorkbookBrokenException(string.Create(CultureInfo.InvariantCulture, $"工作表“{sheet}”超过 {_limits.Rows} 行，请分几次导入"));
            cells.Clear();
            if (!xml.IsEmptyElement) ReadCells(xml, cells);
            yield return new SheetRow(number, [.. cells]);
        }
    }

    public void Dispose() => _zip.Dispose();

    private static bool StartsLikeOle(Stream file)
    {
        Span<byte> head = stackalloc byte[4];
        file.Position = 0;
        var read = file.ReadAtLeast(head, 4, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 4 && head is [0xD0, 0xCF, 0x11, 0xE0];
    }

    private void ReadFrame()
    {
        if (_zip.Entries.Count > _limits.Parts) throw new WorkbookBrokenException("表格文件的组成部分过多");
        if (_zip.Entries.Sum(e => e.Length) > _limits.UnpackedBytes) throw new WorkbookBrokenException("表格解压后过大");
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var relations = OpenPart("xl/_rels/workbook.xml.rels"))
        {
            while (relations?.Read() == true)
                if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && relations.GetAttribute("Id") is { } id && relations.GetAttribute("Target") is { } target)
                    targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }

        using (var book = OpenPart("xl/workbook.xml") ?? throw new WorkbookBrokenException(""))
        {
            while (book.Read())
            {
                if (book.NodeType != XmlNodeType.Element) continue;
                if (book.LocalName == "workbookPr") _from1904 = book.GetAttribute("date1904") is "1" or "true";
                if (book.LocalName == "sheet" && book.GetAttribute("name") is { } name && targets.TryGetValue(Relation(book), out var part)) _sheets.Add((SheetText.Read(name), part));
            }
        }

        using (var styles = OpenPart("xl/styles.xml")) _styles = WorkbookStyles.Read(styles);
        using (var shared = OpenPart("xl/sharedStrings.xml", _limits.SharedTextBytes)) _texts = ReadSharedTexts(shared);
    }

    /// The relationship's namespace differs between the transitional and the strict form of the format; its local name does not.
    private static string Relation(XmlReader sheet)
    {
        var found = "";
        while (sheet.MoveToNextAttribute())
            if (sheet.LocalName == "id" && sheet.NamespaceURI.Length > 0) found = sheet.Value;
        sheet.MoveToElement();
        return found;
    }

    private static List<string> ReadSharedTexts(XmlReader? xml)
    {
        var texts = new List<string>();
        while (xml?.Read() == true)
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" }) texts.Add(RichText(xml));
        return texts;
    }

    /// The text of an si or is element: runs joined, phonetic hints left out.
    private static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var text = "";
        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" }) xml.Skip();
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" }) text += xml.ReadElementContentAsString();
            else xml.Read();
        }

        return SheetText.Read(text);
    }

    private void ReadCells(XmlReader xml, List<Cell> cells)
    {
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            var column = ColumnOf(xml.GetAttribute("r")) ?? cells.Count;
            if (column >= _limits.Columns) throw new WorkbookBrokenException(string.Create(CultureInfo.InvariantCulture, $"超过 {_limits.Columns} 列"));
            while (cells.Count <= column) cells.Add(default);
            cells[column] = ReadCell(xml);
        }
    }

    private Cell ReadCell(XmlReader xml)
    {
        var type = xml.GetAttribute("t");
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
        if (xml.IsEmptyElement) return default;
        string? value = null;
        string? inline = null;
        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" })
            {
                value = xml.ReadElementContentAsString();
                continue;
            }

            if (xml is { NodeType: XmlNodeType.Element, LocalName: "is" }) inline = RichText(xml);
            xml.Read();
        }

        return type switch
        {
            "inlineStr" => Cell.Of(inline),
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _texts.Count ? Cell.Of(_texts[at]) : default,
            "b" => Cell.Of(value == "1" ? "是" : "否"),
            "str" or "e" or "d" => Cell.Of(value is null ? null : SheetText.Read(value)),
            _ => Numeric(value, style),
        };
    }

    private Cell Numeric(string? value, int style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return Cell.Of(value);
        return _styles.IsDate(style) ? Cell.Serial(_from1904 ? number + 1462 : number) : Cell.Of(number);
    }

    /// A → 0, Z → 25, AA → 26; null when the file leaves the reference out.
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (c is not (>= 'A' and <= 'Z')) break;
            column = column * 26 + (c - 'A' + 1);
            if (column > 1_000_000) return column;
        }

        return column == 0 ? null : column - 1;
    }

    private XmlReader? OpenPart(string path, long? most = null)
    {
        if (_zip.GetEntry(path) is not { } entry) return null;
        var allowed = Math.Min(most ?? long.MaxValue, _left);
        _left -= Math.Min(entry.Length, _left);
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreWhitespace = false, CheckCharacters = false, MaxCharactersFromEntities = 1024 };
        return XmlReader.Create(new MeteredStream(entry.Open(), allowed), settings);
    }
}

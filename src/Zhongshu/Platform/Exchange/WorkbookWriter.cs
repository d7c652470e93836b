using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Zhongshu.Platform.Exchange;

/// Writes an xlsx workbook row by row in constant memory: strings stand in their cells, nothing is kept but the names of the sheets.
/// Writes synchronously: give it a file (see ExchangeFiles), not a response body.
internal sealed class WorkbookWriter : IDisposable
{
    public const int MostRows = 1_048_576;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly UTF8Encoding Utf8 = new(false);
    private readonly ZipArchive _zip;
    private readonly List<string> _names = [];
    private StreamWriter? _sheet;
    private Column[] _columns = [];
    private string _name = "";
    private int _part;
    private int _row;

    public WorkbookWriter(Stream to) => _zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true, Utf8);

    /// Begins a sheet; its headings stand in a frozen first row. A sheet that grows over the format's limit goes on in another of the same headings.
    public void StartSheet(string name, params ReadOnlySpan<Column> columns)
    {
        _name = SheetName(name);
        _part = 1;
        _columns = columns.ToArray();
        Begin(_name);
    }

    public void Row(params ReadOnlySpan<Cell> cells)
    {
        if (_row == MostRows)
        {
            _part++;
            Begin($"{_name[..Math.Min(_name.Length, 26)]}({_part.ToString(CultureInfo.InvariantCulture)})");
        }

        WriteRow(cells, heading: false);
    }

    public void Dispose()
    {
        if (_names.Count == 0) StartSheet("空表");
        End();
        Part("[Content_Types].xml", to =>
        {
            to.Write("""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>""");
            for (var i = 1; i <= _names.Count; i++) to.Write(string.Create(CultureInfo.InvariantCulture, $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""));
            to.Write("</Types>");
        });
        Part("_rels/.rels", to => to.Write("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""));
        Part("xl/workbook.xml", WriteWorkbook);
        Part("xl/_rels/workbook.xml.rels", to =>
        {
            to.Write("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId0" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>""");
            for (var i = 1; i <= _names.Count; i++) to.Write(string.Create(CultureInfo.InvariantCulture, $"""<Relationship Id="rId{i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{i}.xml"/>"""));
            to.Write("</Relationships>");
        });
        Part("xl/styles.xml", to => to.Write(Styles));
        _zip.Dispose();
    }

    /// Cell formats by number: 0 text and numbers, 1 day, 2 moment, 3 text that looks like a formula (quotePrefix keeps it text), 4 heading.
    private const string Styles = $"""<styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF4"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>""";

    private void WriteWorkbook(TextWriter to)
    {
        to.Write($"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>""");
        for (var i = 1; i <= _names.Count; i++)
        {
            to.Write("<sheet name=\"");
            SheetText.Write(to, _names[i - 1]);
            to.Write(string.Create(CultureInfo.InvariantCulture, $"\" sheetId=\"{i}\" r:id=\"rId{i}\"/>"));
        }

        // The heading row is printed on every page.
        to.Write("</sheets><definedNames>");
        for (var i = 0; i < _names.Count; i++)
        {
            to.Write(string.Create(CultureInfo.InvariantCulture, $"""<definedName name="_xlnm.Print_Titles" localSheetId="{i}">'"""));
            SheetText.Write(to, _names[i].Replace("'", "''", StringComparison.Ordinal));
            to.Write("'!$1:$1</definedName>");
        }

        to.Write("</definedNames></workbook>");
    }

    private void Begin(string name)
    {
        End();
        if (_names.Contains(name, StringComparer.OrdinalIgnoreCase)) throw new ArgumentException($"A workbook has one sheet of a name: {name}", nameof(name));
        _names.Add(name);
        _row = 0;
        _sheet = Open(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{_names.Count}.xml"));
        _sheet.Write($"""<worksheet xmlns="{Main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        if (_columns.Length > 0)
        {
            _sheet.Write("<cols>");
            for (var i = 1; i <= _columns.Length; i++) _sheet.Write(string.Create(CultureInfo.InvariantCulture, $"""<col min="{i}" max="{i}" width="{_columns[i - 1].Width}" customWidth="1"/>"""));
            _sheet.Write("</cols>");
        }

        _sheet.Write("<sheetData>");
        if (_columns.Length > 0) WriteRow([.. _columns.Select(c => Cell.Of(c.Heading))], heading: true);
    }

    private void End()
    {
        if (_sheet is null) return;
        _sheet.Write("""</sheetData><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>""");
        _sheet.Dispose();
        _sheet = null;
    }

    private void WriteRow(ReadOnlySpan<Cell> cells, bool heading)
    {
        var to = _sheet ?? throw new InvalidOperationException("StartSheet comes first.");
        _row++;
        to.Write("<row>");
        foreach (var cell in cells)
        {
            switch (cell.Kind)
            {
                case CellKind.Text:
                    to.Write(heading ? """<c s="4" t="inlineStr"><is><t xml:space="preserve">""" : SheetText.LooksLikeFormula(cell.Text!) ? """<c s="3" t="inlineStr"><is><t xml:space="preserve">""" : """<c t="inlineStr"><is><t xml:space="preserve">""");
                    SheetText.Write(to, cell.Text!);
                    to.Write("</t></is></c>");
                    break;
                case CellKind.Empty:
                    to.Write("<c/>");
                    break;
                default:
                    to.Write(cell.Kind switch { CellKind.Day => "<c s=\"1\"><v>", CellKind.Moment => "<c s=\"2\"><v>", _ => "<c><v>" });
                    to.Write(cell.Number.ToString("R", CultureInfo.InvariantCulture));
                    to.Write("</v></c>");
                    break;
            }
        }

        to.Write("</row>");
    }

    private void Part(string path, Action<TextWriter> write)
    {
        using var to = Open(path);
        write(to);
    }

    private StreamWriter Open(string path)
    {
        var to = new StreamWriter(_zip.CreateEntry(path, CompressionLevel.Fastest).Open(), Utf8, 32 * 1024);
        to.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        return to;
    }

    private static string SheetName(string name)
    {
        var allowed = new string([.. name.Where(c => c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\') && !char.IsControl(c))]).Trim('\'', ' ');
        return allowed.Length == 0 ? "表" : allowed[..Math.Min(allowed.Length, 31)];
    }
}

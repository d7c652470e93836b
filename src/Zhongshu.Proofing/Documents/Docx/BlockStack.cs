using System.Globalization;

namespace Zhongshu.Proofing.Documents.Docx;

/// <summary>The open paragraphs, tables and text boxes around the place that is being read.</summary>
internal sealed class BlockStack
{
    private readonly Stack<ParagraphDraft> _paragraphs = new();
    private readonly Stack<int> _runsAtParagraph = new();
    private readonly Stack<Container> _containers = new();
    private readonly Dictionary<int, ParagraphDraft> _carried = [];
    private int _propertiesAt = -1;
    private int _markAt = -1;
    private int _runsAtContainer;

    private sealed class Container(string name, int depth, int table, int outerRuns)
    {
        public string Name => name;

        public int Depth => depth;

        public int Table => table;

        public int OuterRuns => outerRuns;

        public int Row { get; set; } = -1;

        public int Column { get; set; }

        public int Span { get; set; } = 1;
    }

    /// <summary>Tables met so far in the document.</summary>
    public int Tables { get; set; }

    public ParagraphDraft? Paragraph => _paragraphs.TryPeek(out var open) ? open : null;

    public bool InProperties => _propertiesAt >= 0;

    public bool InMark => _markAt >= 0;

    public int RunsAtParagraph => _runsAtParagraph.TryPeek(out var runs) ? runs : 0;

    public void OpenParagraph(int ordinal, ParagraphPlace place)
    {
        var draft = TakeCarried(_containers.Count) ?? new ParagraphDraft(ordinal, PlaceOf(place), Cell());
        draft.MarkDeleted = false;
        (draft.Style, draft.NumId, draft.Level) = (null, null, null);
        _paragraphs.Push(draft);
        _runsAtParagraph.Push(_runsAtContainer);
        (_propertiesAt, _markAt) = (-1, -1);
    }

    /// <summary>The finished paragraph, or nothing when its end is deleted and the next one continues it.</summary>
    public ParagraphDraft? CloseParagraph()
    {
        if (!_paragraphs.TryPop(out var draft)) return null;
        _runsAtParagraph.Pop();
        if (!draft.MarkDeleted) return draft;
        _carried[_containers.Count] = draft;
        return null;
    }

    public ParagraphDraft? TakeCarried(int level) => _carried.Remove(level, out var draft) ? draft : null;

    public void OpenProperties(int depth) => _propertiesAt = depth;

    public void OpenMark(int depth) => _markAt = depth;

    public void SetProperty(string name, string? value)
    {
        if (Paragraph is not { } draft || InMark) return;
        if (name == "pStyle") draft.Style = value;
        else if (name == "numId") draft.NumId = value;
        else draft.Level = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null;
    }

    public void OpenContainer(string name, int depth, int runs)
    {
        if (name == "tr" && Innermost("tbl") is { } table) (table.Row, table.Column) = (table.Row + 1, 0);
        _containers.Push(new Container(name, depth, name == "tbl" ? Tables++ : -1, _runsAtContainer));
        _runsAtContainer = runs;
    }

    public void SetSpan(string name, string? value)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var span) || span > 1000) return;
        if (name == "gridBefore" && Innermost("tbl") is { } table) table.Column += span;
        else if (name == "gridSpan" && Innermost("tc") is { } cell) cell.Span = Math.Max(1, span);
    }

    public void Close(int depth, Action<ParagraphDraft?> emit)
    {
        if (depth == _markAt) _markAt = -1;
        if (depth == _propertiesAt) _propertiesAt = -1;
        if (!_containers.TryPeek(out var open) || open.Depth != depth) return;
        emit(TakeCarried(_containers.Count));
        _containers.Pop();
        _runsAtContainer = open.OuterRuns;
        if (open.Name == "tc" && Innermost("tbl") is { } table) table.Column += open.Span;
    }

    private Container? Innermost(string name) => _containers.FirstOrDefault(c => c.Name == name);

    private ParagraphPlace PlaceOf(ParagraphPlace part)
    {
        if (part != ParagraphPlace.Body) return part;
        var around = _containers.FirstOrDefault(c => c.Name is "tc" or "txbxContent")?.Name;
        return around switch { "tc" => ParagraphPlace.TableCell, "txbxContent" => ParagraphPlace.TextBox, _ => part };
    }

    private CellAddress? Cell()
    {
        if (_containers.FirstOrDefault(c => c.Name is "tc" or "txbxContent")?.Name != "tc") return null;
        return Innermost("tbl") is { } table ? new CellAddress(table.Table, table.Row, table.Column) : null;
    }
}

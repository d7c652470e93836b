using System.Xml;
using Zhongshu.Proofing.Documents.Packages;

namespace Zhongshu.Proofing.Documents.Docx;

/// <summary>
/// Reads one part in a single forward pass. Runs and paragraphs are counted even where their text is skipped
/// (tracked deletions, fallbacks), so that an ordinal means the same element to whoever opens the part again.
/// </summary>
internal sealed class PartReader
{
    private readonly XmlReader _xml;
    private readonly string _part;
    private readonly ReadBudget _budget;
    private readonly ListCounter _counter;
    private readonly List<Paragraph> _output;
    private readonly ParagraphPlace _place;
    private readonly BlockStack _blocks = new();
    private readonly FieldStack _fields = new();
    private readonly Stack<(int Depth, bool Taken)> _alternatives = new();
    private readonly Stack<RunState> _runs = new();
    private int _suppressedAt = int.MaxValue;
    private int _paragraphs = -1;
    private int _runCount = -1;
    private TextElement? _text;

    private sealed class RunState(int depth, int ordinal)
    {
        public int Depth => depth;

        public int Ordinal => ordinal;

        public int Child { get; set; } = -1;

        public bool Hidden { get; set; }
    }

    private sealed record TextElement(int Depth, bool Keep, int Run, int Child);

    public PartReader(XmlReader xml, string part, ParagraphPlace place, DocxContext context)
    {
        _xml = xml;
        _part = part;
        _place = place;
        (_budget, _counter, _output) = (context.Budget, context.Counter, context.Output);
        _blocks.Tables = context.Tables;
    }

    /// <summary>Reads to the end and returns the number of tables met so far in the document.</summary>
    public int Read()
    {
        while (_xml.Read())
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.Element:
                    _budget.CheckDepth(_xml.Depth);
                    var empty = _xml.IsEmptyElement;
                    var (depth, name, ns) = (_xml.Depth, _xml.LocalName, _xml.NamespaceURI);
                    Open(name, ns, depth);
                    if (empty) Close(name, ns, depth);
                    break;
                case XmlNodeType.EndElement:
                    Close(_xml.LocalName, _xml.NamespaceURI, _xml.Depth);
                    break;
                case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA when _text is not null:
                    TakeText(_xml.Value, _text);
                    break;
            }
        }

        Emit(_blocks.TakeCarried(0));
        return _blocks.Tables;
    }

    private bool Suppressed => _suppressedAt != int.MaxValue;

    private void Open(string name, string ns, int depth)
    {
        if (_runs.TryPeek(out var run) && depth == run.Depth + 1) run.Child++;
        if (Ooxml.IsWord(ns)) OpenWord(name, depth);
        else if (ns == Ooxml.Mc) OpenAlternative(name, depth);
        else if (name == "t" && ns is Ooxml.Math or Ooxml.StrictMath) StartText(depth, inRun: false);
        else if (name == "textpath" && ns == Ooxml.Vml && !Suppressed) TakeWordArt(_xml.GetAttribute("string"));
    }

    private void OpenWord(string name, int depth)
    {
        switch (name)
        {
            case "p":
                _paragraphs++;
                _budget.CheckParagraphs(_paragraphs);
                if (!Suppressed) _blocks.OpenParagraph(_paragraphs, _place);
                break;
            case "r":
                _runs.Push(new RunState(depth, ++_runCount));
                break;
            case "del" or "moveFrom" when _blocks.InProperties:
                if (!Suppressed && _blocks.Paragraph is { } marked && _blocks.InMark) marked.MarkDeleted = true;
                break;
            case "del" or "moveFrom" or "pPrChange" or "rPrChange" or "tblPrChange" or "sectPrChange" or "tcPrChange" or "trPrChange" or "rt":
                Suppress(depth);
                break;
            case "t":
                StartText(depth, inRun: true);
                break;
            default:
                if (!Suppressed) OpenLive(name, depth);
                break;
        }
    }

    private void OpenLive(string name, int depth)
    {
        if (_runs.TryPeek(out var run) && depth == run.Depth + 1) TakeRunChild(name, run);
        switch (name)
        {
            case "pPr" when _runs.Count == _blocks.RunsAtParagraph:
                _blocks.OpenProperties(depth);
                break;
            case "rPr" when _blocks.InProperties:
                _blocks.OpenMark(depth);
                break;
            case "pStyle" or "numId" or "ilvl" when _blocks.InProperties:
                _blocks.SetProperty(name, Attribute("val"));
                break;
            case "vanish" when !_blocks.InProperties && run is not null && depth == run.Depth + 2:
                run.Hidden = Attribute("val") is not ("0" or "false");
                break;
            case "tbl" or "tr" or "tc" or "txbxContent":
                _blocks.OpenContainer(name, depth, _runs.Count);
                break;
            case "gridSpan" or "gridBefore":
                _blocks.SetSpan(name, Attribute("val"));
                break;
        }
    }

    private void TakeRunChild(string name, RunState run)
    {
        if (name == "fldChar")
        {
            _fields.Mark(Attribute("fldCharType"));
            return;
        }

        var text = name switch
        {
            "tab" or "ptab" => "\t",
            "cr" => "\n",
            "br" => Attribute("type") is null or "textWrapping" ? "\n" : "",
            "noBreakHyphen" => "-",
            "sym" => Symbols.Symbol(Attribute("char")),
            _ => "",
        };
        if (text.Length > 0 && !run.Hidden && !_fields.InInstruction) _blocks.Paragraph?.Append(text, run.Ordinal, run.Child, 0);
    }

    private void OpenAlternative(string name, int depth)
    {
        if (name == "AlternateContent") _alternatives.Push((depth, false));
        if (name is not ("Choice" or "Fallback") || !_alternatives.TryPeek(out var open) || depth != open.Depth + 1) return;
        if (open.Taken) Suppress(depth);
        else if (!Suppressed) _alternatives.Push(_alternatives.Pop() with { Taken = true });
    }

    private void Suppress(int depth) => _suppressedAt = Math.Min(_suppressedAt, depth);

    private void StartText(int depth, bool inRun)
    {
        var run = inRun && _runs.TryPeek(out var open) ? open : null;
        if (Suppressed || _fields.InInstruction || run?.Hidden == true) return;
        _text = new TextElement(depth, _xml.GetAttribute("xml:space") == "preserve", run?.Ordinal ?? -1, run?.Child ?? 0);
    }

    /// <summary>Word drops blanks at both ends unless the element says to keep them, and shows a line end as a blank.</summary>
    private void TakeText(string value, TextElement element)
    {
        var text = element.Keep ? value : value.Trim(' ', '\t', '\r', '\n');
        var offset = text.Length == 0 ? 0 : value.IndexOf(text, StringComparison.Ordinal);
        _blocks.Paragraph?.Append(text.Replace('\n', ' '), element.Run, element.Child, offset);
    }

    private void TakeWordArt(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        var art = new ParagraphDraft(-1, ParagraphPlace.TextBox, null);
        art.Append(text.ReplaceLineEndings(" "), -1, 0, 0);
        if (_blocks.Paragraph is { } host) host.Keep(art.Finish(_part, null));
        else _output.Add(art.Finish(_part, null));
    }

    private void Close(string name, string ns, int depth)
    {
        if (_text is not null && depth == _text.Depth) _text = null;
        if (ns == Ooxml.Mc && name == "AlternateContent" && _alternatives.TryPeek(out var open) && open.Depth == depth) _alternatives.Pop();
        if (_runs.TryPeek(out var run) && depth == run.Depth) _runs.Pop();
        if (depth == _suppressedAt) _suppressedAt = int.MaxValue;
        else if (!Suppressed && Ooxml.IsWord(ns)) CloseWord(name, depth);
    }

    private void CloseWord(string name, int depth)
    {
        if (name == "p")
        {
            _fields.EndParagraph();
            Emit(_blocks.CloseParagraph());
        }
        else
        {
            _blocks.Close(depth, Emit);
        }
    }

    private void Emit(ParagraphDraft? draft)
    {
        if (draft is null) return;
        var paragraph = draft.Finish(_part, _counter.Next(draft.Style, draft.NumId, draft.Level));
        if (_blocks.Paragraph is { } host)
        {
            foreach (var inner in (Paragraph[])[.. draft.Before, paragraph, .. draft.After]) host.Keep(inner);
            return;
        }

        _output.AddRange(draft.Before);
        _output.Add(paragraph);
        _output.AddRange(draft.After);
    }

    private string? Attribute(string name) => _xml.GetAttribute(name, Ooxml.W) ?? _xml.GetAttribute(name, Ooxml.StrictW);
}

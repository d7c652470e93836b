using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Rules;
using Zhongshu.Typesetting.Text;

namespace Zhongshu.Typesetting.Slips;

/// <summary>Lays a form out. Sections share the first page; what is too long goes on to continuation pages.</summary>
internal sealed class FormComposer
{
    internal const double Label = 62;
    internal const double QrSide = 68;
    private const double Pad = 6;
    private const double Leading = 22;
    private const double FieldHeight = 32;

    private readonly PageFrame _frame;
    private readonly List<PageLayout> _pages = [];
    private readonly TextStyle _label;
    private readonly TextStyle _text;
    private readonly double _weight;
    private double _top;

    public FormComposer(LayoutRules rules)
    {
        _frame = new PageFrame(rules);
        _label = new TextStyle(FontRole.HeiTi, rules.Pt("size.imprint"));
        _text = new TextStyle(FontRole.FangSong, rules.Pt("size.imprint"));
        _weight = rules.Pt("imprint.rule.thick");
    }

    private PageLayout Page => _pages[^1];

    public DocumentLayout Compose(FormSheet sheet)
    {
        OpenFirst(sheet);
        foreach (var row in sheet.Fields) Fields(row);
        var lines = sheet.Sections.Select(Lines).ToList();
        var needs = lines.Select(l => Math.Max(2, l.Count) * Leading + (2 * Pad)).ToList();
        var spare = _frame.Bottom - _top - needs.Sum();
        var weights = sheet.Sections.Sum(s => s.Weight);
        for (var i = 0; i < lines.Count; i++)
        {
            if (spare >= 0) Box(sheet.Sections[i].Label, lines[i], 0, lines[i].Count, needs[i] + (spare * sheet.Sections[i].Weight / weights));
            else Flow(sheet, sheet.Sections[i].Label, lines[i], needs[i]);
        }

        Number();
        return new DocumentLayout(_pages, [], _pages.Count);
    }

    private void OpenFirst(FormSheet sheet)
    {
        _pages.Add(_frame.NewPage());
        var size = _frame.Rules.Pt("size.title");
        var qr = QrMark.Fits(sheet.MatterCode);
        var width = _frame.AreaWidth - (qr ? 2 * QrSide : 0);
        _top = _frame.Top;
        foreach (var line in TitleLines(sheet, width, size))
        {
            Setter.Centred(Page, line, new TextStyle(FontRole.XiaoBiaoSong, size, 0, Ink.Red), _frame.Left + (_frame.AreaWidth / 2), _top);
            _top += size * 1.4;
        }

        _top += 14;
        if (sheet.MatterCode.Length > 0) Setter.Text(Page, "事项码：" + sheet.MatterCode, _text with { Size = 10.5 }, _frame.Left, _top);
        _top += 18;
        if (!qr) return;
        QrMark.Draw(Page, sheet.MatterCode, _frame.Right - QrSide, _top - QrSide - 2, QrSide);
    }

    /// <summary>One line where it fits, otherwise the office above the name of the form.</summary>
    internal static IReadOnlyList<string> TitleLines(FormSheet sheet, double width, double size)
    {
        var together = Measure.Width(sheet.Title, size, 0) <= width;
        return TitleShape.Lines(together ? sheet.Title : sheet.Unit + "\n" + sheet.Name, width, size, TitleWords.Standard);
    }

    private void OpenNext(FormSheet sheet)
    {
        _pages.Add(_frame.NewPage());
        _top = _frame.Top;
        Setter.Text(Page, sheet.Name + "（续）", _label, _frame.Left, _top);
        if (sheet.MatterCode.Length > 0) Setter.RightAligned(Page, "事项码：" + sheet.MatterCode, _text with { Size = 10.5 }, _frame.Right, _top + 2);
        _top += Leading;
    }

    private void Fields(FormField[] fields)
    {
        var width = _frame.AreaWidth / fields.Length;
        var lines = fields.Select(f => Broken(f.Value, width - Label - (2 * Pad), 0)).ToList();
        var height = Math.Max(FieldHeight, (lines.Max(l => l.Count) * Leading) + Pad);
        for (var i = 0; i < fields.Length; i++)
        {
            var left = _frame.Left + (i * width);
            Frame(left, Label, height);
            Frame(left + Label, width - Label, height);
            Setter.Centred(Page, fields[i].Label, _label, left + (Label / 2), _top + ((height - _label.Size) / 2));
            var y = _top + ((height - (lines[i].Count * Leading)) / 2) + ((Leading - _text.Size) / 2);
            foreach (var line in lines[i])
            {
                line(Page, left + Label + Pad, y);
                y += Leading;
            }
        }

        _top += height;
    }

    /// <summary>Draws as much of a section as the page holds, and the rest on the next ones.</summary>
    private void Flow(FormSheet sheet, string label, List<Action<PageLayout, double, double>> lines, double need)
    {
        var from = 0;
        do
        {
            if (_frame.Bottom - _top < (2 * Leading) + (2 * Pad)) OpenNext(sheet);
            var room = (int)((_frame.Bottom - _top - (2 * Pad)) / Leading);
            var count = Math.Min(room, lines.Count - from);
            var rest = from == 0 && count == lines.Count ? Math.Min(need, _frame.Bottom - _top) : (Math.Max(2, count) * Leading) + (2 * Pad);
            Box(label, lines, from, count, rest);
            from += count;
        }
        while (from < lines.Count);
    }

    private void Box(string label, List<Action<PageLayout, double, double>> lines, int from, int count, double height)
    {
        Frame(_frame.Left, Label, height);
        Frame(_frame.Left + Label, _frame.AreaWidth - Label, height);
        Setter.Centred(Page, label, _label, _frame.Left + (Label / 2), _top + ((height - _label.Size) / 2));
        var y = _top + Pad + ((Leading - _text.Size) / 2);
        for (var i = from; i < from + count; i++, y += Leading) lines[i](Page, _frame.Left + Label + Pad, y);
        _top += height;
    }

    private List<Action<PageLayout, double, double>> Lines(FormSection section)
    {
        var width = _frame.AreaWidth - Label - (2 * Pad);
        var lines = new List<Action<PageLayout, double, double>>();
        foreach (var opinion in section.Opinions)
        {
            foreach (var paragraph in opinion.Text.ReplaceLineEndings("\n").Split('\n'))
                lines.AddRange(Broken(paragraph.Trim(), width, 2 * _text.Size));
            var signature = string.Join("　", new[] { opinion.By, opinion.On }.Where(t => t.Length > 0));
            if (signature.Length > 0)
                lines.Add((page, x, y) => Setter.RightAligned(page, signature, _text with { Face = FontRole.KaiTi }, x + width - _text.Size, y));
        }

        return lines;
    }

    private List<Action<PageLayout, double, double>> Broken(string text, double width, double indent)
    {
        var letters = Setter.Letters(text, _text);
        return [.. LineBreaker.Break(letters, width - indent, width).Select<BrokenLine, Action<PageLayout, double, double>>(line => (page, x, y) =>
        {
            var shift = line.Start == 0 ? indent : 0;
            Setter.Line(page, letters, line, x + shift, y, width - shift);
        })];
    }

    private void Frame(double left, double width, double height)
    {
        Setter.Rule(Page, left, left + width, _top, _weight);
        Setter.Rule(Page, left, left + width, _top + height, _weight);
        Page.RuleList.Add(new PlacedRule(left, _top, left, _top + height, _weight, Ink.Black));
        Page.RuleList.Add(new PlacedRule(left + width, _top, left + width, _top + height, _weight, Ink.Black));
    }

    private void Number()
    {
        for (var i = 0; i < _pages.Count; i++)
        {
            _pages[i].NumberFrom = _pages[i].GlyphList.Count;
            if (_pages.Count == 1) continue;
            _pages[i].Number = i + 1;
            Setter.Centred(_pages[i], $"第{i + 1}页 共{_pages.Count}页", _text with { Face = FontRole.SongTi, Size = 10.5 }, _frame.Left + (_frame.AreaWidth / 2), _frame.Bottom + 14);
        }
    }
}

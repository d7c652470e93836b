namespace Zhongshu.Typesetting.Layout;

/// <summary>Deals rows onto pages.</summary>
internal sealed class Paginator(PageFrame frame)
{
    private const double Tolerance = 0.05;

    private readonly List<PageLayout> _pages = [];
    private double _top;
    private bool _fresh;

    public List<SealPlace> Seals { get; } = [];

    public List<PageLayout> Pages => _pages;

    /// <summary>Lower edge of the ink on the last page.</summary>
    public double InkBottom { get; private set; }

    public PageLayout Open(double top, bool turned = false)
    {
        var page = frame.NewPage();
        page.Turned = turned;
        _pages.Add(page);
        _top = top;
        _fresh = true;
        InkBottom = top;
        return page;
    }

    public void StartAt(double top)
    {
        _top = top;
        InkBottom = top;
        _fresh = false;
    }

    public void Deal(IReadOnlyList<Row> rows)
    {
        for (var i = 0; i < rows.Count;)
        {
            var next = i + 1;
            while (next < rows.Count && rows[next - 1].KeepNext && !rows[next].NewPage && rows[next].Turned == rows[i].Turned) next++;
            if (NeedsPage(rows, i, next)) OpenFor(rows[i]);
            for (; i < next; i++) Put(rows[i]);
        }
    }

    private bool NeedsPage(IReadOnlyList<Row> rows, int from, int to)
    {
        if (_pages.Count == 0 || rows[from].NewPage || rows[from].Turned != _pages[^1].Turned) return true;
        if (_fresh) return false;
        var height = Height(rows, from, to, fresh: false);
        if (_top + height <= Bottom(rows[from]) + Tolerance) return false;
        var whole = Top(rows[from]) + Height(rows, from, to, fresh: true) <= Bottom(rows[from]) + Tolerance;
        return whole || _top + rows[from].Before + rows[from].Extent > Bottom(rows[from]) + Tolerance;
    }

    private void Put(Row row)
    {
        if (!_fresh && _top + row.Before + row.Extent > Bottom(row) + Tolerance) OpenFor(row);
        if (!_fresh) _top += row.Before;
        row.Draw(new Canvas(_pages[^1], _pages.Count - 1, Seals), _top);
        InkBottom = _top + row.Extent;
        _top += row.Advance;
        _fresh = false;
    }

    private void OpenFor(Row row)
    {
        Open(Top(row), row.Turned);
        if (row.Repeat is { } head) Put(head);
    }

    private static double Height(IReadOnlyList<Row> rows, int from, int to, bool fresh)
    {
        var height = fresh ? 0 : rows[from].Before;
        for (var i = from; i < to; i++)
        {
            if (i > from) height += rows[i].Before;
            height += i == to - 1 ? rows[i].Extent : rows[i].Advance;
        }

        return height;
    }

    private double Top(Row row) => row.Turned ? frame.Left : frame.Top;

    private double Bottom(Row row) => row.Turned ? frame.Right : frame.Bottom;
}

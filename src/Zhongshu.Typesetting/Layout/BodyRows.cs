using Zhongshu.Typesetting.Text;

namespace Zhongshu.Typesetting.Layout;

/// <summary>主体: title, addressees, text, attachment note, note and attachments as rows.</summary>
internal sealed class BodyRows(PageFrame frame, TitleWords words)
{
    private TextStyle Body => new(FontRole.FangSong, frame.Size, frame.Tracking);

    public IEnumerable<Row> Title(string title, double before)
    {
        var size = frame.Rules.Pt("size.title");
        var lines = TitleShape.Lines(title, frame.AreaWidth - size, size, words);
        var style = new TextStyle(FontRole.XiaoBiaoSong, size);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var advance = i == lines.Count - 1 ? size : frame.Rules.Pt("title.leading");
            yield return new Row(i == 0 ? before : 0, advance, size, (on, top) => Setter.Centred(on.Page, line, style, frame.Left + (frame.AreaWidth / 2), top)) { KeepNext = true };
        }
    }

    /// <summary>主送机关: flush left on every line, closed by a full-width colon (7.3.2).</summary>
    public IEnumerable<Row> Recipients(string recipients, double before) =>
        recipients.Length == 0 ? [] : Lines(Setter.Letters(recipients + "：", Body), 0, 0, before);

    public IEnumerable<Row> Blocks(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            var rows = block switch
            {
                Paragraph p => Paragraph(p),
                TableBlock t => TableRows.Of(t, frame),
                _ => [],
            };
            foreach (var row in rows) yield return row;
        }
    }

    private IEnumerable<Row> Paragraph(Paragraph paragraph)
    {
        var letters = new List<Letter>();
        foreach (var run in paragraph.Runs) LineBreaker.Append(letters, run.Text, run.Face, frame.Size, frame.Tracking);
        return Lines(letters, frame.Chars("body.indent"), 0, 0).Select(r => r with { KeepNext = paragraph.IsHeading });
    }

    /// <summary>附件说明 (7.3.4): later lines and later items align with the first name.</summary>
    public IEnumerable<Row> AttachmentNote(IReadOnlyList<string> names)
    {
        if (names.Count == 0) yield break;
        var label = frame.Left + frame.Chars("body.indent");
        var number = label + Setter.Width("附件：", Body);
        var indent = names.Count == 1 ? 0 : Enumerable.Range(1, names.Count).Max(i => Setter.Width(i + ".", Body)) + (frame.Char / 4);
        for (var i = 0; i < names.Count; i++)
        {
            var mark = names.Count == 1 ? "" : i + 1 + ".";
            var first = i == 0;
            var rows = Lines(Setter.Letters(names[i], Body), 0, number + indent - frame.Left, first ? frame.Lines("attachment.blank") : 0).ToList();
            for (var r = 0; r < rows.Count; r++)
                yield return r > 0 ? rows[r] : rows[r] with { Draw = WithMark(rows[r].Draw, first ? label : -1, number, mark) };
        }
    }

    private Action<Canvas, double> WithMark(Action<Canvas, double> line, double label, double number, string mark) => (on, top) =>
    {
        if (label >= 0) Setter.Text(on.Page, "附件：", Body, label, top);
        Setter.Text(on.Page, mark, Body, number, top);
        line(on, top);
    };

    /// <summary>附注 in brackets, on the line under the date (7.3.6).</summary>
    public IEnumerable<Row> Note(string note) =>
        note.Length == 0 ? [] : Lines(Setter.Letters($"（{note}）", Body), frame.Chars("body.indent"), 0, 0);

    /// <summary>附件: label on line 1, title on line 3, then the text (7.3.7).</summary>
    public IEnumerable<Row> Attachment(Attachment attachment)
    {
        var label = new TextStyle(FontRole.HeiTi, frame.Size, frame.Tracking);
        yield return new Row(0, frame.Line, frame.Size, (on, top) => Setter.Text(on.Page, attachment.Label, label, frame.Left, top)) { NewPage = true, KeepNext = true };
        foreach (var row in Title(attachment.Title, frame.Line * (frame.Rules["attachment.title.line"].Value - 2))) yield return row;
        var before = frame.Line;
        foreach (var row in Blocks(attachment.Body))
        {
            yield return row.Turned ? row : row with { Before = row.Before + before };
            before = 0;
        }
    }

    private IEnumerable<Row> Lines(List<Letter> letters, double firstIndent, double indent, double before)
    {
        var width = frame.AreaWidth - indent;
        var lines = LineBreaker.Break(letters, width - firstIndent, width);
        if (lines.Count == 0) lines = [new BrokenLine(0, 0, true)];
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var shift = i == 0 ? firstIndent : 0;
            yield return new Row(i == 0 ? before : 0, frame.Line, frame.Size, (on, top) =>
                Setter.Line(on.Page, letters, line, frame.Left + indent + shift, top, width - shift));
        }
    }
}

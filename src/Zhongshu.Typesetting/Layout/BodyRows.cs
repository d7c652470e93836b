using Zhongshu.Typesetting.Text;

namespace Zhongshu.Typesetting.Layout;

/// <summary>主体: title, addressees, text, attachment note, note and attachments as rows.</summary>
internal sealed class BodyRows(PageFrame frame, TitleWords words)
{
    private TextStyle Body => new(FontRole.FangSong, frame.Size, frame.Tracking);

    public IEnumerable<Row> Title(string title, double before, bool turned = false)
    {
        var size = frame.Rules.Pt("size.title");
        var (left, width) = turned ? (frame.TurnedLeft, frame.AreaHeight) : (frame.Left, frame.AreaWidth);
        var lines = TitleShape.Lines(title, width - size, size, words);
        var style = new TextStyle(FontRole.XiaoBiaoSong, size);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var advance = i == lines.Count - 1 ? size : frame.Rules.Pt("title.leading");
            yield return new Row(i == 0 ? before : 0, advance, size, (on, top) => Setter.Centred(on.Page, line, style, left + (width / 2), top)) { KeepNext = true, Turned = turned };
        }
    }

    /// <summary>主送机关: flush left on every line, closed by a full-width colon (7.3.2).</summary>
    public IEnumerable<Row> Recipients(string recipients, double before) =>
        recipients.Length == 0 ? [] : Lines(Setter.Letters(recipients + "：", Body), 0, 0, before);

    public IEnumerable<Row> Blocks(IReadOnlyList<Block> blocks)
    {
        Block? last = null;
        foreach (var block in blocks)
        {
            var rows = block switch
            {
                Paragraph p => Paragraph(p),
                TableBlock t => TableRows.Of(t, frame),
                Attendance a => Attendance(a, last is Attendance ? 0 : frame.Line),
                _ => [],
            };
            foreach (var row in rows) yield return row;
            last = block;
        }
    }

    /// <summary>出席、请假、列席 (10.3): label in 黑体 two characters in, the names hang after the colon.</summary>
    private IEnumerable<Row> Attendance(Attendance list, double before)
    {
        var label = Body with { Face = FontRole.HeiTi };
        var left = frame.Left + frame.Chars("body.indent");
        var names = left + Setter.Width(list.Label + "：", Body);
        var rows = Lines(Setter.Letters(list.Names, Body), 0, names - frame.Left, before).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            var line = rows[i].Draw;
            yield return i > 0 ? rows[i] : rows[i] with
            {
                Draw = (on, top) =>
                {
                    Setter.Text(on.Page, "：", Body, Setter.Text(on.Page, list.Label, label, left, top), top);
                    line(on, top);
                },
            };
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
            {
                var row = rows[r] with { KeepNext = r < rows.Count - 1 };
                yield return r > 0 ? row : row with { Draw = WithMark(row.Draw, first ? label : -1, number, mark) };
            }
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

    /// <summary>附件: label on line 1, title on line 3, then the text (7.3.7); all of it turned where it opens with a wide table.</summary>
    public IEnumerable<Row> Attachment(Attachment attachment)
    {
        var label = new TextStyle(FontRole.HeiTi, frame.Size, frame.Tracking);
        var turned = TableRows.Turns(attachment.Body, frame);
        var left = turned ? frame.TurnedLeft : frame.Left;
        yield return new Row(0, frame.Line, frame.Size, (on, top) => Setter.Text(on.Page, attachment.Label, label, left, top)) { NewPage = true, KeepNext = true, Turned = turned };
        foreach (var row in Title(attachment.Title, frame.Line * (frame.Rules["attachment.title.line"].Value - 2), turned)) yield return row;
        var before = frame.Line;
        foreach (var row in Blocks(attachment.Body))
        {
            yield return row with { Before = row.Before + before };
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

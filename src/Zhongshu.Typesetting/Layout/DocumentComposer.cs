using System.Globalization;
using Zhongshu.Typesetting.Rules;
using Zhongshu.Typesetting.Text;

namespace Zhongshu.Typesetting.Layout;

/// <summary>Lays a document out: head, rows, imprint, page numbers. Pure; needs no font files.</summary>
internal sealed class DocumentComposer
{
    private readonly PageFrame _frame;
    private readonly BodyRows _body;
    private readonly HeadComposer _heads;

    public DocumentComposer(LayoutRules rules, TitleWords words)
    {
        _frame = new PageFrame(rules);
        _body = new BodyRows(_frame, words);
        _heads = new HeadComposer(_frame);
    }

    public DocumentLayout Compose(OfficialDocument document)
    {
        var paginator = new Paginator(_frame);
        var first = paginator.Open(_frame.Top);
        var start = Head(first, document);
        if (start > _frame.Top) paginator.StartAt(start);
        paginator.Deal(Rows(document, start > _frame.Top));
        foreach (var attachment in document.Attachments) paginator.Deal([.. _body.Attachment(attachment)]);
        var content = paginator.Pages.Count;
        var numbered = Close(paginator, document);
        Number(paginator.Pages, numbered, document.Form);
        return new DocumentLayout(paginator.Pages, paginator.Seals, content);
    }

    private double Head(PageLayout page, OfficialDocument document)
    {
        if (HeadComposer.IsEmpty(document.Head)) return _frame.Top;
        var special = new SpecialHeads(_frame, _heads);
        return document.Form switch
        {
            DocumentForm.Letter => special.Letter(page, document.Head),
            DocumentForm.Order => special.Order(page, document.Head),
            DocumentForm.Minutes => special.Minutes(page, document.Head),
            _ => _heads.Draw(page, document.Head),
        };
    }

    private List<Row> Rows(OfficialDocument document, bool underHead)
    {
        var gap = underHead ? _frame.Lines("title.blank") : 0;
        var text = _body.Title(document.Title, gap).ToList();
        var lead = text.Count > 0 ? _frame.Lines("recipients.blank") : gap;
        text.AddRange(_body.Recipients(document.Recipients, lead));
        var body = _body.Blocks(document.Body).ToList();
        if (document.Recipients.Length == 0 && body.Count > 0) body[0] = body[0] with { Before = body[0].Before + lead };
        text.AddRange(body);
        var notes = _body.AttachmentNote(document.AttachmentNames).ToList();
        text.AddRange(notes);
        var tail = new SignOffRows(_frame).Of(document.SignOff);
        if (tail.Count > 0) KeepTogether(text, Math.Max(2, notes.Count + 1));
        text.AddRange(tail.Select((r, i) => r with { KeepNext = i < tail.Count - 1 }));
        text.AddRange(_body.Note(document.Note));
        return text;
    }

    /// <summary>A page of signatures alone is not allowed (7.3.5.5): the last lines of text go with them.</summary>
    private static void KeepTogether(List<Row> rows, int count)
    {
        for (var i = Math.Max(0, rows.Count - count); i < rows.Count; i++) rows[i] = rows[i] with { KeepNext = true };
    }

    /// <summary>
    /// Puts the imprint at the foot of the last even page (7.4.1). Returns how many pages carry a number:
    /// a blank page before the imprint, and the imprint page after it, carry none (7.5).
    /// </summary>
    private int Close(Paginator paginator, OfficialDocument document)
    {
        if (document.Imprint.IsEmpty) return paginator.Pages.Count;
        var imprint = new ImprintComposer(_frame);
        var letter = document.Form == DocumentForm.Letter;
        var shown = letter ? document.Imprint with { PrintingOffice = "", PrintingDate = "" } : document.Imprint;
        var fits = !paginator.Pages[^1].Turned && paginator.InkBottom + _frame.Line <= _frame.Bottom - imprint.Height(shown);
        var content = paginator.Pages.Count;
        if (letter)
        {
            if (!fits) paginator.Open(_frame.Top);
            imprint.Draw(paginator.Pages[^1], shown, ruled: false);
            return paginator.Pages.Count;
        }

        var blankBefore = content % 2 == 0 && !fits;
        if (blankBefore) paginator.Open(_frame.Top);
        if (paginator.Pages.Count % 2 == 1) paginator.Open(_frame.Top);
        imprint.Draw(paginator.Pages[^1], shown, ruled: true);
        return blankBefore ? content : paginator.Pages.Count;
    }

    /// <summary>页码 (7.5): — 1 —, 7 mm below the type area, one character from the right on odd pages, from the left on even ones.</summary>
    private void Number(List<PageLayout> pages, int count, DocumentForm form)
    {
        var size = _frame.Rules.Pt("size.pagenumber");
        var style = new TextStyle(FontRole.SongTi, size);
        var middle = _frame.Bottom + _frame.Rules.Pt("pagenumber.gap");
        var side = _frame.Chars("pagenumber.side");
        for (var i = 0; i < pages.Count; i++)
        {
            pages[i].NumberFrom = pages[i].GlyphList.Count;
            if (i >= count || (i == 0 && form == DocumentForm.Letter)) continue;
            pages[i].Number = i + 1;
            var text = string.Create(CultureInfo.InvariantCulture, $"— {i + 1} —");
            if (i % 2 == 0) Setter.RightAligned(pages[i], text, style, _frame.Right - side, middle - (size / 2));
            else Setter.Text(pages[i], text, style, _frame.Left + side, middle - (size / 2));
        }
    }
}

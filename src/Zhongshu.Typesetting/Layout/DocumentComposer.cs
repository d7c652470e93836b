using System.Globalization;
using Zhongshu.Typesetting.Rules;
using Zhongshu.Typesetting.Text;

namespace Zhongshu.Typesetting.Layout;

/// <summary>Lays a document out: head, rows, imprint, page numbers. Pure; needs no font files.</summary>
internal sealed class DocumentComposer
{
    // How much a stacked mark may take, and how many lines of text the sign-off takes with it: less and less until page 1 shows text.
    private static readonly (double Share, int Kept)[] Ways = [(HeadComposer.Largest, 2), (HeadComposer.Largest, 1), (0.32, 1), (0.25, 1), (0.18, 1), (0.12, 1)];

    private readonly PageFrame _frame;
    private readonly TitleWords _words;

    public DocumentComposer(LayoutRules rules, TitleWords words) => (_frame, _words) = (new PageFrame(rules), words);

    /// <summary>公文首页必须显示正文 (7.3.3).</summary>
    public DocumentLayout Compose(OfficialDocument document)
    {
        var stacked = document.Head.Issuers.Count > 1;
        DocumentLayout? first = null;
        foreach (var (share, kept) in Ways.Where(w => w.Share == HeadComposer.Largest || stacked))
        {
            var (layout, shown) = Compose(document, share, kept);
            first ??= layout;
            if (shown || HeadComposer.IsEmpty(document.Head)) return layout;
        }

        return first!;
    }

    private (DocumentLayout Layout, bool Shown) Compose(OfficialDocument document, double share, int kept)
    {
        var paginator = new Paginator(_frame);
        var first = paginator.Open(_frame.Top);
        var start = Head(first, document, new HeadComposer(_frame, share));
        if (start > _frame.Top) paginator.StartAt(start);
        var shown = new Shown();
        var body = new BodyRows(_frame, _words.With(document));
        paginator.Deal(Rows(document, body, start > _frame.Top, kept, shown));
        SealPictures.Place(paginator.Pages, paginator.Seals, document.SignOff);
        foreach (var attachment in document.Attachments) paginator.Deal([.. body.Attachment(attachment)]);
        var content = paginator.Pages.Count;
        var numbered = Close(paginator, document);
        Number(paginator.Pages, numbered, document.Form);
        return (new DocumentLayout(paginator.Pages, paginator.Seals, content) { MarkShare = share }, document.Body.Count == 0 || shown.OnPage == 0);
    }

    private double Head(PageLayout page, OfficialDocument document, HeadComposer heads)
    {
        if (HeadComposer.IsEmpty(document.Head)) return _frame.Top;
        var special = new SpecialHeads(_frame, heads);
        return document.Form switch
        {
            DocumentForm.Letter => special.Letter(page, document.Head),
            DocumentForm.Order => special.Order(page, document.Head),
            DocumentForm.Minutes => special.Minutes(page, document.Head),
            _ => heads.Draw(page, document.Head),
        };
    }

    private List<Row> Rows(OfficialDocument document, BodyRows rows, bool underHead, int kept, Shown shown)
    {
        var gap = underHead ? _frame.Lines("title.blank") : 0;
        var text = rows.Title(document.Title, gap).ToList();
        var lead = text.Count > 0 ? _frame.Lines("recipients.blank") : gap;
        text.AddRange(rows.Recipients(document.Recipients, lead));
        var body = rows.Blocks(document.Body).ToList();
        if (document.Recipients.Length == 0 && body.Count > 0) body[0] = body[0] with { Before = body[0].Before + lead };
        if (body.Count > 0) body[0] = shown.Watch(body[0]);
        text.AddRange(body);
        text.AddRange(rows.AttachmentNote(document.AttachmentNames));
        var tail = new SignOffRows(_frame).Of(document.SignOff);
        if (tail.Count > 0) KeepTogether(text, kept);
        text.AddRange(tail.Select((r, i) => r with { KeepNext = i < tail.Count - 1 || document.Note.Length > 0 }));
        text.AddRange(rows.Note(document.Note));
        return text;
    }

    /// <summary>On which page the text begins.</summary>
    private sealed class Shown
    {
        public int OnPage { get; private set; } = -1;

        public Row Watch(Row row) => row with
        {
            Draw = (on, top) =>
            {
                OnPage = on.Index;
                row.Draw(on, top);
            },
        };
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

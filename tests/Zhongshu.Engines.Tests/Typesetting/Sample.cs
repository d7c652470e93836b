using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Fonts;
using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Engines.Tests.Typesetting;

/// <summary>Invented documents and the measures of their pages.</summary>
internal static class Sample
{
    public const double Mm = 72 / 25.4;

    public static readonly Lazy<FontSet> Fonts = new(() => FontSet.FromFolders(FontSet.SystemFolders, LayoutRules.Standard));

    public static OfficialDocument Notice(int paragraphs = 3, int charsEach = 100) => new()
    {
        Head = new DocumentHead { Issuers = ["清源县人民政府办公室"], Number = "清政办发〔2026〕12号" },
        Title = "清源县人民政府办公室关于进一步加强和改进全县政务督查督办工作的通知",
        Recipients = "各乡镇人民政府，县政府各部门",
        Body = [.. Enumerable.Range(0, paragraphs).Select(i => Plain(Repeat("督查工作重在落实", charsEach)))],
        SignOff = new SignOff { Signatories = ["清源县人民政府办公室"], Date = "2026年3月2日" },
        Imprint = new Imprint { Copies = "县委办公室，县人大常委会办公室", PrintingOffice = "清源县人民政府办公室", PrintingDate = "2026年3月2日" },
    };

    public static OfficialDocument TextOnly(string text) => new() { Body = [Plain(text)] };

    public static Paragraph Plain(string text) => new(0, [new TextRun(text)]);

    public static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, (length / text.Length) + 1))[..length];

    public static DocumentLayout Layout(OfficialDocument document) => Typesetter.Layout(document, LayoutRules.Standard);

    /// <summary>The lines of a page from the top, page number left out: place of the em boxes in mm, and the text.</summary>
    public static List<Line> Lines(PageLayout page) =>
        [.. page.Glyphs.Take(page.NumberFrom).GroupBy(g => Math.Round(g.Top, 2)).OrderBy(g => g.Key).Select(g => new Line(
            g.Key / Mm,
            (g.Key + g.Max(x => x.Size)) / Mm,
            g.Min(x => x.X) / Mm,
            g.Max(x => x.X + (x.Size * x.Stretch)) / Mm,
            string.Concat(g.OrderBy(x => x.X).Select(x => char.ConvertFromUtf32(x.Code)))))];

    public static string Visible(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    internal sealed record Line(double Top, double Bottom, double Left, double Right, string Text);
}

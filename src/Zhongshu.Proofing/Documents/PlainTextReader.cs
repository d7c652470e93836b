namespace Zhongshu.Proofing.Documents;

internal static class PlainTextReader
{
    public static SourceDocument Read(string text)
    {
        var document = SourceDocument.FromText(text);
        return new SourceDocument([.. document.Paragraphs.Select(p => p with
        {
            Origin = new ParagraphOrigin("", p.Index, p.Text.Length == 0 ? [] : [new TextPiece(0, p.Text.Length, -1, 0, 0)]),
        })]);
    }
}

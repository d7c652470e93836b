namespace Zhongshu.Proofing.Documents.Pages;

/// <summary>A piece of text on a page; lengths in any one unit, y growing downwards.</summary>
internal readonly record struct PageText(int Page, double Left, double Top, double Right, double Bottom, string Text)
{
    public double Height => Bottom - Top;

    public double Middle => (Top + Bottom) / 2;
}

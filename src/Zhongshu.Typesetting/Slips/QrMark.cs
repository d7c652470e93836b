using QRCoder;
using Zhongshu.Typesetting.Layout;

namespace Zhongshu.Typesetting.Slips;

/// <summary>A QR code as filled bars for a page, or as a PNG for a docx.</summary>
internal static class QrMark
{
    private const int Longest = 300;

    public static bool Fits(string text) => text.Length is > 0 and <= Longest;

    /// <summary>Draws the code in a square with its white border.</summary>
    public static void Draw(PageLayout page, string text, double left, double top, double side)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var rows = data.ModuleMatrix;
        var module = side / rows.Count;
        for (var r = 0; r < rows.Count; r++)
        {
            for (var c = 0; c < rows.Count; c++)
            {
                if (!rows[r][c]) continue;
                var from = c;
                while (c + 1 < rows.Count && rows[r][c + 1]) c++;
                var y = top + ((r + 0.5) * module);
                page.RuleList.Add(new PlacedRule(left + (from * module), y, left + ((c + 1) * module), y, module, Ink.Black));
            }
        }
    }

    public static byte[] Png(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        using var png = new PngByteQRCode(data);
        return png.GetGraphic(6);
    }
}

using System.Globalization;

namespace Zhongshu.Proofing.Documents.Docx;

/// <summary>Signs of the symbol fonts (private code points) as the Unicode signs they look like.</summary>
internal static class Symbols
{
    private static readonly Dictionary<int, string> Wingdings = new()
    {
        [0x6C] = "●", [0x6E] = "■", [0x6F] = "□", [0x71] = "❑", [0x72] = "❒", [0x75] = "◆", [0x76] = "❖", [0x77] = "◆",
        [0x9F] = "•", [0xA1] = "○", [0xA7] = "▪", [0xA8] = "□", [0xAB] = "★", [0xD8] = "➢", [0xE0] = "→", [0xFB] = "✗", [0xFC] = "✓", [0xFD] = "☒", [0xFE] = "☑",
        [0x52] = "☑", [0xA3] = "□", [0xB7] = "•", [0xB0] = "°", [0xB1] = "±", [0xB4] = "×", [0xB8] = "÷", [0xD7] = "·",
    };

    /// <summary>The text of a <c>w:sym</c>; its code is hexadecimal, usually in the private area F000–F0FF.</summary>
    public static string Symbol(string? hex)
    {
        if (!int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) return "";
        if (code is >= 0xF000 and <= 0xF0FF) return Wingdings.GetValueOrDefault(code - 0xF000, "□");
        return code is > 0x1F and < 0xD800 or (>= 0xE000 and < 0xFFFE) ? ((char)code).ToString() : "";
    }

    public static string Bullet(string text) =>
        text.Length == 1 && text[0] is >= '\uF000' and <= '\uF0FF' ? Wingdings.GetValueOrDefault(text[0] - 0xF000, "•") : text.Length == 0 ? "•" : text;
}

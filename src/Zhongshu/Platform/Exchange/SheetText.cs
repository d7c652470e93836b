using System.Globalization;
using System.Text;

namespace Zhongshu.Platform.Exchange;

/// Text as a workbook stores it. XML cannot hold control characters, so ECMA-376 writes them _xHHHH_, and a literal _xHHHH_ has its underscore written so.
internal static class SheetText
{
    /// What one cell may hold; spreadsheet programs refuse a file with more.
    public const int Longest = 32_767;

    /// Cells that a spreadsheet program would take for a formula when somebody retypes or re-exports them.
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    public static void Write(TextWriter to, string text)
    {
        var length = Math.Min(text.Length, Longest);
        for (var i = 0; i < length; i++)
        {
            var c = text[i];
            if (c == '&') to.Write("&amp;");
            else if (c == '<') to.Write("&lt;");
            else if (c == '>') to.Write("&gt;");
            else if (c == '"') to.Write("&quot;");
            else if (c == '_' && EscapedAt(text, i) is not null) to.Write("_x005F_");
            else if (char.IsHighSurrogate(c) && i + 1 < length && char.IsLowSurrogate(text[i + 1]))
            {
                to.Write(c);
                to.Write(text[++i]);
            }
            else if (IsPlain(c)) to.Write(c);
            else to.Write($"_x{(int)c:X4}_");
        }
    }

    public static string Read(string stored)
    {
        if (!stored.Contains("_x", StringComparison.Ordinal)) return stored;
        var text = new StringBuilder(stored.Length);
        for (var i = 0; i < stored.Length; i++)
        {
            if (stored[i] == '_' && EscapedAt(stored, i) is { } escaped)
            {
                text.Append(escaped);
                i += 6;
            }
            else
            {
                text.Append(stored[i]);
            }
        }

        return text.ToString();
    }

    private static bool IsPlain(char c) => c is '\t' or '\n' || (c >= ' ' && c < '\uFFFE' && !char.IsSurrogate(c));

    private static char? EscapedAt(string text, int i) =>
        i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
        && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;
}

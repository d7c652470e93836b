using System.Text;

namespace Zhongshu.Proofing.Documents;

/// <summary>Finds the encoding of a text file: byte order mark, then UTF-8, then UTF-16, then GB18030.</summary>
public static class TextDecoding
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The encoding that reads the bytes and writes them again, with or without its mark; <c>null</c> when they are no text.</summary>
    public static Encoding? Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return new UTF8Encoding(true);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return null;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return new UnicodeEncoding(false, true);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new UnicodeEncoding(true, true);
        if (bytes.IndexOf((byte)0) >= 0) return DetectUtf16(bytes);
        if (IsUtf8(bytes) || IsNearlyUtf8(bytes)) return new UTF8Encoding(false);
        if (LooksLikeText(Gb18030.GetString(bytes))) return Gb18030;
        return DetectUtf16(bytes);
    }

    /// <summary>The text without its byte order mark.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        var mark = encoding.Preamble;
        return encoding.GetString(mark.Length > 0 && bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes);
    }

    private static UnicodeEncoding? DetectUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 != 0) return null;
        foreach (var bigEndian in (ReadOnlySpan<bool>)[false, true])
        {
            var encoding = new UnicodeEncoding(bigEndian, false);
            if (LooksLikeText(encoding.GetString(bytes))) return encoding;
        }

        return null;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetCharCount(bytes) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>A file cut off within a character, or with a broken byte here and there: what is broken is read as U+FFFD and told as such.</summary>
    private static bool IsNearlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (bad, wide, chinese) = (0, 0, 0);
        foreach (var c in Encoding.UTF8.GetString(bytes))
        {
            if (c == '\uFFFD') bad++;
            else if (c >= '\u0080') wide++;
            if (c is >= '\u3000' and < '\uE000') chinese++;
        }

        // GB18030 read as UTF-8 gives twice as many broken bytes as characters, and hardly a Chinese one.
        return wide >= bad * 100 || (bad == 1 && wide >= 10) || (chinese >= 8 && chinese >= bad * 3);
    }

    /// <summary>Few replacement and control characters, and most characters those of Chinese or Western text.</summary>
    private static bool LooksLikeText(string text)
    {
        var (bad, common) = (0, 0);
        foreach (var c in text)
        {
            if (c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') || (char.IsControl(c) && c is not ('\r' or '\n' or '\t' or '\f'))) bad++;
            else if (c is < '\u0250' or (>= '\u2000' and <= '\u206F') or (>= '\u3000' and <= '\u303F') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF')) common++;
            else if (char.IsSurrogate(c)) common++; // a decoder gives whole pairs: rare characters of names
        }

        return bad * 100 <= text.Length && common * 100 >= text.Length * 90;
    }
}

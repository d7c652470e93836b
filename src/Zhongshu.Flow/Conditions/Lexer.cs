using System.Globalization;

namespace Zhongshu.Flow.Conditions;

internal enum TokenKind { Word, Text, Number, Sign, End }

internal readonly record struct Token(TokenKind Kind, string Text, int Line, int Column);

internal static class Lexer
{
    public static List<Token> Read(string source, out ConditionError? error)
    {
        var tokens = new List<Token>();
        error = null;
        int at = 0, line = 1, lineStart = 0;
        while (at < source.Length)
        {
            var c = source[at];
            if (c == '\n') (line, lineStart) = (line + 1, at + 1);
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }
            var column = at - lineStart + 1;
            var length = Length(source, at, out var kind);
            if (length == 0)
            {
                error = new ConditionError(line, column, Complaint(c));
                return tokens;
            }
            var text = source.Substring(at, length);
            if (kind == TokenKind.Number && !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
            {
                error = new ConditionError(line, column, $"“{text}”不是数");
                return tokens;
            }
            tokens.Add(new Token(kind, kind == TokenKind.Text ? text[1..^1] : text, line, column));
            at += length;
        }
        tokens.Add(new Token(TokenKind.End, "", line, at - lineStart + 1));
        return tokens;
    }

    private static int Length(string source, int at, out TokenKind kind)
    {
        var c = source[at];
        var end = at + 1;
        if (c is '"' or '\'')
        {
            kind = TokenKind.Text;
            var close = source.IndexOf(c, end);
            return close < 0 || source.AsSpan(at, close - at).Contains('\n') ? 0 : close - at + 1;
        }
        if (char.IsAsciiDigit(c) || (c == '-' && end < source.Length && char.IsAsciiDigit(source[end])))
        {
            kind = TokenKind.Number;
            if (IsDay(source.AsSpan(at)))
            {
                kind = TokenKind.Word;
                return DayLength;
            }
            while (end < source.Length && (char.IsAsciiDigit(source[end]) || source[end] == '.')) end++;
            return end - at;
        }
        if (char.IsLetter(c) || c == '_')
        {
            kind = TokenKind.Word;
            while (end < source.Length && (char.IsLetterOrDigit(source[end]) || source[end] is '_' or '-')) end++;
            return end - at;
        }
        kind = TokenKind.Sign;
        if (c is '(' or ')' or '[' or ']' or ',') return 1;
        var doubled = end < source.Length && source[end] == '=';
        if (c is '<' or '>') return doubled ? 2 : 1;
        return c is '=' or '!' && doubled ? 2 : 0;
    }

    private const int DayLength = 10;

    private static bool IsDay(ReadOnlySpan<char> text) =>
        text.Length >= DayLength && DateOnly.TryParseExact(text[..DayLength], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string Complaint(char c) => c switch
    {
        '"' or '\'' => "引号没有配对",
        '=' => "“等于”请写作两个等号“==”",
        '!' => "“不等于”请写作“!=”",
        '\uFF08' or '\uFF09' => "括号请用半角",
        '\u201C' or '\u201D' or '\u2018' or '\u2019' => "引号请用半角",
        _ => $"不认识的符号“{c}”",
    };
}

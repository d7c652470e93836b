using System.Text.RegularExpressions;
using System.Globalization;

namespace Zhongshu.Proofing.Structure;

/// <summary>版头, title and addressee: everything above the body.</summary>
internal static partial class HeadZone
{
    // A head longer than this is none: the search stops so that a list of short lines is not taken for one.
    private const int LongestHead = 40;
    private const int LongestTitleLine = 60;
    private const int MostTitleLines = 6;
    private const int MostLinesBelowTitle = 5;

    /// <summary>Reads the head and returns the place of the first body line.</summary>
    public static int Read(StructureDraft draft)
    {
        var (lines, at) = (draft.Lines, 0);
        while (at < lines.Count && at < LongestHead && IsHeadElement(draft, at)) at++;
        at = ReadTitle(draft, at);
        for (var below = 0; draft.Title.Count > 0 && at < lines.Count && below < MostLinesBelowTitle && IsBelowTitle(draft, lines[at]); below++) at++;
        if (at < lines.Count && (IsAddressee(lines[at]) || (draft.Title.Count > 0 && IsMarkedWrong(lines[at]))))
        {
            draft.Set(lines[at], ElementRole.Addressee);
            draft.Addressee = lines[at].Text.Trim().TrimEnd('：', ':', '；', '，', '。', '、');
            at++;
        }

        return at;
    }

    private static bool IsHeadElement(StructureDraft draft, int at)
    {
        var line = draft.Lines[at];
        if (ReadMarks(draft, line) || ReadNumber(draft, line) || ReadSigner(draft, line)) return true;
        if (IsIssuerMark(draft, at)) return ReadIssuer(draft, line);
        if (draft.Marks.Count > 0 && Elements.EditorAndDate().Match(line.Bare) is { Success: true } editor) return ReadEditor(draft, line, editor.Groups["org"].Value, editor.Groups["date"].Value);
        return IsSubjectWords(line) || line.Bare.All(c => !char.IsLetterOrDigit(c));
    }

    /// <summary>份号, 密级 and 紧急程度, each on its own line or several on one.</summary>
    private static bool ReadMarks(StructureDraft draft, Line line)
    {
        if (ReadMark(draft, line, line.Bare)) return true;
        var words = line.Text.Split((char[])[' ', '　', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 1 and <= 4 && words.All(IsMark) && words.Reverse().All(w => ReadMark(draft, line, w));
    }

    private static bool IsMark(string word) =>
        Elements.Classification().IsMatch(word) || Elements.Urgency().IsMatch(word) || Elements.CopyNumber().IsMatch(word);

    private static bool ReadMark(StructureDraft draft, Line line, string word)
    {
        if (Elements.Classification().Match(word) is { Success: true } secret)
        {
            draft.Set(line, ElementRole.Classification);
            draft.Classification ??= secret.Groups["word"].Value;
            if (secret.Groups["term"].Length > 0) draft.SecrecyTerm ??= secret.Groups["term"].Value;
            return true;
        }

        if (Elements.Urgency().Match(word) is { Success: true } urgent)
        {
            draft.Set(line, ElementRole.Urgency);
            draft.Urgency ??= urgent.Groups["word"].Value;
            return true;
        }

        if (!Elements.CopyNumber().IsMatch(word)) return false;
        draft.Set(line, ElementRole.CopyNumber);
        return true;
    }

    private static bool ReadNumber(StructureDraft draft, Line line)
    {
        if (draft.Number is not null) return false;
        if (Elements.DocumentNumber().Match(line.Bare) is { Success: true } found && IsAllOfLine(draft, line, found.Length))
        {
            draft.NumberAsWritten = found.Value;
            var ordinal = int.Parse(found.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
            draft.Number = string.Create(CultureInfo.InvariantCulture, $"{found.Groups["code"].Value}〔{found.Groups["year"].Value}〕{ordinal}号");
            AddSigners(draft, line);
        }
        else if (draft.Marks.Count > 0 && Elements.IssueNumber().IsMatch(line.Bare))
        {
            draft.Number = draft.NumberAsWritten = line.Bare;
        }

        if (draft.Number is null) return false;
        draft.Set(line, ElementRole.DocumentNumber);
        return true;
    }

    /// <summary>Nothing but the number stands on its line, or the signer beside it, or the last of many signers (§7.2.6).</summary>
    private static bool IsAllOfLine(StructureDraft draft, Line line, int length)
    {
        var rest = line.Bare[length..];
        return rest.Length == 0 || rest.StartsWith("签发人", StringComparison.Ordinal) || (draft.Signers.Count > 0 && rest.Length <= 8 && rest.All(char.IsLetter));
    }

    private static bool ReadSigner(StructureDraft draft, Line line)
    {
        if (!line.Bare.StartsWith("签发人", StringComparison.Ordinal) || line.Bare.Length > 40) return false;
        AddSigners(draft, line);
        draft.Set(line, ElementRole.Signer);
        return true;
    }

    private static void AddSigners(StructureDraft draft, Line line)
    {
        var names = Elements.Signer().Match(line.Text) is { Success: true } found ? found.Groups["names"].Value
            : draft.Signers.Count > 0 && line.Text.LastIndexOf('号') is var end ? line.Text[(end + 1)..] : "";
        var words = names.Split((char[])[' ', '　', '\t', '\n', '、', '，', ','], StringSplitOptions.RemoveEmptyEntries);
        // A two-character name is written with a blank between (李　某) to be as wide as three.
        for (var i = 0; i < words.Length; i++)
        {
            var isSplit = words[i].Length == 1 && i + 1 < words.Length && words[i + 1].Length == 1;
            draft.Signers.Add(isSplit ? words[i] + words[++i] : words[i]);
        }
    }

    private static bool IsIssuerMark(StructureDraft draft, int at)
    {
        var line = draft.Lines[at];
        if (draft.NumberAsWritten is not null && draft.Marks.Count > 0) return false;
        if (line.Bare.Contains("关于", StringComparison.Ordinal)) return false;
        if (Elements.IssuerMark().IsMatch(line.Bare)) return line.Bare.EndsWith("文件", StringComparison.Ordinal) || NumberFollows(draft, at, 3);
        return line.Bare.Length <= 40 && Elements.Body().IsMatch(line.Bare) && draft.Number is null && NumberFollows(draft, at, 4);
    }

    private static bool NumberFollows(StructureDraft draft, int at, int within)
    {
        for (var i = at + 1; i < draft.Lines.Count && i <= at + within; i++)
        {
            var bare = draft.Lines[i].Bare;
            if (Elements.DocumentNumber().IsMatch(bare) || Elements.IssueNumber().IsMatch(bare)) return true;
            if (!Elements.Body().IsMatch(bare) && !Elements.IssuerMark().IsMatch(bare) && !bare.StartsWith("签发人", StringComparison.Ordinal)) return false;
        }

        return false;
    }

    private static bool ReadIssuer(StructureDraft draft, Line line)
    {
        draft.Set(line, ElementRole.IssuerMark);
        foreach (var mark in line.Text.Split((char[])['\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(m => m.Bare()).Where(m => m.Length > 0))
        {
            draft.Marks.Add(mark);
            var issuer = mark.EndsWith("文件", StringComparison.Ordinal) ? mark[..^2] : mark;
            if (issuer.Length > 0) draft.Issuers.Add(issuer);
        }

        return true;
    }

    private static bool ReadEditor(StructureDraft draft, Line line, string editor, string date)
    {
        draft.Set(line, ElementRole.IssuerMark);
        draft.Issuers.Add(editor);
        draft.Date ??= ChineseDate.Whole(date);
        return true;
    }

    /// <summary>Subject words above a text, as old gazettes print them: short words with wide blanks between.</summary>
    private static bool IsSubjectWords(Line line)
    {
        var words = line.Text.Trim().Split('　', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && words.All(w => w.Length is > 1 and <= 8 || w is "函" or "令") && words.Any(w => w.Length > 1)
            && !line.Bare.Contains("关于", StringComparison.Ordinal) && Elements.TitleEnd().IsMatch(line.Bare) && words[^1].Length <= 2;
    }

    /// <summary>The title runs to the first line that ends as titles do; without such a line it is the first line alone.</summary>
    private static int ReadTitle(StructureDraft draft, int at)
    {
        var lines = draft.Lines;
        var end = at;
        while (end < lines.Count && end - at < MostTitleLines && IsTitleLine(lines, end, at)) end++;
        if (end == at) return at;
        var last = at;
        while (last < end && !EndsTitle(lines, last)) last++;
        if (last == end) last = at;
        for (var i = at; i <= last; i++)
        {
            draft.Set(lines[i], ElementRole.Title);
            draft.Title.Add(lines[i]);
        }

        return last + 1;
    }

    private static bool EndsTitle(List<Line> lines, int at) =>
        Elements.TitleEnd().IsMatch(lines[at].Bare.TrimEnd('。')) && (at + 1 >= lines.Count || !ContinuesTitle(lines[at + 1]));

    private static bool IsTitleLine(List<Line> lines, int at, int first)
    {
        var line = lines[at];
        if ((line.EndsSentence && !(at == first && IsStopped(line))) || line.EndsWithColon || line.InTable || line.Bare.Length > LongestTitleLine * (at == first ? 2 : 1)) return false;
        if (ChineseDate.Whole(line.Text) is not null || Elements.TitleRemark().IsMatch(line.Bare) || !line.Bare.Any(char.IsLetter) || line.Bare.StartsWith("——", StringComparison.Ordinal)) return false;
        if (BodyZone.HeadingOf(line) is not null || Elements.AttachmentNote().IsMatch(line.Bare) || Elements.DocumentNumber().IsMatch(line.Bare)) return false;
        return at == first || !line.AfterBlank || (line.Bare.Length <= 30 && lines[at - 1].Bare.Contains("关于", StringComparison.Ordinal));
    }

    /// <summary>A title broken right after a word that also ends titles: 关于印发××方案 / 的通知.</summary>
    private static bool ContinuesTitle(Line next) =>
        !next.AfterBlank && !next.EndsSentence && !next.EndsWithColon && next.Bare.Length <= 30
        && !Elements.TitleRemark().IsMatch(next.Bare) && Elements.TitleRest().IsMatch(next.Bare);

    private static bool IsBelowTitle(StructureDraft draft, Line line)
    {
        if (ReadNumber(draft, line) || ReadSigner(draft, line)) return true;
        if (Elements.TitleRemark().IsMatch(line.Bare) || ChineseDate.Whole(line.Text.Trim('（', '）', '(', ')', ' ', '　')) is not null || line.Bare.StartsWith("——", StringComparison.Ordinal))
        {
            draft.Set(line, ElementRole.Date);
            draft.Date ??= ChineseDate.Find(line.Text).Select(m => m.Date).FirstOrDefault(d => d is not null);
            return true;
        }

        return !line.EndsSentence && !line.EndsWithColon && line.Bare.Length <= 16 && !line.InTable && BodyZone.HeadingOf(line) is null && !Elements.AttachmentNote().IsMatch(line.Bare);
    }

    /// <summary>Addressees whose colon was mistyped: nothing but names of organs, then another mark.</summary>
    private static bool IsMarkedWrong(Line line)
    {
        if (line.Bare.Length is <= 3 or > 80 || line.Bare[^1] is not ('；' or '，' or '。' or '、') || BodyZone.HeadingOf(line) is not null) return false;
        var names = Bracketed().Replace(line.Bare[..^1], "");
        return names.Split('、', '，').All(part => part.Length is > 2 and <= 30 && (Elements.Body().IsMatch(part) || "门位构关体业办".Contains(part[^1], StringComparison.Ordinal)) && part.IndexOfAny(['：', '要', '请', '应', '须', '做', '抓', '的', '为', '由', '是']) < 0)
            && (names[0] is '各' or '市' or '县' or '省' or '区' || names.Contains('、', StringComparison.Ordinal) || Elements.Body().IsMatch(names));
    }

    /// <summary>各县（市、区）: what stands in brackets parts no names.</summary>
    [GeneratedRegex("（[^（）]*）")]
    private static partial Regex Bracketed();

    /// <summary>A title that was given a full stop: it names its matter and ends as titles do.</summary>
    private static bool IsStopped(Line line) =>
        line.Bare.Length <= LongestTitleLine && line.Bare[^1] == '。' && line.Bare.IndexOf('。', StringComparison.Ordinal) == line.Bare.Length - 1
        && line.Bare.Contains("关于", StringComparison.Ordinal) && !line.Bare.Contains('，', StringComparison.Ordinal)
        && line.Bare[^3] != '《' && Elements.TitleEnd().IsMatch(line.Bare[..^1]);

    private static bool IsAddressee(Line line)
    {
        if (!line.EndsWithColon || line.Bare.Length > 400 || line.Bare.Contains('。', StringComparison.Ordinal)) return false;
        if (BodyZone.HeadingOf(line) is not null || Elements.LeadIn().IsMatch(line.Bare) || Elements.AttachmentNote().IsMatch(line.Bare)) return false;
        return Elements.AddresseeEnd().IsMatch(line.Bare[..^1]);
    }
}

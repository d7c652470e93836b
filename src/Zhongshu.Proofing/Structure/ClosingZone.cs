namespace Zhongshu.Proofing.Structure;

/// <summary>What closes the body: attachment note, signature, date, note, and where attachments begin.</summary>
internal static class ClosingZone
{
    private const int LongestSignature = 30;
    private const int MostSignatures = 12;
    private const int LongestDateLine = 60;

    /// <summary>Reads the closing and returns the place of the first line after it that belongs to an attachment.</summary>
    public static int Read(StructureDraft draft, int body)
    {
        var lines = draft.Lines;
        var date = FindDate(draft, body);
        var attachments = FindAttachments(draft, body, date);
        if (date is { } at)
        {
            ReadDate(draft, lines[at]);
            ReadSignatures(draft, body, at);
            for (var next = at + 1; next < lines.Count && IsNote(lines[next]); next++) draft.Set(lines[next], ElementRole.Note);
        }

        ReadAttachmentNote(draft, body, Math.Min(date ?? lines.Count, attachments));
        return attachments;
    }

    /// <summary>The first line that is a date alone and stands under a signature; failing that, the last date alone.</summary>
    private static int? FindDate(StructureDraft draft, int body)
    {
        int? last = null;
        for (var at = body; at < draft.Lines.Count; at++)
        {
            var line = draft.Lines[at];
            if (line.Bare.Length > LongestDateLine || line.InTable || !draft.IsFree(line) || !IsDateLine(line)) continue;
            if (at > body && IsSignature(draft, draft.Lines[at - 1]) || SignatureBeside(line).Length > 0) return at;
            last = at;
        }

        return last is { } alone && draft.Lines.Skip(alone + 1).All(l => !draft.IsFree(l) || IsNote(l)) ? last : null;
    }

    private static bool IsDateLine(Line line)
    {
        if (ChineseDate.Whole(line.Text) is not null || ChineseDate.InFigures(line.Text) is not null) return true;
        var beside = SignatureBeside(line);
        return beside.Length > 0 && Elements.Body().IsMatch(beside);
    }

    /// <summary>What stands before the date on the same line, when the line ends with the date; otherwise empty.</summary>
    private static string SignatureBeside(Line line)
    {
        if (line.Bare.Length > LongestDateLine || line.Bare[^1] != '日' || line.Bare.Contains('，', StringComparison.Ordinal)) return "";
        var date = ChineseDate.Last(line.Text);
        return date.Year is not null && date.Start + date.Length == line.Text.TrimEnd().Length ? line.Text[..date.Start].Bare() : "";
    }

    private static void ReadDate(StructureDraft draft, Line line)
    {
        draft.Set(line, ElementRole.Date);
        draft.Date = ChineseDate.Last(line.Text).Date ?? ChineseDate.Whole(line.Text) ?? ChineseDate.InFigures(line.Text) ?? draft.Date;
        if (SignatureBeside(line) is { Length: > 0 } beside) draft.Signatures.Add(beside);
    }

    private static bool IsSignature(StructureDraft draft, Line line) =>
        draft.IsFree(line) && !line.InTable && line.Bare.Length <= LongestSignature && !line.EndsSentence && !line.EndsWithColon
        && !line.Bare.Contains('：', StringComparison.Ordinal) && BodyZone.HeadingOf(line) is null && !Elements.NumberedName().IsMatch(line.Bare)
        && !IsNote(line) && ChineseDate.Whole(line.Text) is null && ChineseDate.InFigures(line.Text) is null;

    private static void ReadSignatures(StructureDraft draft, int body, int date)
    {
        var found = new List<Line>();
        for (var at = date - 1; at >= body && found.Count < MostSignatures && IsSignature(draft, draft.Lines[at]); at--)
        {
            found.Add(draft.Lines[at]);
            if (draft.Lines[at].AfterBlank) break;
            if (at > body && !Elements.Body().IsMatch(draft.Lines[at - 1].Bare)) break;
        }

        foreach (var line in Enumerable.Reverse(found))
        {
            draft.Set(line, ElementRole.Signature);
            draft.Signatures.AddRange(Parts(line));
        }
    }

    /// <summary>Several bodies on one line stand apart by blanks; a body's own blanks (甲 县 乙 局) are narrower than its words.</summary>
    private static string[] Parts(Line line)
    {
        var words = line.Text.Split((char[])[' ', '　', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words.All(w => w.Length >= 3 && Elements.Body().IsMatch(w)) ? words : [line.Bare];
    }

    private static bool IsNote(Line line) => line.Bare.Length > 2 && line.Bare[0] is '（' or '(' && line.Bare[^1] is '）' or ')' && BodyZone.HeadingOf(line) is null;

    private static int FindAttachments(StructureDraft draft, int body, int? date)
    {
        var lines = draft.Lines;
        for (var at = (date ?? body) + 1; at < lines.Count; at++)
        {
            if (!draft.IsFree(lines[at]) || lines[at].InTable) continue;
            if (Elements.AttachmentLabel().IsMatch(lines[at].Bare) || (date is not null && Elements.AttachmentLabelWithName().IsMatch(lines[at].Bare))) return at;
            if (date is not null && !IsNote(lines[at])) return at;
        }

        return lines.Count;
    }

    private static void ReadAttachmentNote(StructureDraft draft, int body, int end)
    {
        var lines = draft.Lines;
        for (var at = end - 1; at >= body; at--)
        {
            if (lines[at].Bare[0] != '附' || Elements.AttachmentNote().Match(lines[at].Bare) is not { Success: true } note || !draft.IsFree(lines[at])) continue;
            draft.Set(lines[at], ElementRole.AttachmentNote);
            var names = new List<string>();
            foreach (var part in lines[at].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)) AddName(names, part.Bare());
            for (var next = at + 1; next < end && draft.IsFree(lines[next]) && IsMoreOfNote(lines[next], names); next++)
            {
                draft.Set(lines[next], ElementRole.AttachmentNote);
                AddName(names, lines[next].Bare);
            }

            draft.Attachments.AddRange(names);
            return;
        }
    }

    private static bool IsMoreOfNote(Line line, List<string> names) =>
        Elements.NumberedName().IsMatch(line.Bare) || (!line.AfterBlank && names.Count > 0 && char.IsWhiteSpace(line.Text[0]) && !line.EndsSentence && line.Bare.Length <= 30 && !Elements.Body().IsMatch(line.Bare));

    private static void AddName(List<string> names, string bare)
    {
        var isFirst = Elements.AttachmentNote().Match(bare) is { Success: true };
        var text = isFirst ? Elements.AttachmentNote().Match(bare).Groups["rest"].Value : bare;
        var numbered = Elements.NumberedName().Match(text);
        if (numbered.Success) names.Add(Clean(numbered.Groups["name"].Value));
        else if (isFirst || names.Count == 0) names.Add(Clean(text));
        else names[^1] += Clean(text);
    }

    private static string Clean(string name) => name.TrimEnd('。', '；', '，', ';', ',');
}

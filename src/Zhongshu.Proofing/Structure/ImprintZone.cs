namespace Zhongshu.Proofing.Structure;

/// <summary>版记: copy-to, printing body and date; read from the end, as table rows too.</summary>
internal static class ImprintZone
{
    public static void Read(StructureDraft draft, int body)
    {
        var lines = draft.Lines;
        for (var at = lines.Count - 1; at >= body; at--)
        {
            var line = lines[at];
            if (line.Bare.Length <= 90 && line.Bare.Contains('印', StringComparison.Ordinal) && Elements.Printing().IsMatch(line.Bare)) ReadPrinting(draft, body, at);
            else if (line.Bare[0] is '抄' or '分' or '发' or '报' or '主' or '送' && Elements.CopyTo().Match(line.Bare) is { Success: true }) ReadCopyTo(draft, at);
        }
    }

    /// <summary>In a table the printing body stands in the cell before the date.</summary>
    private static void ReadPrinting(StructureDraft draft, int body, int at)
    {
        var line = draft.Lines[at];
        draft.Set(line, ElementRole.Printing);
        if (!char.IsDigit(line.Bare[0]) || at - 1 < body) return;
        var before = draft.Lines[at - 1];
        if (before.Bare.Length <= 30 && Elements.Body().IsMatch(before.Bare) && (before.InTable == line.InTable)) draft.Set(before, ElementRole.Printing);
    }

    /// <summary>A long list runs on over several lines until its full stop or the next element.</summary>
    private static void ReadCopyTo(StructureDraft draft, int at)
    {
        var line = draft.Lines[at];
        var isMain = line.Bare.StartsWith("主送", StringComparison.Ordinal);
        var text = Elements.CopyTo().Match(line.Bare).Groups["names"].Value;
        draft.Set(line, ElementRole.CopyTo);
        for (var next = at + 1; next < draft.Lines.Count && !text.EndsWith('。') && draft.IsFree(draft.Lines[next]) && IsMore(text, draft.Lines[next]); next++)
        {
            text += draft.Lines[next].Bare;
            draft.Set(draft.Lines[next], ElementRole.CopyTo);
        }

        if (isMain) draft.Addressee ??= text.TrimEnd('。');
        else if (text.Length > 0) draft.CopyTo = draft.CopyTo is null ? text.TrimEnd('。') : $"{text.TrimEnd('。')}；{draft.CopyTo}";
    }

    private static bool IsMore(string text, Line next) =>
        text.Length == 0 || text[^1] is '，' or '、' or '；' or ',' || (!next.AfterBlank && next.Bare.EndsWith('。') && next.Bare.Contains('，', StringComparison.Ordinal));
}

namespace Zhongshu.Proofing.Rules.Consistency;

/// <summary>（以下简称“…”）: used before it is defined, defined twice, or never used.</summary>
internal sealed class AbbreviationRule : IDocumentRule
{
    private sealed record Defined(string Word, Place Place);

    public void Look(CheckedText text, Remarks remarks)
    {
        var defined = new List<Defined>();
        foreach (var line in text.Lines())
        {
            for (var i = line.Text.IndexOf("简称", StringComparison.Ordinal); i >= 2; i = line.Text.IndexOf("简称", i + 2, StringComparison.Ordinal))
            {
                if (line.Text[i - 1] is not ('下' or '，' or '（') || Name(line.Text, i + 2) is not { } name) continue;
                var word = line.Text[name.Start..name.End];
                var place = line.At(name.Start, name.End);
                if (defined.Exists(d => d.Word == word)) remarks.Add("consistency.abbreviation-twice", place, null, word);
                else defined.Add(new Defined(word, place));
                if (defined.Count > 60) return;
            }
        }

        foreach (var term in defined) Used(text, term.Word, term.Place, remarks);
    }

    private static (int Start, int End)? Name(string text, int at)
    {
        while (at < text.Length && text[at] is '为' or '：' or ':') at++;
        var quoted = at < text.Length && text[at] is '“' or '《';
        if (quoted) at++;
        var length = text.AsSpan(at, Math.Min(24, text.Length - at)).IndexOfAny("”》）)，");
        return length is < 2 or > 20 ? null : (at, at + length);
    }

    private static void Used(CheckedText text, string word, Place defined, Remarks remarks)
    {
        var later = false;
        for (var i = 0; i < text.Count; i++)
        {
            var line = text[i];
            for (var at = line.Text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = line.Text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                if (i > defined.Paragraph || (i == defined.Paragraph && at > defined.Start))
                {
                    later = true;
                    break;
                }

                var inTitle = line.Role is Structure.ElementRole.Title or Structure.ElementRole.IssuerMark;
                if (i == defined.Paragraph && at >= defined.Start - 60) break; // part of the full name that the definition follows
                if (!inTitle && Quoted(line.Text, at, word))
                {
                    remarks.Add("consistency.abbreviation-early", line.At(at, at + word.Length), null, word);
                    return;
                }
            }

            if (later) return;
        }

        remarks.Add("consistency.abbreviation-unused", defined, null, word);
    }

    /// <summary>Only a use in quotes or title marks of its own is surely the short form: bare words may be part of the full name.</summary>
    private static bool Quoted(string text, int at, string word) =>
        at > 0 && text[at - 1] is '“' or '《' && at + word.Length < text.Length && text[at + word.Length] is '”' or '》';
}

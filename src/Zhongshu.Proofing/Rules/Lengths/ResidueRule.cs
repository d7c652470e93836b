using System.Globalization;
using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Rules.Numbers;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Lengths;

/// <summary>What a copied text leaves behind: names of other places (残留外地名) and deadlines of a past year.</summary>
internal sealed class ResidueRule : IDocumentRule
{
    private static readonly string[] Tails = ["县委", "市委", "区委", "镇委", "县人民政府", "市人民政府", "区人民政府", "镇人民政府", "县政府", "市政府", "区政府", "镇政府", "县直", "市直"];
    private static readonly string[] Visiting = ["学习", "借鉴", "考察", "对口", "协作", "帮扶", "共建", "交界", "毗邻", "联合", "合作", "调研", "交流"];
    private const int MostBlanks = 8;
    private const string NotNames = "我本全各该省市区县在和向对与由经按据请报至及或、两级实彻行强到照从把将使让于其此每持守循遵听合好导署";

    public void Look(CheckedText text, Remarks remarks)
    {
        var places = text.Context.OwnPlaces.Where(p => p.Length > 1).ToList();
        var signed = places.Count > 0 ? null : SignedPlace(text.Structure);
        Blanks(text, remarks);
        foreach (var line in text.Lines())
        {
            if (places.Count > 0)
            {
                Organs(line, places, remarks);
                Names(line, places, text.Data.Places, remarks);
            }
            else if (signed is not null) Peers(line, signed, remarks);

            if (text.Structure.Date is { } date)
            {
                Deadlines(line, date.Year, remarks);
                Goals(line, date.Year, remarks);
            }
        }
    }

    /// <summary>The county, district or town that signs: 东山县 of 临江市东山县教育局. Cities are left out, since a city has county-level cities under it.</summary>
    private static string? SignedPlace(DocumentStructure structure)
    {
        var places = structure.Signatures.SelectMany(OwnNames.Places).Where(p => "县区镇".Contains(p[^1], StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        return places.Count == 1 ? places[0] : null;
    }

    /// <summary>清江县委 in a text that 东山县 signs, where nothing says what the other county is there for.</summary>
    private static void Peers(Line line, string own, Remarks remarks)
    {
        var text = line.Text;
        foreach (var tail in Tails)
        {
            if (tail[0] != own[^1] || text.IndexOf(tail, StringComparison.Ordinal) is not (>= 2 and var i)) continue;
            var name = text[(i - 2)..(i + 1)];
            if (!CharClass.IsHan(name[0]) || !CharClass.IsHan(name[1]) || NotNames.Contains(name[0]) || NotNames.Contains(name[1])) continue;
            if (own.EndsWith(name, StringComparison.Ordinal) || Visiting.Any(w => text.Contains(w, StringComparison.Ordinal))) continue;
            remarks.Add("length.residue-place", line.At(i - 2, i + 1), null, name);
        }
    }

    /// <summary>完成XX项目, 投资××亿元 in a text that is signed and dated: an empty place of its pattern was not filled. A text that masks its own name means to.</summary>
    private static void Blanks(CheckedText text, Remarks remarks)
    {
        if (text.Structure.Date is null || text.Structure.Signatures.Count == 0 || text.Structure.Signatures.Any(s => Masked(s, 0) is not null)) return;
        var found = new List<Place>();
        foreach (var line in text.Lines())
        {
            if (line.Role == ElementRole.Attachment) continue;
            for (var at = Masked(line.Text, 0); at is { } span; at = Masked(line.Text, span.End))
                found.Add(line.At(span.Start, span.End));
        }

        if (found.Count > MostBlanks) return;
        foreach (var place in found) remarks.Add("length.residue-blank", place, null, remarks.TextOf(place));
    }

    /// <summary>The next two to four XX or ×× beside a Chinese character.</summary>
    private static (int Start, int End)? Masked(string text, int from)
    {
        while (from < text.Length && text.AsSpan(from).IndexOfAny('X', '×', 'Ｘ') is >= 0 and var step)
        {
            var (start, end) = (from + step, from + step);
            while (end < text.Length && text[end] == text[start]) end++;
            var (before, after) = (CharClass.At(text, start - 1), CharClass.At(text, end));
            if (end - start is >= 2 and <= 4 && (CharClass.IsHan(before) || CharClass.IsHan(after)) && !CharClass.IsLatin(before) && !CharClass.IsLatin(after)) return (start, end);
            from = end;
        }

        return null;
    }

    private static void Organs(Line line, List<string> own, Remarks remarks)
    {
        var text = line.Text;
        foreach (var tail in Tails)
        {
            for (var i = text.IndexOf(tail, StringComparison.Ordinal); i >= 0; i = text.IndexOf(tail, i + 1, StringComparison.Ordinal))
            {
                if (i < 2 || !CharClass.IsHan(text[i - 1]) || !CharClass.IsHan(text[i - 2]) || NotNames.Contains(text[i - 1]) || NotNames.Contains(text[i - 2])) continue;
                var name = text[(i - 2)..(i + 1)];
                if (!own.Exists(p => p.EndsWith(name, StringComparison.Ordinal) || name.EndsWith(p, StringComparison.Ordinal) || p.EndsWith(name[1..], StringComparison.Ordinal)))
                    remarks.Add("length.residue-place", line.At(i - 2, i + 1), null, name);
            }
        }
    }

    private static void Names(Line line, List<string> own, WordAutomaton places, Remarks remarks)
    {
        var found = new WordMatches();
        places.Find(line.Text, found);
        for (var i = 0; i < found.Count; i++)
        {
            var match = found[i];
            var name = line.Text[match.Start..match.End];
            if (!own.Exists(p => p.Contains(name, StringComparison.Ordinal) || name.Contains(p, StringComparison.Ordinal)))
                remarks.Add("length.residue-place", line.At(match.Start, match.End), null, name);
        }
    }

    /// <summary>2024年底前完成 in a text of 2026: the deadline has passed.</summary>
    private static void Deadlines(Line line, int year, Remarks remarks)
    {
        var text = line.Text;
        for (var i = text.IndexOf('前', StringComparison.Ordinal); i >= 5; i = text.IndexOf('前', i + 1))
        {
            var from = Math.Max(0, i - 9);
            var nian = text.AsSpan(from, i - from).LastIndexOf('年');
            if (nian < 0) continue;
            nian += from;
            if (nian < 4 || !CharClass.IsDigitAt(text, nian - 4) || CharClass.IsDigitAt(text, nian - 5) || !DateReader.TryRead(text, nian - 4, out var date)) continue;
            var between = text.AsSpan(nian + 1, i - nian - 1);
            var ends = between is "底" or "末" or "" || between.EndsWith("月底") || between.EndsWith("日") || between.EndsWith("月");
            if (ends && date.Year < year && date.Year > year - 10 && Demands(text, i + 1)) remarks.Add("length.residue-year", line.At(nian - 4, i + 1), null, text[(nian - 4)..(i + 1)], year);
        }
    }

    /// <summary>到2024年底，力争完成…: what is yet to be reached by then.</summary>
    private static void Goals(Line line, int year, Remarks remarks)
    {
        var text = line.Text;
        for (var i = text.IndexOf("年底，", StringComparison.Ordinal); i >= 5; i = text.IndexOf("年底，", i + 1, StringComparison.Ordinal))
        {
            if (text[i - 5] != '到' || !int.TryParse(text.AsSpan(i - 4, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var goal) || goal >= year || goal <= year - 10) continue;
            var tail = text.AsSpan(i + 3, Math.Min(14, text.Length - i - 3));
            if (tail.IndexOf("力争") >= 0 || tail.IndexOf("确保") >= 0 || tail.StartsWith("要") || tail.IndexOf("争取") >= 0) remarks.Add("length.residue-year", line.At(i - 4, i + 2), null, text[(i - 4)..(i + 2)], year);
        }
    }

    private static bool Demands(string text, int at)
    {
        var tail = text.AsSpan(at, Math.Min(8, text.Length - at));
        return tail.StartsWith("完成") || tail.StartsWith("报") || tail.StartsWith("全面完成") || tail.StartsWith("要") || tail.StartsWith("，") || tail.StartsWith("建成") || tail.StartsWith("实现") || tail.StartsWith("将");
    }
}

using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Rules.Numbers;

namespace Zhongshu.Proofing.Rules.Lengths;

/// <summary>What a copied text leaves behind: names of other places (残留外地名) and deadlines of a past year.</summary>
internal sealed class ResidueRule : IDocumentRule
{
    private static readonly string[] Tails = ["县委", "市委", "区委", "镇委", "县人民政府", "市人民政府", "区人民政府", "镇人民政府", "县政府", "市政府", "区政府", "镇政府", "县直", "市直"];
    private const string NotNames = "我本全各该省市区县在和向对与由经按据请报至及或、两级实彻行强到照从把将使让于其此每持守循遵听合好导署";

    public void Look(CheckedText text, Remarks remarks)
    {
        var places = text.Context.OwnPlaces.Where(p => p.Length > 1).ToList();
        foreach (var line in text.Lines())
        {
            if (places.Count > 0)
            {
                Organs(line, places, remarks);
                Names(line, places, text.Data.Places, remarks);
            }

            if (text.Structure.Date is { } date) Deadlines(line, date.Year, remarks);
        }
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

    private static bool Demands(string text, int at)
    {
        var tail = text.AsSpan(at, Math.Min(8, text.Length - at));
        return tail.StartsWith("完成") || tail.StartsWith("报") || tail.StartsWith("全面完成") || tail.StartsWith("要") || tail.StartsWith("，") || tail.StartsWith("建成") || tail.StartsWith("实现") || tail.StartsWith("将");
    }
}

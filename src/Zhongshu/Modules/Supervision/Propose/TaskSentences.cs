using System.Text.RegularExpressions;

namespace Zhongshu.Modules.Supervision.Propose;

/// 部署: which sentences of a report set something to be done, and what they say of it. Pure and total; every sentence proposed stands in the text to the letter.
internal static partial class TaskSentences
{
    private const int LongestTitle = 80;
    private const int LongestSentence = 1000;

    public static IReadOnlyList<ProposedTask> Of(string text, ReportReading reading)
    {
        var tasks = new List<ProposedTask>();
        foreach (var paragraph in ReportParagraph.Of(text))
        {
            if (paragraph.IsHeading || LooksBack(paragraph.Heading)) continue;
            foreach (var sentence in ReportSentences.Of(paragraph.Text))
                if (Read(sentence, reading) is { } task) tasks.Add(task with { Paragraph = paragraph.Number, Heading = paragraph.Heading });
        }

        return tasks;
    }

    /// The year a plan is for: of the first line that names one, or the year given.
    public static int YearOf(string text, int otherwise) =>
        text.ReplaceLineEndings("\n").Split('\n').Take(5).Select(l => PlanYear().Match(l)).FirstOrDefault(m => m.Success) is { } match ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : otherwise;

    private static ProposedTask? Read(string sentence, ReportReading reading)
    {
        if (sentence.Length > LongestSentence || reading.PastMarks.Any(p => sentence.Contains(p, StringComparison.Ordinal))) return null;
        var clauses = ReportSentences.Clauses(sentence);
        var working = clauses.Where(c => OpensWithVerb(c, reading)).ToList();
        if (working.Count == 0) return null;
        var due = DeadlinePhrases.Find(sentence, reading.Year, reading.Today, reading.Calendar);
        var (lead, supporting) = Units(sentence, reading);
        var measures = clauses.Where(IsMeasure).ToList();
        // A verb alone is a wish; with a measure, a day or a unit it is a task.
        if (due is null && lead is null && measures.Count == 0) return null;
        var duty = lead is null ? reading.ByDuty(sentence) : null;
        return new ProposedTask
        {
            Paragraph = 0,
            Sentence = sentence,
            Title = TitleOf(working[0], reading),
            Measure = string.Join('，', measures.Select(m => WithoutUnits(m, reading))),
            Lead = lead ?? duty?.Unit,
            LeadWhy = lead is not null ? "文中点名" : duty is { } by ? $"职责：{by.Why}" : "",
            Supporting = supporting,
            Due = due?.Day,
            DueWords = due?.Words ?? "",
        };
    }

    private static bool LooksBack(string heading) => heading.Contains("回顾", StringComparison.Ordinal) || heading.Contains("成效", StringComparison.Ordinal) || heading.Contains("过去", StringComparison.Ordinal);

    /// The verb stands at the head of the clause, once the day and the unit are taken off.
    private static bool OpensWithVerb(string clause, ReportReading reading)
    {
        var bare = Bare(clause, reading);
        return reading.Verbs.Any(v => bare.StartsWith(v, StringComparison.Ordinal) && bare.Length > v.Length);
    }

    private static string Bare(string clause, ReportReading reading) =>
        Opening().Replace(WithoutUnits(DeadlinePhrases.Without(Ordinal().Replace(clause, "")), reading), "").Trim('，', '、', ' ');

    private static string TitleOf(string clause, ReportReading reading)
    {
        var title = Bare(clause, reading);
        return title.Length <= LongestTitle ? title : title[..LongestTitle];
    }

    private static bool IsMeasure(string clause) => Quantity().IsMatch(DeadlinePhrases.Without(clause)) || Result().IsMatch(clause);

    private static string WithoutUnits(string clause, ReportReading reading)
    {
        var by = Charge().Match(clause);
        if (!by.Success) return clause;
        var who = by.Value;
        return reading.Units.Any(u => u.Words.Any(w => who.Contains(w, StringComparison.Ordinal))) ? clause.Replace(who, "", StringComparison.Ordinal).Trim('，', '、') : clause;
    }

    /// Named units in the order of the text; the lead is the one said to lead, or the first.
    private static (long? Lead, IReadOnlyList<long> Supporting) Units(string sentence, ReportReading reading)
    {
        var taken = new bool[sentence.Length];
        var found = new List<(int At, int End, long Id)>();
        foreach (var (word, id) in reading.Units.SelectMany(u => u.Words.Select(w => (w, u.Id))).Where(w => w.w.Length > 1).OrderByDescending(w => w.w.Length))
        {
            for (var at = sentence.IndexOf(word, StringComparison.Ordinal); at >= 0; at = sentence.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                if (taken[at]) continue;
                Array.Fill(taken, true, at, word.Length);
                found.Add((at, at + word.Length, id));
            }
        }

        if (found.Count == 0) return (null, []);
        found.Sort();
        var leading = found.Find(f => Leads(sentence, f.At, f.End));
        var lead = leading.Id == 0 ? found[0].Id : leading.Id;
        return (lead, [.. found.Select(f => f.Id).Distinct().Where(id => id != lead)]);
    }

    private static bool Leads(string sentence, int at, int end) =>
        LeadBefore().IsMatch(sentence[..at]) || LeadAfter().IsMatch(sentence[end..]);

    [GeneratedRegex(@"(?:牵头|责任|主办|承办)单位[:：]$")]
    private static partial Regex LeadBefore();

    [GeneratedRegex(@"^(?:会同[^，。；）]*)?(?:要|负责|牵头)")]
    private static partial Regex LeadAfter();

    [GeneratedRegex(@"由?[^，。；（）由]{2,40}?(?:牵头负责|牵头|负责|配合|参与)")]
    private static partial Regex Charge();

    [GeneratedRegex(@"^(?:要|必须|务必|确保|力争|继续|进一步|着力|大力|全力|积极|抓紧|尽快|深入|全面|切实|同时|前)+")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?:[0-9]{1,2}[.．、]|（?[0-9]{1,2}）|[一二三四五六七八九]是|[一二三四五六七八九十]要)\s*")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"[0-9０-９]+(?:\.[0-9]+)?\s*(?:[个件项家户座条处所间套台辆人名次场张块份公平亩吨千百万亿元%％]|km)|全覆盖|翻番|清零|动态清零")]
    private static partial Regex Quantity();

    [GeneratedRegex(@"(?:建成|投用|投入使用|完工|竣工|通车|开工|印发|出台|验收|达标|挂牌|交付|上线)$")]
    private static partial Regex Result();

    [GeneratedRegex(@"(20[0-9]{2})年.{0,20}(?:报告|要点|计划|安排|任务|方案|清单)")]
    private static partial Regex PlanYear();
}

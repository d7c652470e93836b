using System.Globalization;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Materials.Keep;

/// A material as it is written: an answer to each part of its kind, or one free text.
public sealed record MaterialInput
{
    public string Kind { get; init; } = "";

    public string Title { get; init; } = "";

    public string Year { get; init; } = "";

    public string Area { get; init; } = "";

    public string Keywords { get; init; } = "";

    public Audience Audience { get; init; } = Audience.Office;

    public IReadOnlyList<string> Answers { get; init; } = [];

    /// An upload of the person who writes; 0 for none.
    public long File { get; init; }

    /// 改了什么, of a new version.
    public string Note { get; init; } = "";

    /// Words apart by single spaces, however they were typed.
    public string Words => string.Join(' ', Keywords.Split([' ', '\u3000', '、', ',', '，', ';', '；', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct());

    public static MaterialInput Posted(IFormCollection form)
    {
        string Text(string name) => form[name].ToString().Trim();
        return new MaterialInput
        {
            Kind = Text("kind"), Title = Text("title"), Year = Text("year"), Area = Text("area"), Keywords = Text("keywords"), Note = Text("note"),
            Audience = Enum.TryParse<Audience>(form["audience"], out var audience) ? audience : Audience.Office,
            File = long.TryParse(form["file"], CultureInfo.InvariantCulture, out var file) ? file : 0,
            Answers = [.. Enumerable.Range(0, 12).TakeWhile(i => form.ContainsKey(Field(i))).Select(i => Text(Field(i)))],
        };
    }

    public static string Field(int part) => string.Create(CultureInfo.InvariantCulture, $"answer-{part}");

    /// The text as it is kept; or which part has none. Pure.
    internal static Outcome<string> Written(MaterialKind kind, IReadOnlyList<string> answers, bool hasFile)
    {
        for (var i = 0; i < kind.Asks.Count; i++)
            if (answers.ElementAtOrDefault(i) is not { Length: > 0 }) return MaterialRefusals.Missing(Field(i), $"请写明“{kind.Asks[i]}”；暂时没有的写“无”。");
        var text = kind.Asks.Count > 0 ? string.Join('\n', kind.Asks.Zip(answers, (ask, answer) => $"{ask}：{answer}")) : answers.Count > 0 ? answers[0] : "";
        if (text.Length == 0 && !hasFile) return MaterialRefusals.Empty;
        return text.Length <= MaterialLimits.Text ? text : MaterialRefusals.Missing(Field(0), $"内容共{text.Length}字，最多{MaterialLimits.Text}字，请精简，或者作为文件上传。");
    }

    /// The answers of a text that was written so, to be put right. Pure.
    internal static IReadOnlyList<string> Parts(MaterialKind kind, string text)
    {
        if (kind.Asks.Count == 0) return [text];
        var starts = new List<(int At, int Length)>();
        var from = 0;
        foreach (var ask in kind.Asks)
        {
            var at = from == 0 && text.StartsWith(ask + "：", StringComparison.Ordinal) ? 0 : text.IndexOf($"\n{ask}：", from, StringComparison.Ordinal);
            if (at < 0) return [text];
            starts.Add((at, at == 0 ? ask.Length + 1 : ask.Length + 2));
            from = at + 1;
        }

        return [.. starts.Select((s, i) => text[(s.At + s.Length)..(i + 1 < starts.Count ? starts[i + 1].At : text.Length)])];
    }

    internal Refusal? Wrong(RuleBook rules, MaterialKind kind)
    {
        if (Title.Length is 0 or > MaterialLimits.Title) return MaterialRefusals.Missing("title", $"请写题目，最多{MaterialLimits.Title}字。");
        if (kind.IsDated && ParsedYear is null) return MaterialRefusals.Missing("year", "请填写是哪一年的，写成 2026 的样子。");
        if (kind.HasArea && !rules.Value(MaterialRules.Areas).Contains(Area, StringComparer.Ordinal)) return MaterialRefusals.Missing("area", $"请选择是哪方面工作：{string.Join('、', rules.Value(MaterialRules.Areas))}。");
        if (Words.Length > MaterialLimits.Keywords) return MaterialRefusals.Missing("keywords", $"关键词最多{MaterialLimits.Keywords}字。");
        if (kind.Id == MaterialRules.Module && Words.Length == 0) return MaterialRefusals.Missing("keywords", "请写几个关键词，别人要同样的材料时按它提示。");
        return Enum.IsDefined(Audience) ? null : MaterialRefusals.Missing("audience", "请选择谁可以看。");
    }

    internal int? ParsedYear => int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1948 and < 2100 ? year : null;
}

using System.Globalization;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Coordinations.Keep;

/// One row of the roadmap as it is entered; a row without any words is not there.
public sealed record StepInput
{
    public string Text { get; init; } = "";

    public long Unit { get; init; }

    public string DueOn { get; init; } = "";
}

/// A coordination sheet as it is entered.
public sealed record CoordinationInput
{
    public string Title { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Content { get; init; } = "";

    public string Toward { get; init; } = "";

    public string Way { get; init; } = "";

    public string Need { get; init; } = "";

    /// 关联事项 by its code; empty for none.
    public string Matter { get; init; } = "";

    public long Lead { get; init; }

    public IReadOnlyList<long> Partners { get; init; } = [];

    public IReadOnlyList<StepInput> Steps { get; init; } = [];

    public string AskedHigher { get; init; } = "";

    public static CoordinationInput Posted(IFormCollection form)
    {
        string Text(string name) => form[name].ToString().Trim();
        var (texts, units, days) = (form["stepText"], form["stepUnit"], form["stepDue"]);
        return new CoordinationInput
        {
            Title = Text("title"), Kind = Text("kind"), Content = Text("content"), Toward = Text("toward"), Way = Text("way"), Need = Text("need"), Matter = Text("matter"), AskedHigher = Text("asked"),
            Lead = Id(form["lead"]), Partners = [.. form["partners"].Select(Id).Where(p => p != 0).Distinct().Take(60)],
            Steps = [.. texts.Take(60).Select((text, i) => new StepInput { Text = text?.Trim() ?? "", Unit = i < units.Count ? Id(units[i]) : 0, DueOn = i < days.Count ? days[i] ?? "" : "" })],
        };
    }

    public static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal IReadOnlyList<StepInput> Filled => [.. Steps.Where(s => s is { Text: { } text } && text.Trim().Length > 0)];

    /// What is wrong with it, but for its units and its matter. Pure.
    internal Refusal? Wrong(RuleBook rules, DateOnly today)
    {
        if (Title.Length is 0 or > CoordinationLimits.Title) return CoordinationRefusals.Missing("title", $"请填写协调什么，最多{CoordinationLimits.Title}字。");
        if (rules.CoordinationKindOf(Kind) is null) return CoordinationRefusals.Missing("kind", "请选择协调单的种类。");
        if (rules.Value(CoordinationRules.Contents).All(d => d.Id != Content)) return CoordinationRefusals.Missing("content", "请选择协调的内容。");
        if (rules.Value(CoordinationRules.Objects).All(d => d.Id != Toward)) return CoordinationRefusals.Missing("toward", "请选择协调的对象。");
        if (rules.Value(CoordinationRules.Ways).All(d => d.Id != Way)) return CoordinationRefusals.Missing("way", "请选择协调的方式。");
        if (Need.Length is 0 or > CoordinationLimits.Text) return CoordinationRefusals.Missing("need", $"请写明要协调解决什么，最多{CoordinationLimits.Text}字。");
        if (AskedHigher.Length > CoordinationLimits.Words) return CoordinationRefusals.Missing("asked", $"需上级协调的事项最多{CoordinationLimits.Words}字。");
        if (Filled.Count == 0) return CoordinationRefusals.Roadmap;
        if (Filled.Count > rules.Value(CoordinationRules.StepsMost)) return CoordinationRefusals.Missing("steps", $"路线图最多{rules.Value(CoordinationRules.StepsMost)}步，请合并。");
        if (Filled.Any(s => s.Text.Length > CoordinationLimits.Words)) return CoordinationRefusals.Missing("steps", $"每一步最多{CoordinationLimits.Words}字。");
        return Filled.Any(s => Day(s.DueOn) is not { } due || due < today) ? CoordinationRefusals.Missing("steps", "每一步都要写完成日期，不早于今天。") : null;
    }

    private static long Id(string? text) => long.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : 0;
}

/// What a unit puts on a sheet, as it is entered.
public sealed record NoteInput
{
    public NoteKind Kind { get; init; }

    public string On { get; init; } = "";

    public string With { get; init; } = "";

    public string Text { get; init; } = "";

    public string Result { get; init; } = "";

    internal Refusal? Wrong(DateOnly today)
    {
        if (!Enum.IsDefined(Kind)) return CoordinationRefusals.Missing("kind", "请选择登记什么。");
        if (CoordinationInput.Day(On) is not { } on || on > today || on < today.AddYears(-2)) return CoordinationRefusals.Missing("on", "请填写日期，不晚于今天。");
        if (Kind == NoteKind.Talk && With.Length is 0 or > 300) return CoordinationRefusals.Missing("with", "请写明与谁沟通，最多300字。");
        if (Text.Length is 0 or > CoordinationLimits.Text) return CoordinationRefusals.Missing("text", $"请写明情况，最多{CoordinationLimits.Text}字。");
        if (Kind == NoteKind.Talk && Result.Length == 0) return CoordinationRefusals.Missing("result", "请写明沟通的结论，还没有结论的写下一步。");
        return Result.Length > CoordinationLimits.Text || With.Length > 300 ? CoordinationRefusals.Missing("result", "有一项内容过长，请核对。") : null;
    }
}

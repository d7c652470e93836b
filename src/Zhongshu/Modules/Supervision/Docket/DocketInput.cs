using System.Globalization;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision.Docket;

/// A docketing as people and programs write it: all words, so that whatever was typed can be shown again and refused in words.
public sealed record DocketInput
{
    public string Title { get; init; } = "";

    /// Id in supervision.sources.
    public string Source { get; init; } = "instruction";

    /// 事项码 of the matter it comes from.
    public string From { get; init; } = "";

    /// Id of the instruction on that matter; its words, its author and its date are taken from there.
    public string Opinion { get; init; } = "";

    public string Quote { get; init; } = "";

    public string Leader { get; init; } = "";

    public string WrittenOn { get; init; } = "";

    public string Origin { get; init; } = "";

    public string Limit { get; init; } = "routine";

    public string Reporting { get; init; } = "batch";

    public string Phase { get; init; } = "";

    /// Id in supervision.topics; empty for none.
    public string Topic { get; init; } = "";

    public string Advice { get; init; } = "";

    public string ShortReason { get; init; } = "";

    public bool DespiteLikeness { get; init; }

    public IReadOnlyList<TaskInput> Tasks { get; init; } = [new TaskInput()];

    public static DocketInput Posted(IFormCollection form)
    {
        static string Text(Microsoft.Extensions.Primitives.StringValues value) => value.ToString().Trim();
        var count = form["task"].Count;
        return new DocketInput
        {
            Title = Text(form["title"]),
            Source = Text(form["source"]),
            From = Text(form["from"]),
            Opinion = Text(form["opinion"]),
            Quote = Text(form["quote"]),
            Leader = Text(form["leader"]),
            WrittenOn = Text(form["writtenOn"]),
            Origin = Text(form["origin"]),
            Limit = Text(form["limit"]),
            Reporting = Text(form["reporting"]),
            Phase = Text(form["phase"]),
            Topic = Text(form["topic"]),
            Advice = Text(form["advice"]),
            ShortReason = Text(form["shortReason"]),
            DespiteLikeness = form["despite"].Count > 0,
            Tasks = [.. Enumerable.Range(0, count).Select(i => new TaskInput
            {
                Title = At("task", i),
                Measure = At("measure", i),
                Lead = At("lead", i),
                Support = At("support", i),
                Copied = At("copied", i),
                Due = At("due", i),
            })],
        };

        string At(string name, int index) => index < form[name].Count ? form[name][index]?.Trim() ?? "" : "";
    }

    /// The form it makes; what stands in the house (the instruction, the source) is filled in by DocketSource.
    internal Outcome<DocketForm> Read(RuleBook rules, OrganisationBook book, DateOnly today)
    {
        var source = rules.Value(SupervisionRules.Sources).Select(s => s.Id).ToList().IndexOf(Source) + 1;
        var reporting = rules.Value(SupervisionRules.Reporting).Select(r => r.Id).ToList().IndexOf(Reporting) + 1;
        if (source == 0) return SupervisionRefusals.Missing("source", "请选择事项来源。");
        if (reporting == 0) return SupervisionRefusals.Missing("reporting", "请选择反馈方式。");
        if (Topic.Length > 0 && rules.Value(SupervisionRules.Topics).All(t => t.Id != Topic)) return SupervisionRefusals.Missing("topic", "请从列出的专题中选择，或不选。");
        if (WrittenOn.Length > 0 && Day(WrittenOn) is null) return SupervisionRefusals.Missing("writtenOn", $"批示日期“{WrittenOn}”不是日期，请写成 2026-01-31 的样子。");
        var tasks = new List<TaskForm>();
        // A row that says nothing at all was left over.
        foreach (var (task, i) in Tasks.Select((t, i) => (t, i)).Where(t => !t.t.IsEmpty || Tasks.Count == 1))
        {
            var read = task.Read(rules, book, today, i);
            if (!read.Succeeded) return read.Refusal;
            tasks.Add(read.Value);
        }

        return new DocketForm
        {
            Title = Title.Trim(),
            Source = (SourceKind)source,
            Quote = Quote.Trim(),
            LeaderName = Leader.Trim(),
            WrittenOn = Day(WrittenOn),
            Origin = Origin.Trim(),
            LimitClass = Limit,
            Reporting = (Reporting)reporting,
            Phase = Phase,
            Topic = Topic,
            Advice = Advice.Trim(),
            ShortReason = ShortReason.Trim(),
            Tasks = tasks,
            DespiteLikeness = DespiteLikeness,
        };
    }

    internal static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

public sealed record TaskInput
{
    public string Title { get; init; } = "";

    public string Measure { get; init; } = "";

    public string Lead { get; init; } = "";

    /// Names, separated by 、
    public string Support { get; init; } = "";

    public string Copied { get; init; } = "";

    public string Due { get; init; } = "";

    internal bool IsEmpty => (Title + Measure + Lead + Support + Copied).Length == 0;

    internal Outcome<TaskForm> Read(OrganisationBook book, DateOnly today, int index)
    {
        string Field(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}-{index}");
        var fallback = Lead.Trim() == Receivers.Fallback;
        var lead = fallback ? null : Receivers.Find(book, Lead, today);
        if (!fallback && Lead.Trim().Length > 0 && lead is null) return SupervisionRefusals.UnknownUnit(Field("lead"), Lead);
        var supporting = Units(book, today, Support, Field("support"));
        if (!supporting.Succeeded) return supporting.Refusal;
        var copied = Units(book, today, Copied, Field("copied"));
        if (!copied.Succeeded) return copied.Refusal;
        if (Due.Trim().Length > 0 && DocketInput.Day(Due) is null) return SupervisionRefusals.Missing(Field("due"), $"完成时限“{Due}”不是日期，请写成 2026-01-31 的样子。");
        return new TaskForm(Title.Trim(), Measure.Trim(), lead?.Id ?? 0, supporting.Value, copied.Value, DocketInput.Day(Due)) { IsFallback = fallback };
    }

    /// 兜底: what has no unit of its own is the office's, in the section that the rule names.
    internal Outcome<TaskForm> Read(RuleBook rules, OrganisationBook book, DateOnly today, int index)
    {
        var read = Read(book, today, index);
        if (!read.Succeeded || !read.Value.IsFallback) return read;
        var named = rules.Value(SupervisionRules.FallbackSection);
        return Receivers.Find(book, named, today) is { } section ? read.Value with { LeadUnitId = section.Id }
            : SupervisionRefusals.Missing($"lead-{index.ToString(CultureInfo.InvariantCulture)}", $"兜底科室“{named}”不在机构中。请选择牵头单位，或在制度库改兜底科室。");
    }

    internal static Outcome<IReadOnlyList<long>> Units(OrganisationBook book, DateOnly today, string names, string field)
    {
        var units = new List<long>();
        foreach (var name in Receivers.Names(names))
        {
            if (Receivers.Find(book, name, today) is not { } unit) return SupervisionRefusals.UnknownUnit(field, name);
            units.Add(unit.Id);
        }

        return units.Distinct().ToArray();
    }
}

using Zhongshu.Calendar;
using Zhongshu.Platform.Rules.Reading;

namespace Zhongshu.Platform.Rules;

/// What the code asks of the rules beyond single entries: sentences about keys whose figures do not fit together.
internal delegate IEnumerable<(RuleKey Key, string Message)> RuleCheck(RuleBook book);

/// All keys and checks of the program, listed once at its root.
internal sealed record RuleNeeds(IReadOnlyList<RuleKey> Keys, IReadOnlyList<RuleCheck> Checks);

/// 规则册: every office rule with the figure in force. Immutable; loaded whole or not at all.
internal sealed class RuleBook
{
    private readonly Dictionary<string, RuleEntry> entries;
    private readonly Dictionary<RuleKey, object> values;
    private readonly RuleNeeds needs;

    private RuleBook(Dictionary<string, RuleEntry> entries, IReadOnlyList<CalendarYear> years, RuleNeeds needs, Faults faults)
    {
        this.entries = entries;
        this.needs = needs;
        Years = years;
        values = [];
        foreach (var key in needs.Keys) ReadKey(key, faults);
        if (faults.Problems.Count > 0) return;
        foreach (var (key, message) in needs.Checks.SelectMany(check => check(this)))
            faults.Add(new RuleProblem(entries[key.Id].File, entries[key.Id].Line, $"条目“{key.Id}”：{message}"));
        if (!values.TryGetValue(CalendarRules.WorkHours, out var hours)) return;
        try
        {
            Calendar = new WorkCalendar(years.Select(y => y.Arrangement), (WorkHours)hours);
        }
        catch (ArgumentException contradiction)
        {
            faults.Add(0, contradiction.Message);
        }
    }

    /// Every entry, by id.
    public IEnumerable<RuleEntry> Entries => entries.Values.OrderBy(e => e.Id, StringComparer.Ordinal);

    /// The years of the official arrangement that were found.
    public IReadOnlyList<CalendarYear> Years { get; }

    /// The calendar of the unit: official arrangement and working hours.
    public WorkCalendar Calendar { get; } = null!;

    /// Reads every file under a folder in one pass: *.yaml are entries, calendar/*.yaml are years.
    public static RuleLoad Load(string folder, RuleNeeds needs)
    {
        if (!Directory.Exists(folder))
            return new RuleLoad(null, [new RuleProblem(folder, 0, "找不到规则目录。请确认程序旁有 rules 目录，或用 --rules 指明位置。")]);
        var problems = new List<RuleProblem>();
        var found = new Dictionary<string, RuleEntry>(StringComparer.Ordinal);
        var years = new List<CalendarYear>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
            var faults = new Faults($"{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}/{relative}");
            var text = File.ReadAllText(path);
            if (!relative.StartsWith("calendar/", StringComparison.Ordinal)) ReadEntries(faults, text, found);
            else if (CalendarFile.Read(text, faults) is { } year) years.Add(year);
            problems.AddRange(faults.Problems);
        }
        if (problems.Count > 0) return new RuleLoad(null, problems);
        var needed = new Faults(folder);
        var book = new RuleBook(found, years, needs, needed);
        return needed.Problems.Count > 0 ? new RuleLoad(null, needed.Problems) : new RuleLoad(book, []);
    }

    /// The figure in force and what to cite for it.
    public Ruled<T> Get<T>(RuleKey<T> key) => new(Value(key), entries[key.Id].Ref);

    /// The figure in force.
    public T Value<T>(RuleKey<T> key) =>
        values.TryGetValue(key, out var value)
            ? (T)value
            : throw new InvalidOperationException($"Rule key {key.Id} is not listed among the program's rule needs.");

    public RuleEntry? Find(string id) => entries.GetValueOrDefault(id);

    /// Where the code uses an entry (用于).
    public IEnumerable<string> UsedFor(string id) =>
        needs.Keys.Where(k => k.Id == id).Select(k => k.UsedFor).Distinct(StringComparer.Ordinal);

    /// Whether an adjustment may stand; null when it may.
    public RefusedOverride? Check(RuleOverride change) => With([change]).Refused is [var refused, ..] ? refused : null;

    /// The book as the files give it, with these adjustments and no others. What may not stand is left out and reported.
    public (RuleBook Book, IReadOnlyList<RefusedOverride> Refused) With(IEnumerable<RuleOverride> changes)
    {
        var book = Adjusted(Fresh(), out _)!;
        var refused = new List<RefusedOverride>();
        foreach (var change in changes.GroupBy(c => c.RuleId, StringComparer.Ordinal).Select(g => g.MaxBy(c => c.At)!).Where(c => c.Figure is not null))
        {
            var entry = book.Find(change.RuleId);
            if (OverrideRules.Check(entry, change, out var figure) is { } no)
            {
                refused.Add(no);
                continue;
            }
            var next = new Dictionary<string, RuleEntry>(book.entries, StringComparer.Ordinal)
            {
                [change.RuleId] = entry! with { Figure = figure!, Adjustment = change },
            };
            if (Adjusted(next, out var faults) is { } better) book = better;
            else refused.Add(new RefusedOverride(change, "rules.figure", $"“{entry!.Title}”的新内容不能用：{faults.Problems[0].Message}"));
        }
        return (book, refused);
    }

    private static void ReadEntries(Faults faults, string text, Dictionary<string, RuleEntry> found)
    {
        foreach (var entry in EntryFile.Read(text, faults))
            if (!found.TryAdd(entry.Id, entry))
                faults.Add(entry.Line, $"条目“{entry.Id}”与 {found[entry.Id].File} 第{found[entry.Id].Line}行重复，编号在全部规则文件中只能出现一次。");
    }

    private Dictionary<string, RuleEntry> Fresh() =>
        entries.Values.ToDictionary(e => e.Id, e => e with { Figure = e.Original, Adjustment = null }, StringComparer.Ordinal);

    private RuleBook? Adjusted(Dictionary<string, RuleEntry> changed, out Faults faults)
    {
        faults = new Faults("本单位调整");
        var book = new RuleBook(changed, Years, needs, faults);
        return faults.Problems.Count == 0 ? book : null;
    }

    private void ReadKey(RuleKey key, Faults faults)
    {
        if (!entries.TryGetValue(key.Id, out var entry))
        {
            faults.Add(0, $"缺少条目“{key.Id}”（用于{key.UsedFor}）。请从安装包中恢复规则文件。");
            return;
        }
        if (entry.Figure.Kind != key.Kind)
        {
            faults.Add(new RuleProblem(entry.File, entry.Line, $"条目“{key.Id}”应写“{key.Kind}”，现为“{entry.Figure.Kind}”。"));
            return;
        }
        var own = new Faults(entry.File);
        values[key] = key.Read(entry.Figure, own);
        foreach (var problem in own.Problems)
            faults.Add(problem with { Line = problem.Line > 0 ? problem.Line : entry.Line, Message = $"条目“{key.Id}”{problem.Message}" });
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Typesetting.Slips;

namespace Zhongshu.Modules.Supervision.Letter;

/// A letter as it is drafted and kept: the engine's own record, in JSON.
internal static class LetterParts
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Units = "UnitIds";

    /// Beside what the letter says stands which units it names: a name may change, and the letter still keeps the old one.
    public static string Write(SupervisionLetter letter, IEnumerable<long>? units = null)
    {
        var node = JsonSerializer.SerializeToNode(letter, Json)!.AsObject();
        if (units is not null) node[Units] = JsonSerializer.SerializeToNode(units.Distinct());
        return node.ToJsonString(Json);
    }

    public static SupervisionLetter Read(string parts) => JsonSerializer.Deserialize<SupervisionLetter>(parts, Json)!;

    /// The units that it names; null in a letter from before they were kept.
    public static IReadOnlyList<long>? UnitsOf(string parts) => JsonNode.Parse(parts)?[Units]?.AsArray().Select(u => u!.GetValue<long>()).ToList();
}

/// What a letter is drafted from.
internal sealed record LetterFacts(SupervisionItem Item, string Title, IReadOnlyList<Basis> Bases, IReadOnlyList<SupervisionTask> Tasks, IReadOnlyList<TaskUnit> Units)
{
    public required OrganisationBook Book { get; init; }

    public required RuleBook Rules { get; init; }

    public required DateOnly Today { get; init; }

    public string Contact { get; init; } = "";
}

/// 起草督办函: the four parts out of what the item already says. Nobody types an instruction twice. Pure.
internal static class DraftLetter
{
    public static SupervisionLetter Of(LetterFacts facts)
    {
        var tasks = facts.Tasks;
        var copied = facts.Units.Where(u => u.Part == UnitPart.Copied).Select(u => u.UnitId).Distinct();
        var reporting = facts.Rules.Value(SupervisionRules.Reporting)[(int)facts.Item.Reporting - 1];
        var dispatch = DispatchOf(facts);
        return new SupervisionLetter
        {
            Issuer = facts.Book.Unit(facts.Item.UnitId)?.Name ?? "",
            Recipient = string.Join('、', tasks.Select(t => t.LeadUnitId).Distinct().Select(id => Name(facts, id))),
            Matter = facts.Title,
            Basis = BasisOf(facts),
            Instructions = [.. facts.Bases.Where(b => b.Quote.Length > 0 && !IsPassage(b)).Select(b => new CopiedInstruction(Who(facts, b), b.WrittenOn is { } on ? $"{on:yyyy年M月d日}" : "", b.Quote))],
            Requirements = Requirements(facts),
            Duties = [.. tasks.Select(t => new LetterDuty(t.Title, t.Measure, Name(facts, t.LeadUnitId), Supporting(facts, t), $"{t.DueOn:yyyy年M月d日}"))],
            Deadline = tasks.Count == 0 ? "" : $"{tasks.Max(t => t.DueOn):yyyy年M月d日}",
            Feedback =
            [
                $"反馈方式：{reporting.Text}。",
                $"办理期间每{dispatch.Every}至少反馈一次进展（{dispatch.Word}）。申请销号须附能看到结果的佐证，只有文件或会议的不予销号。",
                tasks.Select(t => t.LeadUnitId).Distinct().Count() > 1 ? "反馈内容由各牵头单位主要负责同志审定，涉及其他单位的先行会商一致。" : "反馈内容由你单位主要负责同志审定后报送。",
            ],
            Contact = facts.Contact,
            Date = $"{facts.Today:yyyy年M月d日}",
            Copies = string.Join('，', copied.Select(id => Name(facts, id))),
        };
    }

    /// Where it comes from, and what higher instructions it rests on.
    private static string BasisOf(LetterFacts facts)
    {
        var from = facts.Bases.FirstOrDefault(b => b.Origin.Length > 0) is { } basis ? $"根据{basis.Origin.TrimEnd('。')}{(IsPassage(basis) ? $"（“{basis.Quote}”）" : "")}" : "";
        var grounds = string.Join('、', facts.Item.Grounds.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim().TrimEnd('。', '；')).Where(l => l.Length > 0));
        return grounds.Length == 0 ? from : from.Length == 0 ? $"按照{grounds}" : $"{from}，按照{grounds}";
    }

    /// A passage of a report, which nobody instructed.
    private static bool IsPassage(Basis basis) => basis.Quote.Length > 0 && basis.LeaderName.Length == 0;

    private static List<string> Requirements(LetterFacts facts)
    {
        var written = facts.Item.Advice.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        if (written.Count > 0) return written;
        var phase = facts.Rules.Value(SupervisionRules.Phases).FirstOrDefault(p => p.Id == facts.Item.Phase);
        return phase is null ? [] : [phase.Text];
    }

    private static DispatchWord DispatchOf(LetterFacts facts)
    {
        var limit = facts.Rules.Value(SupervisionRules.Limits).FirstOrDefault(l => l.Id == facts.Item.LimitClass) ?? facts.Rules.Value(SupervisionRules.Limits)[0];
        return facts.Rules.Value(SupervisionRules.Dispatches).First(d => d.Id == limit.Dispatch);
    }

    private static string Supporting(LetterFacts facts, SupervisionTask task) =>
        string.Join('、', facts.Units.Where(u => u.TaskId == task.Id && u.Part == UnitPart.Supporting).Select(u => Name(facts, u.UnitId)));

    /// The leader's post stands before the name, as an office writes it.
    private static string Who(LetterFacts facts, Basis basis)
    {
        var post = basis.LeaderId is { } id ? facts.Book.PostsOf(id, facts.Today).FirstOrDefault()?.Name.Split('·')[0] : null;
        return basis.LeaderName + post;
    }

    private static string Name(LetterFacts facts, long unit) => facts.Book.Unit(unit)?.Name ?? "";
}

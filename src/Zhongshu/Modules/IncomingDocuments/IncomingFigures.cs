using System.Globalization;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.IncomingDocuments;

/// What the rules say of one document: its words, its number, when its steps are due.
internal static class IncomingFigures
{
    public static string Word(this RuleBook book, IncomingKind kind) => Row(book, kind).Word;

    public static bool IsForReading(this RuleBook book, IncomingKind kind) => Row(book, kind).Action == "阅知";

    public static string IdOf(this RuleBook book, IncomingKind kind) => Row(book, kind).Id;

    /// The kinds of a rule that names them by their ids.
    public static IReadOnlyList<IncomingKind> KindsOf(this RuleBook book, RuleKey<IReadOnlyList<string>> key) =>
        [.. Enum.GetValues<IncomingKind>().Where(k => book.Value(key).Contains(book.IdOf(k), StringComparer.Ordinal))];

    /// 收文号 by the unit's pattern.
    public static string RegistryNumber(this RuleBook book, string unit, int year, long serial) => book.Value(NumberingRules.Incoming)
        .Replace("{机关代字}", unit, StringComparison.Ordinal)
        .Replace("{年}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{序号4}", serial.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{序号}", serial.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// The due instant of a step: by its kind of work, the urgency, and the date the sender asked for.
    public static DateTimeOffset? DueAt(Office office, IncomingDocument document, string stepId)
    {
        var book = office.Rules;
        var rank = (int)document.Urgency;
        var within = stepId switch
        {
            "proposed-handling" or "routing" or "closing-review" => book.LimitFor(DeadlineRules.Propose, rank).Value,
            "instruction" or "instruction-in-turn" => book.LimitFor(DeadlineRules.Instruct, rank).Value,
            "reading" => book.Get(DeadlineRules.Circulate).Value,
            _ => book.LimitFor(DeadlineRules.Handle, rank).Value,
        };
        var due = new Zhongshu.Calendar.Deadline(office.Now, within).DueBy(book.Calendar).Instant;
        if (stepId != "lead-handling" || document.AnswerBy is not { } asked) return due;
        var end = Platform.OfficeDay.End(asked).AddSeconds(-1);
        return end < due && end > office.Now ? end : due;
    }

    private static IncomingKindWord Row(RuleBook book, IncomingKind kind) => book.Value(IncomingRules.Kinds)[(int)kind - 1];
}

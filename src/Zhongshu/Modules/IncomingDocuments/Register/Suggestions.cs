using System.Globalization;
using System.Text.RegularExpressions;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Modules.IncomingDocuments.Register;

/// Where a field was read: shown under it. Unsure ones ask for a look.
internal sealed record FieldHint(int Paragraph, double Confidence, string Text)
{
    public bool IsUnsure => Confidence < 0.6;

    public string Words => string.Create(CultureInfo.InvariantCulture, $"{(IsUnsure ? "请核对 · " : "")}读自第{Paragraph}段");
}

/// What a paper says for the registration form, and what its procedure lets doubt. Pure.
internal sealed partial record Suggestions(RegisterInput Input, IReadOnlyDictionary<string, FieldHint> Hints)
{
    public IReadOnlyList<ProcedureConcern> Concerns { get; init; } = [];

    private const int Shown = 60;

    /// Document numbers that the text cites: perhaps it follows one of them (续来文).
    public IReadOnlyList<string> Cited { get; init; } = [];

    /// The beginning of the text, by paragraph number from one, so that a hint can be looked up beside the form.
    public IReadOnlyList<(int Number, string Text)> Beginning { get; init; } = [];

    public static readonly Suggestions None = new(new RegisterInput(), new Dictionary<string, FieldHint>());

    public static Suggestions Of(SourceDocument document, RuleBook rules, IReadOnlyDictionary<string, string>? senderByLetters = null)
    {
        document = ReceiveFile.Running(document);
        var read = IncomingReading.From(document, senderByLetters);
        var hints = new Dictionary<string, FieldHint>(StringComparer.Ordinal);
        var input = new RegisterInput
        {
            Title = Take(hints, "title", read.Title, v => v),
            Sender = Take(hints, "sender", read.Sender, v => v),
            DocumentNumber = Take(hints, "documentNumber", read.DocumentNumber, v => v),
            DocumentDate = Take(hints, "documentDate", read.Date, Iso),
            Classification = Take(hints, "classification", read.Classification, v => v),
            SecrecyTerm = Take(hints, "secrecyTerm", read.SecrecyTerm, v => v),
            Urgency = UrgencyWord(rules, Take(hints, "urgency", read.Urgency, v => v)),
            Addressee = Take(hints, "addressee", read.Addressee, v => v),
            AnswerBy = Take(hints, "answerBy", read.Deadline, Iso),
            Kind = KindId(read),
            IsWhiteHead = IsWhiteHead(read.Structure),
        };
        if (read.Kind is { } kind) hints["kind"] = new(kind.Paragraph + 1, kind.Confidence, kind.Text);
        return new(input, hints)
        {
            Concerns = ProcedureConcerns.Of(read.Structure, rules.Value(IncomingRules.ReturnReasons)),
            Beginning = [.. document.Paragraphs.Where(p => !string.IsNullOrWhiteSpace(p.Text)).Take(Shown).Select(p => (p.Index + 1, p.Number + p.Text))],
            Cited = [.. CitedNumbers(document, read.DocumentNumber?.Value)],
        };
    }

    private static string Take<T>(Dictionary<string, FieldHint> hints, string field, Suggested<T>? read, Func<T, string> word)
    {
        if (read is null) return "";
        hints[field] = new(read.Paragraph + 1, read.Confidence, read.Text);
        return word(read.Value);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// A telegram's 特提 is handled as 特急; 急件 is an older word for 加急.
    private static string UrgencyWord(RuleBook rules, string word) => word switch
    {
        "" => "常规",
        "特提" => "特急",
        "急件" => "加急",
        _ => rules.Value(DeadlineRules.Urgencies).Any(u => u.Word == word) ? word : "常规",
    };

    private static string KindId(IncomingReading read) => read.Kind?.Value switch
    {
        DocumentKind.请示 => "request",
        DocumentKind.报告 => "report",
        DocumentKind.函 => "letter",
        DocumentKind.批示抄清 => "instruction",
        _ => read.DocumentNumber is { } number && number.Value.Contains('电') ? "call" : "document",
    };

    /// 白头件: laid out as a paper of its own, yet neither a red head nor a number on it.
    private static bool IsWhiteHead(DocumentStructure structure) =>
        structure is { Title: not null, DocumentNumber: null, Issuers.Count: 0 } && (structure.Addressee is not null || structure.Signatures.Count > 0);

    private static IEnumerable<string> CitedNumbers(SourceDocument document, string? own) => document.Paragraphs
        .SelectMany(p => Numbers().Matches(p.Text)).Select(m => m.Value).Where(n => IncomingDocument.KeyOfNumber(n) != IncomingDocument.KeyOfNumber(own ?? "")).Distinct().Take(20);

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}]{1,14}[〔\[［]\d{4}[〕\]］]\d{1,5}号")]
    private static partial Regex Numbers();
}

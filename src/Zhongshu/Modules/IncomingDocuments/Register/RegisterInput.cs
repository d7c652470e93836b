using System.Globalization;
using Microsoft.Extensions.Primitives;
using Zhongshu.Platform;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.IncomingDocuments.Register;

/// The registration as people and programs write it: all words, so that whatever was typed can be shown again and refused in words.
internal sealed record RegisterInput
{
    private static readonly string[] DayShapes = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];
    private static readonly string[] MomentShapes = ["yyyy-M-dTH:m", "yyyy-M-dTH:m:s", "yyyy-M-d H:m", "yyyy/M/d H:m", "yyyy-M-d", "yyyy/M/d"];

    /// Id in incoming.kinds: document, call, letter, fax, instruction, request, report.
    public string Kind { get; init; } = "document";

    public string Title { get; init; } = "";

    public string Sender { get; init; } = "";

    public string DocumentNumber { get; init; } = "";

    public string DocumentDate { get; init; } = "";

    public string ReceivedAt { get; init; } = "";

    /// 秘密, 机密, 绝密 or empty.
    public string Classification { get; init; } = "";

    public string SecrecyTerm { get; init; } = "";

    /// 特急, 加急, 平急, 常规.
    public string Urgency { get; init; } = "常规";

    public string Addressee { get; init; } = "";

    public string Copies { get; init; } = "1";

    public string Pages { get; init; } = "";

    public string Substance { get; init; } = "";

    public string AnswerBy { get; init; } = "";

    public bool IsBypass { get; init; }

    public bool IsWhiteHead { get; init; }

    public bool DespiteDuplicate { get; init; }

    /// 事项码 of the matter this one follows.
    public string Follows { get; init; } = "";

    /// Ids of uploads, the document itself first.
    public IReadOnlyList<long> Files { get; init; } = [];

    public static RegisterInput From(IFormCollection form) => new()
    {
        Kind = Text(form["kind"]),
        Title = Text(form["title"]),
        Sender = Text(form["sender"]),
        DocumentNumber = Text(form["documentNumber"]),
        DocumentDate = Text(form["documentDate"]),
        ReceivedAt = Text(form["receivedAt"]),
        Classification = Text(form["classification"]),
        SecrecyTerm = Text(form["secrecyTerm"]),
        Urgency = Text(form["urgency"]),
        Addressee = Text(form["addressee"]),
        Copies = Text(form["copies"]),
        Pages = Text(form["pages"]),
        Substance = Text(form["substance"]),
        AnswerBy = Text(form["answerBy"]),
        IsBypass = form["bypass"].Count > 0,
        IsWhiteHead = form["whiteHead"].Count > 0,
        DespiteDuplicate = form["despite"].Count > 0,
        Follows = Text(form["follows"]),
        Files = IdsOf(form["files"]),
    };

    /// 1,2,3; what is no number is left out.
    public static IReadOnlyList<long> IdsOf(StringValues values) =>
        [.. values.SelectMany(v => (v ?? "").Split(',')).Select(v => long.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0)];

    /// The typed form, or the first thing that cannot be understood.
    public Outcome<RegisterForm> Read(RuleBook rules)
    {
        var kinds = rules.Value(IncomingRules.Kinds).ToList();
        var kind = kinds.FindIndex(k => k.Id == Kind || k.Word == Kind);
        if (kind < 0) return new IncomingRefusals.UnknownCode("kind", "来文方式");
        if (rules.Value(DeadlineRules.Urgencies).FirstOrDefault(u => u.Word == Urgency) is not { } urgency) return new IncomingRefusals.UnknownCode("urgency", "紧急程度");
        if (Platform.Access.Classification.Parse(Classification) is not { } level) return new IncomingRefusals.UnknownCode("classification", "密级");
        if (!TryDay(DocumentDate, out var documentDate)) return NoDay("documentDate", "成文日期", DocumentDate);
        if (!TryDay(AnswerBy, out var answerBy)) return NoDay("answerBy", "要求办结日期", AnswerBy);
        if (!TryMoment(ReceivedAt, out var receivedAt)) return NoDay("receivedAt", "收到时间", ReceivedAt);
        if (!TryWhole(Copies, 1, out var copies)) return new IncomingRefusals.OutOfRange("copies", "份数应为1至100000的整数。");
        if (!TryWhole(Pages, 0, out var pages)) return new IncomingRefusals.OutOfRange("pages", "页数应为0至100000的整数。");
        return new RegisterForm
        {
            Kind = (IncomingKind)(kind + 1),
            Title = Title,
            Sender = Sender,
            DocumentNumber = DocumentNumber,
            DocumentDate = documentDate,
            ReceivedAt = receivedAt,
            Classification = level,
            SecrecyTerm = SecrecyTerm.Trim(),
            Urgency = (Urgency)urgency.Rank,
            Addressee = Addressee,
            Copies = copies,
            Pages = pages,
            Substance = Substance,
            AnswerBy = answerBy,
            IsBypass = IsBypass,
            IsWhiteHead = IsWhiteHead,
            DespiteDuplicate = DespiteDuplicate,
            Follows = Follows.Trim() is { Length: > 0 } follows ? follows : null,
            Files = Files,
        };
    }

    private static IncomingRefusals.OutOfRange NoDay(string field, string name, string text) =>
        new(field, $"{name}“{text.Cut(20)}”不是日期。请写成 2026-01-31 的样子。");

    private static bool TryDay(string text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text.Trim(), DayShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : null;
        return day is not null || string.IsNullOrWhiteSpace(text);
    }

    private static bool TryMoment(string text, out DateTimeOffset? moment)
    {
        moment = DateTime.TryParseExact(text.Trim(), MomentShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) && known.Year > 1 ? new DateTimeOffset(known, OfficeDay.Offset) : null;
        return moment is not null || string.IsNullOrWhiteSpace(text);
    }

    private static bool TryWhole(string text, int unless, out int number)
    {
        number = unless;
        return string.IsNullOrWhiteSpace(text) || int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    private static string Text(StringValues values) => (values.Count > 0 ? values[0] : null) ?? "";
}

using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.IncomingDocuments.Batch;

/// The sheet that many pieces are written up in: its columns, its template, and how a row becomes a registration.
internal static class BatchSheet
{
    private const string Sheet = "来文";

    private static readonly (string Field, Column Column)[] Columns =
    [
        ("title", new("标题*", 48)), ("sender", new("来文单位*", 26)), ("documentNumber", new("来文字号", 22)), ("documentDate", new("成文日期", 13)),
        ("kind", new("来文方式", 12)), ("urgency", new("紧急程度", 10)), ("classification", new("密级", 8)), ("secrecyTerm", new("保密期限", 10)),
        ("addressee", new("主送机关", 24)), ("answerBy", new("要求办结", 13)), ("copies", new("份数", 8)), ("pages", new("页数", 8)),
        ("receivedAt", new("收到时间", 18)), ("substance", new("诉求实质", 30)), ("bypass", new("越流程", 9)), ("whiteHead", new("白头件", 9)),
    ];

    public static Task<IResult> TemplateAsync(RuleBook rules) => WorkbookDownload.AnswerAsync("收文批量登记模板.xlsx", book =>
    {
        book.StartSheet(Sheet, [.. Columns.Select(c => c.Column)]);
        book.StartSheet("填写说明", new Column("列", 14), new Column("怎样填写", 80));
        book.Row("标题*、来文单位*", "必填。");
        book.Row("成文日期、要求办结", "写成 2026-01-31 的样子。");
        book.Row("收到时间", "写成 2026-01-31 09:30 的样子；不填即为登记时间。");
        book.Row("来文方式", string.Join('、', rules.Value(IncomingRules.Kinds).Select(k => k.Word)) + "；不填即为来文。");
        book.Row("紧急程度", string.Join('、', rules.Value(DeadlineRules.Urgencies).Select(u => u.Word)) + "；不填即为常规。");
        book.Row("密级", string.Join('、', rules.Value(IncomingRules.Classifications).Select(c => c.Word)) + "；不填即为无密级。只登记台账信息，正文不得录入。");
        book.Row("越流程、白头件", "填“是”或留空。");
        return Task.CompletedTask;
    });

    public static Outcome<SheetReading<RegisterForm>> Read(Stream file, RuleBook rules, DateTimeOffset now, DateOnly today)
    {
        var opened = WorkbookReader.Open(file);
        if (!opened.Succeeded) return opened.Refusal;
        using var book = opened.Value;
        var words = new Words(rules);
        var rows = new Dictionary<(string, string), int>();
        return SheetTable.Read(book, book.SheetNames.Contains(Sheet) ? Sheet : null, ["标题", "来文单位"], line => Form(line, words, rows, (now, today)));
    }

    private static RegisterForm Form(SheetLine line, Words words, Dictionary<(string, string), int> rows, (DateTimeOffset Now, DateOnly Today) at)
    {
        var form = new RegisterForm
        {
            Title = line.Required("标题"),
            Sender = line.Required("来文单位"),
            DocumentNumber = line.Text("来文字号"),
            DocumentDate = line.Day("成文日期"),
            Kind = line.Choice("来文方式", words.Kinds) ?? IncomingKind.Document,
            Urgency = line.Choice("紧急程度", words.Urgencies) ?? Urgency.Routine,
            Classification = line.Choice("密级", words.Classifications) ?? 0,
            SecrecyTerm = line.Text("保密期限"),
            Addressee = line.Text("主送机关"),
            AnswerBy = line.Day("要求办结"),
            Copies = line.Whole("份数", 1, 100_000) ?? 1,
            Pages = line.Whole("页数", 0, 100_000) ?? 0,
            ReceivedAt = line.Moment("收到时间"),
            Substance = line.Text("诉求实质"),
            IsBypass = line.YesNo("越流程"),
            IsWhiteHead = line.YesNo("白头件"),
        };
        if (form.Title.Length > 0 && form.Sender.Length > 0 && RegisterRules.Refuses(form, at.Now, at.Today) is { } no) line.Fault(HeadingOf(no.Field), no.Message);
        var key = (IncomingDocument.KeyOfNumber(form.DocumentNumber), form.Sender);
        if (key.Item1.Length > 0 && !rows.TryAdd(key, line.Number)) line.Fault("来文字号", $"与第{rows[key]}行的来文单位和字号相同，请核对");
        return form;
    }

    private static string HeadingOf(string? field) => Columns.Where(c => c.Field == field).Select(c => c.Column.Heading.TrimEnd('*')).FirstOrDefault() ?? "";

    private sealed record Words(RuleBook Rules)
    {
        public Dictionary<string, IncomingKind> Kinds { get; } = Rules.Value(IncomingRules.Kinds).Select((k, i) => (k.Word, i)).ToDictionary(k => k.Word, k => (IncomingKind)(k.i + 1), StringComparer.Ordinal);

        public Dictionary<string, Urgency> Urgencies { get; } = Rules.Value(DeadlineRules.Urgencies).ToDictionary(u => u.Word, u => (Urgency)u.Rank, StringComparer.Ordinal);

        public Dictionary<string, int> Classifications { get; } = Rules.Value(IncomingRules.Classifications).ToDictionary(c => c.Word, c => c.Level, StringComparer.Ordinal);
    }
}

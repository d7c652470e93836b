using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Import;
using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Requests;

namespace Zhongshu.Modules.Supervision.Propose;

/// 从报告提取任务: reads a text and proposes; what a person ticked is docketed as a list, with the sentence it comes from as its basis.
internal sealed class ProposeTasks(Office office, DocketList list)
{
    public const int LongestText = 200_000;
    private const int MostOpen = 5000;

    public async Task<Outcome<ProposalInput>> ReadAsync(string text, string origin, CancellationToken cancel)
    {
        if (text.Trim().Length == 0) return SupervisionRefusals.Missing("text", "请粘贴报告或计划的文字，或上传文件。");
        if (text.Length > LongestText) return SupervisionRefusals.TooLong("text", "文字", LongestText, text.Length);
        var book = await office.BookAsync(cancel);
        var found = TaskSentences.Of(text, ReadingOf(text, book));
        if (found.Count == 0) return new Refusal("supervision.no-proposals", "没有找到部署任务的句子：以动词开头，并写明数量、时限或单位。请核对是否为工作部署部分，或直接立项。") { Field = "text" };
        var open = await OpenTitlesAsync(cancel);
        return new ProposalInput
        {
            Origin = origin.Trim(),
            Rows = [.. found.Select(f => Row(f, book, open))],
        };
    }

    /// Dockets the ticked rows. separately: each an item of its own; otherwise one item of many tasks.
    public async Task<Outcome<IReadOnlyList<string>>> RunAsync(ProposalInput input, string key, CancellationToken cancel)
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("督查立项");
        if (input.Origin.Trim().Length == 0) return SupervisionRefusals.Missing("origin", "请写明依据，如“2026年政府工作报告”。");
        if (input.Rows.All(r => !r.Picked)) return new Refusal("supervision.none-picked", "请至少勾选一项任务。") { Field = "pick" };
        var book = await office.BookAsync(cancel);
        var rows = new List<ListedDocket>();
        var forms = input.Together ? Together(input, book) : Separately(input, book);
        foreach (var (form, index) in forms)
        {
            if (!form.Succeeded) return form.Refusal;
            var planned = DocketRules.Decide(form.Value, office.Rules, book, office.Today);
            if (!planned.Succeeded) return planned.Refusal with { Field = input.Together ? RowField(input, planned.Refusal.Field) : $"{planned.Refusal.Field?.Split('-')[0]}-{index}", Message = input.Together ? planned.Refusal.Message : $"第{index + 1}项：{planned.Refusal.Message}" };
            rows.Add(new ListedDocket(new KeyedRequest(string.Create(CultureInfo.InvariantCulture, $"propose-{key}-{index}"), ""), form.Value, planned.Value));
        }

        return (await list.AddAsync(rows, input.Send, cancel)).ToArray();
    }

    private IEnumerable<(Outcome<DocketForm> Form, int Index)> Separately(ProposalInput input, OrganisationBook book) =>
        input.Rows.Select((row, i) => (row, i)).Where(r => r.row.Picked).Select(r =>
        {
            var task = r.row.Task.Read(office.Rules, book, office.Today, r.i);
            return (task.Succeeded ? Form(input, [task.Value]) with { Title = task.Value.Title, Quote = r.row.Sentence, Origin = $"{input.Origin.Trim()}{r.row.Place}" } : (Outcome<DocketForm>)task.Refusal, r.i);
        });

    private IEnumerable<(Outcome<DocketForm> Form, int Index)> Together(ProposalInput input, OrganisationBook book)
    {
        var picked = input.Rows.Select((row, i) => (row, i)).Where(r => r.row.Picked).ToList();
        var tasks = picked.Select(r => r.row.Task.Read(office.Rules, book, office.Today, r.i)).ToList();
        if (tasks.Select(t => t.Refusal).OfType<Refusal>().FirstOrDefault() is { } wrong) yield return (wrong, 0);
        else
        {
            var quote = string.Join('\n', picked.Select(r => $"{r.row.Place.Trim()}：{r.row.Sentence}"));
            yield return (Form(input, [.. tasks.Select(t => t.Value)]) with { Title = input.Title.Trim(), Quote = quote.Cut(4000), Origin = input.Origin.Trim() }, 0);
        }
    }

    /// The number of the task in the item → the row it came from.
    private static string? RowField(ProposalInput input, string? field)
    {
        if (field?.Split('-') is not [var name, var number] || !int.TryParse(number, CultureInfo.InvariantCulture, out var n)) return field;
        var picked = input.Rows.Select((row, i) => (row, i)).Where(r => r.row.Picked).ToList();
        return n < picked.Count ? string.Create(CultureInfo.InvariantCulture, $"{name}-{picked[n].i}") : field;
    }

    private DocketForm Form(ProposalInput input, IReadOnlyList<TaskForm> tasks) => new()
    {
        Source = office.Rules.Value(SupervisionRules.Sources).Select(s => s.Id).ToList().IndexOf(input.Source) is >= 0 and var at ? (SourceKind)(at + 1) : SourceKind.Yearly,
        LimitClass = office.Rules.Value(SupervisionRules.Limits)[^1].Id,
        Reporting = Reporting.Batch,
        Topic = office.Rules.Value(SupervisionRules.Topics).Any(t => t.Id == input.Topic) ? input.Topic : "",
        ShortReason = "按报告部署",
        Tasks = tasks,
    };

    private ReportReading ReadingOf(string text, OrganisationBook book) => new()
    {
        Units = [.. Receivers.Choices(book, office.Actor.HomeUnitId, office.Today).Select(u => new NamedUnit(u.Id, u.Name, Words(u)))],
        ByDuty = sentence => DocketSource.Propose(book, sentence, office.Actor.HomeUnitId, office.Today).Where(p => p.Unit.Kind != UnitKind.Section).Select(p => ((long, string)?)(p.Unit.Id, p.Why.Replace("职责：", "", StringComparison.Ordinal))).FirstOrDefault(),
        Verbs = office.Rules.Value(SupervisionRules.ProposalVerbs),
        PastMarks = office.Rules.Value(SupervisionRules.ProposalPast),
        Year = TaskSentences.YearOf(text, office.Today.Year),
        Today = office.Today,
        Calendar = office.Rules.Calendar,
    };

    /// By its full name, its short one, and the short one without the level (住建局 for 市住建局).
    private static IReadOnlyList<string> Words(Unit unit) =>
        unit.Kind == UnitKind.Section ? [unit.Name] : unit.ShortName is ['市' or '省' or '县' or '区', .. { Length: >= 3 } bare] ? [unit.Name, unit.ShortName, bare] : [unit.Name, unit.ShortName];

    private ProposalRow Row(ProposedTask task, OrganisationBook book, IReadOnlyList<(string Code, string Title)> open)
    {
        var least = (double)office.Rules.Value(SupervisionRules.Likeness);
        var like = open.Select(o => (o.Code, o.Title, Share: Likeness.Of(task.Title, o.Title))).Where(o => o.Share >= least).OrderByDescending(o => o.Share).FirstOrDefault();
        var past = task.Due < office.Today;
        return new ProposalRow
        {
            Picked = like.Code is null && !past,
            Paragraph = task.Paragraph,
            Heading = task.Heading,
            Sentence = task.Sentence,
            Why = task.LeadWhy,
            DueWords = past ? $"原文“{task.DueWords}”已过，请重定时限" : task.DueWords.Length > 0 ? $"原文“{task.DueWords}”" : "",
            LikeCode = like.Code ?? "",
            LikeTitle = like.Title ?? "",
            Task = new TaskInput
            {
                Title = task.Title,
                Measure = task.Measure,
                Lead = task.Lead is { } lead ? book.Unit(lead)?.Name ?? "" : "",
                Support = string.Join('、', task.Supporting.Select(id => book.Unit(id)?.ShortName)),
                Due = past || task.Due is null ? "" : task.Due.Value.ToString("O", CultureInfo.InvariantCulture),
            },
        };
    }

    private async Task<IReadOnlyList<(string Code, string Title)>> OpenTitlesAsync(CancellationToken cancel)
    {
        var unit = office.Actor.HomeUnitId;
        var rows = await (from item in office.Db.Set<SupervisionItem>().AsNoTracking() join matter in office.Db.Set<Matter>() on item.MatterId equals matter.Id
            where item.UnitId == unit && item.IsOpen orderby item.MatterId descending select new { matter.Code, matter.Title }).Take(MostOpen).ToListAsync(cancel);
        return [.. rows.Select(r => (r.Code, r.Title))];
    }
}

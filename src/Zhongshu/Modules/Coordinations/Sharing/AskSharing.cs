using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Coordinations.Keep;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Coordinations.Sharing;

public sealed record DataInput
{
    public long To { get; init; }

    public string Title { get; init; } = "";

    public string Purpose { get; init; } = "";

    public string Level { get; init; } = "";
}

/// How long requests of one level took in a year.
public sealed record DataTally(DataLevel Level, int Asked, int Answered, int InTime, int Overdue, double? MeanDays);

/// 数据共享: asked, given or declined with the reason, counted by level.
internal sealed class AskSharing(Office office)
{
    public Task<Outcome<long>> AskAsync(DataInput input, string? once, CancellationToken cancel) => office.WriteAsync<long>(once, async () =>
    {
        if (!office.Actor.May(CoordinationsModule.TakePart) && !office.Actor.May(CoordinationsModule.Manage)) return Refusal.Forbidden("申请数据共享");
        var book = await office.BookAsync(cancel);
        var (keeper, mine) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor));
        if (input.To == mine || UnitCircle.Rows(book, keeper, office.Today).All(u => u.Id != input.To)) return CoordinationRefusals.Missing("to", "请选择向哪个单位申请，不能是本单位。");
        if (!CoordinationCircle.HasVoice(book, input.To, office.Today)) return CoordinationRefusals.Missing("to", book.Unit(input.To) is { Kind: UnitKind.Own } ? $"请选择{book.LabelOf(input.To)}的具体科室。" : $"{book.LabelOf(input.To)}没有人在平台上，答复不了。请发函联系。");
        if (input.Title.Length is 0 or > CoordinationLimits.Title) return CoordinationRefusals.Missing("title", $"请写明要什么数据，最多{CoordinationLimits.Title}字。");
        if (input.Purpose.Length is 0 or > CoordinationLimits.Words) return CoordinationRefusals.Missing("purpose", $"请写明用途、口径和期间，最多{CoordinationLimits.Words}字。");
        if (office.Rules.DataLevelOf(input.Level) is not { } level) return CoordinationRefusals.Missing("level", $"请选择档次：{string.Join('、', office.Rules.Value(CoordinationRules.DataLevels).Select(l => l.Word))}。");
        var request = new DataRequest { Id = office.Ids.Next(), KeeperId = keeper, FromUnitId = mine, ToUnitId = input.To, Title = input.Title, Purpose = input.Purpose, Level = level.Id, AskedOn = office.Today, DueOn = office.Rules.Calendar.AddWorkdays(office.Today, level.Days), AskedBy = office.Actor.Name };
        office.Db.Add(request);
        foreach (var person in UnitCircle.People(book, input.To, office.Today)) Tell(person, $"{book.LabelOf(mine)}申请共享数据“{input.Title}”（{level.Word}），请在{request.DueOn:M月d日}前答复，见“办事 › 协调联络 › 数据共享”。");
        await SayAsync(request, "申请", cancel);
        return request.Id;
    }, cancel);

    public Task<Outcome<Done>> AnswerAsync(long id, bool given, string words, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (await Seen(book).SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } request) return Refusal.NotFound("这项申请");
        if (UnitCircle.SpeaksFor(book, office.Actor) != request.ToUnitId) return Refusal.Forbidden("答复其他单位的数据申请");
        if (!CoordinationCircle.MayWrite(office)) return Refusal.Forbidden("答复数据申请");
        if (request.State != DataState.Open) return CoordinationRefusals.Answered;
        if (words.Length is 0 or > CoordinationLimits.Text) return CoordinationRefusals.Missing("words", $"请写明在哪里取、是什么口径；不能提供的写明依据。最多{CoordinationLimits.Text}字。");
        (request.State, request.AnsweredOn, request.Answer, request.AnsweredBy) = (given ? DataState.Given : DataState.Declined, office.Today, words, office.Actor.Name);
        request.Workdays = office.Rules.Calendar.WorkdaysBetween(request.AskedOn, office.Today);
        foreach (var person in UnitCircle.People(book, request.FromUnitId, office.Today)) Tell(person, $"“{request.Title}”的数据申请{(given ? "已提供" : "不能提供")}，请查看答复。");
        await SayAsync(request, given ? "提供" : "不能提供", cancel);
        return Done.Yes;
    }, cancel);

    /// The two units of a request, and the office that looks after all of them.
    public IQueryable<DataRequest> Seen(OrganisationBook book)
    {
        var (keeper, mine) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor));
        var requests = office.Db.Set<DataRequest>().Where(r => r.KeeperId == keeper);
        return CoordinationCircle.SeesWide(office, keeper) ? requests : requests.Where(r => r.FromUnitId == mine || r.ToUnitId == mine);
    }

    /// 耗时统计 of a year, by level, of those that the asker sees.
    public async Task<IReadOnlyList<DataTally>> TallyAsync(int year, CancellationToken cancel)
    {
        var (from, to, today) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), office.Today);
        var found = await Seen(await office.BookAsync(cancel)).Where(r => r.AskedOn >= from && r.AskedOn <= to).GroupBy(r => r.Level).Select(g => new
        {
            g.Key,
            Asked = g.Count(),
            Answered = g.Count(r => r.State != DataState.Open),
            InTime = g.Count(r => r.AnsweredOn != null && r.AnsweredOn <= r.DueOn),
            Overdue = g.Count(r => (r.AnsweredOn == null && r.DueOn < today) || (r.AnsweredOn != null && r.AnsweredOn > r.DueOn)),
            Mean = g.Average(r => (double?)r.Workdays),
        }).ToDictionaryAsync(g => g.Key, StringComparer.Ordinal, cancel);
        return [.. office.Rules.Value(CoordinationRules.DataLevels).Select(l => found.TryGetValue(l.Id, out var g) ? new DataTally(l, g.Asked, g.Answered, g.InTime, g.Overdue, g.Mean) : new DataTally(l, 0, 0, 0, 0, null))];
    }

    private void Tell(long person, string text) => office.Tell(person, "work", text);

    private Task SayAsync(DataRequest request, string text, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("coordination.data", $"数据共享“{request.Title}”：{text}") { Changes = new { request.Id } }, office.Ids, office.Now, cancel);
}

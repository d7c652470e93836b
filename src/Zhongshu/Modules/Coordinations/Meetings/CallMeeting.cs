using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Coordinations.Keep;
using Zhongshu.Platform;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Coordinations.Meetings;

/// A meeting as it is called.
public sealed record MeetingInput
{
    public string Title { get; init; } = "";

    /// 2026-12-01T14:30, as the form has it.
    public string StartsAt { get; init; } = "";

    public string Place { get; init; } = "";

    public string Agenda { get; init; } = "";

    /// More units than the sheet's own.
    public IReadOnlyList<long> More { get; init; } = [];

    public static MeetingInput Posted(IFormCollection form) => new()
    {
        Title = form["title"].ToString().Trim(), StartsAt = form["starts"].ToString().Trim(), Place = form["place"].ToString().Trim(), Agenda = form["agenda"].ToString().Trim(),
        More = [.. form["more"].Select(t => long.TryParse(t, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id != 0).Distinct().Take(60)],
    };

    internal DateTimeOffset? At => DateTime.TryParseExact(StartsAt, ["yyyy-MM-ddTHH:mm", "yyyy-M-d H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at.Year is > 2000 and < 2200 ? new DateTimeOffset(at, OfficeDay.Offset) : null;
}

/// 召集联席会议: a notice to each unit with a line of its own; answered, chased, told by telephone where nobody is on the platform, and its conclusion.
internal sealed class CallMeeting(Office office)
{
    public Task<Outcome<long>> RunAsync(long id, MeetingInput input, string? once, CancellationToken cancel) => office.WriteAsync<long>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (await CoordinationCircle.Seen(office, book).SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } sheet) return Refusal.NotFound("这张协调单");
        if (!CoordinationCircle.Manages(office, sheet.KeeperId)) return Refusal.Forbidden("召集联席会议");
        if (sheet.ClosedOn is not null) return CoordinationRefusals.Closed;
        if (input.Title.Length is 0 or > CoordinationLimits.Title) return CoordinationRefusals.Missing("title", $"请填写会议名称，最多{CoordinationLimits.Title}字。");
        if (input.At is not { } at || at <= office.Now) return CoordinationRefusals.Missing("starts", "请填写开会时间，晚于现在。");
        if (input.Place.Length is 0 or > 120) return CoordinationRefusals.Missing("place", "请填写地点，最多120字。");
        if (input.Agenda.Length is 0 or > CoordinationLimits.Text) return CoordinationRefusals.Missing("agenda", $"请写明议什么，最多{CoordinationLimits.Text}字。");
        var units = await office.Db.Set<CoordinationUnit>().Where(u => u.CoordinationId == id).OrderByDescending(u => u.IsLead).ThenBy(u => u.UnitId).Select(u => u.UnitId).ToListAsync(cancel);
        var rows = UnitCircle.Rows(book, sheet.KeeperId, office.Today).Select(u => u.Id).ToHashSet();
        // Whoever is called in besides takes part from now on, and so sees the sheet.
        var more = input.More.Where(m => rows.Contains(m) && !units.Contains(m)).Distinct().ToList();
        if (more.Count > 0 && sheet.MatterId is not null && !await AdmitAsync(sheet, more.SelectMany(u => UnitCircle.People(book, u, office.Today)).Distinct(), cancel))
            return new Refusal("coordination.more", "关联的事项已经限定知悉范围，不能另请单位。请去掉另请的单位，再发通知。") { Kind = RefusalKind.Conflict };
        foreach (var unit in more) office.Db.Add(new CoordinationUnit { CoordinationId = id, UnitId = unit });
        units.AddRange(more);

        var meeting = new CalledMeeting { Id = office.Ids.Next(), CoordinationId = id, Title = input.Title, StartsAt = at, Place = input.Place, Agenda = input.Agenda, CalledBy = office.Actor.Name, At = office.Now };
        office.Db.Add(meeting);
        foreach (var unit in units) Receipts.Tell(office, (ReceiptOf.Meeting, meeting.Id), unit, Receipts.FirstOf(book, unit, office.Today), NoticeTo(meeting, Receipts.FirstOf(book, unit, office.Today), "会议通知"));
        await SayAsync(sheet, $"召集联席会议，通知{units.Count}个单位", cancel);
        return meeting.Id;
    }, cancel);

    /// 答复: comes, or is away with who comes instead or why.
    public Task<Outcome<Done>> AnswerAsync(long meeting, ReceiptAnswer answer, string words, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        var me = office.Actor.PersonId;
        // Whoever is the first of several units has a line for each of them.
        var lines = await office.Db.Set<ToldLine>().Where(l => l.Kind == ReceiptOf.Meeting && l.OfId == meeting && l.PersonId == me).ToListAsync(cancel);
        if (lines.Count == 0) return Refusal.NotFound("发给您的这份会议通知");
        if (await office.Db.Set<CalledMeeting>().AnyAsync(m => m.Id == meeting && m.HeldOn != null, cancel)) return CoordinationRefusals.Held;
        if (answer is not (ReceiptAnswer.Comes or ReceiptAnswer.Away)) return CoordinationRefusals.Missing("answer", "请选择参加还是请假。");
        if (words.Length > 300 || (answer == ReceiptAnswer.Away && words.Length == 0)) return CoordinationRefusals.Missing("words", "请假的写明原因和委派谁参加，最多300字。");
        foreach (var line in lines) (line.Answer, line.Words, line.AnsweredAt) = (answer, words, office.Now);
        return Done.Yes;
    }, cancel);

    /// 另行通知: how a unit that is not on the platform, or does not answer, was told by other means.
    public Task<Outcome<Done>> ToldByHandAsync(long meeting, long lineId, (bool Comes, string Words) said, string? once, CancellationToken cancel) => ManageAsync(meeting, once, async (_, _) =>
    {
        if (said.Words.Length is 0 or > 300) return CoordinationRefusals.Missing("words", "请写明怎样通知的、对方怎么答复，最多300字。");
        if (await office.Db.Set<ToldLine>().SingleOrDefaultAsync(l => l.Id == lineId && l.Kind == ReceiptOf.Meeting && l.OfId == meeting, cancel) is not { } line) return Refusal.NotFound("这一条");
        if (line.Answer != ReceiptAnswer.None) return new Refusal("coordination.told", "这一条已经有答复，请刷新后查看。") { Kind = RefusalKind.Conflict };
        (line.Answer, line.Words, line.AnsweredAt) = (said.Comes ? ReceiptAnswer.Comes : ReceiptAnswer.Away, said.Words, office.Now);
        return Done.Yes;
    }, cancel);

    /// 催未答复的: everybody on the platform who has not answered, once more.
    public async Task<Outcome<int>> ChaseAsync(long meeting, string? once, CancellationToken cancel)
    {
        var chased = 0;
        var done = await ManageAsync(meeting, once, async (called, _) =>
        {
            if (called.HeldOn is not null) return CoordinationRefusals.Held;
            var silent = await office.Db.Set<ToldLine>().Where(l => l.Kind == ReceiptOf.Meeting && l.OfId == meeting && l.Answer == ReceiptAnswer.None && l.PersonId != 0).ToListAsync(cancel);
            if (silent.Count == 0) return CoordinationRefusals.NobodyToChase;
            foreach (var line in silent)
            {
                office.Db.Add(NoticeTo(called, line.PersonId, "请尽快答复会议通知")!);
                line.ChasedAt = office.Now;
            }

            chased = silent.Count;
            return Done.Yes;
        }, cancel);
        return done.Succeeded ? chased : done.Refusal;
    }

    /// 会议结论: the next joint meeting is counted from here.
    public Task<Outcome<Done>> HoldAsync(long meeting, string conclusion, string? once, CancellationToken cancel) => ManageAsync(meeting, once, async (called, sheet) =>
    {
        if (called.HeldOn is not null) return CoordinationRefusals.Held;
        if (called.StartsAt > office.Now) return CoordinationRefusals.Missing("conclusion", "会议还没有开，开完后再登记结论。");
        if (conclusion.Length is 0 or > CoordinationLimits.Text) return CoordinationRefusals.Missing("conclusion", $"请写明议定什么、谁办、什么时候前，最多{CoordinationLimits.Text}字。");
        (called.HeldOn, called.Conclusion) = (OfficeDay.Of(called.StartsAt), conclusion);
        if (sheet.ClosedOn is null && office.Rules.CoordinationKindOf(sheet.Kind) is { Every: > 0 } kind) sheet.MeetsBy = OfficeDay.Of(called.StartsAt).AddDays(kind.Every * 7);
        await SayAsync(sheet, "登记联席会议结论", cancel);
        return Done.Yes;
    }, cancel);

    private Task<Outcome<Done>> ManageAsync(long meeting, string? once, Func<CalledMeeting, Coordination, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (await office.Db.Set<CalledMeeting>().SingleOrDefaultAsync(m => m.Id == meeting, cancel) is not { } called
            || await CoordinationCircle.Seen(office, book).SingleOrDefaultAsync(c => c.Id == called.CoordinationId, cancel) is not { } sheet) return Refusal.NotFound("这次会议");
        return CoordinationCircle.Manages(office, sheet.KeeperId) ? await act(called, sheet) : Refusal.Forbidden("办理会议通知");
    }, cancel);

    /// Without the matter that it is about nobody sees a sheet. False: the matter was restricted meanwhile.
    private async Task<bool> AdmitAsync(Coordination sheet, IEnumerable<long> people, CancellationToken cancel)
    {
        var matter = await office.Db.Set<Matter>().SingleAsync(m => m.Id == sheet.MatterId, cancel);
        if (matter.IsRestricted || matter.Classification > 0) return false;
        await office.Db.LoadAccessAsync(matter.Id, cancel);
        foreach (var person in people) office.Db.Grant(matter, Participant.Person(person), "协调单", office.Now);
        office.Db.Record(matter, new Act("coordination.called", $"{CoordinationWords.NumberOf(sheet)}的联席会议另请单位"), office.Ids, office.Now);
        return true;
    }

    private Notice? NoticeTo(CalledMeeting meeting, long person, string word) => person == 0 ? null : new()
    {
        Id = office.Ids.Next(), PersonId = person, Kind = "work", At = office.Now, Urgency = (int)Urgency.Urgent,
        Text = $"{word}：{meeting.Title}，{OfficeDay.Local(meeting.StartsAt):M月d日 HH:mm}，{meeting.Place}。请在“办事 › 协调联络 › 会议通知”答复是否参加。",
    };

    private Task SayAsync(Coordination sheet, string text, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("coordination.meeting", $"{CoordinationWords.NumberOf(sheet)}：{text}") { Changes = new { sheet.Id } }, office.Ids, office.Now, cancel);
}

using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.IncomingDocuments.Route;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.IncomingDocuments.Intents;

internal sealed record IntentForm(string Kind, string Title, string Gist, DateOnly? NeededOn);

/// 报件意向: raised by a section or a unit below, talked over with the office, agreed, and tied to the document when it comes.
internal sealed class TalkOverIntent(Office office)
{
    public const string Answers = "incoming.propose";
    public const string Raises = "outgoing.draft";
    private const int Longest = 1000;

    public async Task<Outcome<SubmissionIntent>> RaiseAsync(IntentForm form, CancellationToken cancel)
    {
        if (!office.Actor.May(Raises)) return Refusal.Forbidden("提出报件意向");
        var lead = office.Rules.Value(IncomingRules.ReviewLeads).FirstOrDefault(l => l.Word == form.Kind);
        if (lead is null) return new IncomingRefusals.UnknownCode("kind", "报件种类");
        if (string.IsNullOrWhiteSpace(form.Title) || form.Title.Length > 200) return new IncomingRefusals.Missing("title", "请填写拟报送的标题，最多200字。");
        if (string.IsNullOrWhiteSpace(form.Gist)) return new IncomingRefusals.Missing("gist", "请写明报件目的和主要内容。");
        if (form.Gist.Length > Longest) return new IncomingRefusals.TooLong("gist", "主要内容", form.Gist.Length, Longest);
        if (form.NeededOn is not { } needed || needed <= office.Today || needed > office.Today.AddYears(2)) return new IncomingRefusals.OutOfRange("neededOn", "请填写使用日期（开会、印发之日），应在今天之后两年之内。");
        var book = await office.BookAsync(cancel);
        var below = book.HomeOf(office.Actor.UnitId) is { Kind: UnitKind.Subordinate, ParentId: { } parent } unit ? (Unit: unit.Id, Home: parent) : (Unit: office.Actor.UnitId, Home: office.Actor.HomeUnitId);
        var intent = new SubmissionIntent
        {
            Id = office.Ids.Next(), UnitId = below.Unit, HomeUnitId = below.Home, Kind = lead.Word, Title = form.Title.Trim(), Gist = form.Gist.Trim(), NeededOn = needed, LatestOn = LatestFor(office, lead, needed),
            ByPersonId = office.Actor.PersonId, ByName = office.Actor.Name, At = office.Now,
        };
        office.Db.Add(intent);
        foreach (var director in book.WithRole("office-director", intent.HomeUnitId, office.Today)) Tell(director.Person.Id, $"{book.Unit(intent.UnitId)?.ShortName}提出报件意向：{intent.Title}（最迟{intent.LatestOn:M月d日}报审）");
        await office.Db.SaveChangesAsync(cancel);
        return intent;
    }

    /// 最迟报审时间: so many working days before the day it is needed.
    public static DateOnly LatestFor(Office office, ReviewLead lead, DateOnly needed) => office.Rules.Calendar.AddWorkdays(needed, -lead.Workdays);

    public async Task<Outcome<Done>> SayAsync(long id, string? text, bool agrees, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } intent) return Refusal.NotFound("这项报件意向");
        if (intent.State is IntentState.Submitted or IntentState.Withdrawn) return new Refusal("incoming.intent-closed", "这项报件意向已经办结。请刷新后查看。") { Kind = RefusalKind.Conflict };
        var fromOffice = IsOffice(intent);
        if (agrees && !fromOffice) return Refusal.Forbidden("确认沟通一致");
        var said = text?.Trim() ?? "";
        if (said.Length == 0 && !agrees) return new IncomingRefusals.Missing("text", "请写明沟通意见。");
        if (said.Length > Longest) return new IncomingRefusals.TooLong("text", "沟通意见", said.Length, Longest);
        office.Db.Add(new IntentNote { Id = office.Ids.Next(), IntentId = intent.Id, Who = $"{office.Actor.UnitName} {office.Actor.Name}", Text = agrees && said.Length == 0 ? "同意报送。" : said, IsOffice = fromOffice, At = office.Now });
        if (agrees) intent.State = IntentState.Agreed;
        else if (fromOffice) (intent.State, intent.Rounds) = (IntentState.Talking, intent.Rounds + 1);
        if (fromOffice) Tell(intent.ByPersonId, agrees ? $"报件意向已沟通一致，请于{intent.LatestOn:M月d日}前正式报送：{intent.Title}" : $"报件意向有沟通意见：{intent.Title}");
        await office.Db.SaveChangesAsync(cancel);
        return Done.Yes;
    }

    public async Task<Outcome<Done>> WithdrawAsync(long id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } intent || intent.ByPersonId != office.Actor.PersonId) return Refusal.NotFound("您提出的这项报件意向");
        if (intent.State == IntentState.Submitted) return new Refusal("incoming.intent-closed", "已经正式报送，不能撤回。") { Kind = RefusalKind.Conflict };
        intent.State = IntentState.Withdrawn;
        await office.Db.SaveChangesAsync(cancel);
        return Done.Yes;
    }

    /// At registration: the intent that this document carries out, added to the caller's save.
    public static async Task<SubmissionIntent?> TieAsync(Office office, IncomingDocument document, CancellationToken cancel)
    {
        if (document.SenderUnitId is not { } unit) return null;
        var open = await office.Db.Set<SubmissionIntent>().Where(i => i.UnitId == unit && i.HomeUnitId == document.UnitId && (i.State == IntentState.Talking || i.State == IntentState.Agreed)).ToListAsync(cancel);
        if (Likeness.Nearest(open, document.Title, i => i.Title) is not { } intent) return null;
        (intent.State, intent.MatterId, intent.IsLate) = (IntentState.Submitted, document.MatterId, Platform.OfficeDay.Of(document.ReceivedAt) > intent.LatestOn);
        return intent;
    }

    public bool IsOffice(SubmissionIntent intent) => office.Actor.HomeUnitId == intent.HomeUnitId && office.Actor.May(Answers);

    /// Seen by the unit that raised it and by the office that answers.
    public IQueryable<SubmissionIntent> Seen()
    {
        var actor = office.Actor;
        return actor.May(Answers)
            ? office.Db.Set<SubmissionIntent>().Where(i => i.HomeUnitId == actor.HomeUnitId || i.UnitId == actor.UnitId)
            : office.Db.Set<SubmissionIntent>().Where(i => i.UnitId == actor.UnitId || i.UnitId == actor.HomeUnitId);
    }

    private Task<SubmissionIntent?> FindAsync(long id, CancellationToken cancel) => Seen().SingleOrDefaultAsync(i => i.Id == id, cancel);

    private void Tell(long person, string text) => office.Tell(person, "work", text);
}

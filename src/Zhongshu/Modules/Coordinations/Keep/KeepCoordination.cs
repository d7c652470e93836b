using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Contracts;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Numbering;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Coordinations.Keep;

/// 协调单: opened with a timetable and a roadmap, filled in by the units, taken up by the supervision office where need be, closed when every step is done and every unit has said how it stands.
internal sealed class KeepCoordination(Office office, OpenItem items)
{
    public Task<Outcome<long>> OpenAsync(CoordinationInput input, string? once, CancellationToken cancel) => office.WriteAsync<long>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (!CoordinationCircle.Manages(office, keeper)) return Refusal.Forbidden("开出协调单");
        if (input.Wrong(office.Rules, office.Today) is { } wrong) return wrong;
        var rows = UnitCircle.Rows(book, keeper, office.Today).Select(u => u.Id).ToHashSet();
        if (!rows.Contains(input.Lead)) return CoordinationRefusals.Missing("lead", "请选择牵头单位。");
        var units = input.Partners.Append(input.Lead).Concat(input.Filled.Select(s => s.Unit == 0 ? input.Lead : s.Unit)).Distinct().ToList();
        if (units.Exists(u => !rows.Contains(u))) return CoordinationRefusals.Missing("partners", "参与单位须从列出的单位中选择。");
        Matter? matter = null;
        if (input.Matter.Length > 0 && (matter = await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == input.Matter, cancel)) is null) return CoordinationRefusals.Missing("matter", "没有这个事项码，或者该事项不在您的知悉范围内。");
        if (matter is not null && (matter.RefusesWork() ?? (matter.IsRestricted || matter.Classification > 0 ? CoordinationRefusals.Guarded : null)) is { } no) return no;
        var kind = office.Rules.CoordinationKindOf(input.Kind)!;
        var sheet = new Coordination
        {
            Id = office.Ids.Next(), KeeperId = keeper, Number = (int)await NumberSequence.NextAsync(office.Db, string.Create(CultureInfo.InvariantCulture, $"coordination-{keeper}-{office.Today.Year}"), cancel),
            Title = input.Title, Kind = kind.Id, Content = input.Content, Toward = input.Toward, Way = input.Way, Need = input.Need, MatterId = matter?.Id, LeadUnitId = input.Lead, OpenedOn = office.Today,
            DueOn = input.Filled.Max(s => CoordinationInput.Day(s.DueOn)!.Value), MeetsBy = kind.Every > 0 ? office.Today.AddDays(kind.Every * 7) : null, AskedHigher = input.AskedHigher, OpenedBy = office.Actor.Name,
        };
        office.Db.Add(sheet);
        foreach (var unit in units) office.Db.Add(new CoordinationUnit { CoordinationId = sheet.Id, UnitId = unit, IsLead = unit == input.Lead });
        foreach (var (step, place) in input.Filled.Select((s, i) => (s, i + 1)))
            office.Db.Add(new CoordinationStep { Id = office.Ids.Next(), CoordinationId = sheet.Id, Place = place, Text = step.Text.Trim(), UnitId = step.Unit == 0 ? input.Lead : step.Unit, DueOn = CoordinationInput.Day(step.DueOn)!.Value });
        Tell(book, sheet, units, $"{kind.Word}“{sheet.Title}”，{book.LabelOf(sheet.LeadUnitId)}牵头，请在“办事 › 协调联络”提交本单位情况，按路线图办理。");
        if (matter is not null) await LinkAsync(matter, sheet, units.SelectMany(u => UnitCircle.People(book, u, office.Today)).Distinct(), cancel);
        await SayAsync(sheet, "开出协调单", sheet.Need, cancel);
        return sheet.Id;
    }, cancel);

    /// 参与单位情况、沟通记录、共享信息.
    public Task<Outcome<Done>> NoteAsync(long id, NoteInput input, string? once, CancellationToken cancel) => ActAsync(id, once, async of =>
    {
        if (input.Wrong(office.Today) is { } wrong) return wrong;
        office.Db.Add(new CoordinationNote
        {
            Id = office.Ids.Next(), CoordinationId = id, Kind = input.Kind, UnitId = UnitCircle.SpeaksFor(of.Book, office.Actor), On = CoordinationInput.Day(input.On)!.Value,
            With = input.With, Text = input.Text, Result = input.Result, PersonName = office.Actor.Name, At = office.Now,
        });
        await SayAsync(of.Sheet, input.Kind switch { NoteKind.Report => "提交情况", NoteKind.Talk => "登记沟通", _ => "共享信息" }, input.Text, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> StepAsync(long id, long step, string result, string? once, CancellationToken cancel) => ActAsync(id, once, async of =>
    {
        if (await office.Db.Set<CoordinationStep>().SingleOrDefaultAsync(s => s.Id == step && s.CoordinationId == id, cancel) is not { } one) return Refusal.NotFound("这一步");
        if (!of.Manages && UnitCircle.SpeaksFor(of.Book, office.Actor) is var unit && unit != one.UnitId && unit != of.Sheet.LeadUnitId) return Refusal.Forbidden("登记其他单位的步骤");
        if (one.DoneOn is not null) return CoordinationRefusals.StepDone;
        if (result.Length is 0 or > CoordinationLimits.Words) return CoordinationRefusals.Missing("result", $"请写明结果，最多{CoordinationLimits.Words}字。");
        (one.DoneOn, one.Result) = (office.Today, result);
        await SayAsync(of.Sheet, $"完成第{one.Place}步", result, cancel);
        return Done.Yes;
    }, cancel);

    /// 需上级协调解决: into the next notification, or out of it with no words.
    public Task<Outcome<Done>> AskHigherAsync(long id, string words, string? once, CancellationToken cancel) => ActAsync(id, once, async of =>
    {
        if (!of.Manages) return Refusal.Forbidden("提请上级协调");
        if (words.Length > CoordinationLimits.Words) return CoordinationRefusals.Missing("words", $"最多{CoordinationLimits.Words}字。");
        of.Sheet.AskedHigher = words;
        await SayAsync(of.Sheet, words.Length > 0 ? "提请上级协调解决" : "撤下提请上级协调的事项", words, cancel);
        return Done.Yes;
    }, cancel);

    /// 转督办: the lead unit answers, the others support, and the supervision office follows it.
    public Task<Outcome<Done>> SuperviseAsync(long id, string measure, string due, string? once, CancellationToken cancel) => ActAsync(id, once, async of =>
    {
        if (!of.Manages) return Refusal.Forbidden("转督办");
        if (of.Sheet.ItemCode.Length > 0) return CoordinationRefusals.Supervised;
        if (CoordinationInput.Day(due) is not { } on || on < office.Today) return CoordinationRefusals.Missing("due", "请填写督办时限，不早于今天。");
        if (measure.Length is 0 or > CoordinationLimits.Words) return CoordinationRefusals.Missing("measure", $"请写明办成什么样才算完成，最多{CoordinationLimits.Words}字。");
        var units = await office.Db.Set<CoordinationUnit>().Where(u => u.CoordinationId == id && !u.IsLead).Select(u => u.UnitId).ToListAsync(cancel);
        var partners = string.Join('、', units.Select(u => of.Book.Unit(u)?.Name).OfType<string>());
        var opened = await items.AddAsync(new ItemWanted(of.Sheet.Title, CoordinationWords.NumberOf(of.Sheet), of.Book.Unit(of.Sheet.LeadUnitId)?.Name ?? "", partners, measure, on), cancel);
        if (!opened.Succeeded) return opened.Refusal;
        of.Sheet.ItemCode = opened.Value;
        await SayAsync(of.Sheet, $"转督办，事项码{opened.Value}", measure, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> CloseAsync(long id, string result, string? once, CancellationToken cancel) => ActAsync(id, once, async of =>
    {
        if (!of.Manages) return Refusal.Forbidden("办结协调单");
        if (result.Length is 0 or > CoordinationLimits.Text) return CoordinationRefusals.Missing("result", $"请写明协调结果，最多{CoordinationLimits.Text}字。");
        var left = await office.Db.Set<CoordinationStep>().CountAsync(s => s.CoordinationId == id && s.DoneOn == null, cancel);
        if (left > 0) return CoordinationRefusals.StepsLeft(left);
        var silent = await office.Db.Set<CoordinationUnit>().Where(u => u.CoordinationId == id && !office.Db.Set<CoordinationNote>().Any(n => n.CoordinationId == id && n.Kind == NoteKind.Report && n.UnitId == u.UnitId)).Select(u => u.UnitId).ToListAsync(cancel);
        // Nobody can report for a unit that is not on the platform: it is not waited for.
        silent.RemoveAll(u => !CoordinationCircle.HasVoice(of.Book, u, office.Today));
        if (silent.Count > 0) return CoordinationRefusals.Unreported(string.Join('、', silent.Select(of.Book.LabelOf)));
        (of.Sheet.ClosedOn, of.Sheet.Result, of.Sheet.MeetsBy) = (office.Today, result, null);
        await SayAsync(of.Sheet, "办结", result, cancel);
        return Done.Yes;
    }, cancel);

    private Task<Outcome<Done>> ActAsync(long id, string? once, Func<(OrganisationBook Book, Coordination Sheet, bool Manages), Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (await CoordinationCircle.Seen(office, book).SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } sheet) return Refusal.NotFound("这张协调单");
        if (sheet.ClosedOn is not null) return CoordinationRefusals.Closed;
        var (manages, unit) = (CoordinationCircle.Manages(office, sheet.KeeperId), UnitCircle.SpeaksFor(book, office.Actor));
        if (!manages && !await office.Db.Set<CoordinationUnit>().AnyAsync(u => u.CoordinationId == id && u.UnitId == unit, cancel)) return CoordinationRefusals.NotOfIt;
        if (!CoordinationCircle.MayWrite(office)) return Refusal.Forbidden("登记协调单");
        return await act((book, sheet, manages));
    }, cancel);

    /// Whoever takes part reads the matter that it is about; that stands on the matter's trail.
    private async Task LinkAsync(Matter matter, Coordination sheet, IEnumerable<long> people, CancellationToken cancel)
    {
        await office.Db.LoadAccessAsync(matter.Id, cancel);
        foreach (var person in people) office.Db.Grant(matter, Participant.Person(person), "协调单", office.Now);
        office.Db.Record(matter, new Act("coordination.opened", $"开出{CoordinationWords.NumberOf(sheet)}：{sheet.Title}"), office.Ids, office.Now);
    }

    private void Tell(OrganisationBook book, Coordination sheet, IReadOnlyList<long> units, string text)
    {
        foreach (var person in units.SelectMany(u => UnitCircle.People(book, u, office.Today)).Distinct().Where(p => p != office.Actor.PersonId))
            office.Db.Add(new Notice { Id = office.Ids.Next(), PersonId = person, Kind = "work", At = office.Now, Text = text, Urgency = sheet.Way == "pressing" ? (int)Urgency.Urgent : 0 });
    }

    /// The platform's own chain does not know who may read a matter: the words of a sheet on a matter stay out of it.
    private Task SayAsync(Coordination sheet, string text, string? quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("coordination.sheet", $"{CoordinationWords.NumberOf(sheet)}：{text}") { Quote = sheet.MatterId is null ? quote : null, Changes = new { sheet.Id } }, office.Ids, office.Now, cancel);
}

internal static class CoordinationWords
{
    /// 协调单〔2026〕3号
    public static string NumberOf(Coordination sheet) => $"协调单〔{sheet.OpenedOn.Year}〕{sheet.Number}号";

    public static string Of(NoteKind kind) => kind switch { NoteKind.Report => "情况", NoteKind.Talk => "沟通", _ => "共享信息" };
}

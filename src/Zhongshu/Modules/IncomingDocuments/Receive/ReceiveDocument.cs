using Microsoft.EntityFrameworkCore;
using Zhongshu.Flow;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.IncomingDocuments.Receive;

/// How a paper leaves the house again without having been handled.
internal sealed record ReturnForm(string Code, IncomingState To, IReadOnlyList<string> Reasons, string Letter)
{
    /// The matter's version that the person saw; null: not checked.
    public int? Version { get; init; }
}

/// 签收、拒收、退文: a delivered paper begins its flow, or a paper goes back and its flow ends.
internal sealed class ReceiveDocument(Office office, FlowDesk desk)
{
    private const int LongestLetter = 4000;

    public async Task<Outcome<Done>> ReceiveAsync(string code, CancellationToken cancel)
    {
        if (await FindAsync(code, cancel) is not var (matter, document)) return Refusal.NotFound($"事项 {code}");
        if (document.State != IncomingState.Delivered) return IncomingRefusals.NotDelivered;
        await office.Db.LoadAccessAsync(matter.Id, cancel);
        document.State = IncomingState.Handling;
        var move = await desk.StartAsync(matter, RegisterDocument.Flow, IncomingKindOfMatter.Case(office, matter, document), null, cancel);
        if (!move.Succeeded) return move.Refusal;
        office.Db.Record(matter, new Act("incoming.received", $"签收来文，送 {matter.Holder}"), office.Ids, office.Now);
        return await SaveAsync(cancel);
    }

    /// 拒收 or 退文, whatever step the flow has reached.
    public async Task<Outcome<Done>> ReturnAsync(ReturnForm form, CancellationToken cancel)
    {
        if (await FindAsync(form.Code, cancel) is not var (matter, document)) return Refusal.NotFound($"事项 {form.Code}");
        if (form.Version is { } seen && seen != matter.Version) return Refusal.Stale;
        if (Refuses(form, document) is { } no) return no;
        var reasons = office.Rules.Value(IncomingRules.ReturnReasons).Where(r => form.Reasons.Contains(r.Id, StringComparer.Ordinal)).ToList();
        var letter = form.Letter.Trim();
        if (await EndFlowAsync(matter, document, letter, cancel) is { } refused) return refused;
        matter.State = MatterState.Ended;
        matter.ClosedAt = office.Now;
        (matter.Stage, matter.Holder, matter.DueAt) = ("", "", null);
        document.State = form.To;
        office.Db.Add(OpinionOf(matter, letter));
        var verb = form.To == IncomingState.SentBack ? "退文" : "拒收";
        var why = reasons.Count == 0 ? "" : "：" + string.Join('；', reasons.Select(r => $"{r.Reason}（{r.Article}）"));
        office.Db.Record(matter, new Act(form.To == IncomingState.SentBack ? "incoming.sent-back" : "incoming.refused", verb + why) { Quote = letter }, office.Ids, office.Now);
        return await SaveAsync(cancel);
    }

    public static Refusal? Refuses(ReturnForm form, IncomingDocument document)
    {
        if (document.State is not (IncomingState.Delivered or IncomingState.Handling)) return document.RefusesClosing() ?? IncomingRefusals.NotDelivered;
        if (string.IsNullOrWhiteSpace(form.Letter)) return IncomingRefusals.NoReturnReason;
        return form.Letter.Length > LongestLetter ? new IncomingRefusals.TooLong("letter", "退文函", form.Letter.Length, LongestLetter) : null;
    }

    private async Task<Refusal?> EndFlowAsync(Matter matter, IncomingDocument document, string letter, CancellationToken cancel)
    {
        if (await desk.MainAsync(matter.Id, cancel) is not { IsOpen: true } instance) return null;
        await office.Db.LoadAccessAsync(matter.Id, cancel);
        var flowCase = IncomingKindOfMatter.Case(office, matter, document) with { ActsForOffice = true };
        var move = await desk.ActAsync(matter, instance, new Terminate(letter), flowCase, cancel);
        return move.Refusal;
    }

    private Opinion OpinionOf(Matter matter, string letter) => new()
    {
        Id = office.Ids.Next(),
        MatterId = matter.Id,
        Kind = OpinionKind.Return,
        Text = letter,
        PersonId = office.Actor.PersonId,
        PersonName = office.Actor.Name,
        PostName = $"{office.Actor.UnitName} {office.Actor.PostName}",
        WrittenOn = office.Today,
        At = office.Now,
    };

    private async Task<(Matter, IncomingDocument)?> FindAsync(string code, CancellationToken cancel)
    {
        var matter = await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == code && m.Kind == IncomingKindOfMatter.Name, cancel);
        return matter is null ? null : (matter, await office.Db.Set<IncomingDocument>().SingleAsync(d => d.MatterId == matter.Id, cancel));
    }

    private async Task<Outcome<Done>> SaveAsync(CancellationToken cancel)
    {
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }
}

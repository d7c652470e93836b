using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;
using Microsoft.EntityFrameworkCore;

namespace Zhongshu.Modules.Burdens.Ledger;

/// What was entered, and what is to be said of it.
internal sealed record Entered(BurdenEntry Entry, string Remark);

/// 报备登记: a unit says what it is going to issue or call, and hears at once whether the plan allows it.
internal sealed class RegisterEntry(Office office)
{
    public Task<Outcome<Entered>> RunAsync(EntryInput input, string? once, CancellationToken cancel) => office.WriteAsync(once, () => AddAsync(input, cancel), cancel);

    /// Within the caller's transaction; the caller saves.
    public async Task<Outcome<Entered>> AddAsync(EntryInput input, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var keeps = office.Actor.May(BurdensModule.Manage);
        if (!keeps && !office.Actor.May(BurdensModule.TakePart)) return Refusal.Forbidden("报备登记");
        var kinds = office.Rules.Value(BurdenRules.Kinds);
        var kind = (BurdenKind)(kinds.Select(k => k.Id).ToList().IndexOf(input.Kind) + 1);
        if (!Enum.IsDefined(kind)) return BurdenRefusals.NoKind;
        if (input.Day is not { } day) return BurdenRefusals.NoDay;
        var own = book.Unit(UnitCircle.SpeaksFor(book, office.Actor));
        var issuer = input.Unit.Length == 0 ? own : UnitCircle.Find(book, keeper, input.Unit, office.Today);
        if (issuer is null) return BurdenRefusals.UnknownUnit(input.Unit);
        if (!keeps && issuer.Id != own?.Id) return Refusal.Forbidden("代其他单位登记");
        var form = new EntryForm(kind, input.Title.Trim(), input.Number.Trim(), day, input.Comprehensive) { Reason = input.Reason.Trim(), LikeReason = input.LikeReason.Trim(), Approval = input.Approval.Trim() };
        var facts = await FactsAsync(form, issuer, (keeper, keeps), cancel);
        var decided = LedgerRules.Decide(form, facts, office.Today);
        return decided.Succeeded ? await SaveAsync(form, facts, decided.Value, (keeper, issuer.Id), cancel) : decided.Refusal;
    }

    private async Task<LedgerFacts> FactsAsync(EntryForm form, Unit issuer, (long Id, bool Keeps) keeper, CancellationToken cancel)
    {
        var plan = await office.Db.Set<BurdenPlan>().AsNoTracking().SingleOrDefaultAsync(p => p.KeeperId == keeper.Id && p.Year == form.On.Year && p.IssuerId == issuer.Id && p.Kind == form.Kind, cancel);
        var around = form.On.AddMonths(-office.Rules.Value(BurdenRules.LikeWithin));
        var from = around.Year < form.On.Year ? around : new DateOnly(form.On.Year, 1, 1);
        var all = await Happened.ReadAsync(office, keeper.Id, (from, new DateOnly(form.On.Year, 12, 31)), cancel);
        var same = all.Where(h => h.IsCounted && h.IssuerId == issuer.Id && h.Kind == form.Kind && h.On.Year == form.On.Year).ToList();
        var cap = form.Kind switch
        {
            BurdenKind.Meeting => office.Rules.Get(BurdenRules.MeetingCap),
            BurdenKind.Inspection => office.Rules.Get(BurdenRules.InspectionCap),
            _ => default,
        };
        return new LedgerFacts(issuer.ShortName, office.Rules.WordOf(form.Kind))
        {
            Planned = plan?.Planned,
            Counted = same.Count,
            Comprehensive = same.Count(h => h.IsComprehensive),
            Cap = cap.Ref is null ? null : (cap.Value, cap.Ref.Source),
            Like = LikeOf(form, all.Where(h => h.IssuerId == issuer.Id && h.State is EntryState.Counted or EntryState.Asked && h.On >= around)),
            Keeps = keeper.Keeps,
        };
    }

    /// 改头换面: the nearest of what the unit already issued, in words.
    private string LikeOf(EntryForm form, IEnumerable<Happened> others)
    {
        var least = (double)office.Rules.Value(BurdenRules.Likeness);
        return others.Select(h => (Other: h, Share: LikeText.Of(form.Title, h.Title))).Where(h => h.Share >= least).OrderByDescending(h => h.Share)
            .Select(h => $"{h.Other.On:M月d日}的{office.Rules.WordOf(h.Other.Kind).Word}《{h.Other.Title}》").FirstOrDefault() ?? "";
    }

    private async Task<Outcome<Entered>> SaveAsync(EntryForm form, LedgerFacts facts, EntryDecision decision, (long Keeper, long Issuer) of, CancellationToken cancel)
    {
        var entry = new BurdenEntry
        {
            Id = office.Ids.Next(),
            KeeperId = of.Keeper,
            IssuerId = of.Issuer,
            Kind = form.Kind,
            Title = form.Title,
            Number = form.Number,
            HappensOn = form.On,
            IsComprehensive = form.IsComprehensive,
            State = decision.State,
            IsOverPlan = decision.IsOverPlan,
            Reason = form.Reason,
            LikeReason = form.LikeReason,
            Like = facts.Like,
            Decision = decision.State == EntryState.Counted && decision.IsOverPlan ? form.Approval : "",
            DecidedBy = decision.State == EntryState.Counted && decision.IsOverPlan ? office.Actor.Name : "",
            At = office.Now,
            PersonName = office.Actor.Name,
        };
        office.Db.Add(entry);
        var act = decision.State == EntryState.Asked ? "申请计划外" : decision.IsOverPlan ? "登记计划外" : "登记";
        await office.Db.RecordPlatformAsync(new Act("burdens.entered", $"{facts.Unit}{act}{facts.Kind.Word}《{form.Title}》")
        {
            Quote = form.Reason.Length > 0 ? form.Reason : null,
            Changes = new { entry.Id, entry.IssuerId, entry.Kind, entry.State, entry.IsOverPlan, form.LikeReason, form.Approval },
        }, office.Ids, office.Now, cancel);
        return new Entered(entry, decision.Remark);
    }
}

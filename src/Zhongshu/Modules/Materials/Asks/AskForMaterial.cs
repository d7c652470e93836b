using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Materials.Contracts;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Materials.Asks;

public sealed record AskInput(long Unit, string What, string DueOn, string Reason);

/// An ask of before that wanted the same.
public sealed record AskedOnce(long Id, string What, string Asker, string Unit, DateOnly On, long? MaterialId);

/// Known already, or asked before: said with where it is, so that a page can show the links.
internal sealed record AskedAlready(IReadOnlyList<KnownModule> Known, IReadOnlyList<AskedOnce> Asked) : Refusal("materials.asked-before",
    $"{string.Join("；", Known.Select(k => $"知识库已有“{k.Title}”").Concat(Asked.Select(a => $"{a.On:M月d日}{a.Asker}已向{a.Unit}要过“{a.What}”")))}。请先取用；确实还要的，写明理由。");

/// 索要材料: registered before a unit is asked, held against what is known, answered with a material or in words.
internal sealed class AskForMaterial(Office office)
{
    private const int Most = 500;

    public Task<Outcome<MaterialAsk>> RunAsync(AskInput input, string? once, CancellationToken cancel) => office.WriteAsync<MaterialAsk>(once, async () =>
    {
        if (!office.Actor.May(MaterialsModule.Write)) return Refusal.Forbidden("索要材料");
        if (input.What.Length is 0 or > MaterialLimits.Keywords) return MaterialRefusals.Missing("what", $"请写明要什么材料，最多{MaterialLimits.Keywords}字。");
        if (!DateOnly.TryParseExact(input.DueOn, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) || due < office.Today) return MaterialRefusals.Missing("due", "请填写什么时候要，不早于今天。");
        if (input.Reason.Length > MaterialLimits.Words) return MaterialRefusals.Missing("reason", $"理由最多{MaterialLimits.Words}字。");
        var book = await office.BookAsync(cancel);
        var (keeper, own) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor));
        if (input.Unit == own || Units(book, keeper, office.Today).All(u => u.Id != input.Unit)) return MaterialRefusals.Missing("unit", "请选择向哪个科室或单位要。");
        if (input.Reason.Length == 0 && await BeforeAsync(input.What, cancel) is { } before) return before;
        var ask = new MaterialAsk { Id = office.Ids.Next(), KeeperId = keeper, AskerId = own, UnitId = input.Unit, What = input.What, On = office.Today, DueOn = due, Reason = input.Reason, PersonId = office.Actor.PersonId, PersonName = office.Actor.Name };
        office.Db.Add(ask);
        foreach (var person in UnitCircle.People(book, ask.UnitId, office.Today).Where(p => p != office.Actor.PersonId))
            office.Tell(person, "work", $"{book.LabelOf(own)}需要材料“{ask.What}”，请于{due:M月d日}前在“查询 › 知识库 › 索要材料”答复；已有工作模块的，选它即可。");
        await SayAsync($"向{book.LabelOf(ask.UnitId)}索要材料“{ask.What}”", ask, ask.Reason.Length > 0 ? ask.Reason : null, cancel);
        return ask;
    }, cancel);

    /// What is known or was asked for, within the months of the rule; null when neither.
    public async Task<AskedAlready?> BeforeAsync(string what, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var known = await KnownModules.LikeAsync(office, [what], cancel);
        var (keeper, least, since) = (UnitCircle.KeeperOf(book, office.Actor), office.Rules.Value(MaterialRules.Likeness), office.Today.AddMonths(-office.Rules.Value(MaterialRules.AskedWithin)));
        var asked = (await office.Db.Set<MaterialAsk>().AsNoTracking().Where(a => a.KeeperId == keeper && a.On >= since).OrderByDescending(a => a.Id).Take(Most).ToListAsync(cancel))
            .Where(a => KnownModules.IsLike(what, a.What, "", least)).Take(3).Select(a => new AskedOnce(a.Id, a.What, book.LabelOf(a.AskerId) ?? "", book.LabelOf(a.UnitId) ?? "", a.On, a.MaterialId)).ToList();
        return known.Count + asked.Count == 0 ? null : new AskedAlready(known, asked) { Kind = RefusalKind.Conflict, Field = "reason" };
    }

    /// By the unit that was asked: the material that says it, or a word where it went.
    public Task<Outcome<Done>> AnswerAsync(long id, long material, string words, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        var book = await office.BookAsync(cancel);
        var (keeper, own) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor));
        if (await office.Db.Set<MaterialAsk>().SingleOrDefaultAsync(a => a.Id == id && a.KeeperId == keeper && a.UnitId == own, cancel) is not { } ask) return Refusal.NotFound("向本科室（单位）要的这份材料");
        if (ask.AnsweredOn is not null) return MaterialRefusals.Answered;
        if (material != 0)
        {
            if (await MaterialCircle.Seen(office, book).SingleOrDefaultAsync(m => m.Id == material && m.EndedOn == null, cancel) is not { } said) return Refusal.NotFound("所选的资料");
            if (!MaterialCircle.IsOpenTo(said, book, ask.AskerId)) return MaterialRefusals.NotOpenToAsker(said.Title, MaterialCircle.WordOf(said.Audience));
        }

        if (material == 0 && words.Length == 0) return MaterialRefusals.Missing("words", "请选择知识库里的资料，或写明材料送到了哪里。");
        if (words.Length > MaterialLimits.Words) return MaterialRefusals.Missing("words", $"答复最多{MaterialLimits.Words}字。");
        (ask.MaterialId, ask.Answer, ask.AnsweredOn) = (material == 0 ? null : material, words, office.Today);
        office.Tell(ask.PersonId, "result", $"您要的材料“{ask.What}”，{book.LabelOf(own)}已经答复，见“查询 › 知识库 › 索要材料”。");
        await SayAsync($"答复索要材料“{ask.What}”", ask, words.Length > 0 ? words : null, cancel);
        return Done.Yes;
    }, cancel);

    /// The units that can be asked: the keeper's sections and the units below.
    public static IReadOnlyList<Unit> Units(OrganisationBook book, long keeper, DateOnly day) => [.. UnitCircle.Rows(book, keeper, day).Where(u => u.Kind is UnitKind.Section or UnitKind.Subordinate && UnitCircle.People(book, u.Id, day).Any())];

    /// One's own unit's asks, both ways; all of them for who keeps the library.
    public static IQueryable<MaterialAsk> Seen(Office office, OrganisationBook book)
    {
        var (keeper, own, whole) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor), MaterialCircle.Whole(office, book));
        return office.Db.Set<MaterialAsk>().Where(a => a.KeeperId == keeper && (whole || a.AskerId == own || a.UnitId == own));
    }

    private Task SayAsync(string text, MaterialAsk ask, string? quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("materials.asked", text) { Quote = quote, Changes = new { ask.Id } }, office.Ids, office.Now, cancel);
}

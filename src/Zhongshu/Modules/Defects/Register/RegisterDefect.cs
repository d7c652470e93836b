using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Defects.Register;

/// A slip as it is registered.
public sealed record DefectInput
{
    public string Kind { get; init; } = "";

    public string Stage { get; init; } = "";

    public string Found { get; init; } = "";

    public string Consequence { get; init; } = "";

    public string Aspect { get; init; } = "";

    public long Unit { get; init; }

    public long Person { get; init; }

    public string On { get; init; } = "";

    public string Text { get; init; } = "";

    public string Foresight { get; init; } = "";

    public string Correction { get; init; } = "";

    /// 事项码, where it happened on a matter.
    public string Matter { get; init; } = "";

    public static DefectInput Posted(IFormCollection form)
    {
        string Text(string name) => form[name].ToString().Trim();
        long Id(string name) => long.TryParse(form[name], CultureInfo.InvariantCulture, out var id) ? id : 0;
        return new DefectInput
        {
            Kind = Text("kind"), Stage = Text("stage"), Found = Text("found"), Consequence = Text("consequence"), Aspect = Text("aspect"), Unit = Id("unit"), Person = Id("person"),
            On = Text("on"), Text = Text("text"), Foresight = Text("foresight"), Correction = Text("correction"), Matter = Text("matter"),
        };
    }
}

/// 错情登记: every slip with its unit and stage; the unit and whoever answers are told.
internal sealed class RegisterDefect(Office office)
{
    public Task<Outcome<Defect>> RunAsync(DefectInput input, string? once, CancellationToken cancel) => office.WriteAsync<Defect>(once, async () =>
    {
        if (!office.Actor.May(DefectsModule.Register)) return Refusal.Forbidden("登记错情");
        if (Wrong(input, office.Rules) is { } wrong) return wrong;
        if (!DateOnly.TryParseExact(input.On, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || on > office.Today || on.Year < office.Today.Year - 1) return DefectRefusals.Missing("on", "请填写发生的日期，写成 2026-01-31 的样子，限上年和今年，不晚于今天。");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (DefectCircle.Units(book, keeper, office.Today).All(u => u.Id != input.Unit)) return DefectRefusals.Missing("unit", "请选择责任单位。");
        if (input.Unit != UnitCircle.SpeaksFor(book, office.Actor) && !office.Actor.May(DefectsModule.PointOut)) return DefectRefusals.NotOthers;
        if (input.Person != 0 && DefectCircle.People(book, input.Unit, office.Today).All(m => m.Person.Id != input.Person)) return DefectRefusals.Missing("person", "责任人不在所选的责任单位，请重新选择或不填。");
        var matter = input.Matter.Length == 0 ? null : await office.Db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(m => m.Code == input.Matter, cancel);
        if (input.Matter.Length > 0 && matter is null) return Refusal.NotFound($"事项 {(input.Matter.Length <= 40 ? input.Matter : input.Matter[..40])}") with { Field = "matter" };
        var defect = new Defect
        {
            Id = office.Ids.Next(), KeeperId = keeper, UnitId = input.Unit, PersonId = input.Person == 0 ? null : input.Person, MatterId = matter?.Id, IsConfined = matter is { IsRestricted: true } or { Classification: > 0 },
            Kind = input.Kind, Stage = input.Stage, Found = input.Found, Consequence = input.Consequence, Aspect = input.Aspect, On = on,
            Text = input.Text, Foresight = input.Foresight, Correction = input.Correction, ById = office.Actor.PersonId, ByName = office.Actor.Name, At = office.Now,
        };
        office.Db.Add(defect);
        Tell(defect, book);
        await office.Db.RecordPlatformAsync(new Act("defects.registered", $"登记{book.Unit(defect.UnitId)?.ShortName}错情：{office.Rules.KindWord(defect.Kind)}（{office.Rules.StageWord(defect.Stage)}）") { Changes = new { defect.Id } }, office.Ids, office.Now, cancel);
        return defect;
    }, cancel);

    private static Refusal? Wrong(DefectInput input, RuleBook rules)
    {
        if (rules.Value(DefectRules.Kinds).All(k => k.Id != input.Kind)) return DefectRefusals.Missing("kind", "请选择错情的种类。");
        if (rules.Value(DefectRules.Stages).All(k => k.Id != input.Stage)) return DefectRefusals.Missing("stage", "请选择错在哪个环节。");
        if (rules.Value(DefectRules.Found).All(k => k.Id != input.Found)) return DefectRefusals.Missing("found", "请选择怎样发现的。");
        if (rules.Value(DefectRules.Consequences).All(k => k.Id != input.Consequence)) return DefectRefusals.Missing("consequence", "请选择造成的后果。");
        if (input.Aspect.Length > 0 && !rules.Value(DefectRules.Aspects).Contains(input.Aspect, StringComparer.Ordinal)) return DefectRefusals.Missing("aspect", "请从列出的方面中选择。");
        if (input.Text.Length is 0 or > DefectLife.Longest) return DefectRefusals.Missing("text", $"请写明错在哪里，最多{DefectLife.Longest}字。");
        if (input.Foresight.Length > DefectLife.Longest) return DefectRefusals.Missing("foresight", $"事前推演最多{DefectLife.Longest}字。");
        return input.Correction.Length > DefectLife.Longest ? DefectRefusals.Missing("correction", $"事中纠偏最多{DefectLife.Longest}字。") : null;
    }

    private void Tell(Defect defect, OrganisationBook book)
    {
        var must = office.Rules.MustReview(defect) ? "，须复盘" : "";
        var people = UnitCircle.People(book, defect.UnitId, office.Today);
        if (defect.PersonId is { } person) people = people.Append(person);
        foreach (var one in people.Distinct().Where(p => p != office.Actor.PersonId))
            office.Tell(one, "work", $"登记了一件本单位的错情（{office.Rules.KindWord(defect.Kind)}）{must}，请在“办事 › 错情复盘”查看。");
    }
}

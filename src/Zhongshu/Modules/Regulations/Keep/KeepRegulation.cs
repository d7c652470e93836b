using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Regulations.Keep;

/// A regulation as it is entered.
public sealed record RegulationInput
{
    public string Title { get; init; } = "";

    public string Number { get; init; } = "";

    public string Class { get; init; } = "";

    public string Group { get; init; } = "";

    public string Area { get; init; } = "";

    public string Layer { get; init; } = "";

    public string Level { get; init; } = "";

    public string Method { get; init; } = "";

    public string IssuedOn { get; init; } = "";

    public long Unit { get; init; }

    public string Partners { get; init; } = "";

    public bool IsPrinciple { get; init; }

    public long Details { get; init; }

    public string Summary { get; init; } = "";

    public static RegulationInput Posted(IFormCollection form)
    {
        string Text(string name) => form[name].ToString().Trim();
        long Id(string name) => long.TryParse(form[name], CultureInfo.InvariantCulture, out var id) ? id : 0;
        return new RegulationInput
        {
            Title = Text("title"), Number = Text("number"), Class = Text("class"), Group = Text("group"), Area = Text("area"), Layer = Text("layer"), Level = Text("level"), Method = Text("method"),
            IssuedOn = Text("issued"), Unit = Id("unit"), Partners = Text("partners"), IsPrinciple = form["principle"] == "true", Details = Id("details"), Summary = Text("summary"),
        };
    }
}

/// 制度登记; 执行者提修改意见 and its answer.
internal sealed class KeepRegulation(Office office)
{
    public Task<Outcome<Regulation>> AddAsync(RegulationInput input, string? once, CancellationToken cancel) => office.WriteAsync<Regulation>(once, async () =>
    {
        if (!office.Actor.May(RegulationsModule.Manage)) return Refusal.Forbidden("登记制度");
        if (Wrong(input, office.Rules) is { } wrong) return wrong;
        if (!DateOnly.TryParseExact(input.IssuedOn, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var issued) || issued > office.Today || issued.Year < 1949) return RegulationRefusals.Missing("issued", "请填写印发日期，写成 2026-01-31 的样子，不晚于今天。");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (book.SectionsOf(keeper).All(u => u.Id != input.Unit)) return RegulationRefusals.Missing("unit", "请选择牵头科室。");
        var register = office.Db.Set<Regulation>().Where(r => r.KeeperId == keeper && r.State != RegulationState.Abolished);
        if (await register.AnyAsync(r => r.Title == input.Title, cancel)) return RegulationRefusals.SameTitle(input.Title);
        if (input.Details != 0 && !await register.AnyAsync(r => r.Id == input.Details && r.IsPrinciple, cancel)) return RegulationRefusals.OwnDetail;
        var one = new Regulation
        {
            Id = office.Ids.Next(), KeeperId = keeper, Title = input.Title, Number = input.Number, Class = input.Class, Sphere = input.Group, Area = input.Area, Layer = input.Layer, Level = input.Level, Method = input.Method,
            IssuedOn = issued, UnitId = input.Unit, Partners = input.Partners, IsPrinciple = input.IsPrinciple, DetailsId = input.Details == 0 ? null : input.Details, Summary = input.Summary,
        };
        office.Db.Add(one);
        office.Change(one, $"登记，{one.Level}");
        await office.SayAsync("regulations.kept", $"制度台账登记《{one.Title}》", one.Id, null, cancel);
        return one;
    }, cancel);

    /// 修改意见, by anybody who has to do with it.
    public Task<Outcome<Done>> RemarkAsync(long id, string words, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (words.Length is 0 or > RegulationLimits.Words) return RegulationRefusals.Missing("words", $"请写明哪一条行不通、建议怎么改，最多{RegulationLimits.Words}字。");
        if (await office.RegulationAsync(id, cancel) is not { } one) return Refusal.NotFound("这项制度");
        if (one.State == RegulationState.Abolished) return RegulationRefusals.Ended;
        var book = await office.BookAsync(cancel);
        office.Db.Add(new RegulationRemark { Id = office.Ids.Next(), RegulationId = id, UnitId = UnitCircle.SpeaksFor(book, office.Actor), PersonId = office.Actor.PersonId, PersonName = office.Actor.Name, Text = words, At = office.Now });
        foreach (var director in book.WithRole("office-director", one.KeeperId, office.Today).Select(d => d.Person.Id).Distinct().Where(p => p != office.Actor.PersonId))
            office.Tell(director, "work", $"对《{one.Title}》提出了一条修改意见，请在“查询 › 制度台账”研究答复。");
        await office.SayAsync("regulations.remark", $"对《{one.Title}》提出修改意见", id, words, cancel);
        return Done.Yes;
    }, cancel);

    /// Taken or not, with the reason; whoever remarked is told.
    public Task<Outcome<Done>> AnswerAsync(long id, bool taken, string words, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (!office.Actor.May(RegulationsModule.Manage)) return Refusal.Forbidden("答复修改意见");
        if (words.Length is 0 or > RegulationLimits.Words) return RegulationRefusals.Missing("words", $"请写明怎样采纳或者不采纳的理由，最多{RegulationLimits.Words}字。");
        if (await office.Db.Set<RegulationRemark>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } remark || await office.RegulationAsync(remark.RegulationId, cancel) is not { } one) return Refusal.NotFound("这条意见");
        if (remark.State != RemarkState.Open) return RegulationRefusals.Answered;
        (remark.State, remark.Answer) = (taken ? RemarkState.Taken : RemarkState.Declined, words);
        office.Tell(remark.PersonId, "result", $"您对《{one.Title}》的修改意见{(taken ? "已采纳" : "没有采纳")}：{Notice.Fit(words, 200)}");
        await office.SayAsync("regulations.remark-answered", $"答复对《{one.Title}》的修改意见：{(taken ? "采纳" : "不采纳")}", one.Id, words, cancel);
        return Done.Yes;
    }, cancel);

    private static Refusal? Wrong(RegulationInput input, RuleBook rules)
    {
        if (input.Title.Length is 0 or > RegulationLimits.Title) return RegulationRefusals.Missing("title", $"请填写制度名称，最多{RegulationLimits.Title}字。");
        if (input.Number.Length > 60) return RegulationRefusals.Missing("number", "文号最多60字。");
        if (rules.Value(RegulationRules.Classes).All(c => c.Id != input.Class)) return RegulationRefusals.Missing("class", "请选择类别。");
        foreach (var (field, value, key, word) in new[] { ("group", input.Group, RegulationRules.Groups, "归类"), ("area", input.Area, RegulationRules.Areas, "管哪项工作"), ("layer", input.Layer, RegulationRules.Layers, "哪一层"), ("level", input.Level, RegulationRules.Levels, "出台层级") })
            if (!rules.Value(key).Contains(value, StringComparer.Ordinal)) return RegulationRefusals.Missing(field, $"请选择{word}。");
        if (input.Method.Length > 0 && !rules.Value(RegulationRules.Methods).Contains(input.Method, StringComparer.Ordinal)) return RegulationRefusals.Missing("method", "请从列出的管理方法中选择。");
        if (input.Partners.Length > RegulationLimits.Words) return RegulationRefusals.Missing("partners", $"协作科室及职责最多{RegulationLimits.Words}字。");
        return input.Summary.Length is 0 or > RegulationLimits.Text ? RegulationRefusals.Missing("summary", $"请写明主要内容，最多{RegulationLimits.Text}字，汇编时收入。") : null;
    }
}

/// What every action on the register shares.
internal static class RegulationWriting
{
    public static async Task<Regulation?> RegulationAsync(this Office office, long id, CancellationToken cancel)
    {
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        return await office.Db.Set<Regulation>().SingleOrDefaultAsync(r => r.Id == id && r.KeeperId == keeper, cancel);
    }

    /// 修订记录
    public static void Change(this Office office, Regulation one, string what) =>
        office.Db.Add(new RegulationChange { Id = office.Ids.Next(), RegulationId = one.Id, On = office.Today, What = what, PersonName = office.Actor.Name });

    public static Task SayAsync(this Office office, string verb, string text, long id, string? quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act(verb, text) { Quote = quote, Changes = new { id } }, office.Ids, office.Now, cancel);
}

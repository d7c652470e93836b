using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Burdens.Ledger;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Numbering;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Burdens.Forms;

/// A form as people and programs register it.
public sealed record FormInput
{
    public string Title { get; init; } = "";

    public string Basis { get; init; } = "";

    public string Due { get; init; } = "";

    /// How long a unit needs; empty or 0: so many minutes a question, by the rule.
    public int Minutes { get; init; }

    /// Names of units.
    public IReadOnlyList<string> Units { get; init; } = [];

    public IReadOnlyList<QuestionInput> Questions { get; init; } = [];

    /// Why it is needed although the plan of forms is used up; what is different when it resembles something.
    public string Reason { get; init; } = "";

    public string LikeReason { get; init; } = "";
}

/// mode: ask, reuse, renew.
public sealed record QuestionInput(string Text, string? Mode = null, string? Reason = null)
{
    // A program may leave it out.
    public string Text { get; init; } = Text ?? "";

    internal QuestionForm Read() => QuestionForm.Of(Text) with
    {
        Mode = Mode switch { "reuse" => QuestionMode.Reuse, "renew" => QuestionMode.Renew, _ => QuestionMode.Ask },
        Reason = Reason?.Trim() ?? "",
    };
}

/// 报表登记: checked question by question, counted in the ledger, sent to its units.
internal sealed class RegisterForm(Office office, RegisterEntry entries)
{
    public Task<Outcome<AskedForm>> RunAsync(FormInput input, string? once, CancellationToken cancel) => office.WriteAsync<AskedForm>(once, async () =>
    {
        if (input.Basis.Trim().Length is 0 or > 500 || input.Title.Trim().Length == 0) return FormRefusals.NoBasis;
        if (!DateOnly.TryParse(input.Due, CultureInfo.InvariantCulture, out var due) || due < office.Today) return FormRefusals.NoDue;
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var units = new List<Unit>();
        foreach (var name in input.Units.Where(u => u.Trim().Length > 0))
        {
            if (UnitCircle.Find(book, keeper, name, office.Today) is not { } unit) return BurdenRefusals.UnknownUnit(name) with { Field = "units" };
            units.Add(unit);
        }

        if (units.Count == 0) return FormRefusals.NoUnits;
        var before = await QuestionsAskedAsync(office, keeper, cancel);
        var planned = FormRules.Decide([.. input.Questions.Select(q => q.Read())], before, office.Rules.Value(BurdenRules.KnownAnswers), (double)office.Rules.Value(BurdenRules.FormLikeness));
        if (!planned.Succeeded) return planned.Refusal;
        if (input.LikeReason.Trim().Length == 0 && await Materials.Contracts.KnownModules.LikeAsync(office, [.. planned.Value.Questions.Where(q => q.Mode is QuestionMode.Ask or QuestionMode.Renew).Select(q => q.Form.Text)], cancel) is { Count: > 0 } known) return new ModulesKnown(known) { Kind = RefusalKind.Conflict, Field = "likeReason" };
        var entered = await entries.AddAsync(new EntryInput { Kind = "form", Title = input.Title, On = office.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Reason = input.Reason, LikeReason = input.LikeReason }, cancel);
        if (!entered.Succeeded) return entered.Refusal;
        return await SaveAsync(input, planned.Value, entered.Value.Entry, (due, units), cancel);
    }, cancel);

    /// What was asked by registered forms within the rule's months, each with the place of its answers.
    public static async Task<IReadOnlyList<AskedBefore>> QuestionsAskedAsync(Office office, long keeper, CancellationToken cancel)
    {
        var since = office.Now.AddMonths(-office.Rules.Value(BurdenRules.FormWithin));
        var rows = await (
            from question in office.Db.Set<FormQuestion>().AsNoTracking()
            join form in office.Db.Set<AskedForm>() on question.FormId equals form.Id
            join entry in office.Db.Set<BurdenEntry>() on form.EntryId equals entry.Id
            where form.KeeperId == keeper && form.At >= since && entry.State == EntryState.Counted && (question.Mode == QuestionMode.Ask || question.Mode == QuestionMode.Renew)
            select new { question.Id, question.FormId, question.Text, question.Place, form.Title, form.Number }).ToListAsync(cancel);
        return [.. rows.Select(r => new AskedBefore(r.Id, r.FormId, r.Text, $"《{r.Title}》（{r.Number}）第{r.Place}问"))];
    }

    private async Task<Outcome<AskedForm>> SaveAsync(FormInput input, PlannedForm planned, BurdenEntry entry, (DateOnly Due, IReadOnlyList<Unit> Units) to, CancellationToken cancel)
    {
        var year = office.Today.Year;
        var form = new AskedForm
        {
            Id = office.Ids.Next(),
            KeeperId = entry.KeeperId,
            IssuerId = entry.IssuerId,
            Number = $"报表〔{year}〕{await NumberSequence.NextAsync(office.Db, $"burden-form-{entry.KeeperId}-{year}", cancel)}号",
            Title = entry.Title,
            Basis = input.Basis.Trim(),
            DueOn = to.Due,
            Minutes = input.Minutes > 0 ? Math.Min(input.Minutes, 100_000) : planned.Asked * office.Rules.Value(BurdenRules.MinutesAQuestion),
            EntryId = entry.Id,
            At = office.Now,
            PersonName = office.Actor.Name,
        };
        office.Db.Add(form);
        foreach (var unit in to.Units.DistinctBy(u => u.Id)) office.Db.Add(new FormUnit { FormId = form.Id, UnitId = unit.Id });
        for (var i = 0; i < planned.Questions.Count; i++)
        {
            var (question, mode, same) = planned.Questions[i];
            office.Db.Add(new FormQuestion { Id = office.Ids.Next(), FormId = form.Id, Place = i + 1, Text = question.Text, Measure = question.Measure, Plain = LikeText.Normal(question.Text), Mode = mode, SameAsId = same, Reason = question.Reason });
        }

        if (entry.State == EntryState.Counted) await TellAsync(office, form, [.. to.Units.Select(u => u.Id)], cancel);
        await office.Db.RecordPlatformAsync(new Act("burdens.form", $"登记报表《{form.Title}》（{form.Number}），{to.Units.Count}个单位填报，{planned.Asked}问") { Changes = new { form.Id, form.Basis, form.DueOn } }, office.Ids, office.Now, cancel);
        return form;
    }

    /// The units hear of a form that they may now fill in.
    public static Task TellAsync(Office office, AskedForm form, IReadOnlyList<long> units, CancellationToken cancel) =>
        SayAsync(office, units, $"请填报《{form.Title}》（{form.Number}），{form.DueOn:M月d日}前。已知的内容已代为填好，在“办事 › 减负填报”。", cancel);

    /// It was taken back: nobody goes on filling it in.
    public static Task RecallAsync(Office office, AskedForm form, IReadOnlyList<long> units, CancellationToken cancel) => SayAsync(office, units, $"《{form.Title}》（{form.Number}）已取消，不用填报。", cancel);

    private static async Task SayAsync(Office office, IReadOnlyList<long> units, string text, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        foreach (var person in units.SelectMany(u => UnitCircle.People(book, u, office.Today)).Distinct())
            office.Db.Add(new Platform.Notices.Notice { Id = office.Ids.Next(), PersonId = person, Kind = "work", At = office.Now, Text = text });
    }
}

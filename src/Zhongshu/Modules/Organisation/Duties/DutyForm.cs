using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Organisation.Duties;

internal sealed class DutyForm
{
    public long Id { get; set; }

    public string Stamp { get; set; } = "";

    public long UnitId { get; set; }

    public DutyKind Kind { get; set; } = DutyKind.Counterpart;

    public string? Title { get; set; }

    public string? Keywords { get; set; }

    public string? Approves { get; set; }

    public string? Topic { get; set; }

    public bool IsLead { get; set; }

    public DateOnly? Since { get; set; }

    public DateOnly? Until { get; set; }

    public static DutyForm Of(Duty duty) => new()
    {
        Id = duty.Id,
        Stamp = Organisation.Stamp.Of(duty),
        UnitId = duty.UnitId,
        Kind = duty.Kind,
        Title = duty.Title,
        Keywords = duty.Keywords,
        Approves = duty.Approves,
        Topic = duty.Topic,
        IsLead = duty.IsLead,
        Since = duty.Since,
        Until = duty.Until,
    };

    /// Words apart by single spaces, however they were typed.
    public string Words => Apart(Keywords);

    public string ApprovesWords => Apart(Approves);

    private static string Apart(string? typed) => string.Join(' ', (typed ?? "").Split([' ', '\u3000', '、', ',', '\uFF0C', ';', '\uFF1B', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct());

    public Refusal? Refuses(OrganisationBook book)
    {
        var title = Title?.Trim() ?? "";
        if (title.Length == 0) return new Refusal("organisation.duty-title", "请填写职责内容。") { Field = "Title" };
        if (title.Length > 200) return Refusals.TooLong("Title", "职责内容", 200);
        if (Words.Length == 0) return new Refusal("organisation.duty-words", "请至少填写一个关键词，分办建议按它匹配来文。") { Field = "Keywords" };
        if (Words.Length > 1000) return Refusals.TooLong("Keywords", "关键词", 1000);
        if (ApprovesWords.Length > 400) return Refusals.TooLong("Approves", "审批、决定事项", 400);
        if (Topic?.Trim().Length > 40) return Refusals.TooLong("Topic", "专题", 40);
        if (IsLead && string.IsNullOrWhiteSpace(Topic)) return new Refusal("organisation.duty-topic", "总牵头的职责须填写专题名称。") { Field = "Topic" };
        if (!Enum.IsDefined(Kind)) return new Refusal("organisation.duty-kind", "请选择职责类别。") { Field = "Kind" };
        if (book.Unit(UnitId) is not { } unit) return new Refusal("organisation.duty-unit", "请选择负责科室或单位。") { Field = "UnitId" };
        if (Since is not { } since) return Refusals.NoSince;
        if (Until < since) return Refusals.UntilBeforeSince;
        if (unit.Until is { } ended && (Until is null || Until > ended)) return new Refusal("organisation.duty-unit", $"{unit.ShortName}已于{ended:yyyy年M月d日}撤并，请改选承接单位，或把终止日期提前。") { Field = "UnitId" };
        return book.Duties.Any(d => d.Id != Id && d.UnitId == UnitId && d.Title == title && (d.Until is null || since <= d.Until) && (Until is null || d.Since <= Until)) ? Refusals.SameTitle : null;
    }
}

/// 职责库: what a section answers for, from a day to a day.
internal static class DutyChanges
{
    public static Task<Outcome<Done>> SaveAsync(OrganisationDesk desk, DutyForm form, CancellationToken cancel) => desk.ChangeAsync(async (db, book) =>
    {
        var isNew = form.Stamp.Length == 0;
        var before = book.Duties.FirstOrDefault(d => d.Id == form.Id);
        if (isNew && before is not null) return (Act?)null;
        if (isNew && !desk.IsFresh(form.Id)) return Refusals.OldForm;
        if (!isNew && before is null) return Refusal.NotFound("职责");
        if (!isNew && Stamp.Of(before) != form.Stamp) return Refusals.Stale;
        if (form.Refuses(book) is { } refusal) return refusal;
        var duty = isNew ? new Duty { Id = form.Id, Title = "" } : (await db.FindAsync<Duty>([form.Id], cancel))!;
        duty.UnitId = form.UnitId;
        duty.Kind = form.Kind;
        duty.Title = form.Title!.Trim();
        duty.Keywords = form.Words;
        (duty.Approves, duty.Topic, duty.IsLead) = (form.ApprovesWords, form.Topic?.Trim() ?? "", form.IsLead);
        duty.Since = form.Since!.Value;
        duty.Until = form.Until;
        if (isNew) db.Add(duty);
        return new Act("organisation.duty", $"{(isNew ? "登记" : "修改")}职责：{book.Unit(duty.UnitId)!.ShortName} {duty.Title}") { Changes = new { duty.Id, Before = before, After = duty } };
    }, cancel);
}

using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Organisation.Delegate;

internal sealed class DelegationForm
{
    public long Id { get; set; }

    /// The AB deputy that was chosen from the buttons, or 0 for the one typed.
    public long DeputyId { get; set; }

    public string? Other { get; set; }

    /// On the office's wall clock.
    public DateTime? From { get; set; }

    public DateTime? To { get; set; }

    public string? Reason { get; set; }

    public bool TakesWaiting { get; set; }

    /// The delegation that the form describes, or why it cannot be. Pure.
    public Outcome<Delegation> Decide(OrganisationBook book, long me, DateTimeOffset now)
    {
        var day = OfficeDay.Of(now);
        var deputy = DeputyId != 0 && string.IsNullOrWhiteSpace(Other)
            ? book.Person(DeputyId) is { } known && !(known.Until < day) ? known : new Refusal("delegation.deputy", "请选择接办人。") { Field = "Other" }
            : PersonLabel.Find(book, Other, day, "Other");
        if (!deputy.Succeeded) return deputy.Refusal;
        var to = deputy.Value;
        if (to.Id == me) return new Refusal("delegation.self", "不能委托给本人，请另选接办人。") { Field = "Other" };
        if (!book.PostsOf(to.Id, day).Any()) return new Refusal("delegation.no-post", $"{to.Name}目前没有岗位，不能接办，请另选。") { Field = "Other" };
        if (From is not { } from) return new Refusal("delegation.from", "请填写开始时间。") { Field = "From" };
        if (To is not { } until) return new Refusal("delegation.to", "请填写结束时间。") { Field = "To" };
        var (since, end) = (At(from), At(until));
        if (end <= since) return new Refusal("delegation.span", "结束时间要晚于开始时间。") { Field = "To" };
        if (end <= now) return new Refusal("delegation.past", "结束时间已过，请核对。") { Field = "To" };
        if (end - since > TimeSpan.FromDays(366)) return new Refusal("delegation.long", "委托最长一年。长期变动请由系统管理员调整任职。") { Field = "To" };
        if (string.IsNullOrWhiteSpace(Reason)) return new Refusal("delegation.reason", "请写明事由，如出差、学习、休假。") { Field = "Reason" };
        if (Reason.Trim().Length > 400) return Refusals.TooLong("Reason", "事由", 400);
        if (Clash(book, me, since, end) is { } mine)
            return new Refusal("delegation.overlap", $"您在 {Delegations.Span(mine)} 已委托{book.Person(mine.ToPersonId)?.Name}。请先收回，或错开时间。") { Field = "From" };
        if (Clash(book, to.Id, since, end) is { } away && away.ToPersonId == me)
            return new Refusal("delegation.cycle", $"{to.Name}在 {Delegations.Span(away)} 已把工作委托给您，两人不能同时互相委托，请另选接办人。") { Field = "Other" };
        return new Delegation { Id = Id, FromPersonId = me, ToPersonId = to.Id, Since = since, Until = end, TakesWaiting = TakesWaiting, Reason = Reason.Trim() };
    }

    private static DateTimeOffset At(DateTime wall) => new(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), OfficeDay.Offset);

    private static Delegation? Clash(OrganisationBook book, long personId, DateTimeOffset since, DateTimeOffset until) =>
        book.Delegations.FirstOrDefault(d => d.FromPersonId == personId && d.RevokedAt is null && d.Since < until && since < d.Until);
}

using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Platform.Organisation;

/// 首问负责: whoever receives a matter first answers for it, and passes it on only to a section named as the right one. Pure.
internal static class FirstContactRule
{
    /// For registration: the record that goes with the new matter, in the same save. Whoever registers is the first person.
    public static FirstContact Receive(long matterId, Actor actor, DateTimeOffset now) =>
        new() { MatterId = matterId, PersonId = actor.PersonId, UnitId = actor.UnitId, At = now };

    /// Whether the first person may pass the matter on to this section now. reason is asked for when the duty library points elsewhere.
    public static Refusal? RefusesHandingOn(FirstContact first, OrganisationBook book, Actor actor, HandingOn to)
    {
        if (first.HandedToUnitId is not null || first.PersonId != actor.PersonId) return null;
        if (to.SectionId is not { } id || book.Unit(id) is not { } section)
            return new Refusal("organisation.first-contact", "您是首问人。不属本岗位职责的，请写明该由哪个科室（单位）承接，不能只退回或推出。") { Field = "Section" };
        if (section.Until is { } until && until < to.Day)
            return new Refusal("organisation.first-contact", $"{section.ShortName}已撤并，请改选现在承接这项职责的科室。") { Field = "Section" };
        if (section.Id == first.UnitId)
            return new Refusal("organisation.first-contact", $"{section.ShortName}就是首问人所在科室，请在科内交办，或另选承接科室。") { Field = "Section" };
        var proposed = DutyLibrary.Propose(book, to.Title, to.Day);
        if (proposed.Count == 0 || proposed.Any(p => p.Unit.Id == section.Id) || !string.IsNullOrWhiteSpace(to.Reason)) return null;
        return new Refusal("organisation.first-contact-reason", $"按职责库，这类事项由{string.Join('、', proposed.Select(p => p.Unit.ShortName).Distinct().Take(3))}承接。确需转给{section.ShortName}的，请写明理由。") { Field = "Reason" };
    }

    public static void HandOn(FirstContact first, long sectionId, DateTimeOffset now)
    {
        first.HandedToUnitId = sectionId;
        first.HandedAt = now;
    }
}

/// To whom the first person wants to pass a matter.
internal sealed record HandingOn(string Title, long? SectionId, string? Reason, DateOnly Day);

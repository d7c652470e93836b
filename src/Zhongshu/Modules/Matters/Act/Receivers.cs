using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.Matters.Act;

/// Who can be given work: whoever is in the organisation today and may open matters. What went to anybody else would lie on nobody's desk. Pure.
internal static class Receivers
{
    private const string Opens = "matters.read-own";

    public static Refusal? Refuses(OrganisationBook book, RuleBook rules, ActForm form, DateOnly day)
    {
        foreach (var participant in form.Choices.SelectMany(c => c.Participants).Select(p => new Participant(p)))
        {
            if (!Stands(book, participant, day))
                return new Refusal("matter.no-such-holder", $"所选的办理人或单位（编号{participant.Value}）不在组织机构中，或已离任、撤并。请重新选择。") { Field = "choices" };
            if (participant.Kind == ParticipantKind.Person && !MayOpen(book, rules, participant.Id, day))
                return new Refusal("matter.holder-administers", $"{book.Person(participant.Id)?.Name}是管理员，按三员分立不经办公文。请改选他人。") { Field = "choices" };
        }

        return null;
    }

    /// Somebody whose roles open no matter at all is one of the three administrators. Posts without roles are as the organisation was brought in.
    public static bool MayOpen(OrganisationBook book, RuleBook rules, long personId, DateOnly day)
    {
        var held = book.PostsOf(personId, day).SelectMany(OrganisationBook.RolesOf).ToList();
        return held.Count == 0 || rules.Value(AccessRules.Roles).Any(r => held.Contains(r.Id) && r.Permissions.Contains(Opens, StringComparer.Ordinal));
    }

    private static bool Stands(OrganisationBook book, Participant participant, DateOnly day) => participant.Kind switch
    {
        ParticipantKind.Person => book.Person(participant.Id) is { } person && (person.Until is null || day <= person.Until) && book.PostsOf(person.Id, day).Any(),
        ParticipantKind.Post => book.Post(participant.Id) is { } post && (post.Until is null || day <= post.Until),
        _ => book.Unit(participant.Id) is { } unit && (unit.Until is null || day <= unit.Until),
    };
}

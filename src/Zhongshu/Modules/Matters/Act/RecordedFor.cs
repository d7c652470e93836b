using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Matters.Act;

/// 代录: what lies with a leader is answered in the leader's name and nobody else's; what does not lie with him is not answered in it. Pure.
internal static class RecordedFor
{
    // Opening, chasing, taking back and letting others read leave the answer to the leader.
    private static readonly string[] Answers = ["complete", "approve", "reject", "return", "forward", "delegate", "add-sign"];

    public static Refusal? Refuses(Actor actor, OrganisationBook book, ActForm form, long holder)
    {
        if (form.For != 0)
            return holder == Participant.Person(form.For).Value ? null : new Refusal("matter.not-with-leader", $"这一步不在{book.Person(form.For)?.Name}手里，不能代录。请按本人意见提交，或核对所选领导。") { Field = "for" };
        return Answers.Contains(form.Verb, StringComparer.Ordinal) && LeaderOf(actor, holder) is { } leader
            ? new Refusal("matter.for-whom", $"这一步在{book.Person(leader)?.Name}手里。代录的，请在“代录批示”一栏写明是{book.Person(leader)?.Name}的批示。") { Field = "for" }
            : null;
    }

    /// The leader with whom it lies, when the actor records for him; null for what is the actor's own.
    public static long? LeaderOf(Actor actor, long holder) =>
        actor.RecordsFor.Where(id => id != actor.PersonId && Participant.Person(id).Value == holder).Select(id => (long?)id).FirstOrDefault();
}

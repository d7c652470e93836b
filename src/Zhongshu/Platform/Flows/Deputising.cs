using Zhongshu.Flow;
using Zhongshu.Platform.Organisation;
using FlowParticipant = Zhongshu.Flow.Participant;
using Participant = Zhongshu.Platform.Access.Participant;

namespace Zhongshu.Platform.Flows;

/// Sends what a command hands out to the deputies of those who are away, and remembers for whom it was meant, so that both names stand on the trail.
internal sealed class Deputising(OrganisationBook book, DateTimeOffset now, int classification = 0)
{
    private readonly Dictionary<long, long> _meantFor = [];

    /// The person whose work the receiver got by delegation in this move.
    public long? MeantFor(long receiver) => _meantFor.TryGetValue(receiver, out var person) ? person : null;

    public FlowParticipant Receive(Participant participant)
    {
        var (receiver, meantFor) = Assigning.Receiver(book, participant, now, classification);
        if (meantFor is { } person) _meantFor[receiver.Value] = person;
        return new FlowParticipant(receiver.Value, receiver.IsPool);
    }

    public FlowNext? Receive(FlowNext? next) => next is null
        ? null
        : new FlowNext(next.To, [.. next.Assignments.Select(a => a with { Participants = Receive(a.Participants) })]);

    public FlowCommand Receive(FlowCommand command) => command switch
    {
        Complete c => c with { Next = Receive(c.Next) },
        Approve c => c with { Next = Receive(c.Next) },
        Reject c => c with { Next = Receive(c.Next) },
        Return c => c with { Next = Receive(c.Next) },
        Jump c => c with { Next = Receive(c.Next) },
        Forward c => c with { To = Receive(new Participant(c.To.Id)) },
        AddSign c => c with { Participants = Receive(c.Participants) },
        Circulate c => c with { Participants = Receive(c.Participants) },
        _ => command,
    };

    private IReadOnlyList<FlowParticipant> Receive(IReadOnlyList<FlowParticipant> participants) =>
        [.. participants.Select(p => Receive(new Participant(p.Id)))];
}

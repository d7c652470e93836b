using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Tests.Platform.Organisation;

public sealed class DelegationsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));

    private static Delegation Away(long from, long to, int id = 0, int startHour = -1, int endHour = 24) =>
        new() { Id = id == 0 ? from : id, FromPersonId = from, ToPersonId = to, Since = Now.AddHours(startHour), Until = Now.AddHours(endHour) };

    private static OrganisationBook Book(params Delegation[] delegations) =>
        new([], [.. Enumerable.Range(1, 8).Select(i => new Person { Id = i, Name = $"甲{i}", Clearance = i == 3 ? 2 : 0, Until = i == 8 ? new DateOnly(2026, 11, 1) : null })], [], []) { Delegations = delegations };

    [Fact]
    [Trait("req", "M17-A01")]
    public void work_goes_to_the_deputy_while_the_person_is_away_and_not_before_or_after()
    {
        var book = Book(Away(1, 2));
        Delegations.ReceiverOf(book, 1, Now).ShouldBe(2);
        Delegations.ReceiverOf(book, 1, Now.AddHours(-2)).ShouldBe(1);
        Delegations.ReceiverOf(book, 1, Now.AddHours(24)).ShouldBe(1);
        Delegations.ReceiverOf(book, 2, Now).ShouldBe(2);
    }

    [Fact]
    public void a_deputy_who_is_away_too_passes_it_on() => Delegations.ReceiverOf(Book(Away(1, 2), Away(2, 3)), 1, Now).ShouldBe(3);

    [Fact]
    public void when_the_chain_comes_back_nobody_is_there_and_the_work_stays() =>
        Delegations.ReceiverOf(Book(Away(1, 2), Away(2, 3), Away(3, 2, 9)), 1, Now).ShouldBe(1);

    [Fact]
    public void a_deputy_who_has_left_receives_nothing() => Delegations.ReceiverOf(Book(Away(1, 8)), 1, Now).ShouldBe(1);

    [Fact]
    public void a_revoked_delegation_sends_nothing_on()
    {
        var away = Away(1, 2);
        away.RevokedAt = Now.AddHours(-1);
        Delegations.ReceiverOf(Book(away), 1, Now).ShouldBe(1);
    }

    [Fact]
    public void a_classified_matter_goes_only_to_a_deputy_who_may_read_it()
    {
        Delegations.ReceiverOf(Book(Away(1, 2)), 1, Now, classification: 2).ShouldBe(1);
        Delegations.ReceiverOf(Book(Away(1, 3)), 1, Now, classification: 2).ShouldBe(3);
    }

    [Fact]
    public void for_any_delegations_the_receiver_is_the_person_or_somebody_present_at_the_end_of_the_chain()
    {
        var graphs = Gen.Choose(1, 7).Two().ArrayOf().Select(pairs => pairs.Where(p => p.Item1 != p.Item2).ToArray()).ToArbitrary();
        Prop.ForAll(graphs, pairs =>
        {
            var book = Book([.. pairs.Select((p, i) => Away(p.Item1, p.Item2, i + 1))]);
            for (var person = 1; person <= 7; person++)
            {
                var receiver = Delegations.ReceiverOf(book, person, Now);
                if (receiver == person) continue;
                Delegations.Of(book, receiver, Now).ShouldBeNull();
                Reaches(book, person, receiver).ShouldBeTrue();
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void the_assigner_is_warned_when_the_deadline_falls_into_an_absence()
    {
        var book = Book(Away(1, 2, startHour: 24, endHour: 72));
        Delegations.Warning(book, 1, Now).ShouldBeNull();
        Delegations.Warning(book, 1, Now.AddHours(48)).ShouldBe("办理时限11月25日落在甲1的外出期间（11月24日 09:00至11月26日 09:00），届时由甲2办理。可提前时限，或直接交给接办人。");
    }

    private static bool Reaches(OrganisationBook book, long from, long to)
    {
        var at = from;
        for (var steps = 0; steps < 10 && Delegations.Of(book, at, Now) is { } away; steps++)
            if ((at = away.ToPersonId) == to) return true;
        return false;
    }
}

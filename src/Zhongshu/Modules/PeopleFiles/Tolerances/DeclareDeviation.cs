using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.PeopleFiles.Tolerances;

public sealed record DeviationInput(string Title, string Deviation, string Cause, string Measure, IReadOnlyList<string> Holds);

/// 数字化探索容错: a deviation is declared as not of principle, and the office says whether it is let pass.
internal sealed class DeclareDeviation(Office office)
{
    public Task<Outcome<Tolerance>> DeclareAsync(DeviationInput input, string? once, CancellationToken cancel) => office.WriteAsync<Tolerance>(once, async () =>
    {
        if (input.Title.Length is 0 or > Limits.Title) return PeopleRefusals.Missing("title", $"请写明探索的是什么，最多{Limits.Title}字。");
        foreach (var (field, word, text) in new[] { ("deviation", "哪个数据偏差了多少", input.Deviation), ("cause", "原因", input.Cause), ("measure", "怎样纠正", input.Measure) })
            if (text.Length is 0 or > Limits.Words) return PeopleRefusals.Missing(field, $"请写明{word}，最多{Limits.Words}字。");
        if (office.Rules.Value(ToleranceRules.Conditions).Except(input.Holds, StringComparer.Ordinal).ToList() is { Count: > 0 } left) return new Refusal("people.principle", $"只有非原则性的数据偏差可以申报容错。还没有确认的条件：{string.Join('、', left)}。做不到的，请按错情登记。") { Field = "holds" };
        var book = await office.BookAsync(cancel);
        var one = new Tolerance { Id = office.Ids.Next(), KeeperId = UnitCircle.KeeperOf(book, office.Actor), PersonId = office.Actor.PersonId, Title = input.Title, Deviation = input.Deviation, Cause = input.Cause, Measure = input.Measure, On = office.Today };
        office.Db.Add(one);
        await SayAsync(one, $"容错申报：{one.Title}", one.Deviation, cancel);
        return one;
    }, cancel);

    public Task<Outcome<Done>> DecideAsync(long id, bool accepted, string words, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(PeopleFilesModule.Manage)) return Refusal.Forbidden("认定容错");
        if (await Seen(office, await office.BookAsync(cancel)).SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } one) return Refusal.NotFound("这项申报");
        if (one.IsAccepted is not null) return new Refusal("people.tolerance-over", "这项申报已经认定。") { Kind = RefusalKind.Conflict };
        if (one.PersonId == office.Actor.PersonId) return new Refusal("people.own-tolerance", "本人的申报请由其他负责同志认定。") { Kind = RefusalKind.Forbidden };
        if (words.Trim().Length is 0 or > Limits.Words) return PeopleRefusals.Missing("words", $"请写明认定的理由，最多{Limits.Words}字。");
        (one.IsAccepted, one.Words, one.DecidedBy, one.DecidedOn) = (accepted, words.Trim(), office.Actor.Name, office.Today);
        office.Tell(one.PersonId, "result", $"您申报的“{one.Title}”{(accepted ? "已认定容错" : "没有认定容错，请按错情登记")}。");
        await SayAsync(one, accepted ? "认定容错" : "不予认定容错", one.Words, cancel);
        return Done.Yes;
    }, cancel);

    /// One's own; all of them for whoever judges.
    public static IQueryable<Tolerance> Seen(Office office, OrganisationBook book)
    {
        var (keeper, me, whole) = (UnitCircle.KeeperOf(book, office.Actor), office.Actor.PersonId, PeopleCircle.Whole(office, book));
        return office.Db.Set<Tolerance>().Where(t => t.KeeperId == keeper && (whole || t.PersonId == me));
    }

    private Task SayAsync(Tolerance one, string text, string quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("people.tolerance", text) { Quote = quote, Changes = new { one.Id } }, office.Ids, office.Now, cancel);
}

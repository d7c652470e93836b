using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.PeopleFiles.Trainings;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.PeopleFiles.PartyLife;

/// 党内生活的一项; whether its results are made known to all.
public sealed record PartyWord(string Kind, bool Publish);

/// One kind of Party life in a year: how often, when last, and the results that are not made known yet.
internal sealed record PartyLine(PartyWord Word, int Times, DateOnly? Last, int Unpublished);

internal static class PartyRules
{
    private const string Use = "党内生活";

    public static readonly RuleKey<IReadOnlyList<PartyWord>> Kinds = RuleKey.Table("people.party-kinds", Use, r => new PartyWord(r.Text("kind"), r.YesNo("publish")));

    /// Words that say that a meeting is about business.
    public static readonly RuleKey<IReadOnlyList<string>> BusinessWords = RuleKey.List("people.business-words", Use);

    public static readonly RuleNeeds Needs = new([Kinds, BusinessWords], [Known]);

    /// 支部会和业务会分列: the word that shows business in the title of Party life; null when none does. Pure.
    public static string? Mixed(RuleBook book, string kind, string title) =>
        book.Value(Kinds).All(k => k.Kind != kind) ? null : book.Value(BusinessWords).FirstOrDefault(w => title.Contains(w, StringComparison.Ordinal));

    public static IReadOnlyList<PartyLine> Lines(RuleBook book, IReadOnlyList<Training> held, ILookup<long, Attendance> attended) =>
        [.. book.Value(Kinds).Select(k => new PartyLine(k, held.Count(t => t.Kind == k.Kind), held.Where(t => t.Kind == k.Kind).Max(t => (DateOnly?)t.On), k.Publish ? held.Count(t => t.Kind == k.Kind && attended[t.Id].Any(a => a.Words.Length == 0)) : 0))];

    private static IEnumerable<(RuleKey Key, string Message)> Known(RuleBook book)
    {
        var known = book.Value(PeopleRules.Kinds).Select(k => k.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var word in book.Value(Kinds).Where(k => !known.Contains(k.Kind))) yield return (Kinds, $"“{word.Kind}”不在学习培训和活动的种类中。");
    }
}

/// 结果公示, such as of a democratic review: one result a person; made known to the whole office when none is missing.
internal sealed class PublishReview(Office office)
{
    public Task<Outcome<Done>> RunAsync(long id, IReadOnlyDictionary<long, string> results, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(PeopleFilesModule.Manage) && !office.Actor.May(PeopleFilesModule.Section)) return Refusal.Forbidden("公示结果");
        var book = await office.BookAsync(cancel);
        if (await KeepTraining.Seen(office, book).SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } one) return Refusal.NotFound("这次活动");
        if (!Points.FillTraining.Holds(office, book, one)) return PeopleRefusals.NotHeld;
        if (!IsPublished(office.Rules, one.Kind)) return new Refusal("people.no-publication", $"{office.Rules.TrainingWord(one.Kind)}不需要公示结果。") { Kind = RefusalKind.Conflict };
        var rows = await office.Db.Set<Attendance>().Where(a => a.TrainingId == id).ToListAsync(cancel);
        if (rows.TrueForAll(r => r.Words.Length > 0)) return new Refusal("people.published", "这次的结果已经全部公示。") { Kind = RefusalKind.Conflict };
        var missing = rows.Where(r => string.IsNullOrWhiteSpace(results.GetValueOrDefault(r.PersonId))).Select(r => book.Person(r.PersonId)?.Name).ToList();
        if (missing.Count > 0) return PeopleRefusals.Missing("result", $"结果要全部公示，还没有写到：{string.Join('、', missing.Take(10))}。");
        if (results.Values.Any(r => r.Trim().Length > Longest)) return PeopleRefusals.Missing("result", $"每位同志的评议结果最多{Longest}字。");
        foreach (var row in rows) row.Words = results[row.PersonId].Trim();
        await office.Db.RecordPlatformAsync(new Act("people.review-published", $"公示{office.Rules.TrainingWord(one.Kind)}结果：{one.Title}") { Changes = new { one.Id } }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);

    /// Whether what stands beside a person of this kind is a result for all to read and not his own words.
    public static bool IsPublished(RuleBook book, string kind) => book.Value(PartyRules.Kinds).Any(k => k.Kind == kind && k.Publish);

    private const int Longest = 200;
}

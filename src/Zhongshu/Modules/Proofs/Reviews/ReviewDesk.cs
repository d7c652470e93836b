using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Proofs.Check;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Proofs.Reviews;

/// Somebody who can be asked: an expert, or the secretary of a leader.
internal sealed record Reader(string Value, string Group, string Name);

/// A review with the names to show.
internal sealed record ReviewRow(ProofReview Review, string Text, string Reader, string Leader)
{
    /// 呈某某 的秘书过文字关 or 专家研究审核.
    public string What => Review.Kind == ReviewKind.Secretary ? $"{ProofReview.Word(Review.Kind)}（呈{Leader}）" : ProofReview.Word(Review.Kind);
}

/// 请人再核: asked by the one whose text it is, answered by the one who was asked; both stand on the platform's trail.
internal sealed class ReviewDesk(Office office)
{
    private const int Shown = 30;
    private const char OfLeader = 's';
    private const char OfExpert = 'e';

    public async Task<Outcome<Done>> AskAsync(long proofId, string reader, string ask, CancellationToken cancel)
    {
        if (await MyProofs.FindAsync(office, proofId, cancel) is not { } proof) return ProofRefusals.Gone;
        ask = ask.Trim();
        if (ask.Length > ProofReview.LongestAsk) return ProofRefusals.LongNote;
        var book = await office.BookAsync(cancel);
        if (Named(book, reader) is not { } named) return ProofRefusals.Reader;
        if (await office.Db.Set<ProofReview>().AnyAsync(r => r.ProofId == proofId && r.ReaderId == named.Reader && r.Kind == named.Kind && r.Verdict == ReviewVerdict.Open, cancel)) return ProofRefusals.AskedAlready;
        var review = new ProofReview
        {
            Id = office.Ids.Next(), ProofId = proofId, Kind = named.Kind, ReaderId = named.Reader, LeaderId = named.Leader, Ask = ask, AskedAt = office.Now,
        };
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        office.Db.Add(review);
        office.Tell(named.Reader, "work", $"{office.Actor.Name}请您核《{proof.Name}》：{ProofReview.Word(named.Kind)}。在“办文 › 公文校核”。");
        await RecordAsync($"请{book.Person(named.Reader)!.Name}核《{proof.Name}》：{ProofReview.Word(named.Kind)}", ask, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Done.Yes;
    }

    public async Task<Outcome<Done>> AnswerAsync(long id, ReviewVerdict verdict, string opinion, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } found) return ProofRefusals.ReviewGone;
        opinion = opinion.Trim();
        if (verdict is not (ReviewVerdict.Agreed or ReviewVerdict.Returned)) return ProofRefusals.Verdict;
        if (verdict == ReviewVerdict.Returned && opinion.Length == 0) return ProofRefusals.ReturnedWithoutOpinion;
        if (opinion.Length > ProofReview.LongestOpinion) return ProofRefusals.LongOpinion;
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var review = await office.Db.Set<ProofReview>().SingleAsync(r => r.Id == id, cancel);
        if (review.Verdict != ReviewVerdict.Open) return ProofRefusals.Answered;
        (review.Verdict, review.Opinion, review.AnsweredAt) = (verdict, opinion, office.Now);
        office.Tell(found.Proof.PersonId, verdict == ReviewVerdict.Agreed ? "result" : "returned", $"{office.Actor.Name}已核《{found.Proof.Name}》：{ProofReview.Word(verdict)}。{Notice.Fit(opinion, 200)}");
        await RecordAsync($"核《{found.Proof.Name}》：{ProofReview.Word(review.Kind)}，{ProofReview.Word(verdict)}", opinion, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Done.Yes;
    }

    /// A review that I was asked for, with the text.
    public async Task<(ProofReview Review, Proof Proof)?> FindAsync(long id, CancellationToken cancel)
    {
        var me = office.Actor.PersonId;
        if (await office.Db.Set<ProofReview>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.ReaderId == me, cancel) is not { } review) return null;
        return await office.Db.Set<Proof>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == review.ProofId, cancel) is { } proof ? (review, proof) : null;
    }

    /// The reviews of one text of mine.
    public async Task<IReadOnlyList<ReviewRow>> OfAsync(long proofId, CancellationToken cancel) =>
        await RowsAsync(office.Db.Set<ProofReview>().AsNoTracking().Where(r => r.ProofId == proofId), cancel);

    /// What I was asked to read and have not answered.
    public async Task<IReadOnlyList<ReviewRow>> WaitingForMeAsync(CancellationToken cancel)
    {
        var me = office.Actor.PersonId;
        return await RowsAsync(office.Db.Set<ProofReview>().AsNoTracking().Where(r => r.ReaderId == me && r.Verdict == ReviewVerdict.Open), cancel);
    }

    /// Whom one may ask: each leader's secretary, and everybody else of the house as an expert.
    public async Task<IReadOnlyList<Reader>> ReadersAsync(CancellationToken cancel)
    {
        var (book, day) = (await office.BookAsync(cancel), office.Today);
        var secretaries = book.Secretaries.Where(s => s.SecretaryId != office.Actor.PersonId && IsHere(book.Person(s.SecretaryId)) && IsHere(book.Person(s.LeaderId)))
            .OrderBy(s => book.Person(s.LeaderId)!.Precedence).ThenBy(s => s.LeaderId)
            .Select(s => new Reader(Value(OfLeader, s.LeaderId), "呈领导前，请秘书过文字关", $"呈{book.Person(s.LeaderId)!.Name}（秘书{book.Person(s.SecretaryId)!.Name}）"));
        var experts = Experts(book).Where(IsHere).OrderBy(p => p.Precedence ?? int.MaxValue).ThenBy(p => p.Id)
            .Select(p => new Reader(Value(OfExpert, p.Id), "敏感度高、政治性强，请专家研究审核", p.Name));
        return [.. secretaries, .. experts];

        bool IsHere(Person? person) => person is not null && (person.Until is null || day <= person.Until);
    }

    /// Everybody else who may open the page.
    private IEnumerable<Person> Experts(OrganisationBook book)
    {
        var roles = AccessFigures.From(office.Rules).Roles.Where(r => r.Value.Contains("proofing.use")).Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        return book.People.Where(p => p.Id != office.Actor.PersonId && book.PostsOf(p.Id, office.Today).Any(post => OrganisationBook.RolesOf(post).Any(roles.Contains)));
    }

    private static string Value(char kind, long id) => string.Create(CultureInfo.InvariantCulture, $"{kind}{id}");

    private (ReviewKind Kind, long Reader, long? Leader)? Named(OrganisationBook book, string value)
    {
        if (value.Length < 2 || !long.TryParse(value.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || book.Person(id) is null) return null;
        if (value[0] == OfExpert) return Experts(book).Any(p => p.Id == id) ? (ReviewKind.Expert, id, null) : null;
        return value[0] == OfLeader && book.Secretaries.FirstOrDefault(s => s.LeaderId == id && s.SecretaryId != office.Actor.PersonId) is { } secretary ? (ReviewKind.Secretary, secretary.SecretaryId, id) : null;
    }

    private async Task<IReadOnlyList<ReviewRow>> RowsAsync(IQueryable<ProofReview> reviews, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var rows = await (from r in reviews join p in office.Db.Set<Proof>() on r.ProofId equals p.Id orderby r.Id descending select new { Review = r, p.Name }).Take(Shown).ToListAsync(cancel);
        return [.. rows.Select(r => new ReviewRow(r.Review, r.Name, book.Person(r.Review.ReaderId)?.Name ?? "", r.Review.LeaderId is { } leader ? book.Person(leader)?.Name ?? "" : ""))];
    }

    private Task RecordAsync(string text, string quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("proofing.review", text) { Quote = quote }, office.Ids, office.Now, cancel);
}

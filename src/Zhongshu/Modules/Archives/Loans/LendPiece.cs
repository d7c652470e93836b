using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Archives.Loans;

public sealed record LoanInput(string Wanted, string Purpose, string Way, int Days);

/// 借阅: asked, approved or declined, lent, returned. What is lent on the screen is opened to the borrower for the time of the loan and no longer.
internal sealed class LendPiece(Office office)
{
    private const string Reason = "借阅";
    private const int LongestWanted = 300;

    public Task<Outcome<ArchiveLoan>> AskAsync(LoanInput input, string? once, CancellationToken cancel) => office.WriteAsync<ArchiveLoan>(once, async () =>
    {
        if (input.Wanted.Length is 0 or > LongestWanted) return ArchiveRefusals.Missing("wanted", $"请写明要借什么：档号、文号，或题名和大概年份，最多{LongestWanted}字。");
        if (!office.Rules.Value(LoanRules.Purposes).Contains(input.Purpose, StringComparer.Ordinal)) return ArchiveRefusals.Missing("purpose", "请选择利用目的。");
        if (office.Rules.Value(LoanRules.Ways).FirstOrDefault(w => w.Id == input.Way) is not { } way) return ArchiveRefusals.Missing("way", "请选择借阅方式。");
        if (input.Days < 1 || input.Days > way.Days) return ArchiveRefusals.Missing("days", $"{way.Word}最长{way.Days}天，请填写1至{way.Days}的整数。");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var loan = new ArchiveLoan
        {
            Id = office.Ids.Next(), KeeperId = keeper, Wanted = input.Wanted, Purpose = input.Purpose, Way = way.Id, Days = input.Days,
            BorrowerId = office.Actor.PersonId, BorrowerName = office.Actor.Name, UnitId = office.Actor.UnitId, AskedAt = office.Now,
        };
        office.Db.Add(loan);
        foreach (var archivist in book.Archivists(keeper, office.Today)) office.TellArchive(archivist, "work", $"{loan.BorrowerName}申请借阅档案：{loan.Wanted}");
        await office.SayArchiveAsync($"申请{way.Word}档案：{loan.Wanted}", loan.Id, loan.Purpose, cancel);
        return loan;
    }, cancel);

    /// The archivist names the piece that is meant; one with a classification is for whoever decides on need to know.
    public Task<Outcome<Done>> ApproveAsync(long id, string archivalCode, string? once, CancellationToken cancel) => ActAsync(id, LoanState.Asked, once, async loan =>
    {
        var wanted = archivalCode.Length > 0 ? archivalCode : loan.Wanted;
        if (await office.Db.Set<ArchivedPiece>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == wanted, cancel) is not { } piece) return ArchiveRefusals.NoSuchPiece;
        if (piece.Classification > 0 && !office.Actor.May("matters.admit")) return ArchiveRefusals.ClassifiedLoan;
        if (((await office.BookAsync(cancel)).Person(loan.BorrowerId)?.Clearance ?? 0) < piece.Classification) return ArchiveRefusals.NoClearance;
        if (!IsOnScreen(loan) && await office.Db.Set<ArchiveLoan>().Where(l => l.PieceId == piece.Id && l.State == LoanState.Lent && l.Way == loan.Way).Select(l => l.BorrowerName).FirstOrDefaultAsync(cancel) is { } other)
            return ArchiveRefusals.LentToOther(other);
        (loan.State, loan.PieceId, loan.DecidedBy) = (LoanState.Approved, piece.Id, office.Actor.Name);
        office.TellArchive(loan.BorrowerId, "result", $"借阅已批准：{piece.Title}（{piece.Code}），请到档案室办理。");
        await office.SayArchiveAsync($"批准{loan.BorrowerName}借阅{piece.Code}", loan.Id, loan.Purpose, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> DeclineAsync(long id, string words, string? once, CancellationToken cancel) => ActAsync(id, LoanState.Asked, once, async loan =>
    {
        if (ArchiveKeeper.NoWords(words, "请写明不批准的理由和可以怎样办") is { } no) return no;
        (loan.State, loan.DecidedBy, loan.Words) = (LoanState.Declined, office.Actor.Name, words);
        office.TellArchive(loan.BorrowerId, "returned", $"借阅没有批准：{words}");
        await office.SayArchiveAsync($"不批准{loan.BorrowerName}借阅：{loan.Wanted}", loan.Id, words, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> LendAsync(long id, string? once, CancellationToken cancel) => ActAsync(id, LoanState.Approved, once, async loan =>
    {
        var piece = await PieceAsync(loan, cancel);
        (loan.State, loan.LentOn, loan.DueOn) = (LoanState.Lent, office.Today, office.Today.AddDays(loan.Days));
        office.Db.Add(new ArchiveUse { Id = office.Ids.Next(), PieceId = piece.Id, At = office.Now, PersonId = loan.BorrowerId, UserName = loan.BorrowerName, Way = loan.Way, Purpose = loan.Purpose });
        if (await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Id == piece.MatterId, cancel) is not { } matter) return Refusal.NotFound("这件档案");
        var subject = Participant.Person(loan.BorrowerId);
        if (IsOnScreen(loan) && !await office.Db.Set<MatterAccess>().AnyAsync(a => a.MatterId == matter.Id && a.Subject == subject.Value, cancel))
        {
            office.Db.Grant(matter, subject, Reason, office.Now);
            loan.GaveSight = true;
        }

        office.Db.Record(matter, new Act("archives.lent", $"{office.Rules.WayWord(loan.Way)}：{loan.BorrowerName}，{loan.Purpose}，至{loan.DueOn:M月d日}"), office.Ids, office.Now);
        office.TellArchive(loan.BorrowerId, "result", $"已借出：{piece.Title}，请于{loan.DueOn:M月d日}前归还。");
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> ReturnAsync(long id, string condition, string effect, string? once, CancellationToken cancel) => ActAsync(id, LoanState.Lent, once, async loan =>
    {
        if (condition.Length is 0 or > LongestWanted) return ArchiveRefusals.Missing("condition", "请写明归还时清点的情况，如：完好，6页。");
        if (effect.Length > ArchiveKeeper.LongestWords) return ArchiveRefusals.Missing("effect", $"利用效果最多{ArchiveKeeper.LongestWords}字，请精简。");
        (loan.Condition, loan.Effect) = (condition, effect);
        await EndAsync(loan, "归还", cancel);
        return Done.Yes;
    }, cancel);

    /// 到期收回: what was lent on the screen needs nobody to bring it back. Runs within the sweep's transaction.
    public async Task EndOnScreenAsync(ArchiveLoan loan, CancellationToken cancel)
    {
        loan.Condition = "到期收回";
        await EndAsync(loan, "借阅到期收回", cancel);
        office.TellArchive(loan.BorrowerId, "result", $"借阅到期，已收回：{loan.Wanted}。还需要看的，请重新申请。");
    }

    public bool IsOnScreen(ArchiveLoan loan) => office.Rules.Value(LoanRules.Ways).FirstOrDefault(w => w.Id == loan.Way)?.IsOnScreen == true;

    /// 登记利用: a reading on the spot, a visitor from outside, a copy.
    public Task<Outcome<Done>> NoteUseAsync(string archivalCode, ArchiveUse use, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(ArchivesModule.Lend)) return Refusal.Forbidden("登记档案利用");
        if (await office.Db.Set<ArchivedPiece>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == archivalCode, cancel) is not { } piece) return ArchiveRefusals.NoSuchPiece;
        if (use.UserName.Length is 0 or > 120) return ArchiveRefusals.Missing("user", "请填写利用人和单位，最多120字。");
        if (office.Rules.Value(LoanRules.Ways).All(w => w.Id != use.Way)) return ArchiveRefusals.Missing("way", "请选择利用方式。");
        if (!office.Rules.Value(LoanRules.Purposes).Contains(use.Purpose, StringComparer.Ordinal)) return ArchiveRefusals.Missing("purpose", "请选择利用目的。");
        if (use.Effect.Length > ArchiveKeeper.LongestWords) return ArchiveRefusals.Missing("effect", $"利用效果最多{ArchiveKeeper.LongestWords}字，请精简。");
        office.Db.Add(new ArchiveUse { Id = office.Ids.Next(), PieceId = piece.Id, At = office.Now, PersonId = 0, UserName = use.UserName, Way = use.Way, Purpose = use.Purpose, Effect = use.Effect });
        await office.SayArchiveAsync($"登记利用{piece.Code}：{use.UserName}", piece.Id, use.Effect, cancel);
        return Done.Yes;
    }, cancel);

    private async Task EndAsync(ArchiveLoan loan, string word, CancellationToken cancel)
    {
        (loan.State, loan.ReturnedOn) = (LoanState.Returned, office.Today);
        var piece = await PieceAsync(loan, cancel);
        var matter = await office.Db.Set<Matter>().SingleAsync(m => m.Id == piece.MatterId, cancel);
        var subject = Participant.Person(loan.BorrowerId).Value;
        var stillLent = await office.Db.Set<ArchiveLoan>().AnyAsync(l => l.Id != loan.Id && l.PieceId == piece.Id && l.BorrowerId == loan.BorrowerId && l.State == LoanState.Lent, cancel);
        if (loan.GaveSight && !stillLent) await office.Db.Set<MatterAccess>().Where(a => a.MatterId == matter.Id && a.Subject == subject && a.Reason == Reason).ExecuteDeleteAsync(cancel);
        office.Db.Record(matter, new Act("archives.returned", $"{word}：{loan.BorrowerName}，{loan.Condition}") { Quote = loan.Effect.Length == 0 ? null : loan.Effect }, office.Ids, office.Now);
    }

    private Task<ArchivedPiece> PieceAsync(ArchiveLoan loan, CancellationToken cancel) => office.Db.Set<ArchivedPiece>().AsNoTracking().SingleAsync(p => p.Id == loan.PieceId, cancel);

    private Task<Outcome<Done>> ActAsync(long id, LoanState from, string? once, Func<ArchiveLoan, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(ArchivesModule.Lend) && !office.Actor.May("matters.admit")) return Refusal.Forbidden("办理档案借阅");
        var keeper = await office.KeeperAsync(cancel);
        if (await office.Db.Set<ArchiveLoan>().SingleOrDefaultAsync(l => l.Id == id && l.KeeperId == keeper, cancel) is not { } loan) return Refusal.NotFound("这张借阅单");
        return loan.State == from ? await act(loan) : ArchiveRefusals.LoanMoved(ArchiveLoan.WordOf(loan.State));
    }, cancel);
}

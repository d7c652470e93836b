using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Archives.Loans;
using Zhongshu.Modules.Archives.Tasks;
using Zhongshu.Modules.Archives.Works;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Archives.Sweep;

/// 到期提醒: loans that should be back, tasks and steps of works whose day has passed; and what is lent on the screen is closed when its day has passed.
internal sealed class ArchiveSweep(Office office, LendPiece lend)
{
    public static readonly OfficeJob<ArchiveSweep> Job = new("档案到期提醒", TimeSpan.FromDays(1), (sweep, cancel) => sweep.RunAsync(cancel))
    {
        Purpose = "提醒逾期的借阅、归档任务和工程节点，到期收回电子查阅", DailyAt = new TimeOnly(8, 40),
    };

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var book = await office.BookAsync(cancel);
        var handled = await LoansAsync(book, cancel) + await TasksAsync(book, cancel) + await NodesAsync(book, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return handled;
    }

    private DateOnly RemindedBefore => office.Today.AddDays(1 - office.Rules.Value(LoanRules.RemindEvery));

    private async Task<int> LoansAsync(OrganisationBook book, CancellationToken cancel)
    {
        var (today, before) = (office.Today, RemindedBefore);
        var late = await office.Db.Set<ArchiveLoan>().Where(l => l.State == LoanState.Lent && l.DueOn < today && (l.RemindedOn == null || l.RemindedOn < before)).OrderBy(l => l.Id).Take(500).ToListAsync(cancel);
        foreach (var loan in late)
        {
            loan.RemindedOn = today;
            if (lend.IsOnScreen(loan))
            {
                await lend.EndOnScreenAsync(loan, cancel);
                continue;
            }

            office.TellArchive(loan.BorrowerId, "chase", $"借阅的档案已过归还日（{loan.DueOn:M月d日}），请尽快归还：{loan.Wanted}");
            foreach (var archivist in book.Archivists(loan.KeeperId, today)) office.TellArchive(archivist, "chase", $"{loan.BorrowerName}借阅的档案逾期未还：{loan.Wanted}");
        }

        return late.Count;
    }

    private async Task<int> TasksAsync(OrganisationBook book, CancellationToken cancel)
    {
        var (today, before) = (office.Today, RemindedBefore);
        var late = await office.Db.Set<ArchiveTask>().Where(t => t.State == ArchiveTaskState.Open && t.DueOn < today && (t.RemindedOn == null || t.RemindedOn < before)).OrderBy(t => t.Id).Take(500).ToListAsync(cancel);
        foreach (var task in late)
        {
            task.RemindedOn = today;
            foreach (var person in book.MembersOf(task.UnitId, today).Select(m => m.Person.Id).Distinct())
                office.TellArchive(person, "chase", $"归档任务“{task.Title}”已过{task.DueOn:M月d日}，请尽快归齐并报告。");
        }

        return late.Count;
    }

    private async Task<int> NodesAsync(OrganisationBook book, CancellationToken cancel)
    {
        var (today, before) = (office.Today, RemindedBefore);
        var late = await (
            from node in office.Db.Set<ArchiveNode>()
            join work in office.Db.Set<ArchiveWork>() on node.WorkId equals work.Id
            where work.ClosedOn == null && node.DoneOn == null && node.DueOn < today && (node.RemindedOn == null || node.RemindedOn < before)
            orderby node.Id
            select new { Node = node, Work = work }).Take(500).ToListAsync(cancel);
        foreach (var row in late)
        {
            row.Node.RemindedOn = today;
            var told = UnitCircle.People(book, row.Node.UnitId, today).Concat(book.Archivists(row.Work.KeeperId, today)).Distinct();
            foreach (var person in told) office.TellArchive(person, "chase", $"“{row.Work.Title}”的节点“{row.Node.Title}”已过{row.Node.DueOn:M月d日}，请办理或说明情况。");
        }

        return late.Count;
    }
}

using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.FollowUps;

internal sealed record FollowUpRow(long Id, string Code, string Title, string Kind, string Quote, FollowUpState State, long? UnitId, DateOnly? DueOn);

/// What is still to be made or amended because of documents from above, over all that the reader may see.
internal static class FollowUpList
{
    private const int Most = 300;

    public static Task<List<FollowUpRow>> OpenAsync(Office office, CancellationToken cancel) => (
        from item in office.Db.Set<FollowUp>().AsNoTracking()
        join matter in office.Db.Set<Matter>() on item.MatterId equals matter.Id
        where item.State == FollowUpState.Waiting || item.State == FollowUpState.Started
        orderby item.State, item.Id descending
        select new FollowUpRow(item.Id, matter.Code, matter.Title, item.Kind, item.Quote, item.State, item.UnitId, item.DueOn)).Take(Most).ToListAsync(cancel);

    public static string Word(FollowUpState state) => state switch { FollowUpState.Waiting => "待启动", FollowUpState.Started => "已启动", FollowUpState.Done => "已出台", _ => "不需配套" };
}

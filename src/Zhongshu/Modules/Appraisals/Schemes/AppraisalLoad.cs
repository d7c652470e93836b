using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Contracts;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Appraisals.Schemes;

/// What appraisals and inspections of one year cost those below: how many indicators, and how many days of receiving inspectors.
internal sealed record AppraisalLoad(int Year, int Indicators, int UnitDays)
{
    public static async Task<AppraisalLoad> ReadAsync(Office office, int year, CancellationToken cancel)
    {
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var schemes = office.Db.Set<AppraisalScheme>().Where(s => s.KeeperId == keeper && s.FirstDay >= from && s.FirstDay <= to).Select(s => s.Id);
        var indicators = await office.Db.Set<AppraisalIndicator>().CountAsync(i => schemes.Contains(i.SchemeId), cancel);
        var held = await InspectionHeld.ReadAsync(office, keeper, (from, to), cancel);
        return new AppraisalLoad(year, indicators, held.Where(h => !h.Waits).Sum(h => h.UnitDays));
    }

    /// Against the year before, in words. Pure.
    public string Against(AppraisalLoad before)
    {
        static string Turn(int now, int then) => then == 0 ? "上年没有" : now < then ? $"比上年减{then - now}" : now == then ? "与上年持平" : $"比上年增{now - then}，应压缩精简";
        return $"{Year}年考核指标{Indicators}项（{Turn(Indicators, before.Indicators)}），督查迎检{UnitDays}个单位日（{Turn(UnitDays, before.UnitDays)}）。";
    }
}

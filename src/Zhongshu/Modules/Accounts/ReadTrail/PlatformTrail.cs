using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Accounts.ReadTrail;

/// What the auditor looks for on the platform's own trail.
internal sealed record TrailSearch(string? Person, string? Verb, DateOnly? From, DateOnly? To);

/// 平台留痕: sign-ins, accounts, organisation, rules; newest first. Matters' own trails are not here: an auditor reads no office content.
internal sealed class PlatformTrail(Office office)
{
    private const int PageSize = 50;

    /// The kinds of acts by the first part of the verb.
    public static readonly IReadOnlyList<(string Prefix, string Title)> Kinds =
        [("access", "登录"), ("account", "账号"), ("token", "接口令牌"), ("organisation", "组织人员"), ("rules", "规则"), ("flow", "流程"), ("jobs", "定时任务")];

    public async Task<(List<TrailEntry> Rows, string? Next)> ReadAsync(TrailSearch search, string? before, CancellationToken cancel)
    {
        var query = office.Db.Set<TrailEntry>().AsNoTracking().Where(e => e.MatterId == 0);
        if (!string.IsNullOrWhiteSpace(search.Person))
        {
            var words = search.Person.Trim();
            query = query.Where(e => e.PersonName == words || e.Text.Contains(words));
        }

        if (!string.IsNullOrWhiteSpace(search.Verb))
        {
            var prefix = search.Verb.Trim() + ".";
            query = query.Where(e => e.Verb.StartsWith(prefix));
        }

        // Ids are made of time, so a day is a range of ids.
        if (search.From is { } from)
        {
            var first = Ids.First(OfficeDay.Start(from));
            query = query.Where(e => e.Id >= first);
        }

        if (search.To is { } to)
        {
            var end = Ids.First(OfficeDay.End(to));
            query = query.Where(e => e.Id < end);
        }

        if (int.TryParse(before, CultureInfo.InvariantCulture, out var sequence)) query = query.Where(e => e.Sequence < sequence);
        var rows = await query.OrderByDescending(e => e.Sequence).Take(PageSize + 1).ToListAsync(cancel);
        var next = rows.Count > PageSize ? rows[PageSize - 1].Sequence.ToString(CultureInfo.InvariantCulture) : null;
        return ([.. rows.Take(PageSize)], next);
    }
}

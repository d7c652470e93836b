using Zhongshu.Modules.PeopleFiles.Contracts;
using Zhongshu.Modules.Teams.Contracts;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;

namespace Zhongshu.Modules.Desk;

/// What the registers of the sections still want of me: a task of a meeting, an answer, a meeting to be held.
public sealed record OwedLine(string Text, string Href, DateOnly? DueOn)
{
    private const int Longest = 80;

    internal static async Task<IReadOnlyList<OwedLine>> ReadAsync(Office office, CancellationToken cancel) =>
        [.. (await TeamOwed.ReadAsync(office, cancel)).Concat(await PeopleOwed.ReadAsync(office, cancel)).Select(o => new OwedLine(Notice.Fit(o.Text, Longest), o.Href, o.DueOn)).OrderBy(o => o.DueOn ?? DateOnly.MaxValue)];
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Demo.Seeding;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules;

namespace Zhongshu.CommandLine.Keeping;

/// seed --matters N: the demonstration office with years of incoming documents, for trying out and measuring.
internal static class SeedCommand
{
    private const double UsualOpenShare = 0.05;
    private const int Most = 10_000_000;

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read(args, ["--matters", "--items", "--seed", "--until", "--open"]);
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        var arguments = read.Value;
        if (!int.TryParse(arguments["--matters"] ?? "0", CultureInfo.InvariantCulture, out var matters) || !int.TryParse(arguments["--items"] ?? "0", CultureInfo.InvariantCulture, out var items)
            || matters is < 0 or > Most || items is < 0 or > Most || matters + items == 0)
            return await terminal.RefuseAsync("请用 --matters 给出来文件数，或用 --items 给出督办事项件数，例如 --matters 100000。");
        if (!int.TryParse(arguments["--seed"] ?? "1", CultureInfo.InvariantCulture, out var seed)) return await terminal.RefuseAsync("--seed 请给一个整数。");
        if (!double.TryParse(arguments["--open"] ?? "5", CultureInfo.InvariantCulture, out var open) || open is < 0 or > 100) return await terminal.RefuseAsync("--open 请给在办件所占的百分数，0 至 100。");
        DateOnly? asked = DateOnly.TryParseExact(arguments["--until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (arguments["--until"] is { } date && asked is null) return await terminal.RefuseAsync($"--until 请写成 2026-01-31 的样子，现在是“{date}”。");
        await using var office = await OpenOffice.PreparedAsync(arguments.Settings with { Demo = true });
        await using var scope = office.Scope();
        var now = scope.ServiceProvider.GetRequiredService<Office>();
        if (asked >= now.Today) return await terminal.RefuseAsync("--until 请给一个已经过去的日期：示范数据都是往日的。");
        var until = asked ?? now.Today.AddDays(-1);
        // What is there stays the newest: the years before it are filled.
        if (await now.Db.Set<Matter>().MinAsync(m => (DateTimeOffset?)m.OpenedAt) is { } first)
        {
            if (OfficeDay.Of(first) <= now.Today.AddYears(-1)) return await terminal.RefuseAsync("这里已有往年的事项，不能再写入示范数据。请用 --data 另指定一个目录。");
            until = until < OfficeDay.Of(first) ? until : OfficeDay.Of(first).AddDays(-1);
        }

        var clock = office.Get<TimeProvider>();
        var started = clock.GetTimestamp();
        var share = arguments["--open"] is null ? UsualOpenShare : open / 100;
        void Tell(int done)
        {
            if (done % 100_000 == 0 || done == matters || done == items) terminal.Error.WriteLine($"已写入 {done} 件，用时 {clock.GetElapsedTime(started).TotalSeconds:0} 秒");
        }

        if (matters > 0) await new SeedOffice(now.Db, office.Get<RuleShelf>().Book).RunAsync(new SeedPlan(matters, seed, until, share), Tell);
        if (items > 0) await new SeedItems(now.Db).RunAsync(new SeedPlan(items, seed, until, share), Tell);
        return await terminal.SayAsync($"已写入来文 {matters} 件、督办事项 {items} 件（种子 {seed}，截至 {until:yyyy-MM-dd}）。");
    }
}

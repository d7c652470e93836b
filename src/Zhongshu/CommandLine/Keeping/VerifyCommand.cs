using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.CommandLine.Keeping;

/// verify: recomputes every chain and every file's hash. Ends with 1 when anything was altered, and says where.
internal static class VerifyCommand
{
    private const int MostTold = 200;
    private const int SqliteCorrupt = 11;
    private const int SqliteNotADatabase = 26;

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read(args, []);
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        var opened = OpenOffice.AsItIs(read.Value.Settings);
        if (!opened.Succeeded) return await terminal.RefuseAsync(opened.Refusal);
        await using var office = opened.Value;
        try
        {
            return await RunAsync(office, read.Value.DataFolder, terminal);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase)
        {
            await terminal.Error.WriteLineAsync($"数据库文件本身已损坏（{fault.Message}）。请停用本目录，从最近的备份恢复：zhongshu restore 备份.zip --data 新目录。");
            return Terminal.Faulty;
        }
    }

    private static async Task<int> RunAsync(OpenOffice office, string folder, Terminal terminal)
    {
        await using var heads = office.Scope();
        await using var lines = office.Scope();
        await using var names = office.Scope();
        var tally = new TrailTally();
        var faults = 0;
        await foreach (var fault in new TrailVerification(Db(heads), Db(lines), tally).RunAsync())
        {
            if (++faults <= MostTold) await terminal.Out.WriteLineAsync(await SayAsync(Db(names), fault));
        }

        var files = new StoredFiles(folder);
        await foreach (var fault in files.FaultsAsync(Db(heads)))
        {
            if (++faults <= MostTold) await terminal.Out.WriteLineAsync(fault);
        }

        if (faults > MostTold) await terminal.Out.WriteLineAsync($"另有 {faults - MostTold} 处，未逐一列出。");
        await terminal.Out.WriteLineAsync(faults == 0
            ? $"核验通过：{tally.Chains} 条链、{tally.Entries} 条留痕、{files.Checked} 个文件，均未改动。"
            : $"核验未通过：发现 {faults} 处。请保存现场，不要继续使用本目录，并报告保密和审计部门。");
        return faults == 0 ? Terminal.Well : Terminal.Faulty;
    }

    private static OfficeDb Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<OfficeDb>();

    private static async Task<string> SayAsync(OfficeDb db, TrailFault fault)
    {
        var code = fault.Chain == 0 ? "平台留痕" : await db.Set<Matter>().Where(m => m.Id == fault.Chain).Select(m => m.Code).SingleOrDefaultAsync() ?? $"不存在的事项（内部编号 {fault.Chain}）";
        var when = fault.At is { } at ? $"{OfficeDay.Local(at):yyyy-MM-dd HH:mm:ss}" : "时间不详";
        return fault.Kind switch
        {
            TrailFaultKind.Altered => $"{code} 第 {fault.Sequence} 条留痕被改动（{when}）",
            TrailFaultKind.Missing => $"{code} 第 {fault.Sequence} 条留痕缺失（在 {when} 之后）",
            TrailFaultKind.Reordered => $"{code} 第 {fault.Sequence} 条留痕次序颠倒或被改动（{when}）",
            TrailFaultKind.CutOff => $"{code} 自第 {fault.Sequence} 条起的留痕被截去（最后一条在 {when}）",
            TrailFaultKind.Added => $"{code} 第 {fault.Sequence} 条留痕未登记在链尾，或链尾被改动（{when}）",
            _ => $"{code} 第 {fault.Sequence} 条留痕没有对应的事项（{when}）",
        };
    }
}

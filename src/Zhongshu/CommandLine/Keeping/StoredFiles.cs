using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Matters;

namespace Zhongshu.CommandLine.Keeping;

/// The files of a data folder, read again and compared with the hash they are named by.
internal sealed class StoredFiles(string dataFolder)
{
    public long Checked { get; private set; }

    public async IAsyncEnumerable<string> FaultsAsync(OfficeDb db)
    {
        var rows = db.Set<Attachment>().AsNoTracking().OrderBy(a => a.Hash)
            .Join(db.Set<Matter>(), a => a.MatterId, m => m.Id, (a, m) => new { a.Hash, a.Name, m.Code }).AsAsyncEnumerable();
        var last = "";
        await foreach (var row in rows)
        {
            if (row.Hash == last) continue;
            last = row.Hash;
            Checked++;
            if (await FaultOfAsync(row.Hash) is { } fault) yield return $"{row.Code} 的文件“{row.Name}”{fault}（{row.Hash[..Math.Min(12, row.Hash.Length)]}）";
        }

        await foreach (var kept in db.Set<KeptFile>().AsNoTracking().OrderBy(f => f.Id).AsAsyncEnumerable())
        {
            Checked++;
            if (await FaultOfAsync(kept.Hash) is { } fault) yield return $"知识库的文件“{kept.Name}”{fault}（{kept.Hash[..Math.Min(12, kept.Hash.Length)]}）";
        }
    }

    private async Task<string?> FaultOfAsync(string hash)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)) return "的登记已被改动";
        var path = Path.Combine(dataFolder, "files", hash[..2], hash[2..4], hash);
        if (!File.Exists(path)) return "已缺失";
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream)) == hash ? null : "内容被改动";
    }
}

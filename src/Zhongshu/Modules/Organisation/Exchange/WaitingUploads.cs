using System.Buffers.Text;
using System.Security.Cryptography;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Organisation.Exchange;

/// A file between the preview and the decision: kept in the data folder under a name nobody can guess, for a day.
internal sealed class WaitingUploads(OfficeSettings settings, TimeProvider clock)
{
    private string Folder => Directory.CreateDirectory(Path.Combine(settings.DataFolder, "imports")).FullName;

    public async Task<string> KeepAsync(Stream file, CancellationToken cancel)
    {
        foreach (var old in Directory.EnumerateFiles(Folder).Where(f => clock.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(f) > TimeSpan.FromDays(1))) File.Delete(old);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));
        await using var to = File.Create(Path.Combine(Folder, token + ".xlsx"));
        await file.CopyToAsync(to, cancel);
        return token;
    }

    /// Null when it was taken already or has expired.
    public FileStream? Open(string? token) =>
        token is { Length: 24 } && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && File.Exists(Path.Combine(Folder, token + ".xlsx"))
            ? new FileStream(Path.Combine(Folder, token + ".xlsx"), FileMode.Open, FileAccess.Read)
            : null;

    public void Drop(string token) => File.Delete(Path.Combine(Folder, token + ".xlsx"));
}

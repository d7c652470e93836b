using System.Security.Cryptography;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Platform.Files;

/// The bytes of every file, once each, under the hash of their content: files/ab/cd/abcd…
internal sealed class FileStore(OfficeSettings settings)
{
    private const int Piece = 81920;
    private const string Waiting = "incoming";

    private string Folder { get; } = Path.Combine(settings.DataFolder, "files");

    /// Takes a stream in under a limit counted while reading. Nothing is kept until Keep; a draft that is dropped leaves no trace.
    public async Task<Outcome<FileDraft>> ReceiveAsync(Stream from, long most, CancellationToken cancel)
    {
        var waiting = Directory.CreateDirectory(Path.Combine(Folder, Waiting));
        var path = Path.Combine(waiting.FullName, Path.GetRandomFileName());
        var to = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, Piece, FileOptions.Asynchronous);
        var draft = new FileDraft(to);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[Piece];
            for (int n; (n = await from.ReadAsync(buffer, cancel)) > 0;)
            {
                if (to.Length + n > most)
                {
                    await draft.DisposeAsync();
                    return FileRefusals.TooLarge(most);
                }

                hash.AppendData(buffer, 0, n);
                await to.WriteAsync(buffer.AsMemory(0, n), cancel);
            }

            await to.FlushAsync(cancel);
            draft.Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
            return draft;
        }
        catch
        {
            await draft.DisposeAsync();
            throw;
        }
    }

    /// Makes the draft a stored file: on the disk first, then under its name, so that a power cut leaves a whole file or none.
    public void Keep(FileDraft draft)
    {
        var path = PathOf(draft.Hash);
        draft.Stream.Flush(flushToDisk: true);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // The same content twice is stored once; renaming over it changes nothing.
        File.Move(draft.Stream.Name, path, overwrite: true);
        draft.IsKept = true;
    }

    /// Null when the file is not there.
    public FileStream? Open(string hash)
    {
        var path = PathOf(hash);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Piece, FileOptions.Asynchronous) : null;
    }

    public void Delete(string hash) => File.Delete(PathOf(hash));

    /// Drafts that a power cut left behind.
    public void DropAbandoned(DateTimeOffset before)
    {
        var waiting = new DirectoryInfo(Path.Combine(Folder, Waiting));
        if (!waiting.Exists) return;
        foreach (var file in waiting.EnumerateFiles().Where(f => f.LastWriteTimeUtc < before.UtcDateTime)) file.Delete();
    }

    private string PathOf(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(Folder, hash[..2], hash[2..4], hash)
        : throw new ArgumentException("A file is named by its SHA-256 in lower-case hex.", nameof(hash));
}

/// A file that has come in and is not yet decided on; it goes away with this object unless it was kept.
internal sealed class FileDraft(FileStream stream) : IAsyncDisposable
{
    public FileStream Stream => stream;

    public string Hash { get; set; } = "";

    public long Size => stream.Length;

    public bool IsKept { get; set; }

    public async ValueTask DisposeAsync()
    {
        var path = stream.Name;
        await stream.DisposeAsync();
        if (!IsKept) File.Delete(path);
    }
}

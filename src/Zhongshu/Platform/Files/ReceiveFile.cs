using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules.Keys;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Platform.Files;

/// A file taken in, with what it reads as; the document is null when it holds no text (a scan, a photo).
internal sealed record ReceivedFile(UploadedFile File, SourceDocument? Document);

/// 上传: one file comes in, is looked at, and is kept whole or not at all.
internal sealed class ReceiveFile(Office office, FileStore store)
{
    private const long Mega = 1L << 20;

    public async Task<Outcome<ReceivedFile>> RunAsync(Stream content, string fileName, CancellationToken cancel)
    {
        var name = SafeName(fileName);
        var types = office.Rules.Value(FileRules.Types);
        var kind = FileKind.Of(name);
        if (!types.Contains(kind.Extension, StringComparer.OrdinalIgnoreCase)) return FileRefusals.Type(name, types);
        var received = await store.ReceiveAsync(content, office.Rules.Value(FileRules.Largest) * Mega, cancel);
        if (!received.Succeeded) return received.Refusal;
        await using var draft = received.Value;
        var read = await ReadAsync(draft, kind, name, cancel);
        if (!read.Succeeded) return read.Refusal;
        var document = read.Value.Document;
        if (document is not null && MarkOf(document) is { } mark && office.ClassifiedTextRefused(mark)) return FileRefusals.Classified(name, Classification.Word(mark));
        store.Keep(draft);
        return await RecordAsync(draft, kind, name, document, cancel);
    }

    private async Task<Outcome<ReceivedFile>> RecordAsync(FileDraft draft, FileKind kind, string name, SourceDocument? document, CancellationToken cancel)
    {
        var file = new UploadedFile { Id = office.Ids.Next(), Hash = draft.Hash, Name = name, Size = draft.Size, MediaType = kind.MediaType, PersonId = office.Actor.PersonId, At = office.Now };
        var (hash, text) = (draft.Hash, document is null ? "" : TextOf(document));
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        office.Db.Add(file);
        await office.Db.SaveChangesAsync(cancel);
        // Two people may upload the same file at once.
        if (text.Length > 0) await office.Db.Database.ExecuteSqlAsync($"INSERT INTO file_text (hash, text) VALUES ({hash}, {text}) ON CONFLICT (hash) DO NOTHING", cancel);
        await transaction.CommitAsync(cancel);
        return new ReceivedFile(file, document);
    }

    private async Task<Outcome<FileReading>> ReadAsync(FileDraft draft, FileKind kind, string name, CancellationToken cancel)
    {
        draft.Stream.Position = 0;
        if (draft.Size == 0) return FileRefusals.Unread(name, "read.empty", "文件是空的。请确认选对了文件，或请来文单位重新发送。");
        if (!kind.IsDocument) return Unread(draft, kind, name);
        var bytes = new byte[draft.Size];
        await draft.Stream.ReadExactlyAsync(bytes, cancel);
        var result = DocumentReader.Read(bytes, name, Limits(), cancel);
        if (result.IsRead) return kind.Fits(result.Format) ? new FileReading(result.Document) : FileRefusals.Mislabelled(name, FileKind.WordOf(result.Format));
        // A scan has no text, and an office without a converter still keeps its papers.
        if (result.Refusal.RuleId is "read.no_text" or "read.converter_missing") return new FileReading(null);
        return FileRefusals.Unread(name, result.Refusal.RuleId, result.Refusal.ChineseMessage);
    }

    private Outcome<FileReading> Unread(FileDraft draft, FileKind kind, string name)
    {
        Span<byte> head = stackalloc byte[16];
        var n = draft.Stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (kind.Contradiction(head[..n]) is { } content) return FileRefusals.Mislabelled(name, content);
        return kind.IsPackage && RefusesPackage(draft.Stream, name) is { } no ? no : new FileReading(null);
    }

    /// A package that nobody unpacks here is judged by its own directory.
    private Refusal? RefusesPackage(FileStream stream, string name)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var unpacked = zip.Entries.Sum(e => e.Length);
            var bomb = zip.Entries.Count > office.Rules.Value(FileRules.ZipEntries)
                || unpacked > office.Rules.Value(FileRules.UnpackedLargest) * Mega
                || unpacked / Math.Max(1, stream.Length) > office.Rules.Value(FileRules.ZipRatio);
            return bomb ? FileRefusals.Unread(name, "read.zip_bomb", "压缩包展开后异常庞大，为安全起见拒收。请来文单位重新打包后发送。") : null;
        }
        catch (InvalidDataException)
        {
            return FileRefusals.Unread(name, "read.damaged", "压缩包已损坏，打不开。请来文单位重新发送。");
        }
    }

    private ReadLimits Limits() => new()
    {
        FileBytes = office.Rules.Value(FileRules.Largest) * Mega,
        Ratio = office.Rules.Value(FileRules.ZipRatio),
        Entries = office.Rules.Value(FileRules.ZipEntries),
        UnpackedBytes = office.Rules.Value(FileRules.UnpackedLargest) * Mega,
    };

    /// 密级 as the text itself bears it.
    private static int? MarkOf(SourceDocument document) => Classification.Parse(StructureRecovery.Recover(document).Classification) is > 0 and var level ? level : null;

    /// The document without what stands on every page of it: headers, footers, page numbers.
    public static SourceDocument Running(SourceDocument document) =>
        new([.. document.Paragraphs.Where(p => p.Place is not (ParagraphPlace.Header or ParagraphPlace.Footer)).Select((p, i) => p with { Index = i })]);

    public static string TextOf(SourceDocument document) => string.Join('\n', Running(document).Paragraphs.Select(p => p.Number + p.Text)).Replace("\0", "", StringComparison.Ordinal);

    /// Browsers may send a whole path; controls and slashes have no place in a name, and it must fit its column.
    public static string SafeName(string fileName)
    {
        var name = new string([.. fileName.Replace('\\', '/').Split('/')[^1].Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?'))]).Trim();
        if (name.Length <= 200) return name.Length == 0 ? "未命名" : name;
        var extension = Path.GetExtension(name);
        return name[..(200 - Math.Min(extension.Length, 20))] + extension[..Math.Min(extension.Length, 20)];
    }

    private sealed record FileReading(SourceDocument? Document);
}

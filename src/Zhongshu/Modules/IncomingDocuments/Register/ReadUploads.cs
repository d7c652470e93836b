using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Modules.IncomingDocuments.Register;

/// A matter that a paper may follow.
internal sealed record FormerMatter(string Code, string RegistryNumber, string Title, string LeadUnit);

/// Uploaded files read into suggestions for the form.
internal sealed class ReadUploads(Office office, FileStore store, Uploads uploads)
{
    /// Reads the first file; none when it holds no text.
    public async Task<Suggestions> SuggestAsync(UploadedFile file, CancellationToken cancel) =>
        await DocumentAsync(file, cancel) is { } document ? await SuggestAsync(document, cancel) : Suggestions.None;

    public async Task<Suggestions> SuggestAsync(SourceDocument document, CancellationToken cancel) =>
        Suggestions.Of(document, office.Rules, await SenderByLettersAsync(document, cancel));

    /// Registered papers whose numbers the text cites.
    public async Task<IReadOnlyList<FormerMatter>> FormersAsync(IReadOnlyList<string> cited, CancellationToken cancel)
    {
        if (cited.Count == 0) return [];
        // A cited number is read with whatever words stand before it (根据云政发…): the key of the longest tail that is known wins.
        var keys = cited.SelectMany(Tails).Select(IncomingDocument.KeyOfNumber).Distinct().ToList();
        var found = await (
            from document in office.Db.Set<IncomingDocument>().AsNoTracking()
            join matter in office.Db.Set<Matter>() on document.MatterId equals matter.Id
            where keys.Contains(document.NumberKey)
            orderby document.MatterId descending
            select new { matter.Code, document.RegistryNumber, document.Title, document.LeadUnitId }).Take(5).ToListAsync(cancel);
        var book = await office.BookAsync(cancel);
        return [.. found.Select(f => new FormerMatter(f.Code, f.RegistryNumber, f.Title, f.LeadUnitId is { } lead ? book.Unit(lead)?.ShortName ?? "" : ""))];
    }

    private async Task<SourceDocument?> DocumentAsync(UploadedFile file, CancellationToken cancel)
    {
        var text = await uploads.TextAsync(file.Hash, cancel);
        if (text.Length == 0) return null;
        // Old formats go through a converter that takes seconds; their text was kept at upload.
        if (FileKind.Of(file.Name).Extension is "doc" or "wps" || store.Open(file.Hash) is not { } stored) return SourceDocument.FromText(text);
        await using (stored) return DocumentReader.Read(stored, file.Name, cancellation: cancel).Document ?? SourceDocument.FromText(text);
    }

    /// 机关代字 as this registry has met them before.
    private async Task<IReadOnlyDictionary<string, string>?> SenderByLettersAsync(SourceDocument document, CancellationToken cancel)
    {
        if (StructureRecovery.Recover(document).DocumentNumber?.Split('〔')[0] is not { Length: > 0 } letters) return null;
        var head = IncomingDocument.KeyOfNumber(letters) + "-%";
        var sender = await office.Db.Set<IncomingDocument>().AsNoTracking()
            .Where(d => EF.Functions.Like(d.NumberKey, head))
            .OrderByDescending(d => d.MatterId).Select(d => d.Sender).FirstOrDefaultAsync(cancel);
        return sender is null ? null : new Dictionary<string, string>(StringComparer.Ordinal) { [letters] = sender };
    }

    private static IEnumerable<string> Tails(string cited)
    {
        var bracket = cited.IndexOfAny(['〔', '[', '［']);
        for (var i = 0; i < bracket; i++) yield return cited[i..];
    }
}

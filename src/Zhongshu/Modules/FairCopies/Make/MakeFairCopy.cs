using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.FairCopies.Contracts;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules.Keys;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Modules.FairCopies.Make;

/// 排版: what is filled in is kept for its person, and set whenever it is looked at.
internal sealed class MakeFairCopy(Office office, TypesetDocument typeset, SealPictures seals)
{
    private const int LongestTitle = 200;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<FairCopy?> FindAsync(long id, CancellationToken cancel)
    {
        var me = office.Actor.PersonId;
        return await office.Db.Set<FairCopy>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.PersonId == me, cancel);
    }

    public async Task<IReadOnlyList<FairCopy>> ListAsync(CancellationToken cancel)
    {
        var me = office.Actor.PersonId;
        return await office.Db.Set<FairCopy>().AsNoTracking().Where(c => c.PersonId == me).OrderByDescending(c => c.At).Take(20).ToListAsync(cancel);
    }

    /// <param name="id">The copy to change; null for a new one.</param>
    public async Task<Outcome<long>> SaveAsync(long? id, string kindId, FairValues values, CancellationToken cancel)
    {
        if (FairKinds.Find(kindId) is not { } kind) return FairCopyRefusals.Kind(kindId);
        if (Refuses(values) is { } no) return no;
        var me = office.Actor.PersonId;
        var copy = id is null ? null : await office.Db.Set<FairCopy>().SingleOrDefaultAsync(c => c.Id == id && c.PersonId == me, cancel);
        if (id is not null && copy is null) return FairCopyRefusals.Gone;
        if (copy is null) office.Db.Add(copy = new FairCopy { Id = office.Ids.Next(), PersonId = me, Kind = "", Title = "", Text = "", Fields = "" });
        (copy.Kind, copy.Title, copy.Text, copy.Fields, copy.At) = (kind.Id, TitleOf(kind, values), Whole(values.Text), JsonSerializer.Serialize(values.Fields, Json), office.Now);
        await office.Db.SaveChangesAsync(cancel);
        return copy.Id;
    }

    /// A file as a text to go on from.
    public async Task<Outcome<long>> OfFileAsync(PostedFile file, CancellationToken cancel)
    {
        var text = TextOf(file, cancel);
        return text.Succeeded ? await SaveAsync(null, "document", new FairValues(text.Value, new Dictionary<string, string>()), cancel) : text.Refusal;
    }

    public static FairValues Values(FairCopy copy) => new(copy.Text, JsonSerializer.Deserialize<Dictionary<string, string>>(copy.Fields, Json) ?? []);

    /// A kept copy, with the seals that were given for it.
    public async Task<Outcome<SetFile>> SetAsync(FairCopy copy, FileForm form, CancellationToken cancel) =>
        Set(copy.Kind, await seals.WithAsync(Values(copy), cancel), form);

    public Outcome<SetFile> Set(string kindId, FairValues values, FileForm form)
    {
        if (FairKinds.Find(kindId) is not { } kind) return FairCopyRefusals.Kind(kindId);
        if (Refuses(values) is { } no) return no;
        return kind.Outputs.Contains(form) ? typeset.Make(kind.Make(values), form) : FairCopyRefusals.Form;
    }

    /// Text keeps its lines; everything else is read as a document first.
    public static Outcome<string> TextOf(PostedFile file, CancellationToken cancel)
    {
        var read = DocumentReader.Read(file.Content, file.Name, cancellation: cancel);
        if (!read.IsRead) return FairCopyRefusals.Unread(file.Name, read.Refusal.RuleId, read.Refusal.ChineseMessage);
        return read.Format is FileFormat.Text or FileFormat.Markdown ? TextDecoding.Decode(file.Content, TextDecoding.Detect(file.Content)!) : SourceText.Of(read.Document);
    }

    private Refusal? Refuses(FairValues values)
    {
        if (values.Text.Trim().Length + values.Fields.Where(f => f.Key != FairValues.SealField).Sum(f => f.Value.Trim().Length) == 0) return FairCopyRefusals.Empty;
        var most = office.Rules.Value(ProofingRules.LongestText) / 10;
        if (values.Text.Length > most) return FairCopyRefusals.TooLong(most);
        var mark = values["密级"] is { Length: > 0 } said ? said[..Math.Min(2, said.Length)] : StructureRecovery.Recover(SourceDocument.FromText(values.Text)).Classification;
        return Classification.Parse(mark) is > 0 and var level && office.ClassifiedTextRefused(level) ? FairCopyRefusals.Classified(mark!) : null;
    }

    private static string TitleOf(FairKind kind, FairValues values)
    {
        var names = (string[])["会议名称", "督办事项", "事由", "标题"];
        var title = names.Select(n => values[n]).FirstOrDefault(t => t.Length > 0)
            ?? (kind.Make(values) is Sheet.Official official ? official.Document.Title : values.Lines.Count > 0 ? values.Lines[0] : kind.Word);
        title = Whole(title.ReplaceLineEndings(""));
        return title.Length == 0 ? kind.Word : title[..Math.Min(LongestTitle, title.Length)];
    }

    /// What no database holds becomes U+FFFD.
    private static string Whole(string text) => string.Concat(text.Replace("\0", "\uFFFD", StringComparison.Ordinal).EnumerateRunes());
}

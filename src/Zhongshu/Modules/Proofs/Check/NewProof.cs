using Zhongshu.Modules.Proofs.Contracts;
using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules.Keys;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Modules.Proofs.Check;

/// 送校: a text or a file is checked, and the result is kept for its person alone.
internal sealed class NewProof(Office office, CheckText checking)
{
    /// More than anybody works through; the rest is counted.
    private const int MostKept = 5000;

    /// What a browser form says about the check.
    public static TextToCheck Asked(TextToCheck ask, Func<string, string> field) => ask with
    {
        IsDeep = field("depth") != "fast",
        ForPublication = field("publish") == "true",
        Level = ProofingRules.LevelOf(field("level")) > 0 ? field("level") : null,
        Kind = KindOf(field("kind")),
        Points = field("points") is { Length: > 0 } points ? TextToCheck.Whole(points) : null,
        LastYear = field("lastYear") is { Length: > 0 } last ? TextToCheck.Whole(last) : null,
    };

    public async Task<Outcome<long>> OfTextAsync(string text, Func<string, string> field, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text)) return ProofRefusals.Empty;
        return await RunAsync(Asked(TextToCheck.Of(text), field), FileFormat.Text, null, isNew: true, cancel);
    }

    public async Task<Outcome<long>> OfFileAsync(PostedFile file, CancellationToken cancel)
    {
        var read = ReadFile(file, office, cancel);
        return read.Succeeded ? await RunAsync(Asked(read.Value.Ask, file.Field), read.Value.Format, file, isNew: true, cancel) : read.Refusal;
    }

    /// The file as a text to check, or what is wrong with it.
    public static Outcome<(TextToCheck Ask, FileFormat Format)> ReadFile(PostedFile file, Office office, CancellationToken cancel)
    {
        var limits = new ReadLimits
        {
            FileBytes = office.Rules.Value(ProofingRules.LargestFile) * 1024L * 1024,
            Ratio = office.Rules.Value(FileRules.ZipRatio),
            Entries = office.Rules.Value(FileRules.ZipEntries),
        };
        var read = DocumentReader.Read(file.Content, file.Name, limits, cancel);
        if (!read.IsRead) return ProofRefusals.Unread(file.Name, read.Refusal.RuleId, read.Refusal.ChineseMessage);
        var document = new SourceDocument([.. read.Document.Paragraphs.Select(p => p with { Text = TextToCheck.Whole(p.Text) })]);
        return (new TextToCheck(document) { Name = file.Name }, read.Format);
    }

    /// The same text again, for instance after fixes were taken in.
    public async Task<Outcome<long>> AgainAsync(Proof proof, SourceDocument document, CancellationToken cancel) =>
        await RunAsync(new TextToCheck(document) { Name = proof.Name, IsDeep = proof.IsDeep, ForPublication = proof.ForPublication, Level = proof.Level, Kind = KindOf(proof.Kind) }, FileFormat.Text, null, isNew: false, cancel);

    private async Task<Outcome<long>> RunAsync(TextToCheck ask, FileFormat format, PostedFile? file, bool isNew, CancellationToken cancel)
    {
        var check = await checking.RunAsync(ask, cancel);
        if (!check.Succeeded) return check.Refusal;
        var found = check.Value;
        var proof = new Proof
        {
            Id = office.Ids.Next(), PersonId = office.Actor.PersonId, Name = NameOf(ask, found), Text = Proof.Write(found.Document), Format = format,
            FileId = file is null ? null : office.Ids.Next(), IsDeep = ask.IsDeep, ForPublication = ask.ForPublication, Level = ask.Level ?? "",
            Kind = found.Structure.Kind == DocumentKind.Unknown ? "" : found.Structure.Kind.ToString(),
            TitleWords = found.Counts.Title, BodyWords = found.Counts.Body, AttachmentWords = found.Counts.Attachments,
            Dropped = Math.Max(0, found.Findings.Count - MostKept), At = office.Now,
        };
        // The gravest stay when there are too many.
        var kept = found.Findings.Count <= MostKept ? found.Findings : [.. found.Findings.OrderByDescending(f => f.Severity).Take(MostKept).OrderBy(f => f.Paragraph).ThenBy(f => f.Start)];
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        office.Db.Add(proof);
        if (file is not null) office.Db.Add(new PersonalFile { Id = proof.FileId!.Value, PersonId = proof.PersonId, Name = file.Name, Content = file.Content, At = office.Now });
        office.Db.AddRange(kept.Select((f, i) => ProofFinding.Of(proof.Id, i + 1, f)));
        if (isNew) await ProofTally.CountAsync(office, found.Counts, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return proof.Id;
    }

    /// A number would be read as a kind, too.
    private static DocumentKind KindOf(string word) => Enum.TryParse<DocumentKind>(word, out var kind) && kind.ToString() == word ? kind : DocumentKind.Unknown;

    /// A pasted text is called by its title or its first words.
    private static string NameOf(TextToCheck ask, TextCheck found)
    {
        if (ask.Name.Length > 0) return ask.Name;
        var words = found.Structure.Title ?? found.Document.Paragraphs.Select(p => p.Text.Trim()).FirstOrDefault(t => t.Length > 0) ?? "文稿";
        return words.Cut(40);
    }
}

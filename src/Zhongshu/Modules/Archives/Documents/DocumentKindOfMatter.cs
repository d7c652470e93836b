using Microsoft.EntityFrameworkCore;
using Zhongshu.Flow;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Archives.Documents;

/// 文档 as a kind of matter: it goes to the archive like every other when it is published.
internal sealed class DocumentKindOfMatter : MatterKind
{
    public const string Name = "document";

    public override string Kind => Name;

    public override string Title => "文档";

    public override string Address(string code) => $"archives/documents/{code}";

    public override Task<FlowCase> CaseAsync(Office office, Matter matter, CancellationToken cancel) =>
        Task.FromResult(new FlowCase(new Dictionary<string, FieldValue>(StringComparer.Ordinal), _ => null));

    public override OpinionKind OpinionAt(string stepId) => OpinionKind.Review;

    public override bool IsFiled => true;

    public override async Task<IReadOnlyDictionary<long, FilingFacts>> FilingAsync(Office office, IReadOnlyList<long> matters, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var documents = await (
            from document in office.Db.Set<KeptDocument>().AsNoTracking()
            join matter in office.Db.Set<Matter>() on document.MatterId equals matter.Id
            where matters.Contains(document.MatterId)
            select new { document, matter.Title }).ToListAsync(cancel);
        return documents.ToDictionary(d => d.document.MatterId, d => new FilingFacts
        {
            Responsible = book.HomeOf(d.document.UnitId)?.Name ?? "",
            DocumentNumber = d.document.Number,
            DocumentDate = d.document.PublishedOn,
            HandledBy = d.document.UnitId,
            Words = $"{office.Rules.DocumentWord(d.document.Kind)} {d.Title}",
        });
    }
}

public sealed record DocumentKind(string Id, string Word);

internal static class DocumentRules
{
    public static readonly RuleKey<IReadOnlyList<DocumentKind>> Kinds = RuleKey.Table("archives.document-kinds", "文档", r => new DocumentKind(r.Text("id"), r.Text("word")));

    public static readonly RuleNeeds Needs = new([Kinds], []);

    public static string DocumentWord(this RuleBook rules, string kind) => rules.Value(Kinds).FirstOrDefault(k => k.Id == kind)?.Word ?? kind;
}

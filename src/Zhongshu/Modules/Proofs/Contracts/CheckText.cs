using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules.Keys;
using Zhongshu.Proofing;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Rules;
using Zhongshu.Proofing.Rules.Lengths;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Modules.Proofs.Contracts;

/// A text to be proofread, and how.
internal sealed record TextToCheck(SourceDocument Document)
{
    /// File name, for what the unit lets stand in one document alone.
    public string Name { get; init; } = "";

    public bool IsDeep { get; init; } = true;

    public bool ForPublication { get; init; }

    /// 中央, 省, 市, 县, 乡镇; the unit's own level when not said.
    public string? Level { get; init; }

    /// 文种 where the writer says it; otherwise it is read from the title.
    public DocumentKind Kind { get; init; }

    /// Last year's text of the same kind, to be compared with.
    public string? LastYear { get; init; }

    /// 上级部署、本级决策清单, a point a line.
    public string? Points { get; init; }

    /// A text as it is typed. What no page and no database can hold (half a surrogate pair, NUL) becomes U+FFFD, so that places stay.
    public static TextToCheck Of(string text) => new(SourceDocument.FromText(Whole(text)));

    public static string Whole(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\0', StringComparison.Ordinal)) return text;
        return string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                var isPair = i + 1 < from.Length && char.IsSurrogatePair(from[i], from[i + 1]);
                to[i] = isPair || !(char.IsSurrogate(from[i]) || from[i] == '\0') ? from[i] : '\uFFFD';
                if (isPair) to[++i] = from[i];
            }
        });
    }
}

/// What a check found: structure, findings in the order of the text, and 字数 as an office counts them.
internal sealed record TextCheck(SourceDocument Document, DocumentStructure Structure, IReadOnlyList<Finding> Findings, TextCounts Counts)
{
    public int Count(Severity severity) => Findings.Count(f => f.Severity == severity);
}

/// 校核, with what the house knows: the rules, the unit's own list, leaders in their order, superiors and subordinates. The page, the interface and the drafting desk call it.
internal sealed class CheckText(Office office, ProofingShelf shelf, UnitKnowledge knowledge)
{
    public async Task<Outcome<TextCheck>> RunAsync(TextToCheck ask, CancellationToken cancel)
    {
        if (Refuses(ask.Document) is { } no) return no;
        var context = await knowledge.ContextAsync(ask, cancel);
        using var pass = await shelf.EnterAsync(cancel);
        if (pass is null) return ProofRefusals.Busy;
        var options = new CheckOptions { Rules = shelf.Rules, Model = ask.IsDeep ? shelf.Model : null, Kind = ask.Kind, Context = context };
        var report = Proofreader.Check(ask.Document, options);
        return new TextCheck(ask.Document, report.Structure, report.Findings, TextCounts.Of(report.Structure));
    }

    private Refusal? Refuses(SourceDocument document)
    {
        var (most, length) = (office.Rules.Value(ProofingRules.LongestText), document.Paragraphs.Sum(p => (long)p.Text.Length));
        if (length > most) return ProofRefusals.TooLong(length, most);
        if (document.Paragraphs.All(p => string.IsNullOrWhiteSpace(p.Text))) return ProofRefusals.Empty;
        var mark = StructureRecovery.Recover(document).Classification;
        return Classification.Parse(mark) is > 0 and var level && office.ClassifiedTextRefused(level) ? ProofRefusals.Classified(mark!) : null;
    }
}

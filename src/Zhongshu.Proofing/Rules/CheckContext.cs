using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Rules;

/// <summary>The level of the office whose limits apply (字数上限按层级).</summary>
public enum OfficeLevel
{
    /// <summary>Not said: only the central rules apply.</summary>
    Unknown,

    /// <summary>中央和国家机关</summary>
    Central,

    /// <summary>省级</summary>
    Province,

    /// <summary>设区的市</summary>
    City,

    /// <summary>县级</summary>
    County,

    /// <summary>乡镇、街道</summary>
    Township,
}

/// <summary>One person of the organisation table. The table's order is the order of precedence (座次).</summary>
/// <param name="Name">Name as it must be written.</param>
/// <param name="Titles">Every title the person may be given, such as <c>县长</c> or <c>县委副书记</c>.</param>
public sealed record Official(string Name, IReadOnlyList<string> Titles);

/// <summary>A finding that somebody has decided to let stand, with the reason.</summary>
/// <param name="Rule">Rule id, or a family such as <c>length</c>.</param>
/// <param name="Text">The stretch it concerns; <c>null</c> for every stretch.</param>
/// <param name="Reason">Why; a suppression without a reason is not honoured.</param>
public sealed record Suppression(string Rule, string? Text, string Reason)
{
    /// <summary>Name of the one document it holds for (<see cref="CheckContext.DocumentName"/>); <c>null</c> for every document.</summary>
    public string? Document { get; init; }

    internal bool Concerns(Finding finding, string? document) =>
        Reason.Length > 0
        && (Document is null || Document == document)
        && (Text is null || Text == finding.Text)
        && (finding.Rule == Rule || finding.Rule.StartsWith(Rule + ".", StringComparison.Ordinal));
}

/// <summary>What the office knows beside the text. Every part may be left out; a check that needs it then stays silent. Immutable.</summary>
public sealed record CheckContext
{
    /// <summary>Nothing known beside the text.</summary>
    public static CheckContext Empty { get; } = new();

    /// <summary>The text is to be published: personal data and classification marks are looked for.</summary>
    public bool ForPublication { get; init; }

    /// <summary>Level of the issuing office.</summary>
    public OfficeLevel Level { get; init; }

    /// <summary>People in order of precedence, with their titles.</summary>
    public IReadOnlyList<Official> Officials { get; init; } = [];

    /// <summary>Names of the office's superiors; a 函 to one of them is remarked on.</summary>
    public IReadOnlyList<string> Superiors { get; init; } = [];

    /// <summary>Names of subordinate units; an upward document copied to one of them is remarked on.</summary>
    public IReadOnlyList<string> Subordinates { get; init; } = [];

    /// <summary>Document base: 发文字号 (with 〔〕) to title.</summary>
    public IReadOnlyDictionary<string, string> KnownDocuments { get; init; } = new Dictionary<string, string>();

    /// <summary>The same document of last year, for comparison.</summary>
    public string? LastYear { get; init; }

    /// <summary>The superior's document that this one carries out, for comparison (上下一般粗).</summary>
    public string? SuperiorText { get; init; }

    /// <summary>Texts sent to the same reader before: what they tell at length need not be told again.</summary>
    public IReadOnlyList<string> EarlierTexts { get; init; } = [];

    /// <summary>What the superior demands and one's own level has decided, a point each (上级部署、本级决策清单): each should be taken up in the text.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>Names of the office's own places, such as <c>青石县</c>; other places are then remarked on.</summary>
    public IReadOnlyList<string> OwnPlaces { get; init; } = [];

    /// <summary>The unit's own rules.</summary>
    public UnitRules Unit { get; init; } = UnitRules.None;

    /// <summary>Findings let stand in this document.</summary>
    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];

    /// <summary>File name of the document, for what the unit lets stand in this one alone.</summary>
    public string? DocumentName { get; init; }

    /// <summary>Whether somebody has decided, with a reason, to let a finding stand.</summary>
    internal bool LetsStand(Finding finding)
    {
        foreach (var suppression in Suppressions)
            if (suppression.Concerns(finding, DocumentName)) return true;
        foreach (var suppression in Unit.Ignored)
            if (suppression.Concerns(finding, DocumentName)) return true;
        return false;
    }
}

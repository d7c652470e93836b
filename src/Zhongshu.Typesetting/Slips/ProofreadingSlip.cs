namespace Zhongshu.Typesetting.Slips;

/// <summary>公文校核单: the three gates (内容关、格式关、文字关) with what was found and decided at each, and room for the one who signs.</summary>
public sealed record ProofreadingSlip
{
    /// <summary>The office whose form it is.</summary>
    public string Unit { get; init; } = "";

    /// <summary>文稿标题.</summary>
    public string Title { get; init; } = "";

    /// <summary>文种.</summary>
    public string Kind { get; init; } = "";

    /// <summary>字数, as the office counts them.</summary>
    public string Words { get; init; } = "";

    /// <summary>校核人.</summary>
    public string By { get; init; } = "";

    /// <summary>校核时间.</summary>
    public string On { get; init; } = "";

    /// <summary>内容关, an item a line.</summary>
    public IReadOnlyList<string> Content { get; init; } = [];

    /// <summary>格式关.</summary>
    public IReadOnlyList<string> Format { get; init; } = [];

    /// <summary>文字关.</summary>
    public IReadOnlyList<string> Wording { get; init; } = [];

    internal FormSheet Sheet() => new(Unit, "公文校核单", "",
        [
            [new("文稿", Title)],
            [new("文种", Kind), new("字数", Words)],
            [new("校核人", By), new("校核时间", On)],
        ],
        [
            new("内容关", [.. Content.Select(l => new SlipOpinion(l))], 2),
            new("格式关", [.. Format.Select(l => new SlipOpinion(l))], 2),
            new("文字关", [.. Wording.Select(l => new SlipOpinion(l))], 2),
            new("审核意见", [], 1),
        ]);
}

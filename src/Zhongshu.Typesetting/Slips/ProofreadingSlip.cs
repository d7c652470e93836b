namespace Zhongshu.Typesetting.Slips;

/// <summary>公文校核单: the gates (内容关、格式关、文字关, and 传送关、督办关 where five are kept) with what was found and decided at each, and room for the one who signs.</summary>
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

    /// <summary>The gates in their order.</summary>
    public IReadOnlyList<SlipGate> Gates { get; init; } = [];

    internal FormSheet Sheet() => new(Unit, "公文校核单", "",
        [
            [new("文稿", Title)],
            [new("文种", Kind), new("字数", Words)],
            [new("校核人", By), new("校核时间", On)],
        ],
        [
            .. Gates.Select(gate => new FormSection(gate.Name, [.. gate.Lines.Select(line => new SlipOpinion(line))], 2)),
            new("审核意见", [], 1),
        ]);
}

/// <summary>One gate of a proofreading slip.</summary>
/// <param name="Name">内容关, 格式关 …</param>
/// <param name="Lines">What stands in it, an item a line.</param>
public sealed record SlipGate(string Name, IReadOnlyList<string> Lines);

namespace Zhongshu.Typesetting.Slips;

/// <summary>What someone wrote on a slip.</summary>
/// <param name="Text">The words; a line feed starts a new paragraph.</param>
/// <param name="By">Who signed, as printed.</param>
/// <param name="On">The day, as printed.</param>
public sealed record SlipOpinion(string Text, string By = "", string On = "");

/// <summary>收文处理单: the sheet that travels with an incoming document. Every text is printed as given.</summary>
public sealed record ProcessingSlip
{
    /// <summary>The office whose slip it is, printed above the name of the form.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Name of the form.</summary>
    public string FormName { get; init; } = "收文处理单";

    /// <summary>事项码, printed beside the title and as a QR code.</summary>
    public string MatterCode { get; init; } = "";

    /// <summary>来文单位.</summary>
    public string Sender { get; init; } = "";

    /// <summary>来文字号.</summary>
    public string SenderNumber { get; init; } = "";

    /// <summary>密级.</summary>
    public string Classification { get; init; } = "";

    /// <summary>紧急程度.</summary>
    public string Urgency { get; init; } = "";

    /// <summary>收文日期.</summary>
    public string ReceivedOn { get; init; } = "";

    /// <summary>收文号.</summary>
    public string RegisterNumber { get; init; } = "";

    /// <summary>办理时限.</summary>
    public string Deadline { get; init; } = "";

    /// <summary>份数、页数、附件.</summary>
    public string Extent { get; init; } = "";

    /// <summary>标题.</summary>
    public string Title { get; init; } = "";

    /// <summary>拟办意见.</summary>
    public IReadOnlyList<SlipOpinion> ProposedHandling { get; init; } = [];

    /// <summary>领导批示.</summary>
    public IReadOnlyList<SlipOpinion> Instructions { get; init; } = [];

    /// <summary>承办情况.</summary>
    public IReadOnlyList<SlipOpinion> Handling { get; init; } = [];

    /// <summary>备注.</summary>
    public string Remark { get; init; } = "";

    internal FormSheet Sheet() => new(Unit, FormName, MatterCode,
        [
            [new("来文单位", Sender), new("来文字号", SenderNumber)],
            [new("密级", Classification), new("紧急程度", Urgency)],
            [new("收文日期", ReceivedOn), new("收文号", RegisterNumber)],
            [new("办理时限", Deadline), new("份数页数", Extent)],
            [new("标题", Title)],
        ],
        [
            new("拟办意见", ProposedHandling, 2),
            new("领导批示", Instructions, 3),
            new("承办情况", Handling, 2),
            new("备注", Remark.Length == 0 ? [] : [new SlipOpinion(Remark)], 0.6),
        ]);
}

/// <summary>签报: an internal request for a decision.</summary>
public sealed record SigningReport
{
    /// <summary>The office whose form it is.</summary>
    public string Unit { get; init; } = "";

    /// <summary>事项码.</summary>
    public string MatterCode { get; init; } = "";

    /// <summary>签报部门.</summary>
    public string Section { get; init; } = "";

    /// <summary>编号.</summary>
    public string Number { get; init; } = "";

    /// <summary>拟稿人 and telephone.</summary>
    public string Drafter { get; init; } = "";

    /// <summary>签报日期.</summary>
    public string Date { get; init; } = "";

    /// <summary>紧急程度.</summary>
    public string Urgency { get; init; } = "";

    /// <summary>密级.</summary>
    public string Classification { get; init; } = "";

    /// <summary>事由.</summary>
    public string Subject { get; init; } = "";

    /// <summary>签报内容; a line feed starts a new paragraph.</summary>
    public string Content { get; init; } = "";

    /// <summary>部门意见.</summary>
    public IReadOnlyList<SlipOpinion> SectionOpinions { get; init; } = [];

    /// <summary>会签意见.</summary>
    public IReadOnlyList<SlipOpinion> Countersigns { get; init; } = [];

    /// <summary>领导批示.</summary>
    public IReadOnlyList<SlipOpinion> Instructions { get; init; } = [];

    internal FormSheet Sheet() => new(Unit, "签报", MatterCode,
        [
            [new("签报部门", Section), new("编号", Number)],
            [new("拟稿人", Drafter), new("签报日期", Date)],
            [new("密级", Classification), new("紧急程度", Urgency)],
            [new("事由", Subject)],
        ],
        [
            new("签报内容", Content.Length == 0 ? [] : [new SlipOpinion(Content)], 3),
            new("部门意见", SectionOpinions, 1),
            new("会签意见", Countersigns, 1),
            new("领导批示", Instructions, 2),
        ]);
}

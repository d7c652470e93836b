namespace Zhongshu.Typesetting.Slips;

/// <summary>会议通知: the particulars of a meeting, set as an official notice.</summary>
public sealed record MeetingNotice
{
    /// <summary>发文机关 of the red head; empty for a plain notice.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>发文字号.</summary>
    public string Number { get; init; } = "";

    /// <summary>Name of the meeting, without 通知.</summary>
    public string Meeting { get; init; } = "";

    /// <summary>主送.</summary>
    public string Recipients { get; init; } = "";

    /// <summary>时间.</summary>
    public string Time { get; init; } = "";

    /// <summary>地点.</summary>
    public string Place { get; init; } = "";

    /// <summary>内容.</summary>
    public string Agenda { get; init; } = "";

    /// <summary>参会人员.</summary>
    public string Attendees { get; init; } = "";

    /// <summary>有关要求, one a line.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    /// <summary>联系人及电话.</summary>
    public string Contact { get; init; } = "";

    /// <summary>署名.</summary>
    public string Signatory { get; init; } = "";

    /// <summary>成文日期.</summary>
    public string Date { get; init; } = "";

    /// <summary>The document to typeset; particulars left empty are left out.</summary>
    public OfficialDocument ToDocument()
    {
        var parts = new List<(string Label, IReadOnlyList<string> Lines)>
        {
            ("会议时间", [Time]), ("会议地点", [Place]), ("会议内容", [Agenda]), ("参会人员", [Attendees]), ("有关要求", Requirements),
        };
        var body = new List<Block> { new Paragraph(0, [new TextRun($"定于近日召开{Meeting}，现将有关事项通知如下。")]) };
        var shown = parts.Where(p => p.Lines.Any(l => l.Length > 0)).ToList();
        for (var i = 0; i < shown.Count; i++)
        {
            body.Add(new Paragraph(1, [new TextRun($"{Numerals[i]}、{shown[i].Label}", FontRole.HeiTi)]));
            var many = shown[i].Lines.Count > 1;
            body.AddRange(shown[i].Lines.Where(l => l.Length > 0).Select((l, n) => new Paragraph(many ? 2 : 0, [new TextRun(many ? $"（{Numerals[Math.Min(n, 9)]}）{l}" : l)])));
        }

        return new OfficialDocument
        {
            Head = new DocumentHead { Issuers = Issuer.Length == 0 ? [] : [Issuer], Number = Number },
            Title = $"关于召开{Meeting}的通知",
            Recipients = Recipients,
            Body = body,
            SignOff = new SignOff { Signatories = Signatory.Length == 0 ? [] : [Signatory], Date = Date },
            Note = Contact.Length == 0 ? "" : "联系人及电话：" + Contact,
        };
    }

    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
}

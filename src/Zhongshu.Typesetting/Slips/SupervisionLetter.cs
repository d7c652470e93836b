namespace Zhongshu.Typesetting.Slips;

/// <summary>An instruction as a 督办函 copies it out (批示抄清): to the letter.</summary>
/// <param name="Who">Whose it is, with the post.</param>
/// <param name="On">The date under it, as printed; empty when unknown.</param>
/// <param name="Text">The words, unchanged.</param>
public sealed record CopiedInstruction(string Who, string On, string Text);

/// <summary>One line of the list of duties (责任清单) in a 督办函.</summary>
/// <param name="Task">What is to be done.</param>
/// <param name="Measure">By what one sees that it is done; may be empty.</param>
/// <param name="Lead">牵头单位.</param>
/// <param name="Supporting">配合单位; may be empty.</param>
/// <param name="Deadline">完成时限, as printed.</param>
public sealed record LetterDuty(string Task, string Measure, string Lead, string Supporting, string Deadline);

/// <summary>
/// 督办函: asks units to carry out a matter and to report on it, in the letter form (10.1). Its four parts are
/// 批示抄清, 督办意见, 责任单位 and 反馈要求; a part without content is left out and the numbers close up.
/// </summary>
public sealed record SupervisionLetter
{
    /// <summary>发文机关.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>发文字号.</summary>
    public string Number { get; init; } = "";

    /// <summary>The units asked (责任单位), as the addressee line names them.</summary>
    public string Recipient { get; init; } = "";

    /// <summary>The matter (督办事项), as a noun phrase.</summary>
    public string Matter { get; init; } = "";

    /// <summary>Where it comes from when no instruction is copied out (立项依据).</summary>
    public string Basis { get; init; } = "";

    /// <summary>批示抄清.</summary>
    public IReadOnlyList<CopiedInstruction> Instructions { get; init; } = [];

    /// <summary>督办意见, one a line.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    /// <summary>责任单位: who answers for what; more than one makes a table.</summary>
    public IReadOnlyList<LetterDuty> Duties { get; init; } = [];

    /// <summary>反馈要求 beside the deadline, one a line.</summary>
    public IReadOnlyList<string> Feedback { get; init; } = [];

    /// <summary>反馈时限, as printed.</summary>
    public string Deadline { get; init; } = "";

    /// <summary>联系人及电话.</summary>
    public string Contact { get; init; } = "";

    /// <summary>成文日期.</summary>
    public string Date { get; init; } = "";

    /// <summary>抄送.</summary>
    public string Copies { get; init; } = "";

    /// <summary>The document to typeset.</summary>
    public OfficialDocument ToDocument()
    {
        var basis = Basis.Length == 0 ? "" : Basis.TrimEnd('，', '。') + "，";
        var body = new List<Block> { Line($"{basis}现将“{Matter}”一事交你单位办理。请按以下要求抓紧办理并反馈。") };
        var parts = new (string Title, IReadOnlyList<Block> Blocks)[]
        {
            ("批示抄清", [.. Instructions.SelectMany(Copied)]), ("督办意见", [.. Requirements.Select((r, i) => Line(Requirements.Count > 1 ? $"{i + 1}. {r}" : r, Requirements.Count > 1 ? 3 : 0))]),
            ("责任单位", Responsible()), ("反馈要求", [.. FeedbackLines().Select(f => Line(f))]),
        };
        var shown = parts.Where(p => p.Blocks.Count > 0).ToList();
        for (var i = 0; i < shown.Count; i++)
        {
            body.Add(new Paragraph(1, [new TextRun($"{Numerals[i]}、{shown[i].Title}", FontRole.HeiTi)]));
            body.AddRange(shown[i].Blocks);
        }

        return new OfficialDocument
        {
            Form = DocumentForm.Letter,
            Head = new DocumentHead { Issuers = Issuer.Length == 0 ? [] : [Issuer], Number = Number, MarkSuffix = "" },
            Title = $"关于督办{Matter}的函",
            Recipients = Recipient,
            Body = body,
            SignOff = new SignOff { Signatories = Issuer.Length == 0 ? [] : [Issuer], Date = Date },
            Note = Contact.Length == 0 ? "" : "联系人及电话：" + Contact,
            Imprint = new Imprint { Copies = Copies },
        };
    }

    private static readonly string[] Numerals = ["一", "二", "三", "四"];

    private static Paragraph Line(string text, int level = 0) => new(level, [new TextRun(text)]);

    /// <summary>Who and when in 仿宋, the words in 楷体, so that one sees where they begin and end.</summary>
    private static IEnumerable<Block> Copied(CopiedInstruction one)
    {
        yield return Line(one.On.Length == 0 ? $"{one.Who}批示：" : $"{one.Who}{one.On}批示：");
        foreach (var line in one.Text.ReplaceLineEndings("\n").Split('\n').Where(l => l.Trim().Length > 0)) yield return new Paragraph(0, [new TextRun(line, FontRole.KaiTi)]);
    }

    private IReadOnlyList<Block> Responsible()
    {
        if (Duties.Count == 0) return [];
        if (Duties is [var only])
            return [Line($"牵头单位：{only.Lead}。{(only.Supporting.Length > 0 ? $"配合单位：{only.Supporting}。" : "")}{(only.Measure.Length > 0 ? $"成果和标准：{only.Measure.TrimEnd('。')}。" : "")}请于{only.Deadline}前完成。")];
        var rows = new List<IReadOnlyList<string>> { new[] { "任务", "成果和标准", "牵头单位", "配合单位", "完成时限" } };
        rows.AddRange(Duties.Select(d => (IReadOnlyList<string>)[d.Task, d.Measure, d.Lead, d.Supporting, d.Deadline]));
        return [Line("按下表分工落实："), new TableBlock(rows)];
    }

    private IEnumerable<string> FeedbackLines()
    {
        if (Deadline.Length > 0) yield return $"办理情况请于{Deadline}前书面反馈。确需延期的，请在到期前说明理由并提出新的完成时间。";
        foreach (var line in Feedback) yield return line;
    }
}

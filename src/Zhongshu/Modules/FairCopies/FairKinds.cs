using Zhongshu.Modules.FairCopies.Contracts;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Seals;
using Zhongshu.Typesetting.Slips;

namespace Zhongshu.Modules.FairCopies;

/// A field beside the text.
internal sealed record FairField(string Name, string Hint = "")
{
    public bool IsLong { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// What was filled in, by field; empty when not.
internal sealed record FairValues(string Text, IReadOnlyDictionary<string, string> Fields)
{
    /// Where the ids of the pictures stand among the fields.
    public const string SealField = "印章图片";

    /// The pictures themselves, read when a sheet is made.
    public IReadOnlyList<SealPicture> Seals { get; init; } = [];

    private static readonly char[] Separators = ['、', ',', '，', ';', '；'];

    /// A text whose head between two lines of --- names the fields; what follows is the text.
    public static FairValues OfSource(string source)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        var (open, close) = (Array.FindIndex(lines, l => l.Trim().Length > 0), -1);
        if (open >= 0 && lines[open].Trim() == "---") close = Array.FindIndex(lines, open + 1, l => l.Trim() == "---");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Take(Math.Max(0, close)).Skip(open + 1))
        {
            // A field that is named again goes on in a line of its own.
            if (line.IndexOfAny([':', '：']) is > 0 and var colon && line[..colon].Trim() is var name)
                fields[name] = fields.TryGetValue(name, out var before) ? before + "\n" + line[(colon + 1)..].Trim() : line[(colon + 1)..].Trim();
        }

        return new FairValues(string.Join('\n', lines.Skip(close + 1)), fields);
    }

    public string this[string name] => Fields.GetValueOrDefault(name, "").Trim();

    public IReadOnlyList<string> Many(string name) => this[name].Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IReadOnlyList<string> Lines => Split(Text);

    public IReadOnlyList<string> LinesOf(string name) => Split(this[name]);

    private static string[] Split(string text) => text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// A kind of paper that can be set: its words, its fields, and how it is made.
internal sealed record FairKind(string Id, string Word, string TextLabel, string TextHint, IReadOnlyList<FairField> Fields, Func<FairValues, Sheet> Make)
{
    /// 公文 in its four forms may carry pictures of seals.
    public bool TakesSeals => TextHint.Length > 0 && Fields.Any(f => f.Name == "印章");

    public IReadOnlyList<FileForm> Outputs { get; init; } = [FileForm.Docx, FileForm.Pdf, FileForm.Ofd];
}

/// 公文四种格式和办公室常用文书, in the order of the page.
internal static class FairKinds
{
    private const string Body = "第一段是标题，以冒号结尾的一行是主送机关，一、（一）1.（1）是层次，“附件：1.……”是附件说明，末尾单独一行的日期是成文日期。";

    private static readonly FairField[] Head =
    [
        new("发文机关", "几个机关联合发文的用、隔开，主办机关在前"),
        new("发文字号", "云政发〔2026〕12号"),
        new("签发人", "上行文填写"),
        new("紧急程度") { Choices = ["", "特急", "加急"] },
        new("份号", "000001"),
        new("密级", "仅限涉密内网使用，如：秘密★1年"),
        new("印章") { Choices = ["有", "无", "签名章"] },
        new("印发机关"),
        new("印发日期", "2026年11月22日"),
        new("抄送", "县委各部门，县人武部") { IsLong = true },
    ];

    public static readonly IReadOnlyList<FairKind> All =
    [
        new("document", "公文", "正文", Body, Head, v => Official(v, DocumentForm.Document)),
        new("letter", "信函", "正文", Body, Head, v => Official(v, DocumentForm.Letter)),
        new("order", "命令", "正文", Body, [.. Head.Where(f => f.Name is not ("签发人" or "抄送"))], v => Official(v, DocumentForm.Order)),
        new("minutes", "纪要", "正文", Body, [.. Head.Where(f => f.Name != "签发人")], v => Official(v, DocumentForm.Minutes)),
        new("notice", "会议通知", "有关要求", "每行一条。", [new("会议名称", "全市数据工作会议"), new("发文机关"), new("发文字号"), new("主送"), new("时间"), new("地点"), new("内容") { IsLong = true }, new("参会人员") { IsLong = true }, new("联系人及电话"), new("署名"), new("成文日期")], Notice),
        new("supervision", "督办函", "办理要求", "每行一条。", [new("督办事项"), new("发文机关"), new("发文字号"), new("责任单位"), new("立项依据", "根据市政府第3次常务会议要求"), new("反馈时限", "2026年12月10日"), new("联系人及电话"), new("成文日期")], Supervision),
        new("report", "签报", "签报内容", "", [new("单位"), new("签报部门"), new("编号"), new("事由") { IsLong = true }, new("拟稿人"), new("签报日期"), new("紧急程度"), new("密级"), new("部门意见") { IsLong = true }, new("会签意见") { IsLong = true }, new("领导批示") { IsLong = true }], Report) { Outputs = [FileForm.Docx, FileForm.Pdf] },
        new("slip", "处理单", "拟办意见", "", [new("单位"), new("来文单位"), new("来文字号"), new("标题") { IsLong = true }, new("收文日期"), new("收文号"), new("办理时限"), new("份数页数"), new("紧急程度"), new("密级"), new("领导批示") { IsLong = true }, new("承办情况") { IsLong = true }, new("备注")], Slip),
        new("cards", "席卡", "姓名", "每行一个姓名；每人一页，沿中线对折。", [], v => new Sheet.Cards(v.Lines)) { Outputs = [FileForm.Pdf] },
    ];

    public static FairKind? Find(string? id) => All.FirstOrDefault(k => k.Id == id);

    /// The text says what it says; a field that is filled in counts more.
    private static Sheet.Official Official(FairValues v, DocumentForm form)
    {
        var read = OfficialText.Parse(v.Text);
        var head = read.Head;
        var issuers = v.Many("发文机关");
        return new Sheet.Official(read with
        {
            Form = form,
            Head = head with
            {
                CopyNumber = Or(v["份号"], head.CopyNumber),
                Classification = Or(v["密级"], head.Classification),
                Urgency = Or(v["紧急程度"], head.Urgency),
                Issuers = issuers.Count > 0 ? issuers : head.Issuers,
                MarkSuffix = form == DocumentForm.Document ? (issuers.Count > 0 ? "文件" : head.MarkSuffix) : "",
                Number = Or(v["发文字号"], head.Number),
                Approvers = v.Many("签发人") is { Count: > 0 } approvers ? approvers : head.Approvers,
            },
            SignOff = read.SignOff with
            {
                Style = v["印章"] switch { "无" => SignOffStyle.Plain, "签名章" => SignOffStyle.SignatureStamp, _ => read.SignOff.Style },
                Seals = v["印章"] == "无" ? [] : v.Seals,
            },
            Imprint = read.Imprint with
            {
                Copies = Or(v["抄送"].TrimEnd('。'), read.Imprint.Copies),
                PrintingOffice = Or(v["印发机关"], read.Imprint.PrintingOffice),
                PrintingDate = Or(v["印发日期"], read.Imprint.PrintingDate),
            },
        });
    }

    private static Sheet.Official Notice(FairValues v) => new(new MeetingNotice
    {
        Issuer = v["发文机关"], Number = v["发文字号"], Meeting = v["会议名称"], Recipients = v["主送"], Time = v["时间"], Place = v["地点"], Agenda = v["内容"],
        Attendees = v["参会人员"], Requirements = v.Lines, Contact = v["联系人及电话"], Signatory = Or(v["署名"], v["发文机关"]), Date = v["成文日期"],
    }.ToDocument());

    private static Sheet.Official Supervision(FairValues v) => new(new SupervisionLetter
    {
        Issuer = v["发文机关"], Number = v["发文字号"], Recipient = v["责任单位"], Matter = v["督办事项"], Basis = v["立项依据"], Requirements = v.Lines,
        Deadline = v["反馈时限"], Contact = v["联系人及电话"], Date = v["成文日期"],
    }.ToDocument());

    private static Sheet.Report Report(FairValues v) => new(new SigningReport
    {
        Unit = v["单位"], Section = v["签报部门"], Number = v["编号"], Subject = v["事由"], Drafter = v["拟稿人"], Date = v["签报日期"], Urgency = v["紧急程度"], Classification = v["密级"],
        Content = v.Text.ReplaceLineEndings("\n"), SectionOpinions = Opinions(v, "部门意见"), Countersigns = Opinions(v, "会签意见"), Instructions = Opinions(v, "领导批示"),
    });

    private static Sheet.Slip Slip(FairValues v) => new(new ProcessingSlip
    {
        Unit = v["单位"], Sender = v["来文单位"], SenderNumber = v["来文字号"], Title = v["标题"], ReceivedOn = v["收文日期"], RegisterNumber = v["收文号"], Deadline = v["办理时限"],
        Extent = v["份数页数"], Urgency = v["紧急程度"], Classification = v["密级"], Remark = v["备注"],
        ProposedHandling = v.Text.Trim().Length == 0 ? [] : [new SlipOpinion(v.Text.ReplaceLineEndings("\n"))], Instructions = Opinions(v, "领导批示"), Handling = Opinions(v, "承办情况"),
    });

    private static IReadOnlyList<SlipOpinion> Opinions(FairValues v, string field) => [.. v.LinesOf(field).Select(line => new SlipOpinion(line))];

    private static string Or(string given, string read) => given.Length > 0 ? given : read;
}

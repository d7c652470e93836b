using System.Text.RegularExpressions;
using Zhongshu.Proofing.Documents;

namespace Zhongshu.Proofing.Structure;

/// <summary>A value suggested for a field of the registration form.</summary>
/// <param name="Value">What to put in the field.</param>
/// <param name="Confidence">0 to 1; below 0.6 a form should ask for a look.</param>
/// <param name="Paragraph">Index of the paragraph it was read from.</param>
/// <param name="Text">The stretch as it stands there.</param>
public sealed record Suggested<T>(T Value, double Confidence, int Paragraph, string Text);

/// <summary>What a registration form (收文登记) can take over from a document that came in. Absent fields were not found.</summary>
public sealed partial record IncomingReading
{
    /// <summary>标题</summary>
    public Suggested<string>? Title { get; init; }

    /// <summary>来文单位: from the red head, the signature, the title or the letters of the document number, in this order.</summary>
    public Suggested<string>? Sender { get; init; }

    /// <summary>来文字号, normalised.</summary>
    public Suggested<string>? DocumentNumber { get; init; }

    /// <summary>成文日期</summary>
    public Suggested<DateOnly>? Date { get; init; }

    /// <summary>密级</summary>
    public Suggested<string>? Classification { get; init; }

    /// <summary>保密期限</summary>
    public Suggested<string>? SecrecyTerm { get; init; }

    /// <summary>紧急程度</summary>
    public Suggested<string>? Urgency { get; init; }

    /// <summary>主送机关</summary>
    public Suggested<string>? Addressee { get; init; }

    /// <summary>文种</summary>
    public Suggested<DocumentKind>? Kind { get; init; }

    /// <summary>办理时限: the first day by which the text asks for something. Without a year in the text the document's own year counts.</summary>
    public Suggested<DateOnly>? Deadline { get; init; }

    /// <summary>联系人 and telephone, as written.</summary>
    public Suggested<string>? Contact { get; init; }

    /// <summary>The structure it was read from.</summary>
    public required DocumentStructure Structure { get; init; }

    /// <summary>Reads the suggestions out of a document. Pure and total.</summary>
    /// <param name="document">The document.</param>
    /// <param name="senderByLetters">The unit's own table of 机关代字 to full names, when it keeps one.</param>
    public static IncomingReading From(SourceDocument document, IReadOnlyDictionary<string, string>? senderByLetters = null)
    {
        var structure = StructureRecovery.Recover(document);
        var date = structure.Date is { } day ? At(structure, ElementRole.Date, day, 0.95) ?? At(structure, ElementRole.IssuerMark, day, 0.8) : null;
        return new IncomingReading
        {
            Structure = structure,
            Title = At(structure, ElementRole.Title, structure.Title, structure.Kind == DocumentKind.Unknown ? 0.6 : 0.95),
            Sender = FindSender(structure, senderByLetters),
            DocumentNumber = At(structure, ElementRole.DocumentNumber, structure.DocumentNumber, structure.DocumentNumber == structure.DocumentNumberAsWritten ? 0.98 : 0.9),
            Date = date,
            Classification = At(structure, ElementRole.Classification, structure.Classification, 0.98),
            SecrecyTerm = At(structure, ElementRole.Classification, structure.SecrecyTerm, 0.95),
            Urgency = At(structure, ElementRole.Urgency, structure.Urgency, 0.98) ?? At(structure, ElementRole.Classification, structure.Urgency, 0.95) ?? At(structure, ElementRole.CopyNumber, structure.Urgency, 0.95),
            Addressee = At(structure, ElementRole.Addressee, structure.Addressee, 0.95) ?? At(structure, ElementRole.CopyTo, structure.Addressee, 0.9),
            Kind = structure.Kind == DocumentKind.Unknown ? null : At(structure, ElementRole.Title, structure.Kind, 0.95) ?? At(structure, ElementRole.IssuerMark, structure.Kind, 0.85),
            Deadline = FindDeadline(structure),
            Contact = FindContact(document),
        };
    }

    private static Suggested<T>? At<T>(DocumentStructure structure, ElementRole role, T? value, double confidence)
    {
        if (value is null) return null;
        for (var i = 0; i < structure.Roles.Count; i++)
        {
            if (structure.Roles[i] == role) return new Suggested<T>(value, confidence, i, structure.Document.Paragraphs[i].Text.Trim());
        }

        return null;
    }

    private static Suggested<string>? FindSender(DocumentStructure structure, IReadOnlyDictionary<string, string>? senderByLetters)
    {
        var letters = structure.DocumentNumber is { } number ? number.Split('〔')[0] : null;
        if (letters is not null && senderByLetters?.GetValueOrDefault(letters) is { } known) return At(structure, ElementRole.DocumentNumber, known, 0.97);
        var head = structure.Issuers.Count > 0 && structure.Kind is not (DocumentKind.简报 or DocumentKind.纪要 or DocumentKind.信息) ? string.Join('、', structure.Issuers) : null;
        var title = structure.Title is { } text && TitleSender().Match(text.Trim()) is { Success: true } found ? JoinBodies(found.Groups["org"].Value) : null;
        // A person who signs (令, 议案) is not the unit that sends.
        var foot = structure.Signatures.Count > 0 && (title is null || structure.Signatures.All(s => Elements.Body().IsMatch(s))) ? string.Join('、', structure.Signatures) : null;
        return At(structure, ElementRole.IssuerMark, head, 0.95)
            ?? At(structure, ElementRole.Signature, foot, 0.9)
            ?? At(structure, ElementRole.Date, foot, 0.85)
            ?? At(structure, ElementRole.Title, title, 0.75)
            ?? At(structure, ElementRole.IssuerMark, structure.Issuers.Count > 0 ? structure.Issuers[^1] : null, 0.6)
            ?? At(structure, ElementRole.DocumentNumber, letters, 0.3);
    }

    /// <summary>Joint senders stand apart in a title by wide blanks or 、.</summary>
    private static string JoinBodies(string bodies) => string.Join('、', bodies.Split((char[])[' ', '　', '、'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A day that the text asks something by; a request (请于……前反馈) goes before a mere plan (应于……前完成).</summary>
    private static Suggested<DateOnly>? FindDeadline(DocumentStructure structure)
    {
        Suggested<DateOnly>? plan = null;
        foreach (var (paragraph, index) in structure.Document.Paragraphs.Select((p, i) => (p, i)))
        {
            if (structure.Roles[index] is ElementRole.Title or ElementRole.Date or ElementRole.Printing or ElementRole.DocumentNumber) continue;
            foreach (var mention in ChineseDate.Find(paragraph.Text))
            {
                var sentence = paragraph.Text.LastIndexOfAny(['。', '；', '\n'], Math.Max(0, mention.Start - 1)) + 1;
                var to = Math.Min(paragraph.Text.Length, mention.Start + mention.Length + 40);
                var (lead, asked) = (paragraph.Text[Math.Min(sentence, mention.Start)..mention.Start], AsksBefore().Match(paragraph.Text[(mention.Start + mention.Length)..to]));
                if (!asked.Success || lead.TrimEnd().EndsWith("每年", StringComparison.Ordinal) || DayOf(mention, structure.Date) is not { } day) continue;
                var text = paragraph.Text[Math.Max(sentence, mention.Start - 20)..(mention.Start + mention.Length + asked.Length)].Trim();
                if (Requests().IsMatch(lead)) return new Suggested<DateOnly>(day, mention.Year is null ? 0.85 : 0.9, index, text);
                if (plan is null && Obliges().IsMatch(lead)) plan = new Suggested<DateOnly>(day, 0.5, index, text);
            }
        }

        return plan;
    }

    /// <summary>A day without a year lies on or after the document's own date.</summary>
    private static DateOnly? DayOf(ChineseDate.Mention mention, DateOnly? documentDate)
    {
        if (mention.Date is { } full) return full;
        if (mention.Year is not null || documentDate is not { } written) return null;
        return mention.On(written.Year) is { } same && same >= written ? same : mention.On(written.Year + 1);
    }

    private static Suggested<string>? FindContact(SourceDocument document)
    {
        foreach (var (paragraph, index) in document.Paragraphs.Select((p, i) => (p, i)))
        {
            if (ContactLine().Match(paragraph.Text) is not { Success: true } found) continue;
            var text = found.Value.Trim('（', '）', '(', ')', ' ', '　', '。', '；');
            return new Suggested<string>(text, PhoneNumber().IsMatch(text) ? 0.9 : 0.7, index, found.Value);
        }

        return null;
    }

    [GeneratedRegex(@"^(?<org>[^《》“”]{3,40}?)关于")]
    private static partial Regex TitleSender();

    [GeneratedRegex(@"^[ 　]*(?:[（(][^）)]{1,10}[）)])?[ 　]*(?:上午|下午|中午|晚)?[ 　]*(?:\d{1,2}(?::|：|时|点)?(?:\d{2})?分?)?[ 　]*(?:下班)?(?:之?前|以前|截止)(?!已|尚)[^。；]{0,40}?(?:报|反馈|回复|办结|办理|提交|完成|送|回执|函告|告知|汇总|填|上传|报名|落实)")]
    private static partial Regex AsksBefore();

    [GeneratedRegex(@"请|务必|敬请|望|报名|截止|回执")]
    private static partial Regex Requests();

    [GeneratedRegex(@"应|须|要|于[ 　]*$")]
    private static partial Regex Obliges();

    [GeneratedRegex(@"[（(]?联[ 　]*系[ 　]*人[^：:\n]{0,8}[：:][^。\n]{2,80}")]
    private static partial Regex ContactLine();

    [GeneratedRegex(@"\d{7,}|\d{3,4}[-－—]\d{7,8}")]
    private static partial Regex PhoneNumber();
}

using System.Text.RegularExpressions;
using Zhongshu.Platform;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Modules.IncomingDocuments.Register;

/// A breach of procedure that shows in the paper itself, with the reason for returning it and the place.
internal sealed record ProcedureConcern(ReturnReason Reason, string Evidence)
{
    public override string ToString() => $"{Reason.Reason}（{Evidence}，依据{Reason.Article}）";
}

/// 不合程序的报件在登记时识别 (M1-B06): only what the structure shows beyond doubt; a person decides. Pure.
internal static partial class ProcedureConcerns
{
    public static IReadOnlyList<ProcedureConcern> Of(DocumentStructure structure, IReadOnlyList<ReturnReason> reasons)
    {
        var found = new List<ProcedureConcern>();
        if (structure.Kind is not (DocumentKind.请示 or DocumentKind.报告)) return found;
        var addressee = structure.Addressee ?? "";
        if (SeveralBodies(addressee)) Say("several-addressees", $"主送“{addressee.Cut(30)}”");
        if (Person().IsMatch(addressee)) Say("sent-to-leader", $"主送“{addressee.Cut(30)}”");
        if (structure.DocumentNumber is not null && structure.Signers.Count == 0) Say("no-issuer", $"{structure.Kind}未见签发人");
        if (structure.Kind == DocumentKind.报告 && Asking(structure) is { } asking) Say("request-in-report", $"“{asking}”");
        if (structure.Title is { } title && MixedKinds().IsMatch(title)) Say("wrong-form", $"标题“{title.Cut(30)}”混用文种");
        return found;

        void Say(string id, string evidence)
        {
            if (reasons.FirstOrDefault(r => r.Id == id) is { } reason) found.Add(new(reason, evidence));
        }
    }

    private static bool SeveralBodies(string addressee) =>
        addressee.Split((char[])['、', ',', '，', ' '], StringSplitOptions.RemoveEmptyEntries).Count(part => Body().IsMatch(part.Trim())) > 1;

    private static string? Asking(DocumentStructure structure)
    {
        for (var i = 0; i < structure.Roles.Count; i++)
            if (structure.Roles[i] is ElementRole.Body && Asks().Match(structure.Document.Paragraphs[i].Text) is { Success: true } found) return found.Value;
        return null;
    }

    [GeneratedRegex(@"(?:政府|委员会|办公室|办公厅|委|局|厅|部|院|会|政协|人大|党组|公司|大学|学院|医院)$")]
    private static partial Regex Body();

    [GeneratedRegex(@"(?:(?:省|市|县|区|州|乡|镇)长|书记|主席|主任|秘书长|局长|厅长|部长|同志|先生|女士|领导)$")]
    private static partial Regex Person();

    [GeneratedRegex(@"[^。；;，,]{0,12}(?:妥否[，,]?请批示|当否[，,]?请批示|请予批准|请予批复|请批复|恳请批准|请予审批|请批准)")]
    private static partial Regex Asks();

    [GeneratedRegex(@"请示报告$|报告请示$|请示函$|报告函$")]
    private static partial Regex MixedKinds();
}

using Zhongshu.Typesetting.Fonts;
using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Typesetting.Slips;

/// <summary>The office's own forms as files: 收文处理单, 签报, 席卡.</summary>
public static class Forms
{
    /// <summary>收文处理单 as PDF; long opinions go on to continuation pages.</summary>
    public static TypesetResult ToPdf(ProcessingSlip slip, LayoutRules rules, FontSet fonts) => Pdf(slip.Sheet(), rules, fonts);

    /// <summary>收文处理单 as docx.</summary>
    public static byte[] ToDocx(ProcessingSlip slip, LayoutRules rules) => new FormDocx(rules).Write(slip.Sheet());

    /// <summary>签报 as PDF.</summary>
    public static TypesetResult ToPdf(SigningReport report, LayoutRules rules, FontSet fonts) => Pdf(report.Sheet(), rules, fonts);

    /// <summary>签报 as docx.</summary>
    public static byte[] ToDocx(SigningReport report, LayoutRules rules) => new FormDocx(rules).Write(report.Sheet());

    /// <summary>公文校核单 as PDF.</summary>
    public static TypesetResult ToPdf(ProofreadingSlip slip, LayoutRules rules, FontSet fonts) => Pdf(slip.Sheet(), rules, fonts);

    /// <summary>席卡: a page for each name, printed on both faces of a sheet to be folded along its middle.</summary>
    public static TypesetResult NameCardsToPdf(IReadOnlyList<string> names, LayoutRules rules, FontSet fonts) =>
        Typesetter.Pdf(() => NameCards.Compose(names, rules), "席卡", fonts);

    /// <summary>收文处理单 as OFD.</summary>
    public static TypesetResult ToOfd(ProcessingSlip slip, LayoutRules rules, FontSet fonts) =>
        Typesetter.Ofd(() => new FormComposer(rules).Compose(slip.Sheet()), slip.Sheet().Title, fonts);

    /// <summary>Where everything on a 收文处理单 stands.</summary>
    public static DocumentLayout Layout(ProcessingSlip slip, LayoutRules rules) => new FormComposer(rules).Compose(slip.Sheet());

    private static TypesetResult Pdf(FormSheet sheet, LayoutRules rules, FontSet fonts) =>
        Typesetter.Pdf(() => new FormComposer(rules).Compose(sheet), sheet.Title, fonts);
}

using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Appraisals;

/// Every expected "no" of 考核评价, one line each.
internal static class AppraisalRefusals
{
    public static readonly Refusal NoTitle = new("appraisals.title", "请写明考核名称，最多120字。") { Field = "title" };

    public static readonly Refusal NoPeriod = new("appraisals.period", "请填写考核时段，起始不晚于截止。") { Field = "from" };

    public static readonly Refusal NoUnits = new("appraisals.units", "请至少选两个被考核单位。") { Field = "units" };

    public static readonly Refusal NoIndicator = new("appraisals.indicator", "每项指标都要有名称和1至100的权重。") { Field = "indicators" };

    public static readonly Refusal SameIndicator = new("appraisals.indicator-twice", "有两项指标同名，请合并或改名。") { Field = "indicators" };

    public static readonly Refusal OwnUnit = new("appraisals.own", "不评价本单位。") { Kind = RefusalKind.Forbidden };

    public static readonly Refusal NoParty = new("appraisals.party", "您的岗位不属于任何评价方。") { Kind = RefusalKind.Forbidden };

    public static readonly Refusal NotOpen = new("appraisals.not-open", "评分已经结束，结果已告知各单位。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NotShown = new("appraisals.not-shown", "结果还没有告知，或已经确认。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NoWords = new("appraisals.words", "请写明理由，最多1000字。") { Field = "words" };

    public static readonly Refusal OpenAppeals = new("appraisals.appeals", "还有申诉没有答复，答复后才能确认结果。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NoAppeal = new("appraisals.no-appeal", "这个单位没有待答复的申诉。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal LongPost = new("appraisals.post", "责任岗位最多60字。") { Field = "indicators" };

    public static Refusal NoVeto(string title, IReadOnlyList<string> words) => new("appraisals.veto", $"“{title}”不能一票否决。可以一票否决的只有{string.Join('、', words)}方面的指标。") { Field = "indicators" };

    public static Refusal Weights(string what, int sum) => new("appraisals.weights", $"{what}权重合计应为100，现为{sum}。请调整。") { Field = what == "指标" ? "indicators" : "parties" };

    public static Refusal Marks(int low, int high) => new("appraisals.marks", $"评价分应为0至100的整数；低于{low}分和高于{high}分的请写明理由。") { Field = "mark" };

    public static Refusal UnknownFigure(string id) => new("appraisals.figure", $"系统没有“{id}”这项数据。") { Field = "indicators" };

    public static Refusal Scale(string title) => new("appraisals.scale", $"“{title}”的满分值和零分值不能相同。") { Field = "indicators" };

    public static Refusal TooMuch(double lost) => new("appraisals.stripped", $"最多只能剥离失去的{lost:0.##}分，且应大于0。") { Field = "points" };
}

/// The scheme goes against what regulations say; it opens only with a reason on record.
internal sealed record SchemeWarned(IReadOnlyList<string> Warnings) : Refusal("appraisals.warned", $"这个方案有{Warnings.Count}处需要斟酌：{string.Join('；', Warnings)}。请修改；确需保留的，写明理由。");

using Zhongshu.Typesetting;
using static Zhongshu.Modules.Supervision.Reports.ReportText;

namespace Zhongshu.Modules.Supervision.Reports;

/// 督查通报, drafted from the figures: the whole, or praise, reminders or results alone. A person edits and issues it. Pure.
internal static class DraftCircular
{
    private const string To = "各有关单位";
    private const string Asked = "请各单位对照附件清单逐项核对。未办结的要明确责任人和完成时间，按期反馈进展；超期的要说明原因和赶进度措施；已办结的要巩固成果，做好回头看准备。";

    public static OfficialDocument Circular(CircularFacts facts) => Document(facts, $"关于{Period(facts)}督查督办情况的通报",
    [
        Text(Lead(facts)), Heading("一、总体情况"), Text(Overall(facts)), Units(facts),
        Heading("二、点名表扬"), Praised(facts), Heading("三、点名提醒"), .. Reminders(facts), Heading("四、成果晾晒"), .. Results(facts), Heading("五、工作要求"), Text(Asked),
    ], To);

    public static OfficialDocument Praise(CircularFacts facts) => Document(facts, $"关于对{Period(facts)}按期办结督查督办任务的单位予以表扬的通报",
        [Text(Lead(facts)), Text(Overall(facts)), Praised(facts), Text("希望受到表扬的单位保持作风，再接再厉；其他单位要对照先进，查找差距，按时保质完成任务。")], To);

    /// To those it names, of all that is overdue on its day, whenever it was docketed.
    public static OfficialDocument Reminder(CircularFacts facts) => Document(facts, "关于部分督查督办任务超期的提醒通报",
        [Text($"截至{Day(facts, facts.Today)}，下列任务超过时限仍未办结，现予提醒。"), .. Reminders(facts), Text("请上述单位收到通报后，逐项说明原因，明确赶进度措施和完成时间，报督查部门；有困难需要协调的，一并提出。")],
        string.Join('、', facts.Overdue.Select(t => facts.Book.Unit(t.Unit)?.Name).OfType<string>().Distinct()));

    public static OfficialDocument Result(CircularFacts facts) => Document(facts, $"关于{Period(facts)}督查督办成果的通报",
        [Text(Lead(facts)), Text(Overall(facts)), .. Results(facts)], To);

    private static string Lead(CircularFacts facts) => $"现将{Period(facts)}立项交办的督查督办事项办理情况通报如下。";
}

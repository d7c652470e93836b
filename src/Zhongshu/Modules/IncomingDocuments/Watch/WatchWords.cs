namespace Zhongshu.Modules.IncomingDocuments.Watch;

/// How a list is called in the address, on its tab, and when it is empty.
internal sealed record WatchWords(string Key, string Title, string None)
{
    public static readonly Dictionary<WatchTab, WatchWords> All = new()
    {
        [WatchTab.Stalled] = new("stalled", "压文", "没有压文。"),
        [WatchTab.Today] = new("today", "当日件", "收到的来文都已送出。"),
        [WatchTab.Overdue] = new("overdue", "超期", "没有超期的来文。"),
        [WatchTab.Unanswered] = new("unanswered", "未回传", "办结的批示件都已回传。"),
        [WatchTab.Unreplied] = new("unreplied", "应复未复", "应答复的来文都已答复。"),
        [WatchTab.Difficult] = new("difficult", "疑难件", "没有正在集体研商的疑难件。"),
    };

    public static WatchTab Read(string? key) => All.FirstOrDefault(w => w.Value.Key == key).Key;
}

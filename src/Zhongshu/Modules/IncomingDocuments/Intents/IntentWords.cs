namespace Zhongshu.Modules.IncomingDocuments.Intents;

internal static class IntentWords
{
    public static string Of(IntentState state) => state switch { IntentState.Talking => "沟通中", IntentState.Agreed => "已一致", IntentState.Submitted => "已报送", _ => "已撤回" };

    public static string Lateness(SubmissionIntent intent, DateOnly today) => intent.IsLate ? "，报送迟于此日" : intent.State is IntentState.Talking or IntentState.Agreed && intent.LatestOn < today ? "，已过" : "";
}

using Zhongshu.Flow;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Organisation;
using WorkItem = Zhongshu.Platform.Flows.WorkItem;

namespace Zhongshu.Modules.Matters.Act;

/// A move in the words of the trail: what was done at which step, and to whom it went on.
internal static class MoveWords
{
    public static string Of(ActForm form, FlowDefinition definition, FlowMove move, OrganisationBook book, DateOnly day)
    {
        var step = move.State.Item(form.Item) is { } item ? definition.Find(item.Step)?.Title ?? "" : "";
        var text = form.Verb switch
        {
            "complete" or "approve" => step,
            "reject" => $"{step}：不同意",
            "return" => $"退回至“{definition.Find(form.To)?.Title}”",
            "seen" => "已阅",
            "chase" => $"催办（{Math.Clamp(form.Level, 1, 3) switch { 1 => "一级", 2 => "二级", _ => "三级" }}）：{step}",
            "jump" => form.To == FlowDefinition.End ? "跳转：直接办结" : $"跳转至“{definition.Find(form.To)?.Title}”",
            _ => step.Length == 0 ? FlowVerbs.Names[form.Verb] : $"{FlowVerbs.Names[form.Verb]}：{step}",
        };
        return text + Onward(move.Arrived, book, day) + (move.State.Status == FlowStatus.Ended ? "，流程办结" : "");
    }

    private static string Onward(IReadOnlyList<WorkItem> arrived, OrganisationBook book, DateOnly day)
    {
        if (arrived.Count == 0) return "";
        var groups = arrived.GroupBy(a => a.StepTitle).Select(g => $"{g.Key}：{string.Join('、', g.Select(a => Name(a, book, day)))}");
        return "，送 " + string.Join('；', groups);
    }

    private static string Name(WorkItem item, OrganisationBook book, DateOnly day)
    {
        var name = Assigning.Name(book, item.Assignee, day);
        return item.OriginalAssignee is { } person && book.Person(person) is { } away ? $"{name}（代{away.Name}）" : name;
    }
}

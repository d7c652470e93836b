using Zhongshu.Flow;
using Zhongshu.Platform.Decisions;
using Participant = Zhongshu.Platform.Access.Participant;
using FlowParticipant = Zhongshu.Flow.Participant;

namespace Zhongshu.Modules.Matters.Act;

/// A form's verb as the engine's command. Pure.
internal static class FlowVerbs
{
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["complete"] = "提交", ["approve"] = "同意", ["reject"] = "不同意", ["return"] = "退回", ["recall"] = "撤回", ["forward"] = "转办",
        ["delegate"] = "委派", ["add-sign"] = "加签", ["remove-sign"] = "减签", ["claim"] = "签收", ["release"] = "撤销签收", ["seen"] = "已阅知",
        ["circulate"] = "传阅", ["chase"] = "催办", ["suspend"] = "暂停", ["resume"] = "恢复", ["terminate"] = "终止", ["jump"] = "跳转",
    };

    public static Outcome<FlowCommand> Command(ActForm form, long? opinion) => form.Verb switch
    {
        "complete" => new Complete(form.Item, Next(form), opinion),
        "approve" => new Approve(form.Item, Next(form), opinion),
        "reject" => new Reject(form.Item, Next(form), opinion),
        "return" => Return(form, opinion),
        "recall" => new Recall(form.Item),
        "forward" => ToOne(form, to => new Forward(form.Item, to)),
        "delegate" => ToOne(form, to => new Zhongshu.Flow.Delegate(form.Item, to)),
        "add-sign" => To(form, to => new AddSign(form.Item, Place(form.Mode), to)),
        "remove-sign" => new RemoveSign(form.Item, Next(form)),
        "claim" => new Claim(form.Item),
        "release" => new Release(form.Item),
        "seen" => new MarkSeen(form.Item),
        "circulate" => To(form, to => new Circulate(form.Item, to)),
        "chase" => new Chase(form.Item, Math.Clamp(form.Level, 1, 3)),
        "suspend" or "terminate" or "jump" => WithReason(form),
        "resume" => new Resume(),
        _ => new Refusal("matter.verb", $"不认识的操作“{form.Verb}”。可用：{string.Join('、', Names.Values)}。") { Field = "verb" },
    };

    private static Outcome<FlowCommand> Return(ActForm form, long? opinion)
    {
        if (string.IsNullOrWhiteSpace(form.To)) return new Refusal("matter.return-to", "请选择退回到哪一个环节。") { Field = "to" };
        if (opinion is null) return new Refusal("matter.return-reason", "请写明退回的理由，对方才知道怎么改。") { Field = "opinion" };
        return new Return(form.Item, form.To, form.Mode == "back" ? ReturnMode.StraightBack : ReturnMode.WalkAgain, opinion, Next(form with { To = null }));
    }

    private static Outcome<FlowCommand> WithReason(ActForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Opinion)) return new Refusal("matter.reason", $"请写明{Names[form.Verb]}的理由，将记入办理过程。") { Field = "opinion" };
        return form.Verb switch
        {
            "suspend" => new Suspend(form.Opinion),
            "terminate" => new Terminate(form.Opinion),
            _ when string.IsNullOrWhiteSpace(form.To) => new Refusal("matter.jump-to", "请选择跳转到哪一个环节。") { Field = "to" },
            _ => new Jump(form.To, form.Opinion, Next(form with { To = null })),
        };
    }

    private static Outcome<FlowCommand> To(ActForm form, Func<FlowParticipant[], FlowCommand> make)
    {
        var to = form.Choices.Where(c => c.Step.Length == 0).SelectMany(c => c.Participants).Distinct().Select(Flow).ToArray();
        if (to.Length == 0) return new Refusal("matter.whom", $"请选择{Names[form.Verb]}给谁。") { Field = "choices" };
        return make(to);
    }

    /// Of several ticked none is left out in silence.
    private static Outcome<FlowCommand> ToOne(ActForm form, Func<FlowParticipant, FlowCommand> make) =>
        form.Choices.Where(c => c.Step.Length == 0).SelectMany(c => c.Participants).Distinct().Count() is > 1 and var several
            ? new Refusal("matter.one-only", $"{Names[form.Verb]}只能给一位，现在选了{several}位。请几位一起办的用“加签”，只请他们知道的用“传阅”。") { Field = "choices" }
            : To(form, to => make(to[0]));

    private static FlowNext? Next(ActForm form)
    {
        var assignments = form.Choices.Where(c => c.Step.Length > 0 && c.Participants.Count > 0)
            .Select(c => new Assignment(c.Step, [.. c.Participants.Distinct().Select(Flow)], c.Due, Form(form.Mode))).ToList();
        return assignments.Count == 0 && form.To is null ? null : new FlowNext(form.To, assignments);
    }

    private static FlowParticipant Flow(long value) => new(value, new Participant(value).IsPool);

    private static SignPlace Place(string? mode) => mode switch { "before" => SignPlace.Before, "after" => SignPlace.After, _ => SignPlace.Beside };

    private static FreeForm Form(string? mode) => mode switch { "any" => FreeForm.Any, "in-order" => FreeForm.InOrder, _ => FreeForm.All };
}

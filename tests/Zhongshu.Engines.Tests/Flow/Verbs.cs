using Zhongshu.Flow;

namespace Zhongshu.Engines.Tests.Flow;

internal static class Verbs
{
    /// <summary>Every command there is, on that item and step.</summary>
    public static IEnumerable<FlowCommand> Every(int item, string step)
    {
        var people = Play.People("ab");
        var next = new FlowNext(step, new Assignment(step, people));
        yield return new Complete(item, next, 1);
        yield return new Approve(item, next, 1);
        yield return new Reject(item, next, 1);
        yield return new Return(item, step, ReturnMode.WalkAgain, 1);
        yield return new Return(item, step, ReturnMode.StraightBack, 1);
        yield return new Recall(item);
        yield return new Forward(item, people[1]);
        yield return new Zhongshu.Flow.Delegate(item, people[1]);
        yield return new AddSign(item, SignPlace.Before, people[1]);
        yield return new AddSign(item, SignPlace.Beside, people[1]);
        yield return new AddSign(item, SignPlace.After, people[1]);
        yield return new AddSign(item, SignPlace.Before);
        yield return new RemoveSign(item, next);
        yield return new Claim(item);
        yield return new Release(item);
        yield return new MarkSeen(item);
        yield return new Circulate(item, people);
        yield return new Chase(item, 1);
        yield return new Chase(item, 9);
        yield return new ChangeDue(item, null, "延期");
        yield return new Suspend("");
        yield return new Suspend("待补");
        yield return new Resume();
        yield return new Terminate("不办");
        yield return new Jump(step, "改送", next);
        yield return new Jump("end", "办结");
        yield return new Complete(item, new FlowNext(step, null!), 1);
        yield return new Approve(item, new FlowNext(step, new Assignment(step, null!)), 1);
        yield return new AddSign(item, (SignPlace)9, null!);
        yield return new Circulate(item, null!);
        yield return new Return(item, null!, (ReturnMode)9, 1);
        yield return new Jump(null!, null!);
    }
}
